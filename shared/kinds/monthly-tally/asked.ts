import { repeated, wholeNumber } from "../../form/questions/index.ts"
import { type Derived, section } from "../../form/section.ts"
import { addMonths } from "../../values/london.ts"
import { isKnown, talliedMonth } from "../measures/figure.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { columnsOf, countColumns, daysOf, heads, type TallyRow, totalOf, totalWords } from "./columns.ts"

/** As many workers as any team has. */
export const mostWorkers = 30

/** The one page of a tally: a row a worker, or one for the team, with what it comes to. */
export const tallySection = (facts: ReturnFacts) =>
  section({
    id: "tally",
    title: "The month in numbers",
    minutes: 2,
    intro:
      "Numbers only, and no person in them. Type 0 where there was none: an empty place is not a nought.",
    asks: {
      team: repeated({
        label: "Your team in the month",
        called: "what your team counted",
        hint: "A row for each worker, or one row for the whole team.",
        of: columnsOf(facts),
        upTo: mostWorkers,
        calledRow: "worker",
      }),
      workers: wholeNumber({
        label: "How many named social workers is this?",
        called: "how many named social workers this is",
        hint: "Only where a row is for more than one of them.",
        least: 1,
        most: 200,
        optional: true,
      }),
    },
    checks: [
      {
        at: "team",
        needs: ["team"],
        holds: ({ team }) => tooMany(rows(team), "kept", ["people"]) === undefined,
        otherwise: ({ team }) =>
          `More people kept the same worker than there are people: ${tooMany(rows(team), "kept", ["people"])}`,
      },
      {
        at: "team",
        needs: ["team"],
        holds: ({ team }) => tooMany(rows(team), "changed", ["formal", "meeting"]) === undefined,
        otherwise: ({ team }) =>
          `Something changed after more challenges than were raised: ${tooMany(rows(team), "changed", ["formal", "meeting"])}`,
      },
      {
        at: "team",
        needs: ["team"],
        holds: ({ team }) => withoutDays(rows(team)) === undefined,
        otherwise: ({ team }) =>
          `Enter how many protected days a week ${withoutDays(rows(team))} really had, or why that is not known`,
      },
      {
        at: "team",
        needs: ["team"],
        weighs: "warning",
        holds: ({ team }) => otherThanBefore(facts, rows(team)) === undefined,
        otherwise: ({ team }) => otherThanBefore(facts, rows(team)) ?? "",
      },
    ],
    derives: ({ team }) => (team ? [sums(facts, rows(team))] : []),
  })

const rows = (team: unknown) => team as readonly TallyRow[]

const numberIn = (row: TallyRow, column: (typeof countColumns)[number]) => {
  const given = row[column]
  return given && "number" in given ? given.number : undefined
}

/** The first row in which a part is more than the whole that it is of. */
const tooMany = (
  all: readonly TallyRow[],
  part: "kept" | "changed",
  whole: readonly ("people" | "formal" | "meeting")[],
): string | undefined =>
  all.find((row) => {
    const of = whole.map((column) => numberIn(row, column))
    const some = numberIn(row, part)
    return some !== undefined && of.every((one) => one !== undefined) && some > sum(of)
  })?.name

const withoutDays = (all: readonly TallyRow[]): string | undefined => {
  const found = all.find(({ days, noDays }) => days === undefined && noDays === undefined)
  return found && (found.name ?? "this worker")
}

const sum = (all: readonly (number | undefined)[]) =>
  all.reduce<number>((total, one) => total + (one ?? 0), 0)

/** How many people there were a month before, where a tally says so. */
const peopleBefore = ({ evaluation, ...facts }: ReturnFacts): number | undefined => {
  const month = addMonths(`${facts.return.to.slice(0, 7)}-01`, -1).slice(0, 7)
  const said = evaluation?.earlier
    .find(({ point }) => talliedMonth.safeParse(point).success && point === month)
    ?.figures.find(({ measure }) => measure === "people")?.value
  return said && isKnown(said) && "count" in said ? said.count : undefined
}

/** A question to whoever sends it, and never a mistake: it may be as they say. */
const otherThanBefore = (facts: ReturnFacts, all: readonly TallyRow[]): string | undefined => {
  const before = peopleBefore(facts)
  const [people, started, stopped] = (["people", "started", "stopped"] as const).map((column) => {
    const total = totalOf(all, column)
    return "number" in total ? total.number : undefined
  })
  if (before === undefined || people === undefined || started === undefined || stopped === undefined)
    return undefined
  const makes = before + started - stopped
  return people === makes
    ? undefined
    : `The month before there were ${before}. With ${started} who started and ${stopped} who stopped that makes ${makes}, and you say ${people}. Is it so?`
}

/** What all rows come to, worked out and never typed. */
const sums = (facts: ReturnFacts, all: readonly TallyRow[]): Derived => {
  const columns = columnsOf(facts)
  return {
    caption: "All together",
    columns: ["Total"],
    rows: [
      ...countColumns
        .filter((column) => column in columns)
        .map((column) => ({ label: heads[column], cells: [totalWords(totalOf(all, column))] })),
      { label: "Protected days a week, on average", cells: [totalWords(daysOf(all))] },
    ],
  }
}
