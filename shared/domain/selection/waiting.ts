import { dayMomentWords, dayWords, londonDate } from "../../values/london.ts"
import { type ListedRound, standingOf } from "../calendar/round.ts"
import type { Actor } from "../people/actor.ts"
import { mayInSelection } from "../people/selection-policy.ts"
import { ageWords, workingDaysSince } from "../questions/waiting.ts"
import { countsOf, isWithdrawn } from "./arrivals.ts"
import { answersCome } from "./asking-words.ts"
import { isToJoin } from "./joining.ts"
import { nextIn, type RoundSeen } from "./next.ts"
import type { Panel } from "./reading.ts"
import { isOpen, type Open } from "./seen.ts"

/** One thing that waits for somebody; `to` is its page, below the address of the round. */
export type Waits = { says: string; to: string }

type Reader = { actor: Actor; at: Date }
type Live = RoundSeen & { named: number; free: Open[] }
type Says = (one: Live, reader: Reader) => Waits | undefined

/** What waits for somebody in a round, in the order in which it is done. */
export const waitsIn = (round: RoundSeen, reader: Reader): Waits[] => {
  const left = round.seen.filter((one) => !isWithdrawn(one, round.arrivals))
  const free = left.filter(isOpen)
  const live = { ...round, named: left.length - free.length, free }
  return things.flatMap((thing) => thing(live, reader) ?? [])
}

const links: Says = ({ named }) =>
  counted(
    named,
    (some) => `${some} ${some === "1" ? "applicant" : "applicants"}: say whether you have a link`,
    "/links",
  )

const late: Says = ({ asks, panel }, { actor, at }) => {
  const [oldest] = asks
  if (!oldest || !mayInSelection(actor, "decide lateness")) return undefined
  const age = ageWords(workingDaysSince(oldest.at, londonDate(at)))
  const says =
    asks.length === 1
      ? `1 ask to be late, ${age} old`
      : `${asks.length} asks to be late, the oldest ${age} old`
  return { says: panel?.opening ? says : `${says}: decide before you open the round`, to: "/late" }
}

const opening: Says = ({ round, sealed, panel, arrivals, came }, { actor, at }) => {
  if (!mayInSelection(actor, "open the round") || panel?.told) return undefined
  if (panel?.opening) {
    if (!panel.opening.done) return { says: "The round is not wholly opened yet: go on", to: "/open" }
    return counted(came, (some) => `${some} sent since the round was opened, to take in`, "/open")
  }
  const { sent } = countsOf(arrivals)
  if (sent === 0 || (sealed && standingOf(round, at) !== "closed")) return undefined
  return { says: `${sent} sent: open the round for reading`, to: "/open" }
}

const check: Says = ({ free }, { actor }) =>
  mayInSelection(actor, "check who can apply")
    ? counted(inState(free, "to check"), (some) => `${some} to check: can they apply?`, stateAt("to check"))
    : undefined

const assign: Says = ({ free }, { actor }) =>
  mayInSelection(actor, "assign")
    ? counted(inState(free, "to assign"), (some) => `${some} without readers`, "/assign")
    : undefined

const score: Says = ({ free, panel }, { actor, at }) => {
  if (!mayInSelection(actor, "score")) return undefined
  const mine = free.filter(({ own, apply }) => own && !own.sent && apply?.answer !== "no").length
  const by = panel?.scoresBy ? `, ${isLate(panel, at) ? "wanted " : ""}by ${dayWords(panel.scoresBy)}` : ""
  return counted(mine, (some) => `${some} to score${by}`, "?mine=yes")
}

const isLate = ({ scoresBy }: Panel, at: Date) => scoresBy !== undefined && scoresBy < londonDate(at)

/** For the chair, once the day has passed: scores that others have still to send. */
const lateScores: Says = ({ free, panel }, { actor, at }) => {
  if (!panel || panel.told || !isLate(panel, at) || !mayInSelection(actor, "assign")) return undefined
  const owed = free
    .filter(({ apply }) => apply?.answer !== "no")
    .flatMap(({ readers = [] }) => readers.filter(({ person, sent }) => !sent && person !== actor.id))
  return counted(
    owed.length,
    (some) => (some === "1" ? "The scores of 1 reader are late" : `${some} sheets of scores are late`),
    stateAt("scoring"),
  )
}

/** What came back matters to whoever has still to send their scores of it. */
const answers: Says = ({ free, arrivals }) => {
  const owing = free.filter(({ own }) => own && !own.sent).map(({ reference }) => reference)
  const come = answersCome(
    arrivals.filter(({ reference }) => owing.includes(reference)).map(({ asks }) => asks),
  )
  return come === undefined
    ? undefined
    : { says: `${come} to questions about what you read`, to: "?mine=yes" }
}

const view: Says = ({ free, panel }, { actor }) =>
  mayInSelection(actor, "give a view") && !panel?.told
    ? counted(
        free.filter(({ ownView }) => !ownView).length,
        (some) => `${some} to give a view on`,
        "?mine=yes",
      )
    : undefined

const moderate: Says = ({ free }, { actor }) =>
  mayInSelection(actor, "moderate")
    ? counted(inState(free, "to moderate"), (some) => `${some} to moderate`, stateAt("to moderate"))
    : undefined

const decide: Says = ({ free }, { actor }) => {
  if (!mayInSelection(actor, "decide")) return undefined
  const own = free.filter(
    ({ state, compared }) => state === "to decide" && !compared?.scorers.includes(actor.id),
  )
  return counted(own.length, (some) => `${some} to decide`, stateAt("to decide"))
}

const tell: Says = ({ free, named, panel }, { actor }) => {
  if (!mayInSelection(actor, "tell") || !panel || panel.told) return undefined
  if (panel.sealed) return { says: "The letters are sealed: tell every applicant", to: "/telling" }
  const decided = free.filter(({ compared }) => compared?.decided)
  if (named > 0 || decided.length === 0 || decided.length < free.length) return undefined
  const open = decided.filter(({ compared }) => !compared?.sealed).length
  return counted(open, (some) => `${some === "1" ? "1 letter" : `${some} letters`} to seal`, "/telling")
}

const join: Says = ({ free, panel }, { actor }) => {
  if (!panel?.told || !mayInSelection(actor, "take into the phase")) return undefined
  const left = free.filter(({ compared }) => compared && isToJoin(compared) && !compared.joined)
  return counted(left.length, (some) => `${some} to take into the phase`, "/phase")
}

const announce: Says = ({ panel, announced }, { actor }) =>
  panel?.told && announced === undefined && mayInSelection(actor, "announce")
    ? { says: "Every applicant was told: announce the round", to: "/announcement" }
    : undefined

const things: Says[] = [
  late,
  opening,
  links,
  check,
  assign,
  score,
  lateScores,
  answers,
  view,
  moderate,
  decide,
  tell,
  join,
  announce,
]

const inState = (free: Open[], state: Open["state"]) => free.filter((one) => one.state === state).length

export const stateAt = (state: string) => `?${new URLSearchParams({ state })}`

const counted = (count: number, says: (some: string) => string, to: string): Waits | undefined =>
  count > 0 ? { says: says(String(count)), to } : undefined

/** What somebody has not to do, by what they are there for. */
const nothing = [
  { right: "score", says: "No expressions of interest to read." },
  { right: "decide", says: "Nothing to decide." },
  { right: "give a view", says: "No expressions of interest to give a view on." },
  { right: "check who can apply", says: "Nothing to check." },
] as const

/** The first line of the first page: how much waits, or that nothing does, and what comes next with its date. */
export const waitingLine = (
  seen: readonly RoundSeen[],
  rounds: readonly ListedRound[],
  reader: Reader,
): string => {
  const waits = seen.flatMap((one) => waitsIn(one, reader))
  if (waits.length === 1) return "One thing waits for you."
  if (waits.length > 1) return `${waits.length} things wait for you.`
  const none =
    nothing.find(({ right }) => mayInSelection(reader.actor, right))?.says ?? "Nothing waits for you."
  return `${none} ${comesNext(seen, rounds, reader)}`
}

const comesNext = (seen: readonly RoundSeen[], rounds: readonly ListedRound[], { at }: Reader): string => {
  const [first] = seen
  if (first) return `Next: ${nextIn(first, { at })}`
  const next = rounds
    .filter((one) => standingOf(one, at) === "not open yet")
    .sort((a, b) => a.opens.localeCompare(b.opens))[0]
  return next
    ? `Next: “${next.title}” opens at ${dayMomentWords(new Date(next.opens))}.`
    : "No round is open, and none is published to come. When one is, it is said here."
}
