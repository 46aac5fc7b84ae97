import { domainOf, type Site } from "../demonstration/sites.ts"
import { all, begins, calls, type Does, type Kept, type Move, moves, referenceOf, writes } from "./acts.ts"
import { accountant, lead, move } from "./returns.ts"

export const evaluator = "evaluator@scie.example"
export const governance = (site: Site) => `governance@${domainOf(site)}`
export const findings = "/findings/NSW2"

const evaluationOf = (site: Site) => `/organisations/${site}/evaluation/NSW2`

/** One move about the evaluation of a site. */
export const about = (site: Site, path: string, body: unknown = {}): Does =>
  calls(`${evaluationOf(site)}/${path}`, body)

type When = [day: string, time: string]

type Written = { from: string; answers?: Record<string, unknown> }
type Whole = { whole: { revision: number; entries: { id: string }[] } }

const wholeOf = async (site: Site, player: Parameters<Does>[0]) =>
  ((await player.get(`${evaluationOf(site)}/plan`)).body as unknown as Whole).whole

const saves =
  (site: Site, section: string, answers: Record<string, unknown>): Does =>
  async (player) => {
    const { revision } = await wholeOf(site, player)
    return player.does(`${evaluationOf(site)}/plan/sections/${section}`, { revision, answers })
  }

/** Measures that stand in the draft already are written on; the others are added. */
const measures =
  (site: Site, wanted: Written[]): Does =>
  async (player, kept) => {
    const { entries } = await wholeOf(site, player)
    const told: Record<string, string> = {}
    for (const [place, { from, answers }] of wanted.entries()) {
      const id =
        entries[place]?.id ??
        String((await player.does(`${evaluationOf(site)}/plan/measures`, { from })).measure)
      if (answers) await saves(site, id, answers)(player, kept)
      told[from] = id
    }
    return told
  }

const measuresOf = (site: Site) => `${site}: measures`

type Plan = {
  begun: string
  /** Who of the site's team writes it, where it is not the contributor. */
  by?: string
  theory: Record<string, string>
  group?: Record<string, string>
  measures: Written[]
  proposed: string
  agreed: string
  version?: number
}

/** An evaluation plan from its first line to the word of both: the lead proposes it and gives the site's. */
export const plans = (site: Site, { by = accountant(site), ...plan }: Plan): Move[] => [
  move(plan.begun, "10:00", by, about(site, "plan/begin")),
  move(
    plan.begun,
    "14:00",
    by,
    all(saves(site, "theory", plan.theory), saves(site, "group", plan.group ?? { admissions: "asked" })),
  ),
  move(plan.begun, "14:20", by, measures(site, plan.measures), measuresOf(site)),
  move(plan.proposed, "11:00", lead(site), about(site, "plan/propose", { agrees: true })),
  move(plan.agreed, "15:00", evaluator, about(site, "plan/agree", { version: plan.version ?? 1 })),
]

export const rewrites = saves

type Point = "baseline" | "final"
const roundOf = {
  baseline: "nsw2-baseline-2017-10-01",
  final: "nsw2-final-2018-03-31",
} as const
const nameOf = (site: Site, point: Point) => `${site}: ${point}`

/** The site's own measure is written as `own`: its id is drawn as it is added. */
export type Form = Record<string, Record<string, unknown>>

const fillsIn =
  (site: Site, point: Point, form: Form): Does =>
  (player, kept) => {
    const own = String(kept.get(measuresOf(site))?.own)
    const named = Object.entries(form).map(([section, answers]) => [
      section,
      Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id === "own" ? own : id, answer])),
    ])
    return writes(site, nameOf(site, point), Object.fromEntries(named))(player, kept)
  }

/** A return of the evaluation: the contributor begins and writes it, the lead signs and sends it. */
export const evaluates = (
  site: Site,
  point: Point,
  { begun, sent, form }: { begun: string; sent: When; form: Form },
): Move[] => {
  const name = nameOf(site, point)
  return [
    move(begun, "10:30", accountant(site), begins(site, roundOf[point]), name),
    move(begun, "11:30", accountant(site), fillsIn(site, point, form)),
    move(...sent, lead(site), all(moves(site, name, "sign"), moves(site, name, "send"))),
  ]
}

/** What was sent is opened, changed, signed and sent again. */
export const sendsAgain = (site: Site, point: Point, [day, time]: When, form: Form): Move => {
  const name = nameOf(site, point)
  const again = all(fillsIn(site, point, form), moves(site, name, "sign"), moves(site, name, "send"))
  return move(day, time, lead(site), again)
}

const reviewing = (kept: Kept, site: Site, point: Point) =>
  `${evaluationOf(site)}/returns/${referenceOf(kept, nameOf(site, point))}`

/** A move of the evaluator about a return, as it stands when they read it. */
export const reviews =
  (
    site: Site,
    point: Point,
    path: "accept" | "send-back" | "reopen",
    body: Record<string, unknown> = {},
  ): Does =>
  async (player, kept) => {
    const here = reviewing(kept, site, point)
    const { revision } = (await player.get(here)).body
    return player.does(`${here}/${path}`, { revision, ...body })
  }

export const accepts = (site: Site, point: Point, [day, time]: When): Move =>
  move(day, time, evaluator, reviews(site, point, "accept"))

type Asked = { about: string; text: string; answerBy: string; on: When; answer: string; answered: When }

/** A question about a figure, its answer, and that it is settled. */
export const asks = (site: Site, point: Point, { on, answer, answered, ...question }: Asked): Move[] => [
  move(...on, evaluator, (player, kept) =>
    player.does(`${reviewing(kept, site, point)}/questions`, question),
  ),
  move(...answered, lead(site), (player, kept) =>
    player.does(
      `/organisations/${site}/submissions/${referenceOf(kept, nameOf(site, point))}/figure-questions/1`,
      { answer },
    ),
  ),
]

export const settles =
  (site: Site, point: Point): Does =>
  (player, kept) =>
    player.does(`${reviewing(kept, site, point)}/questions/1/settle`, {})

/** What a figure is, in the words of a form. */
export const count = (count: number, more = {}) => ({ value: { count }, ...more })
export const share = (numerator: number, denominator: number, more = {}) => ({
  value: { numerator, denominator },
  ...more,
})
export const days = (amount: number, n: number, more = {}) => ({ value: { amount, n }, ...more })
export const notKnown = (why: string, knownBy: string) => ({ value: { notKnown: why, knownBy } })
export const none = (why: string) => ({ value: { notApplicable: why } })
