import { type Role, roles } from "../../../shared/domain/people/role.ts"
import type { Sent } from "../../../shared/domain/submissions/sent.ts"
import type { SentVersion } from "../../../shared/domain/submissions/submission.ts"
import { dateWords, dayMomentWords, momentWords, stampWords } from "../../../shared/values/london.ts"
import { AnswerWords } from "../../../shared/web/answers.tsx"
import { DerivedTables } from "../../../shared/web/derived.tsx"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { Panel } from "../../../shared/web/govuk/panel.tsx"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { SentenceOf } from "../../../shared/web/sentence.tsx"
import type { C, OnDesk } from "../desk.ts"
import { FiguresSent } from "./evaluation-receipt.tsx"
import { at } from "./submission-page.tsx"

/** The proof that it went: the same address for ever, whatever is changed afterwards. */
export const ReceiptPage = ({
  c,
  desk,
  sent,
  said,
}: {
  c: C
  desk: OnDesk
  sent: SentVersion
  said: Sent
}) => {
  const { head, kind, occasion } = desk
  const { window, hearBy } = occasion
  const closes = window.rule === "closes"
  const accepted = head.state === "accepted"
  const latest = sent.version === head.version && head.state === "sent"
  return (
    <Page
      c={c}
      title={`Receipt, version ${sent.version} – ${sent.reference}`}
      back={{ href: at(desk), text: `Your ${kind.called}` }}
    >
      {latest ? (
        <Panel title={`${kind.title} sent`}>
          Your reference is
          <br />
          <strong class="reference">{sent.reference}</strong>
        </Panel>
      ) : (
        <h1 class="govuk-heading-l">
          Receipt: {sent.reference}, version {sent.version}
        </h1>
      )}
      <SentenceOf sentence={desk.sentence} />
      <SummaryList
        rows={[
          { key: "Reference", value: sent.reference },
          { key: "Version", value: String(sent.version) },
          { key: "Sent", value: `${momentWords(new Date(sent.at))}, by ${sent.by.name}` },
          { key: "From", value: said.organisation },
          {
            key: window.afterClose ? "Could be sent late until" : closes ? "The round closes" : "Due",
            value: dayMomentWords(new Date(window.by)),
          },
          ...said.signatures.map((one) => ({
            key: `${one.role === "certifier" && kind.needs === "the account" ? "Certified" : "Confirmed"} by the ${roles[one.role as Role]?.words ?? one.role}`,
            value: `${one.name}, ${stampWords(new Date(one.at))}`,
          })),
        ]}
      />
      <p class="govuk-body">
        <strong>Keep this.</strong> To prove it later, use{" "}
        <a class="govuk-link" href="/check-a-receipt">
          Check a receipt
        </a>
        . It works after any later change, and needs no account.
      </p>
      <Button href={`${at(desk)}/receipts/${sent.version}/file`} variant="secondary">
        Download your receipt
      </Button>
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">
        {closes
          ? `Readers at the Department open the expressions of interest after the round closes.${hearBy ? ` You will hear by ${dateWords(hearBy)}.` : ""}`
          : accepted
            ? "It is accepted: nothing more is asked of you for it."
            : kind.workflow === "sent and accepted"
              ? kind.readBy
                ? "An evaluator accepts it, asks a question or sends it back: the line above says where it is, and by when you hear."
                : "The coordinators say whether it is complete. The Department then accepts it, asks a question or sends it back: the line above says where it is."
              : "The coordinators see that it has come. If more is asked of you, you are told here and by email."}{" "}
        We have emailed this receipt to you and to everyone who writes this with you: see{" "}
        <a class="govuk-link" href={`${at(desk)}/letters`}>
          each letter and whether it went
        </a>
        .
      </p>
      <p class="govuk-body">
        {!accepted && (
          <>
            {closes
              ? `Until ${window.afterClose ? dayMomentWords(new Date(window.by)) : "the round closes"} you can change or withdraw it from`
              : `Until ${window.locks ? dayMomentWords(new Date(window.locks)) : "it is accepted"} you can change it from`}{" "}
            <a class="govuk-link" href={at(desk)}>
              its own page
            </a>
            .{" "}
          </>
        )}
        It may be asked for under the Freedom of Information Act 2000; names and contact details of people
        would be taken out.
      </p>
      {kind.needs === "the evaluation" && <FiguresSent said={said} />}
      <h2 class="govuk-heading-m">What you sent</h2>
      {said.sections.map((section) => (
        <>
          <SummaryList
            card={{ title: section.title, headingLevel: 3 }}
            rows={section.questions.map(({ label, words }) => ({
              key: label,
              value: <AnswerWords words={words} />,
            }))}
          />
          <DerivedTables derived={section.derived ?? []} />
        </>
      ))}
    </Page>
  )
}
