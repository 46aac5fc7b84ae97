import { wholeText } from "../../../../shared/domain/coaching/remark.ts"
import type { Session } from "../../../../shared/domain/coaching/session.ts"
import { answerSeen } from "../../../../shared/domain/coaching/session-answering.ts"
import { sessionKinds } from "../../../../shared/domain/coaching/session-kinds.ts"
import { canMove, type SessionMove, sessionMoves } from "../../../../shared/domain/coaching/session-life.ts"
import { whenWords } from "../../../../shared/domain/coaching/session-sentence.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { type C, mayHere } from "../../../../shared/web/coaching/here.ts"
import { Saved } from "../../../../shared/web/form/keeping.tsx"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { linesIn, todayHere } from "../here.ts"
import type { Whole } from "../reading.ts"
import { Addenda, Answers, Lines, SaidAbout, SaidBefore } from "./lines.tsx"
import { addressOf, SessionPage } from "./shell.tsx"
import { TakenOver } from "./taken-over.tsx"

/** One session, the same for both sides: what was written, what was said about it, and what each can do now. */
export const WholeSession = ({ c, whole }: { c: C; whole: Whole }) => {
  const { session, text, remarks, addenda, texts, source } = whole
  const { version } = session
  const can = (move: SessionMove) =>
    mayHere(c, sessionMoves[move].right) && canMove(session, move, todayHere(c))
  const answers = can("agree") || can("comment") || can("dispute")
  return (
    <SessionPage c={c} session={session}>
      {answers && (
        <p class="govuk-body">
          <a class="govuk-link" href="#answer">
            {can("agree") ? "Agree, or change something" : "Change something"}
          </a>
        </p>
      )}
      {version === 0 && session.state !== "cancelled" && <Arranged session={session} />}
      <Writing c={c} whole={whole} can={can} />
      {text && (
        <>
          {version > 1 && <Versions session={session} />}
          <Lines
            lines={linesIn(text)}
            under={({ id }) => <SaidAbout line={id} remarks={remarks} version={version} texts={texts} />}
          />
          {remarks.some(({ lines }) => lines.some(({ line }) => line === wholeText)) && (
            <h2 class="govuk-heading-s">About all of it</h2>
          )}
          <SaidAbout line={wholeText} remarks={remarks} version={version} texts={texts} />
          <SaidBefore remarks={remarks} version={version} texts={texts} />
          <Answers remarks={remarks} />
          <Addenda addenda={addenda} />
        </>
      )}
      {answers && <Answering c={c} session={session} can={can} />}
      <Below c={c} session={session} can={can} />
      {source && <TakenOver source={source} />}
      <Saved c={c} path={`${addressOf(session)}/change`} at={session.revision} />
      <Saved c={c} path={`${addressOf(session)}/addendum`} at={session.revision} />
    </SessionPage>
  )
}

type Can = (move: SessionMove) => boolean

const Arranged = ({ session }: { session: Session }) => (
  <SummaryList
    rows={[
      { key: "When", value: whenWords(session) },
      { key: "How", value: sessionKinds[session.kind].words },
      ...(session.place ? [{ key: "Where", value: <span class="answer">{session.place}</span> }] : []),
      { key: "Coach", value: session.coach.name },
    ]}
  />
)

/** For the coach: where the writing has got to, and how it goes on. */
const Writing = ({ c, whole: { session, draft }, can }: { c: C; whole: Whole; can: Can }) => {
  const at = addressOf(session)
  return (
    <>
      {draft && (
        <>
          <InsetText>
            NOT SHARED YET. {draft.saved?.by.name ?? "Somebody"} saved it on{" "}
            {stampWords(new Date(draft.saved?.at ?? 0))}. Only the coach and the coordinators can see it.
          </InsetText>
          <Saved c={c} path={`${at}/write`} at={draft.revision} />
          <Saved c={c} path={`${at}/more`} at={draft.revision} />
        </>
      )}
      {can("write") && (
        <ButtonGroup>
          <Button href={`${at}/write`} variant={draft || session.version === 0 ? undefined : "secondary"}>
            {draft ? "Go on writing" : session.version > 0 ? "Write a new version" : "Write it up"}
          </Button>
          {draft && can("share") && (
            <Button href={`${at}/share`} variant="secondary">
              Look at it before you share it
            </Button>
          )}
        </ButtonGroup>
      )}
      {can("answer") && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${at}/addendum`}>
            Answer with an addendum
          </a>
          , where the text can stay as it is.
        </p>
      )}
      {can("replan") && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${at}/plan`}>
            Move it to another day
          </a>
        </p>
      )}
      {can("cancel") && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${at}/cancel`}>
            Say that it will not take place
          </a>
        </p>
      )}
    </>
  )
}

/** One button, or a page on which each line can be answered. */
const Answering = ({ c, session, can }: { c: C; session: Session; can: Can }) => (
  <section id="answer" class="anchor">
    <h2 class="govuk-heading-m">Is this right?</h2>
    {can("agree") && (
      <form method="post" action={`${addressOf(session)}/agree`}>
        <input type="hidden" name="key" value={newKey(c.var.world)} />
        <input type="hidden" name="version" value={String(session.version)} />
        <input type="hidden" name="seen" value={answerSeen(session)} />
        <p class="govuk-body">
          After this the text stays as it is. A correction can be added below it at any time.
        </p>
        <Button preventDoubleClick>This is right</Button>
      </form>
    )}
    <Button href={`${addressOf(session)}/change`} variant="secondary">
      Change something
    </Button>
  </section>
)

const Versions = ({ session }: { session: Session }) => (
  <p class="govuk-body">
    This is version {session.version}.{" "}
    {Array.from({ length: session.version - 1 }, (_, place) => (
      <>
        <a class="govuk-link" href={`${addressOf(session)}/versions/${place + 1}`}>
          Version {place + 1}
        </a>{" "}
      </>
    ))}
  </p>
)

const Below = ({ c, session, can }: { c: C; session: Session; can: Can }) => (
  <>
    {can("addendum") && (
      <p class="govuk-body">
        <a class="govuk-link" href={`${addressOf(session)}/addendum`}>
          Add an addendum
        </a>
      </p>
    )}
    {can("close") && (
      <form method="post" action={`${addressOf(session)}/close`}>
        <input type="hidden" name="key" value={newKey(c.var.world)} />
        <Button variant="secondary" preventDoubleClick>
          {session.state === "shared" && session.answerBy ? "Close it as not answered" : "Close it"}
        </Button>
      </form>
    )}
    {session.version > 0 && (
      <p class="govuk-body">
        <a class="govuk-link" href={`${addressOf(session)}/print`}>
          On paper
        </a>
      </p>
    )}
  </>
)
