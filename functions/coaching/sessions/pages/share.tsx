import { answerWithin } from "../../../../shared/domain/coaching/session-head.ts"
import type { SessionKind } from "../../../../shared/domain/coaching/session-kinds.ts"
import { sessionKinds } from "../../../../shared/domain/coaching/session-kinds.ts"
import { linesOf } from "../../../../shared/domain/coaching/session-lines.ts"
import type { Problem } from "../../../../shared/form/question.ts"
import { dayWords, londonDate } from "../../../../shared/values/london.ts"
import { addWorkingDays } from "../../../../shared/values/working-days.ts"
import type { C } from "../../../../shared/web/coaching/here.ts"
import { Saved } from "../../../../shared/web/form/keeping.tsx"
import { fieldFor } from "../../../../shared/web/form/saving.tsx"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../../shared/web/govuk/error-summary.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { Doubts, recognised } from "../../../../shared/web/programme/doubts.tsx"
import type { Tried } from "../../../../shared/web/programme/form.tsx"
import { formsHere } from "../here.ts"
import type { toShare } from "../ready.ts"
import { Lines } from "./lines.tsx"
import { SavedNew } from "./sheets.tsx"
import { addressOf, SessionPage } from "./shell.tsx"

type Props = { c: C; ready: Awaited<ReturnType<typeof toShare>>; tried?: Tried }

/** What the site will read, before it does; or what has to be changed first, each with the way to its question. */
export const SharePage = ({ c, ready: { session, draft, missing, doubts }, tried }: Props) => {
  const at = addressOf(session)
  const forms = formsHere(c)
  const [core, more] = forms
  const toChange = missing.map((one) => {
    const [section, page] = one.section === "more" ? [more, "more"] : [core, "write"]
    const label = one.because === "personal" ? `${section.asks[one.question]?.label} ` : ""
    return { ...one, text: `${label}${one.says}`, href: `${at}/${page}?missing#${fieldFor(section, one)}` }
  })
  const unanswered = tried?.asks?.map(({ says }) => ({ text: says, href: "#stays" })) ?? []
  const errors = toChange.length > 0 ? toChange : unanswered
  return (
    <SessionPage
      c={c}
      session={session}
      title="Look at it before you share it"
      inside
      plain
      wrong={errors.length > 0 || tried !== undefined}
      before={errors.length > 0 && <ErrorSummary title="Before you can share it" errors={errors} />}
    >
      {tried?.says && <InsetText>{tried.says}</InsetText>}
      <Saved c={c} path={`${at}/write`} at={draft.revision} />
      <Saved c={c} path={`${at}/more`} at={draft.revision} />
      {draft.revision === 1 && <SavedNew c={c} />}
      <Lines lines={linesOf(draft, forms)} under={({ id }) => <ToChange of={toChange} line={id} />} />
      <p class="govuk-body">
        <a class="govuk-link" href={`${at}/write`}>
          Change it
        </a>
        {" or "}
        <a class="govuk-link" href={`${at}/more`}>
          add more
        </a>
      </p>
      {toChange.length === 0 && (
        <form method="post" action={`${at}/share`}>
          <input type="hidden" name="key" value={newKey(c.var.world)} />
          <input type="hidden" name="revision" value={String(draft.revision)} />
          <Doubts tried={tried?.asks ? tried : { asks: doubts, entries: {} }} hint={recognised} />
          <p class="govuk-body">{nextWords(c, String(draft.core.kind) as SessionKind, session.state)}</p>
          <Button preventDoubleClick>Share it with the site</Button>
        </form>
      )}
    </SessionPage>
  )
}

type ToChangeProps = { of: readonly (Problem & { text: string; href: string })[]; line: string }

/** What is wrong with a line, below it: what is about a whole answer stands below its first line. */
const ToChange = ({ of, line }: ToChangeProps) => (
  <>
    {of
      .filter(({ question, part }) => line === `${question}.${part?.split(".")[0] ?? 0}`)
      .map(({ says, href }) => (
        <p class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {says}{" "}
          <a class="govuk-link" href={href}>
            Change it
          </a>
        </p>
      ))}
  </>
)

const nextWords = (c: C, kind: SessionKind, state: string) => {
  if (!sessionKinds[kind].agreement && state !== "disputed")
    return "The site gets a letter. It can comment on each line; nothing has to be agreed."
  const by = addWorkingDays(londonDate(c.var.world.now()), answerWithin)
  return `The site gets a letter, and is asked to agree or to say what to change by ${dayWords(by)}. New actions are on their desks at once.`
}
