import { wholeText } from "../../../../shared/domain/coaching/remark.ts"
import type { Session, SessionText } from "../../../../shared/domain/coaching/session.ts"
import { answerSeen } from "../../../../shared/domain/coaching/session-answering.ts"
import { canMove, type SessionMove, sessionMoves } from "../../../../shared/domain/coaching/session-life.ts"
import type { Entries, Problem } from "../../../../shared/form/question.ts"
import { type C, mayHere } from "../../../../shared/web/coaching/here.ts"
import { Control } from "../../../../shared/web/form/controls.tsx"
import { keeping } from "../../../../shared/web/form/keeping.tsx"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { ErrorSummary } from "../../../../shared/web/govuk/error-summary.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { NotWatched } from "../../../../shared/web/notes.tsx"
import { Doubts, recognised } from "../../../../shared/web/programme/doubts.tsx"
import type { Tried } from "../../../../shared/web/programme/form.tsx"
import { changeForm, linesIn, todayHere } from "../here.ts"
import { Lines } from "./lines.tsx"
import { addressOf, SessionPage } from "./shell.tsx"

type Props = { c: C; session: Session; text: SessionText; tried?: Tried }

const buttons = {
  comment: "Send as a comment",
  "agree with comment": "Agree, with this comment",
  dispute: "Dispute it",
} as const satisfies Partial<Record<SessionMove, string>>
const names = Object.keys(buttons) as (keyof typeof buttons)[]

/** Every line with room to say something about it: only what is filled in counts. */
export const ChangePage = ({ c, session, text, tried }: Props) => {
  const section = changeForm(text)
  const entries = tried?.entries ?? {}
  const problems = tried?.problems ?? []
  const errors = problems.map((one) => ({ text: one.says, href: `#${one.question}` }))
  const can = names.filter(
    (one) => mayHere(c, sessionMoves[one].right) && canMove(session, one, todayHere(c)),
  )
  const draw = (key: string) => {
    const question = section.asks[key]
    return question && <Control question={question} name={key} entries={entries} problems={problems} />
  }
  const path = `${addressOf(session)}/change`
  return (
    <SessionPage
      c={c}
      session={session}
      title="Change something"
      inside
      plain
      wrong={errors.length > 0}
      before={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      {tried?.says && <InsetText>{tried.says}</InsetText>}
      <p class="govuk-body">
        Open a line to say something about it. What you leave empty counts for nothing.
      </p>
      <NotWatched />
      <form
        method="post"
        action={path}
        novalidate
        {...keeping(c, { path, at: session.revision, tried: tried !== undefined })}
      >
        <input type="hidden" name="key" value={newKey(c.var.world)} />
        <input type="hidden" name="version" value={String(session.version)} />
        <input type="hidden" name="seen" value={answerSeen(session)} />
        <Lines
          lines={linesIn(text)}
          under={({ id }) => (
            <Details summary="Say something about this line" open={isFilled(id, entries, problems)}>
              {draw(id)}
              {draw(`is.${id}`)}
            </Details>
          )}
        />
        {draw(wholeText)}
        <Doubts tried={tried} hint={recognised} />
        <ButtonGroup>
          {can.map((as) => (
            <Button
              name="as"
              value={as}
              variant={as === can[0] ? undefined : as === "dispute" ? "warning" : "secondary"}
              preventDoubleClick
            >
              {buttons[as]}
            </Button>
          ))}
        </ButtonGroup>
        {can.includes("dispute") && (
          <p class="govuk-body">
            To dispute it, mark at least one line as wrong. The coach then writes a new version or answers
            below the text, and you agree or not.
          </p>
        )}
      </form>
    </SessionPage>
  )
}

const isFilled = (id: string, entries: Entries, problems: Problem[]) =>
  Boolean(entries[id]?.trim()) ||
  entries[`is.${id}`] === "wrong" ||
  problems.some(({ question }) => question === id || question === `is.${id}`)
