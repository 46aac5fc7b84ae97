import type { Answers } from "../../form/question.ts"
import { canonical, type Json } from "../../values/canonical.ts"
import { sha256 } from "../../values/hash.ts"
import { londonDate } from "../../values/london.ts"
import type { Idea } from "../learning/idea.ts"
import { Refused } from "../refused.ts"
import type { Who } from "./head.ts"
import { type Remark, type RemarkKind, wholeText } from "./remark.ts"
import type { Line, Session, SessionText } from "./session.ts"
import { isNotAnswered, moved, type SessionMove } from "./session-life.ts"
import { askedFrom } from "./session-sharing.ts"

type By = { by: Who; at: Date }

/** The text that was agreed to, or closed, by its hash: whoever has the text can work it out again. */
export const hashOf = ({ core, more }: Pick<SessionText, "core" | "more">) =>
  sha256(canonical({ core, more } as Json))

/** The site says that this version is right, with or without a comment. */
export const agreedTo = (
  before: Session,
  text: SessionText,
  as: "agreed" | "agreed with comment",
  { by, at }: By,
): Session => ({
  ...before,
  state: moved(before, as === "agreed" ? "agree" : "agree with comment", londonDate(at)),
  answered: { as, by, at: at.toISOString() },
  hash: hashOf(text),
})

export const disputed = (before: Session, { by, at }: By): Session => {
  const { answerBy: _, ...rest } = before
  return {
    ...rest,
    state: moved(before, "dispute", londonDate(at)),
    ...askedFrom(at),
    answered: { as: "disputed", by, at: at.toISOString() },
  }
}

/** Where it stands after words of somebody's: an answer to a dispute asks the site again. */
export const addedTo = (before: Session, move: "answer" | "addendum" | "comment", at: Date): Session => {
  const state = moved(before, move, londonDate(at))
  if (move !== "answer") return { ...before, state }
  const { answered: _, ...rest } = before
  return { ...rest, state, ...askedFrom(at) }
}

export const closedBy = (before: Session, text: SessionText, { by, at }: By): Session => {
  const today = londonDate(at)
  return {
    ...before,
    state: moved(before, "close", today),
    closed: { by, at: at.toISOString(), unanswered: isNotAnswered(before, today) },
    hash: before.hash ?? hashOf(text),
  }
}

/** Whoever answers has read this version: a newer one is read first. */
export const stillRead = ({ version, shared }: Session, seen: number) => {
  if (version !== seen)
    throw new Refused("not possible now", {
      says: `${shared?.by.name ?? "The coach"} shared version ${version} meanwhile. Read it, then answer.`,
    })
}

/** When the answer that stands was given: empty while there is none. */
export const answerSeen = ({ answered }: Pick<Session, "answered">) => answered?.at ?? ""

const answeredAs = { agreed: "agreed to it", "agreed with comment": "agreed to it", disputed: "disputed it" }

/** Whoever answers for the site has read the answer that stands: nobody agrees over a dispute that they did not see. */
export const stillStands = (one: Session, seen: string) => {
  if (answerSeen(one) === seen) return
  const { answered } = one
  throw new Refused("not possible now", {
    says: answered
      ? `${answered.by.name} ${answeredAs[answered.as]} meanwhile. Read what was said, then answer.`
      : "What was disputed was answered meanwhile. Read it, then answer.",
  })
}

export const moveOf: Record<RemarkKind, SessionMove> = {
  comment: "comment",
  "agree with comment": "agree with comment",
  dispute: "dispute",
}

/** What was filled in beside the lines of a text, or a refusal that says what is missing for this answer. */
export const remarksIn = (answers: Answers, lines: readonly Line[], as: RemarkKind): Remark["lines"] => {
  const said = [...lines.map(({ id }) => id), wholeText].flatMap((line) => {
    const says = answers[line]
    const wrong = answers[`is.${line}`] === "wrong"
    return typeof says === "string" ? [{ line, says, wrong }] : wrong ? [{ line, says: "", wrong }] : []
  })
  const silent = said.find(({ says }) => says === "")
  if (silent)
    throw wrongAt(silent.line, "Say what is wrong with this line, or what should stand there instead")
  if (said.length === 0) throw wrongAt(wholeText, "Write beside at least one line, or about all of it")
  const wrong = said.find((one) => one.wrong)
  if (as === "dispute" && !wrong)
    throw wrongAt(
      `is.${said[0]?.line === wholeText ? (lines[0]?.id ?? wholeText) : said[0]?.line}`,
      "Mark at least one line as wrong, or send it as a comment",
    )
  if (as !== "dispute" && wrong)
    throw wrongAt(
      `is.${wrong.line}`,
      "You marked a line as wrong. Dispute it, or mark what you wrote as a comment",
    )
  return said
}

const wrongAt = (question: string, says: string) =>
  new Refused("not valid", { problems: [{ question, says }] })

type LearningRow = { id: string; idea?: string; level?: string; tag?: string }

/** What was learned that may go further, for a coordinator to look at: only once nothing of the text changes any more. */
export const ideasIn = (session: Session, { more }: Pick<SessionText, "more">): Idea[] => {
  const { shared } = session
  if (!shared) return []
  return learnedIn({ more }).map(({ id, idea, level, tag }) => ({
    id: `${session.id}-${id}`,
    text: idea ?? "",
    tags: tag ? [tag] : [],
    wanted: level as Idea["wanted"],
    from: {
      kind: "session",
      organisation: session.organisation,
      phase: session.phase,
      id: session.id,
    },
    offered: shared,
    revision: 0,
  }))
}

/** What of a text was marked for other sites or for everybody. */
export const learnedIn = ({ more }: Pick<SessionText, "more">): LearningRow[] =>
  ((more.learning ?? []) as LearningRow[]).filter(({ level }) => level === "community" || level === "public")
