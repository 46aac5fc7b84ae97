import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { MeasureTable } from "../../shared/domain/evaluation/analysis/table.ts"
import { keys } from "../../shared/store/keys.ts"
import { count, figuresAt, putMeasured, share } from "../support/evaluation/measured.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"
import { type Call, watched } from "../support/watched.ts"

let service: Service
const calls: Call[] = []
type Name = "lead" | "officer" | "coach" | "evaluator" | "coordinator" | "reader" | "other"
let people: Record<Name, Client>

const site = "/organisations/halton/evaluation/NSW2"
const measures = `${site}/measures`
const across = "/findings/NSW2/measures"

beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00.000Z")
  const emails: Record<Name, string> = {
    lead: "site-lead@halton.example",
    officer: "governance@halton.example",
    coach: "coach@innovation-unit.example",
    evaluator: "evaluator@scie.example",
    coordinator: "coordinator@innovation-unit.example",
    reader: "reader@doh.example",
    other: "site-lead@sheffield.example",
  }
  people = Object.fromEntries(
    await Promise.all(Object.entries(emails).map(async ([name, email]) => [name, await service.as(email)])),
  ) as Record<Name, Client>
  const month = "2017-12"
  await putMeasured(service.table, [
    figuresAt("halton", {
      at: "baseline",
      figures: [
        count("people", 17),
        share("kept", 13, 17),
        count("admissions", 2),
        { measure: "discharges", value: { notKnown: "The ward sends it in January", knownBy: "2018-01-31" } },
      ],
    }),
    figuresAt("halton", { at: month, figures: [count("people", 17), count("admissions", 0)] }),
    figuresAt("halton", { at: "final", state: "sent", figures: [count("people", 16)] }),
    figuresAt("sheffield", {
      at: "baseline",
      figures: [count("people", 12), share("kept", 9, 12), count("admissions", 7)],
    }),
    figuresAt("sheffield", { at: month, figures: [count("people", 12), count("admissions", 3)] }),
    figuresAt("bradford", { at: "baseline", figures: [count("people", 41), count("admissions", 11)] }),
    figuresAt("liverpool", { at: "baseline", figures: [count("people", 23), count("admissions", 6)] }),
  ])
  await answered("halton", 12)
  await answered("sheffield", 3)
})
afterAll(() => service.stop())

/** So many people of a site who said yes to the evaluator, one of them no. */
const answered = async (organisation: string, people: number) => {
  const all = Array.from({ length: people }, (_, n) => ({
    organisation,
    phase: "NSW2",
    wave: "first",
    point: "baseline",
    group: "people",
    id: `${n}`,
    on: "2018-01-10",
    by: "link",
    said: { "knows-who": n === 0 ? "no" : "yes", listens: n === 0 ? "no" : "yes" },
    words: { better: "KEPTFORTHEEVALUATOR" },
  }))
  await service.table.write(
    all.map((one) => ({ put: { ...keys.answerGiven(organisation, "NSW2", "first", one.id), ...one } })),
  )
}

type Read = { view: string; table?: MeasureTable; release?: { number: number; rule: string[] } }

const read = async (who: Client, path: string) => {
  const answer = await who.api("GET", path)
  return { status: answer.status, ...(answer.status === 200 ? ((await answer.json()) as Read) : {}) }
}
const saysIn = ({ table }: Partial<Read>, measure: string, at = "baseline", place = "halton") =>
  table?.cells.find((one) => one.measure === measure && one.at === at && one.place === place)?.says

const release = async (title = "Baselines", more: Record<string, unknown> = {}) =>
  people.evaluator.api(
    "POST",
    "/findings/NSW2/releases/new",
    { title, because: "Sites asked for it.", ...more },
    keyed(),
  )

describe("before anything was released", () => {
  test("the site, its coach and the evaluator see true counts, and nobody else a number", async () => {
    for (const name of ["lead", "officer", "coach", "evaluator"] as const) {
      const seen = await read(people[name], measures)
      expect([name, seen.view, saysIn(seen, "people")]).toEqual([name, "true", { count: 17 }])
    }
    for (const name of ["coordinator", "reader"] as const) {
      expect(await read(people[name], measures)).toEqual({ status: 200, view: "released" })
      expect(await read(people[name], across)).toEqual({ status: 200, view: "released" })
      const page = await (await people[name].get(measures)).text()
      expect(page).toContain("Nothing was released yet.")
    }
    expect((await people.other.get(measures)).status).toBe(404)
    expect((await people.other.get(across)).status).toBe(404)
  })

  test("a site does not hear whether anybody has answered the evaluator", async () => {
    expect(saysIn(await read(people.lead, measures), "knows-who")).toEqual({ gap: "not released yet" })
  })

  test("whoever reads what was released asks the table for no figure of a site", async () => {
    for (const path of [measures, `${measures}.csv`, across, `${across}.csv`]) {
      calls.length = 0
      expect((await people.reader.get(path)).status).toBe(200)
      const asked = calls.map(({ asks, at: [where = ""] }) => `${asks} ${where}`)
      expect(asked.filter((one) => /EVALUATION#|FINDINGS#|ANSWERS#/.test(one))).toEqual([])
      expect(asked.filter((one) => one.includes("RELEASED#"))).toHaveLength(1)
      expect(asked.length).toBeLessThanOrEqual(3)
    }
  })

  test("what is not known stands there with its reason, and what is not accepted is not sent", async () => {
    const seen = await read(people.lead, measures)
    expect(saysIn(seen, "discharges")).toEqual({
      gap: "not known",
      because: "The ward sends it in January",
      knownBy: "2018-01-31",
    })
    expect(saysIn(seen, "people", "final")).toEqual({ gap: "not sent yet" })
    const page = await (await people.lead.get(measures)).text()
    expect(page).toContain("True counts: for the site, its coach and the evaluator. Do not pass them on.")
    expect(page).toContain("known by 31 January 2018")
  })
})

describe("a release", () => {
  test("is read before it is made, and is refused where something else was sent since", async () => {
    const preview = await people.evaluator.api("GET", "/findings/NSW2/releases/new")
    const { seen, shown, hidden, table } = (await preview.json()) as Read & {
      seen: string
      shown: number
      hidden: number
    }
    expect([shown > 0, hidden > 0, table?.view]).toEqual([true, true, "released"])
    const page = await (await people.evaluator.get("/findings/NSW2/releases/new")).text()
    expect(page).toContain(`It would show ${shown} numbers and hide ${hidden}.`)
    const other = await release("Baselines", { seen: "another table" })
    expect(other.status).toBe(409)
    const made = await release("Baselines", { seen })
    expect([made.status, await made.json()]).toEqual([201, { release: 1, shown, hidden }])
  })

  test("is for the evaluator alone to make", async () => {
    for (const name of ["coordinator", "reader", "coach"] as const) {
      expect((await people[name].get("/findings/NSW2/releases/new")).status).toBe(403)
      const made = await people[name].api(
        "POST",
        "/findings/NSW2/releases/new",
        { title: "Mine", because: "I want it." },
        keyed(),
      )
      expect([name, made.status]).toEqual([name, 403])
    }
  })

  test("the same measure is true, true, true and suppressed: on the site’s page, its coach’s, the evaluator’s and the department’s", async () => {
    const kept = [
      [people.lead, measures],
      [people.coach, measures],
      [people.evaluator, across],
      [people.reader, measures],
      [people.reader, across],
      [people.coordinator, across],
      [people.coach, across],
    ] as const
    const seen = await Promise.all(
      kept.map(async ([who, path]) => {
        const given = await read(who, path)
        return [given.view, saysIn(given, "admissions")]
      }),
    )
    const hidden = ["released", { count: "[c]" }]
    const real = ["true", { count: 2 }]
    expect(seen).toEqual([real, real, real, hidden, hidden, hidden, hidden])
    const pages = await Promise.all(
      (
        [
          [people.lead, measures],
          [people.coach, measures],
          [people.evaluator, `${across}/admissions`],
          [people.reader, measures],
        ] as const
      ).map(async ([who, path]) => (await who.get(path)).text()),
    )
    expect(pages.map((page) => page.includes("True counts"))).toEqual([true, true, true, false])
    expect(pages.slice(2).map((page) => /\[c\] means fewer than 5/.test(page))).toEqual([false, true])
  })

  test("rounds what it shows, hides every percentage that hangs on what is hidden, and says no word of a site", async () => {
    const seen = await read(people.reader, across)
    expect(saysIn(seen, "people")).toEqual({ count: 15 })
    expect(saysIn(seen, "discharges")).toEqual({ gap: "not known", knownBy: "2018-01-31" })
    expect(JSON.stringify(seen)).not.toContain("The ward sends it")
    for (const { says } of seen.table?.cells ?? []) {
      if ("count" in says && typeof says.count === "number") expect(says.count % 5).toBe(0)
      if ("share" in says && says.numerator === "[c]") expect(says.share).toBe("[c]")
    }
  })

  test("is the same in the page, the file and the API, cell by cell", async () => {
    const { table, release: made } = await read(people.reader, across)
    const file = await (await people.reader.get(`${across}.csv`)).text()
    const rows = file.trim().split("\r\n")
    expect(rows).toHaveLength(1 + (table?.cells.length ?? 0) + 1 + (made?.rule.length ?? 0))
    for (const line of made?.rule ?? []) expect(file).toContain(line.slice(0, 30))
    expect(rows.filter((row) => row.split(",").includes("17"))).toEqual([])
    const page = await (await people.reader.get(`${across}/people`)).text()
    expect(page).not.toMatch(/>\s*17\s*</)
    expect(page).toContain("<svg")
  })

  test("a coach reads at findings what was released of all, with the way to the true counts of their own sites", async () => {
    const page = await (await people.coach.get(across)).text()
    expect(page).toContain("True counts of the sites that you support")
    expect(page).toContain(`href="${measures}"`)
  })

  test("is not made twice of the same, and stands as it was when another is made", async () => {
    const again = await release("The same again")
    expect([again.status, ((await again.json()) as { detail?: string }).detail]).toEqual([
      409,
      "It would say what release 1 says, and nothing else.",
    ])
    const before = await (await people.reader.api("GET", "/findings/NSW2/releases/1")).json()
    await putMeasured(service.table, [
      figuresAt("shropshire", { at: "baseline", figures: [count("people", 30), count("admissions", 8)] }),
    ])
    const made = await release("With Shropshire")
    expect(await made.json()).toMatchObject({ release: 2 })
    expect(await (await people.reader.api("GET", "/findings/NSW2/releases/1")).json()).toEqual(before)
    const list = await (await people.reader.api("GET", "/findings/NSW2/releases")).json()
    expect(list).toMatchObject({ releases: [{ number: 2 }, { number: 1 }] })
    expect((await people.reader.get("/findings/NSW2/releases/3")).status).toBe(404)
  })

  test("leaves a line in the chain of findings, and true counts only where evaluators read", async () => {
    const { items } = await service.table.query({ pk: "LOG#findings", begins: "releases-NSW2#" })
    expect(items.map(({ move }) => move)).toEqual(["make release", "make release"])
    const item = await service.table.get(keys.release("named-social-worker", "NSW2", 1))
    expect(Object.keys(item ?? {}).sort()).toEqual(
      [
        "at",
        "because",
        "by",
        "hidden",
        "number",
        "packed",
        "phase",
        "pk",
        "programme",
        "rule",
        "shown",
        "sk",
        "title",
      ].sort(),
    )
  })
})

describe("what people told the evaluator directly", () => {
  test("is true for the evaluator alone, and for the site what was released from five answers on", async () => {
    const real = await read(people.evaluator, across)
    expect(saysIn(real, "knows-who")).toEqual({ numerator: 11, denominator: 12, share: 92 })
    expect(saysIn(real, "asked-listens")).toEqual({ numerator: 11, denominator: 12, share: 92 })
    for (const name of ["lead", "officer", "coach", "reader"] as const) {
      const seen = await read(people[name], measures)
      expect([name, saysIn(seen, "knows-who")]).toEqual([
        name,
        expect.objectContaining({ numerator: 10, denominator: 10 }),
      ])
      expect(JSON.stringify(seen)).not.toContain("KEPTFORTHEEVALUATOR")
    }
    const page = await (await people.lead.get(measures)).text()
    expect(page).toContain("people’s own answers, as released")
    expect(page).toContain("[c] means fewer than 5")
    const released = await people.officer.api("GET", `${site}/released`)
    expect(await released.text()).not.toContain("knows-who")
  })

  test("is hidden at a site where fewer than five answered, and no site hears before a release whether anybody did", async () => {
    const sheffield = measures.replace("halton", "sheffield")
    const seen = await read(people.other, sheffield)
    expect(saysIn(seen, "knows-who", "baseline", "sheffield")).toMatchObject({ denominator: "[c]" })
    const own = await read(
      await service.as("site-lead@bradford.example"),
      measures.replace("halton", "bradford"),
    )
    expect(saysIn(own, "knows-who", "baseline", "bradford")).toEqual({ gap: "not released yet" })
  })
})

describe("a figure that a site releases as it is", () => {
  const figure = `${site}/released/admissions/2017-12`

  test("is released by the information-governance officer of the site alone, with why", async () => {
    for (const name of ["lead", "coach", "evaluator"] as const)
      expect((await people[name].api("POST", figure, { because: "It is good news." }, keyed())).status).toBe(
        403,
      )
    expect((await people.reader.api("POST", figure, { because: "It is good news." }, keyed())).status).toBe(
      403,
    )
    const blank = await people.officer.api("POST", figure, { because: "" }, keyed())
    expect(blank.status).toBe(422)
    const released = await people.officer.api("POST", figure, { because: "No one was admitted." }, keyed())
    expect([released.status, await released.json()]).toEqual([
      200,
      { measure: "admissions", at: "2017-12", state: "released" },
    ])
  })

  test("is seen by nobody else before the next release, and can be taken back until then", async () => {
    const list = await people.officer.api("GET", `${site}/released`)
    const { figures } = (await list.json()) as { figures: { measure: string; at: string }[] }
    expect(figures.find(({ measure, at }) => measure === "admissions" && at === "2017-12")).toMatchObject({
      says: { count: 0 },
      others: "[c]",
      released: true,
      known: false,
    })
    expect((await people.officer.api("POST", `${figure}/take-back`, undefined, keyed())).status).toBe(200)
    expect((await people.officer.api("POST", `${figure}/take-back`, undefined, keyed())).status).toBe(409)
    await people.officer.api("POST", figure, { because: "No one was admitted." }, keyed())
  })

  test("is in the next release as it is, and from then on stays known", async () => {
    expect((await release("With what Halton released")).status).toBe(201)
    const seen = await read(people.reader, measures)
    expect(saysIn(seen, "admissions", "2017-12")).toEqual({ count: 0 })
    const page = await (await people.reader.get(measures)).text()
    expect(page).toContain("as it is")
    const back = await people.officer.api("POST", `${figure}/take-back`, undefined, keyed())
    expect([back.status, ((await back.json()) as { detail: string }).detail]).toEqual([
      409,
      expect.stringContaining("Release 3, made 16 January 2018"),
    ])
    expect(await (await people.officer.get(`${site}/released`)).text()).toContain("Nothing: it stays known")
  })

  test("holds for the number that was seen: another number is not released by it", async () => {
    await putMeasured(service.table, [
      figuresAt("halton", { at: "2017-12", figures: [count("people", 17), count("admissions", 1)] }),
    ])
    const asked = await people.officer.api(
      "POST",
      figure,
      { because: "Still good.", seen: '{"count":0}' },
      keyed(),
    )
    expect(asked.status).toBe(409)
    expect((await release("With a correction")).status).toBe(201)
    const seen = await read(people.reader, measures)
    expect(saysIn(seen, "admissions", "2017-12")).toEqual({ count: "[c]" })
  })
})
