import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { MeasureTable } from "../../shared/domain/evaluation/analysis/table.ts"
import { trueTable } from "../../shared/domain/evaluation/analysis/true-table.ts"
import { releaseWithProofs } from "../../shared/domain/evaluation/disclosure/release.ts"
import type { Claims, ReleaseTruth } from "../../shared/domain/evaluation/disclosure/types.ts"
import { claimsOf } from "../../shared/domain/evaluation/releasing/claims.ts"
import { standingIn } from "../../shared/domain/evaluation/releasing/released-figure.ts"
import { suppressed } from "../../shared/domain/evaluation/releasing/suppressed.ts"
import { calendarIn } from "../../shared/store/calendar.ts"
import { gatherPhase } from "../../shared/store/gathering.ts"
import { keys } from "../../shared/store/keys.ts"
import { releasedFiguresOf } from "../../shared/store/released-figures.ts"
import { putRelease, releaseOf, releases } from "../../shared/store/releases.ts"
import { attackFiles } from "../disclosure/attack.ts"
import type { Read } from "../disclosure/rendered.ts"
import { putMeasured } from "../support/evaluation/measured.ts"
import { asRead, readAll } from "../support/evaluation/reading-everything.ts"
import { saidBy } from "../support/evaluation/seeded.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"

let service: Service
let people: Record<"evaluator" | "governance" | "reader" | "coordinator", Client>
let sites: string[]
let programme: string
let phaseTitle: string
const of = () => ({ programme, phase: "NSW2" })

beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00.000Z")
  programme = service.world.settings.programme
  const phase = await calendarIn(service.table, programme).phase("NSW2")
  phaseTitle = phase?.title ?? ""
  sites = phase?.sites.map(({ organisation }) => organisation) ?? []
  people = {
    evaluator: await service.as("evaluator@scie.example"),
    governance: await service.as("governance@halton.example"),
    reader: await service.as("reader@doh.example"),
    coordinator: await service.as("coordinator@innovation-unit.example"),
  }
})
afterAll(() => service.stop())

const claimsNow = async () => {
  const phases = await calendarIn(service.table, programme).phases()
  const phase = phases.find(({ id }) => id === "NSW2")
  if (!phase) throw new Error("There is no phase 2")
  const gathered = await gatherPhase(service.table, phase, phases)
  const released = await Promise.all(
    sites.map((organisation) => releasedFiguresOf(service.table, { organisation, phase: "NSW2" })),
  )
  const table = trueTable("NSW2", gathered)
  return { table, claims: claimsOf(table, gathered, released.flatMap(standingIn)) }
}

/** Another programme in the place of the one before. */
const begin = async (seed: number) => {
  const said = saidBy(sites, seed)
  const gone = async (pk: string, begins: string) => {
    const { items } = await service.table.query({ pk, begins })
    for (let n = 0; n < items.length; n += 50)
      await service.table.write(
        items.slice(n, n + 50).map(({ pk, sk }) => ({ remove: { pk: `${pk}`, sk: `${sk}` } })),
      )
  }
  const release = keys.release(programme, "NSW2", 0)
  const truth = keys.finding(programme, "TRUTH", "NSW2", "")
  await gone(release.pk, release.sk.slice(0, -4))
  await gone(truth.pk, truth.sk)
  for (const site of sites) {
    await gone(keys.evaluation(site, "FIGURES", "NSW2", "").pk, "FIGURES#")
    await gone(keys.evaluation(site, "RELEASEDFIGURE", "NSW2", "").pk, "RELEASEDFIGURE#")
    await gone(keys.answerGiven(site, "NSW2", "", "").pk, "")
  }
  await putMeasured(service.table, said.once)
  for (let n = 0; n < said.answers.length; n += 50)
    await service.table.write(
      said.answers
        .slice(n, n + 50)
        .map((one) => ({ put: { ...keys.answerGiven(one.organisation, "NSW2", one.wave, one.id), ...one } })),
    )
  const freed = await people.governance.api(
    "POST",
    "/organisations/halton/evaluation/NSW2/released/people/baseline",
    { because: "The council published it." },
    keyed(),
  )
  expect(freed.status).toBeLessThan(300)
  return said
}

const makeRelease = async (title: string) => {
  const body = { title, because: "Sites asked for it." }
  const made = await people.evaluator.api("POST", "/findings/NSW2/releases/new", body, keyed())
  expect(made.status).toBe(201)
}

/** Two releases, one after the other, each read to its end: what somebody has who kept all of it. */
const readBoth = async (seed: number, who: Client, make: (title: string) => Promise<void>) => {
  const said = await begin(seed)
  const claims: Claims[] = []
  const files: Read[] = []
  for (const title of ["Baselines", "With the last figures"]) {
    if (claims.length > 0) await putMeasured(service.table, said.later)
    await make(title)
    const now = await claimsNow()
    claims.push(now.claims)
    const all = await releases(service.table, of())
    files.push(asRead(await readAll(who, { all, phase: phaseTitle, sites }), now.claims, now.table))
  }
  return { claims, files }
}

describe("whoever reads all that was released, release after release", () => {
  test.each([
    [3, "reader"],
    [5, "coordinator"],
    [8, "reader"],
  ] as const)(
    "of programme %i, sees what is stored and works out no hidden count: the %s",
    async (seed, who) => {
      const { claims, files } = await readBoth(seed, people[who], makeRelease)
      const found = attackFiles(claims, files, { seed })
      expect(found.wanted).toBeGreaterThan(50)
      expect(found.pins).toEqual([])
      const first = await releaseOf(service.table, of(), 1)
      const body = (await (await people[who].api("GET", "/findings/NSW2/releases/1")).json()) as {
        table: MeasureTable
      }
      expect(body.table).toEqual(first?.table)
    },
  )

  test.each([3, 8])("works some out of programme %i where no second cells were hidden", async (seed) => {
    const truths: ReleaseTruth[] = []
    const openly = async (title: string) => {
      const { table, claims } = await claimsNow()
      const made = releaseWithProofs(claims, truths, false)
      truths.push(made.truth)
      const one = {
        ...of(),
        number: truths.length,
        title,
        because: "A test.",
        at: "2018-01-16T09:00:00.000Z",
        by: { person: "p-test", name: "A test" },
        rule: { edition: "open", words: [] },
        table: suppressed(table, made.table),
        shown: 0,
        hidden: 0,
      }
      const { written } = await service.table.write(putRelease(one, { table, truth: made.truth }))
      expect(written).toBe(true)
    }
    const { claims, files } = await readBoth(seed, people.reader, openly)
    expect(attackFiles(claims, files, { seed }).pins).not.toEqual([])
  })
})
