import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newEvaluationHead } from "../../shared/domain/evaluation/head.ts"
import type { SharedStory } from "../../shared/domain/evaluation/stories/story.ts"
import type { PointOrMonth } from "../../shared/kinds/measures/figure.ts"
import { calendarIn, putSite } from "../../shared/store/calendar.ts"
import { putEvaluationHead } from "../../shared/store/evaluation-head.ts"
import { keys } from "../../shared/store/keys.ts"
import { shareAs } from "../../shared/store/stories.ts"
import type { Action } from "../../shared/store/table.ts"
import { does } from "../support/evaluation/everything.ts"
import { count, figuresAt, putMeasured, share } from "../support/evaluation/measured.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { emails } from "../support/roles.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { type Call, watched } from "../support/watched.ts"

let service: Service
const calls: Call[] = []
let evaluator: Client
let reader: Client
let lead: Client
const six = ["halton", "sheffield", "liverpool", "bradford", "hertfordshire", "shropshire"]

beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  await publishPhaseTwo(service, "2017-10-12", true)
  service.at("2018-01-16T09:00:00Z")
  evaluator = await service.as(emails.evaluator)
  reader = await service.as(emails.reader)
  lead = await service.as(emails.lead)
})
afterAll(() => service.stop())

/** What one page asked of the table; the session is marked as seen before. */
const costOf = async (who: Client, path: string) => {
  expect([path, (await who.get(path)).status]).toEqual([path, 200])
  calls.length = 0
  service.costs.length = 0
  expect([path, (await who.get(path)).status]).toEqual([path, 200])
  return calls.length
}
const write = async (actions: Action[]) => {
  for (let n = 0; n < actions.length; n += 50)
    expect((await service.table.write(actions.slice(n, n + 50))).written).toBe(true)
}
const said = (site: string, n: number, at: PointOrMonth) =>
  figuresAt(site, {
    at,
    figures: [count("people", 17 + n), share("kept", 12 + n, 17 + n), count("admissions", 5 + n)],
  })
const release = (title: string) =>
  does(evaluator, "/findings/NSW2/releases/new", { title, because: "The Department asked for them." })

const measures = "/findings/NSW2/measures"
const across = [measures, `${measures}/people`, `${measures}.csv`]
const each = async (who: Client, paths: string[]) => {
  const found: number[] = []
  for (const path of paths) found.push(await costOf(who, path))
  return found
}
const ofSite = [
  "/organisations/halton",
  "/organisations/halton/evaluation/NSW2",
  "/organisations/halton/evaluation/NSW2/measures",
  "/organisations/halton/evaluation/NSW2/one-page",
  "/organisations/halton/stories/NSW2",
]

describe("what a page of the evaluation asks of the table", () => {
  test("is so much a site for true counts over all of them, and the same for what was released, of 6 and of 30 sites", async () => {
    await putMeasured(
      service.table,
      six.map((site, n) => said(site, n, "baseline")),
    )
    await release("Six")
    const few = { all: await each(evaluator, across), released: await each(reader, across) }
    const desk = await costOf(evaluator, "/findings")
    const { programme } = service.world.settings
    const halton = await calendarIn(service.table, programme).site("NSW2", "halton")
    if (!halton) throw new Error("Halton is in the phase")
    const more = Array.from({ length: 24 }, (_, n) => `site-${n}`)
    await write(
      more.flatMap((organisation) => [
        putSite(programme, { ...halton, organisation, name: organisation }),
        putEvaluationHead(newEvaluationHead({ organisation, phase: "NSW2", name: organisation }), undefined),
      ]),
    )
    await putMeasured(
      service.table,
      more.map((site, n) => said(site, n, "baseline")),
    )
    await release("Thirty")
    const many = { all: await each(evaluator, across), released: await each(reader, across) }
    expect(few.all).toEqual(across.map(() => 2 + 3 * 6))
    expect(many.all).toEqual(across.map(() => 2 + 3 * 30))
    expect(few.released).toEqual(across.map(() => 3))
    expect(many.released).toEqual(few.released)
    expect(await costOf(evaluator, "/findings")).toBe(desk)
  }, 30_000)

  test("is the same whatever the history: months of tallies, releases, versions of a plan and of returns", async () => {
    const before = [...(await each(evaluator, across)), ...(await each(reader, across))]
    const own = await each(lead, ofSite)
    const months = ["2017-10", "2017-11", "2017-12"] as const
    await putMeasured(
      service.table,
      six.flatMap((site, n) => months.map((at) => said(site, n, at))),
    )
    for (const title of ["Third", "Fourth"]) {
      await putMeasured(service.table, [said("halton", title.length * 7, "2018-01")])
      await release(title)
    }
    const old = { organisation: "halton", phase: "NSW2", revision: 1 }
    await write(
      Array.from({ length: 100 }, (_, n) => [
        { put: { ...keys.evaluation("halton", "PLANVERSION", "NSW2", `9${n}`), ...old } },
        { put: { ...keys.evaluation("halton", "PLANREMARK", "NSW2", `9${n}`), ...old, id: `9${n}` } },
        { put: { pk: "ORG#halton", sk: `SUBMISSION#old#V#${n}`, ...old } },
      ]).flat(),
    )
    expect([...(await each(evaluator, across)), ...(await each(reader, across))]).toEqual(before)
    expect(await each(lead, ofSite)).toEqual(own)
  }, 30_000)

  test("is one query for the stories that sites share, few or many, on every page that lists them", async () => {
    const { programme } = service.world.settings
    const story = (n: number): SharedStory => ({
      organisation: six[n % 6] ?? "halton",
      phase: "NSW2",
      id: String(n).padStart(3, "0"),
      name: "Somebody",
      pseudonym: `Peter ${n}`,
      band: "18 to 25",
      text: "I ring one person now.",
      uses: ["team", "sites", "reports"],
      reviewBy: "2018-12-31",
      sharedAt: "2018-01-12T09:00:00.000Z",
      reports: [],
      version: 1,
      revision: 0,
    })
    const shared = (from: number, to: number) =>
      write(
        Array.from({ length: to - from }, (_, n) => shareAs(programme, story(from + n), undefined)).flat(),
      )
    await shared(0, 3)
    const paths = ["/findings/stories", "/findings/stories.csv", "/findings/NSW2/reports/add"]
    const few = [
      await each(evaluator, paths),
      await costOf(lead, "/organisations/halton/stories/NSW2/others"),
    ]
    await shared(3, 100)
    expect([
      await each(evaluator, paths),
      await costOf(lead, "/organisations/halton/stories/NSW2/others"),
    ]).toEqual(few)
    expect(await each(evaluator, paths.slice(0, 2))).toEqual([3, 3])
  }, 30_000)
})

test("a home asks for no more than it did before there was an evaluation: where it stands lies with what is current", async () => {
  const bare = await startService({ around: watched(calls) })
  try {
    await publishPhaseTwo(bare)
    bare.at("2018-01-16T09:00:00Z")
    const other = await bare.as(emails.lead)
    const home = "/organisations/halton"
    await other.get(home)
    calls.length = 0
    await other.get(home)
    const without = calls.map(({ asks, at }) => `${asks} ${at[0]}`).toSorted()
    await costOf(lead, home)
    expect(calls.map(({ asks, at }) => `${asks} ${at[0]}`).toSorted()).toEqual(without)
  } finally {
    await bare.stop()
  }
})
