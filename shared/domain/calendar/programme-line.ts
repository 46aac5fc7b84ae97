import { dateWords, dayMomentWords, dayWords, londonDate } from "../../values/london.ts"
import type { EvaluationHead } from "../evaluation/head.ts"
import type { Role } from "../people/role.ts"
import type { Asked, Cell } from "./board.ts"
import { evaluationLine } from "./evaluation-line.ts"
import { decisionsLine, type MoneyFacts, moneyLine } from "./money-line.ts"
import { type ListedRound, standingOf } from "./round.ts"
import { sharedTitle } from "./shared-title.ts"
import type { ExpectedState } from "./state.ts"
import { lateWords } from "./window.ts"

/** What the first lines are made of: `own` are the organisations that somebody coaches. */
export type Facts = {
  cells: readonly Cell[]
  /** What the phases ask that has not opened. */
  coming: readonly Asked[]
  /** Requests for more time that wait. */
  asks: number
  rounds: readonly ListedRound[]
  own: readonly { organisation: string; name: string }[]
  money?: MoneyFacts
  /** Where the evaluation of each site stands, for whoever accepts what it sends. */
  evaluations?: readonly EvaluationHead[]
  at: Date
}

/** What stands first on the programme's page for whoever is this: always something, and true. */
export const programmeLine = (role: Role, facts: Facts): string => {
  switch (role) {
    case "coordinator":
      return join([returnLine(facts), asksLine(facts), lateLine(facts.cells)])
    case "coach":
      return coachLine(facts)
    case "chair":
    case "reader":
      return readingLine(facts)
    case "decision-maker":
      return decisionLine(facts)
    case "finance":
      return join([moneyLine(facts), waitingLine(facts), nextLine(facts)])
    case "evaluator":
      return join([evaluationLine(facts), nextLine(facts)])
    default:
      return join([sentSoFar(facts.cells), nextLine(facts)])
  }
}

const join = (sentences: string[]) => sentences.filter((one) => one !== "").join(" ")

const settled: readonly ExpectedState[] = ["reported", "sent", "nil", "accepted", "not needed"]
const unsent: readonly ExpectedState[] = ["not started", "in hand", "waiting", "sent back", "missing"]
const isLate = ({ state }: Cell) => state === "missing" || state === "not received"
const hasBegun = ({ one: { stands } }: Cell) => stands !== undefined && stands.state !== "withdrawn"

/** Who has it, by name where somebody writes it. */
const hasIt = ({ one: { stands }, who }: Cell) => (stands?.state === "draft" ? stands.changedBy : who)

/** The return that is due first among those that somebody has still to send. */
const firstOpen = (cells: readonly Cell[]): Cell[] => {
  const first = cells
    .filter(({ state }) => unsent.includes(state))
    .toSorted((a, b) => a.one.by.localeCompare(b.one.by))[0]
  return first
    ? cells.filter(({ one, state }) => one.round === first.one.round && state !== "not needed")
    : []
}

/** "Spending update, October to December 2017: 2 of 6 sent, 3 in hand (…), 1 not started: telephone Halton." */
const returnLine = (facts: Facts): string => {
  const cells = firstOpen(facts.cells)
  const [first] = cells
  if (!first) return join(["Nothing is to be sent now.", nextLine(facts)])
  const sent = cells.filter(({ state }) => settled.includes(state)).length
  const open = cells.filter(({ state }) => unsent.includes(state))
  const inHand = open.filter(hasBegun)
  const untouched = open.filter((cell) => !hasBegun(cell))
  const who = inHand.map((cell) => `${cell.one.name}: ${hasIt(cell)}`).join("; ")
  return `${[
    `${titleOf(cells)}: ${sent} of ${cells.length} sent`,
    ...(inHand.length > 0 ? [`${inHand.length} in hand (${who})`] : []),
    ...(untouched.length > 0
      ? [`${untouched.length} not started: telephone ${listed(untouched.map(({ one }) => one.name))}`]
      : []),
    ...rest(cells, "not open yet"),
    ...rest(cells, "not received"),
  ].join(", ")}.`
}

/** Those that nobody can send now, so that the numbers add up to all. */
const rest = (cells: readonly Cell[], state: ExpectedState): string[] => {
  const found = cells.filter((one) => one.state === state)
  return found.length > 0 ? [`${found.length} ${state} (${listed(found.map(({ one }) => one.name))})`] : []
}

/** "Nothing is late at any site." or what is, longest first. */
export const lateLine = (cells: readonly Cell[], none = "Nothing is late at any site."): string => {
  const late = cells.filter(isLate).toSorted((a, b) => b.daysLate - a.daysLate)
  if (late.length === 0) return none
  const alike = Map.groupBy(late, ({ one, daysLate }) => `${one.round}#${daysLate}`)
  const each = [...alike.values()].map(
    (all) =>
      `${titleOf(all)}, ${daysWords(all[0]?.daysLate ?? 0)}: ${listed(all.map(({ one }) => one.name))}`,
  )
  return `Late: ${each.join("; ")}.`
}

const titleOf = (cells: readonly Cell[]) => sharedTitle(cells.map(({ one }) => one))

const daysWords = (days: number) => {
  if (days === 0) return "less than a working day"
  return `${days} working ${days === 1 ? "day" : "days"}`
}

const asksLine = ({ asks }: Facts) => {
  if (asks === 0) return ""
  return asks === 1
    ? "1 request for more time waits for you."
    : `${asks} requests for more time wait for you.`
}

const coachLine = (facts: Facts): string => {
  const { own } = facts
  if (own.length === 0) return join(["You coach no site yet.", lateLine(facts.cells)])
  const cells = facts.cells.filter(({ one }) =>
    own.some(({ organisation }) => organisation === one.organisation),
  )
  return join([
    `You coach ${listed(own.map(({ name }) => name))}.`,
    lateLine(cells, own.length === 1 ? "Nothing is late there." : "Nothing is late at any of them."),
    nextLine(facts),
  ])
}

/** What waits for a reader of expressions of interest, said by where the rounds stand. */
const readingLine = (facts: Facts): string => {
  const { rounds, at } = facts
  const open = rounds.filter((one) => standingOf(one, at) === "open").sort(byClose)
  if (open[0])
    return `No expression of interest is closed to changes yet: “${open[0].title}” closes at ${dayMomentWords(new Date(open[0].closes))}.`
  const next = rounds
    .filter((one) => standingOf(one, at) === "not open yet")
    .sort((a, b) => a.opens.localeCompare(b.opens))[0]
  return next
    ? `No round is open. Next: “${next.title}” opens at ${dayMomentWords(new Date(next.opens))}.`
    : join(["No round is open, and none is published to come.", nextLine(facts)])
}

const byClose = (a: ListedRound, b: ListedRound) => a.closes.localeCompare(b.closes)

const decisionLine = (facts: Facts): string => {
  const waits = decisionsLine(facts)
  const today = londonDate(facts.at)
  const next = facts.rounds
    .filter(({ decisionsBy }) => decisionsBy >= today)
    .sort((a, b) => a.decisionsBy.localeCompare(b.decisionsBy))[0]
  if (!next) return join([waits || "Nothing to decide: no round waits for a decision.", nextLine(facts)])
  const closed = standingOf(next, facts.at) === "closed"
  return closed
    ? join([
        waits,
        `“${next.title}” has closed: sites have been told that they hear by ${dayWords(next.decisionsBy)}.`,
      ])
    : `${waits || "Nothing to decide today."} Next: “${next.title}”, decisions by ${dayWords(next.decisionsBy)}.`
}

const waitingLine = ({ cells, at }: Facts): string => {
  const open = firstOpen(cells)
  const left = open.filter(({ state }) => unsent.includes(state))
  const [first] = left
  if (!first) return "No return waits to be sent."
  const by = lateWords(first.one, at) || `due on ${dayWords(londonDate(new Date(first.one.by)))}`
  return `${titleOf(open)}: ${left.length} of ${open.length} to come, ${by}.`
}

const sentSoFar = (cells: readonly Cell[]): string => {
  const due = cells.filter(({ state }) => state !== "not open yet" && state !== "not needed")
  if (due.length === 0) return "No return is open at any site."
  return `${due.filter(({ state }) => settled.includes(state)).length} of ${due.length} returns that are open or were due lately are sent.`
}

/** What opens next, where anything does. */
const nextLine = ({ cells, coming, at }: Facts): string => {
  const opening = [
    ...cells
      .filter(({ state }) => state === "not open yet")
      .map(({ one: { title, opens, by } }) => ({ title, opens, by })),
    ...coming,
  ]
    .filter(({ opens }) => new Date(opens) > at)
    .sort((a, b) => a.opens.localeCompare(b.opens))[0]
  if (!opening) return ""
  const day = (instant: string) => dateWords(londonDate(new Date(instant)))
  return `Next: ${opening.title}, from ${day(opening.opens)}, due on ${day(opening.by)}.`
}

/** "Halton, Liverpool and Sheffield" */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
