import { rolesAt } from "../../../shared/domain/people/actor.ts"
import { type Role, roles } from "../../../shared/domain/people/role.ts"
import type { Compared } from "../../../shared/domain/submissions/compared.ts"
import { problemsOf } from "../../../shared/domain/submissions/progress.ts"
import { hasWritten, hasWrittenWords, signing } from "../../../shared/domain/submissions/sign.ts"
import { holding, stillWanted } from "../../../shared/domain/submissions/signing.ts"
import { readersOf } from "../../../shared/kinds/index.ts"
import { pounds } from "../../../shared/values/money.ts"
import { AnswerWords } from "../../../shared/web/answers.tsx"
import { Differences } from "../../../shared/web/differences.tsx"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { Textarea } from "../../../shared/web/govuk/textarea.tsx"
import { WarningText } from "../../../shared/web/govuk/warning-text.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import type { C, OnDesk } from "../desk.ts"
import { isReviewed } from "../reviewed.ts"
import { Figures } from "./figures.tsx"
import { WhichSections } from "./not-yet.tsx"
import { at, SubmissionPage } from "./submission-page.tsx"

type Props = { c: C; desk: OnDesk; since?: Compared }

/** One page to confirm on: what it comes to, what one puts one's name to, *Confirm* or *Not yet*. */
export const SignPage = ({ c, desk, since }: Props) => {
  const { kind, facts, sections, head, members, open, visible } = desk
  const mine = rolesAt(c.var.actor, desk.organisation.id)
  const context = { actor: c.var.actor, at: c.var.world.now(), kind, facts }
  const { given, last } = signing(desk, context)
  const wanted = stillWanted(kind, facts, holding(kind, facts, sections, head.signatures))
  const yours = wanted.filter(({ role }) => given.some((one) => one.role === role))
  const others = wanted.filter((one) => !yours.includes(one))
  const reviewed = isReviewed(desk)
  const certifies = reviewed && yours.some(({ role }) => role === "certifier")
  const sends = reviewed && last && open.includes("send")
  const seen = visible.map(({ id }) => id)
  const missing = problemsOf(kind, facts, sections).filter(({ section }) => seen.includes(section))
  return (
    <SubmissionPage c={c} desk={desk} title="Confirm" back={{ href: at(desk), text: "All sections" }} plain>
      {reviewed ? <Figures desk={desk} /> : <SummaryList rows={summaryRows(desk)} />}
      {since && (
        <>
          <h2 class="govuk-heading-m">What is otherwise than in version {head.version}</h2>
          <Differences compared={since} level={3} />
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`${at(desk)}/print`}>
          Read every answer on one page
        </a>
      </p>
      {(head.suggestions ?? []).map((one) => (
        <InsetText>
          {one.by.name} suggested {pounds(one.after)} in place of {pounds(one.before)} for {one.label}: “
          {one.note}” It waits for the site lead or a contributor.
        </InsetText>
      ))}
      {missing.length > 0 ? (
        <InsetText>
          It cannot be confirmed yet: {missing.length === 1 ? "1 thing is" : `${missing.length} things are`}{" "}
          missing.{" "}
          <a class="govuk-link" href={`${at(desk)}/check`}>
            See what is missing
          </a>
        </InsetText>
      ) : yours.length === 0 || !open.includes("sign") ? (
        <InsetText>
          {hasWritten(desk, context)
            ? hasWrittenWords
            : "Nothing here waits for you. You have done your part."}
        </InsetText>
      ) : (
        <form method="post" action={`${at(desk)}/sign`}>
          <input type="hidden" name="key" value={newKey(c.var.world)} />
          <input type="hidden" name="revision" value={String(head.revision)} />
          {yours.map(({ role, declares }) => (
            <>
              <h2 class="govuk-heading-m">
                As {roles[role as Role].words}
                {!declares[0]?.startsWith("I ") &&
                  `, I ${role === "certifier" && reviewed ? "certify" : "confirm"} that`}
                :
              </h2>
              <ul class="govuk-list govuk-list--bullet">
                {declares.map((one) => (
                  <li>{one}</li>
                ))}
              </ul>
            </>
          ))}
          {others.map(({ role }) => (
            <Next
              role={role as Role}
              names={members.filter((one) => one.role === role).map(({ name }) => name)}
              desk={desk}
            />
          ))}
          {sends && (
            <>
              <input type="hidden" name="send" value="yes" />
              <p class="govuk-body">
                Nobody else is to confirm it: it goes to {readersOf(kind)} at once, and you get a receipt.
              </p>
            </>
          )}
          <Button
            preventDoubleClick
          >{`${certifies ? "Certify" : "Confirm"}${sends ? " and send" : ""}`}</Button>
          {mine.includes("sponsor") && !reviewed && (
            <p class="govuk-body">
              Not you?{" "}
              <a
                class="govuk-link"
                href={`/organisations/${desk.organisation.id}/people/invite?role=sponsor`}
              >
                Name a delegate who confirms for you
              </a>
            </p>
          )}
        </form>
      )}
      {open.includes("suggest") && missing.length === 0 && (
        <p class="govuk-body">
          Is one figure not right?{" "}
          <a class="govuk-link" href={`${at(desk)}/suggest`}>
            Suggest a figure
          </a>
        </p>
      )}
      {open.includes("decline") && head.state === "waiting" && (
        <form method="post" action={`${at(desk)}/decline`}>
          <input type="hidden" name="key" value={newKey(c.var.world)} />
          <WhichSections desk={desk} />
          <Textarea
            id="note"
            name="note"
            label={{ text: "If not yet: what should change?", size: "s" }}
            hint="100 words or fewer. Your site lead gets it by email."
            rows={3}
          />
          <Button variant="secondary">Not yet</Button>
        </form>
      )}
    </SubmissionPage>
  )
}

const Next = ({ role, names, desk }: { role: Role; names: string[]; desk: OnDesk }) =>
  names.length > 0 ? (
    <p class="govuk-body">
      {names.join(" or ")}, {roles[role].words}, is asked by email to confirm too.
    </p>
  ) : (
    <WarningText>
      Nobody holds the role of {roles[role].words} yet, and it cannot be sent without them.{" "}
      <a class="govuk-link" href={`/organisations/${desk.organisation.id}/people/invite?role=${role}`}>
        Give somebody access
      </a>
    </WarningText>
  )

const summaryRows = ({ kind, facts, sections, visible }: OnDesk) =>
  kind.summary.flatMap(({ label, section, question }) => {
    const asked = kind.sections(facts).find(({ id }) => id === section)?.asks[question]
    const answer = sections[section]?.answers[question]
    if (!asked || !visible.some(({ id }) => id === section)) return []
    return [{ key: label, value: <AnswerWords words={answer === undefined ? "" : asked.words(answer)} /> }]
  })
