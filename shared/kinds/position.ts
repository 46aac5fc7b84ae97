import type { Posting } from "../form/posting.ts"
import type { Derived } from "../form/section.ts"
import { dateWords } from "../values/london.ts"
import { pounds } from "../values/money.ts"
import { actualBy, sumOf } from "./lines.ts"
import type { ReturnFacts } from "./return-facts.ts"

/** Where the money of a site stands with a return that nobody has accepted yet: as its account says it afterwards. Pence. */
export type Position = {
  award: number
  paid: number
  /** What was accepted before. */
  before: number
  /** What this return says was spent, and what it corrects. */
  now: number
  actual: number
  accrued: number
  forecast: number
  outturn: number
  /** What nobody expects to spend: negative where more is expected than was awarded. */
  unallocated: number
  /** Negative where the council carries it. */
  cashHeld: number
}

/** Nothing where the site has no account: then nobody knows what was accepted before. */
export const positionOf = ({ site, funding }: ReturnFacts, posting: Posting): Position | undefined => {
  if (!funding || site.award === undefined) return undefined
  const before = sumOf(
    actualBy(
      funding.earlier.map((one) => one.posting),
      "row",
    ),
  )
  const now = sumOf(actualBy([posting], "row"))
  const actual = before + now
  const accrued = sumOf(posting.accrued)
  const forecast = posting.forecast.reduce((sum, { amount }) => sum + amount, 0)
  const outturn = actual + accrued + forecast
  return {
    award: site.award,
    paid: funding.paid,
    before,
    now,
    actual,
    accrued,
    forecast,
    outturn,
    unallocated: site.award - outturn,
    cashHeld: funding.paid - actual,
  }
}

/** The two sums that must always come out, each as a sentence. */
export const positionWords = (one: Position): string[] => [
  `Your award of ${pounds(one.award)} is ${pounds(one.actual)} spent, ${pounds(one.accrued)} received and not paid for yet, ${pounds(one.forecast)} expected, and ${
    one.unallocated < 0
      ? `${pounds(-one.unallocated)} too much.`
      : `${pounds(one.unallocated)} that nobody expects to spend.`
  }`,
  `You were paid ${pounds(one.paid)} and have spent ${pounds(one.actual)}: ${
    one.cashHeld < 0
      ? `the council is carrying ${pounds(-one.cashHeld)}.`
      : `you hold ${pounds(one.cashHeld)}.`
  }`,
]

/** What is known of the award before anything is typed. */
export const awardTable = ({ site, funding }: ReturnFacts): Derived[] => {
  if (!funding || site.award === undefined) return []
  const before = sumOf(
    actualBy(
      funding.earlier.map((one) => one.posting),
      "row",
    ),
  )
  const line = (label: string, amount: number) => ({ label, cells: [pounds(amount)] })
  const last = funding.earlier.at(-1)
  return [
    {
      caption: "Your award, before this return",
      first: true,
      columns: ["Amount"],
      rows: [
        line("Award", site.award),
        line("Paid to you", funding.paid),
        line("Spent, as it was accepted", before),
        funding.paid < before
          ? line("Carried by the council", before - funding.paid)
          : line("Held by you", funding.paid - before),
      ],
      says: [
        last ? `The last that was accepted is ${last.title}.` : "Nothing was accepted before.",
        ...funding.versions
          .slice(1)
          .map(
            ({ amount, on, because }) =>
              `Since ${dateWords(on)} your award is ${pounds(amount)}: ${because.replace(/\.$/, "")}.`,
          ),
      ],
    },
  ]
}
