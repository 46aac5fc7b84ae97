import type { Action } from "../../../shared/domain/actions/action.ts"
import type { Occasion } from "../../../shared/domain/calendar/occasion.ts"
import { standingIn } from "../../../shared/domain/calendar/window.ts"
import { type Role, roles } from "../../../shared/domain/people/role.ts"
import { problemsOf } from "../../../shared/domain/submissions/progress.ts"
import { holding, stillWanted } from "../../../shared/domain/submissions/signing.ts"
import { readersOf } from "../../../shared/kinds/index.ts"
import { dateWords, dayMomentWords, stampWords } from "../../../shared/values/london.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import type { C, OnDesk } from "../desk.ts"
import { StillOpen } from "./still-open.tsx"
import { at, SubmissionPage } from "./submission-page.tsx"

/** The page before sending: it says that nothing has been sent. */
export const SendPage = ({ c, desk, actions }: { c: C; desk: OnDesk; actions: Action[] }) => {
  const { kind, facts, sections, head, occasion } = desk
  const held = holding(kind, facts, sections, head.signatures)
  const wanted = stillWanted(kind, facts, held)
  const ready =
    wanted.length === 0 && problemsOf(kind, facts, sections).length === 0 && desk.open.includes("send")
  const unsent = head.state === "draft" || head.state === "waiting"
  const closed = standingIn(occasion.window, c.var.world.now()) === "closed"
  return (
    <SubmissionPage
      c={c}
      desk={desk}
      title={`Send your ${kind.called}`}
      back={{ href: at(desk), text: "All sections" }}
      plain
    >
      {unsent && <p class="govuk-body-l">You have not sent this yet.</p>}
      <SummaryList
        rows={held.map(({ role, by, at: when }) => ({
          key: `Confirmed by the ${roles[role as Role].words}`,
          value: `${by.name}, ${stampWords(new Date(when))}`,
        }))}
      />
      {unsent && <StillOpen c={c} desk={desk} actions={actions} />}
      {ready ? (
        <>
          <p class="govuk-body">
            When you press Send, it goes to {readersOf(kind)}. You get a receipt at once, here and by email.{" "}
            {afterwards(occasion)}
          </p>
          <form method="post" action={`${at(desk)}/send`}>
            <input type="hidden" name="key" value={newKey(c.var.world)} />
            <input type="hidden" name="revision" value={String(head.revision)} />
            <Button preventDoubleClick>Send {kind.called}</Button>
          </form>
        </>
      ) : !unsent ? (
        head.version > 0 && (
          <p class="govuk-body">
            <a class="govuk-link" href={`${at(desk)}/receipts/${head.version}`}>
              Receipt of version {head.version}
            </a>
          </p>
        )
      ) : closed ? (
        <InsetText>
          It was not sent {occasion.window.rule === "closes" ? "before the round closed" : "in time"}.{" "}
          <a class="govuk-link" href={at(desk)}>
            See what you can do now
          </a>
        </InsetText>
      ) : (
        <InsetText>
          It cannot be sent yet.
          {wanted.map(({ role }) => ` It waits for the ${roles[role as Role].words}.`).join("")}{" "}
          <a class="govuk-link" href={`${at(desk)}/check`}>
            Check your answers
          </a>
        </InsetText>
      )}
    </SubmissionPage>
  )
}

const afterwards = ({ window, hearBy }: Occasion) => {
  if (window.afterClose) return `You can change or withdraw it until ${dayMomentWords(new Date(window.by))}.`
  if (window.rule === "closes")
    return `You can change or withdraw it until the round closes at ${dayMomentWords(new Date(window.by))}.${hearBy ? ` Decisions come by ${dateWords(hearBy)}.` : ""}`
  return window.locks ? `You can change it until ${dayMomentWords(new Date(window.locks))}.` : ""
}
