import { strFromU8, unzipSync } from "fflate"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Reading } from "../../shared/domain/selection/reading.ts"
import { putSite } from "../../shared/store/calendar.ts"
import { panelIn } from "../../shared/store/panel.ts"
import { addresses, differences, dry, dryWhileOn, fetched, knocked } from "../support/crawl.ts"
import { ofThePanel } from "../support/doors.ts"
import {
  afterClose,
  department,
  nobodyLinked,
  openedRound,
  panelPeople,
  programmeId,
  round,
  scoredBy,
  sheetsOf,
  who,
} from "../support/panel.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"
import { decidedAs, wroteOf } from "../support/told.ts"

let service: Service
let people: Awaited<ReturnType<typeof panelPeople>>
let references: Awaited<ReturnType<typeof openedRound>>

const store = () => panelIn(service.table, round)
const linked = Object.values(who).map((one) => ({ ...one, link: "family" as const, at: afterClose }))
const bradford = { decision: "reserve" as const, place: 1 }
const shropshire = { decision: "successful" as const, amount: 4_000_000 }

/** What became of the one that somebody has a link with. */
const halton: Partial<Reading>[] = [
  decidedAs({ decision: "successful", amount: 9_000_000 }),
  { ...decidedAs({ decision: "reserve", place: 2 }), ...scores([0, 0, 0, 0, 0]) },
  { ...decidedAs({ decision: "unsuccessful" }), ...scores([3, 3, 4, 3, 2]), notes: 2 },
  {
    ...decidedAs({ decision: "ineligible" }),
    readers: [],
    scorers: [],
    apply: {
      answer: "no",
      because: "The city leads.",
      caveats: [],
      by: who.chair,
      at: "2017-08-29T09:00:00.000Z",
    },
    flags: [{ id: "flag-0", because: "Look here.", by: who.second, at: "2017-08-29T09:00:00.000Z" }],
  },
]

function scores(given: number[]): Partial<Reading> {
  const { readers, scorers } = scoredBy(given, given)
  return { readers, scorers }
}

const begin = async (said: Reading["said"]) => {
  service = await startService({ around: dryWhileOn })
  references = await openedRound(service, {
    halton: { ...halton[0], said },
    bradford: decidedAs(bradford),
    shropshire: decidedAs(shropshire),
  })
  for (const [one, given] of [
    ["bradford", bradford],
    ["shropshire", shropshire],
  ] as const) {
    await service.table.write(wroteOf(service, references[one], given))
    await sheetsOf(service, references[one], decidedAs(given))
  }
  await service.table.write(wroteOf(service, references.halton, { decision: "unsuccessful" }))
  people = await panelPeople(service)
  service.at("2017-09-13T09:00:00.000Z")
}

const becomes = async (given: Partial<Reading>, said: Reading["said"]) => {
  const before = await store().reading(references.halton)
  if (!before) throw new Error("It is there")
  await service.table.write([
    store().put({ ...before, flags: [], notes: 0, ...given, said, revision: before.revision }, before),
  ])
}

const names = ["chair", "reader", "decider", "adviser", "coordinator"] as const
const looked = () => addresses(Object.values(references), [...ofThePanel, "feed"])

const everything = async (client: Client) => ({
  ...(await fetched(client, looked())),
  ...(await knocked(service, client, Object.values(references))),
  ...(await asksForPlaces(client)),
})

/** Whether a place on the reserve list is free tells nothing of who is on it. */
const asksForPlaces = async (client: Client) => {
  const at = `${department}/expressions/${references.shropshire}/decision`
  const { seen } = (await (await client.api("GET", at)).json()) as { seen?: string }
  const reason = "The need is clear and dated, and the plan says who covers the other work. ".repeat(4)
  const found: Record<string, string> = {}
  dry.on = true
  for (const place of [2, 3]) {
    const body = { seen, decision: "reserve", place, reason, anewBecause: "It was a mistake of mine." }
    const answer = await client.api("POST", at, body, keyed())
    found[`POST place ${place}`] =
      `${answer.status} ${(await answer.text()).replaceAll(/"requestId":"[^"]*"/g, "")}`
  }
  dry.on = false
  return found
}

/** The name of a person, whose role is for two councils. */
const bothCouncils = "Halton and Shropshire finance partner"

const ways = {
  "said a link": { said: linked, bars: async () => {} },
  "are barred by what the service knows": {
    said: [],
    bars: async () => {
      const invite = { name: "X", role: "contributor" }
      for (const email of [
        "chair@doh.example",
        "reader@doh.example",
        "adviser@lived-experience.example",
        "coordinator@innovation-unit.example",
      ]) {
        const one = await people.coordinator.api(
          "POST",
          "/organisations/halton/people/invite",
          { ...invite, email },
          keyed(),
        )
        expect(one.status, await one.clone().text()).toBeLessThan(300)
      }
      await service.table.write([
        putSite(programmeId, {
          phase: "NSW1",
          organisation: "halton",
          name: "Halton",
          from: "2016-10-03",
          to: "2017-03-31",
          joined: "applied",
          because: "For a test.",
          decidedBy: "Nobody",
          note: "",
          longer: [],
          coach: { person: who.decider.person, name: "A coach" },
          revision: 0,
        } as Parameters<typeof putSite>[1]),
      ])
    },
  },
} satisfies Record<string, { said: Reading["said"]; bars: () => Promise<void> }>

describe.each(Object.entries(ways))("those who %s", (_, { said, bars }) => {
  beforeAll(async () => {
    await begin(said)
    await bars()
  })
  afterAll(() => service.stop())

  test.each(names)(
    "find nothing of it in any page, file or answer: the %s",
    async (name) => {
      const all = await everything(people[name])
      expect(Object.values(all).filter((text) => text.includes('"status":5'))).toEqual([])
      const own = Object.entries(all).filter(
        ([path]) =>
          !path.includes("/phase/") &&
          /:reference|GET .*[/]NSW2-HAL/.test(path) &&
          path.includes(references.halton),
      )
      expect(own.length).toBeGreaterThan(40)
      for (const [path, text] of own) expect(text, path).toMatch(/"status":40[34],/)
      for (const [path, text] of Object.entries(all)) {
        const elsewhere = path.includes(references.halton) ? text.replaceAll(references.halton, "") : text
        expect(/Halton|NSW2-HAL/.exec(elsewhere)?.[0], path).toBeUndefined()
      }
    },
    60_000,
  )
})

describe("whoever has a link", () => {
  beforeAll(() => begin(linked))
  afterAll(() => service.stop())

  test.each(names)(
    "is answered the same whatever becomes of it: the %s",
    async (name) => {
      await becomes(halton[0] ?? {}, linked)
      const before = await everything(people[name])
      for (const given of halton.slice(1)) {
        await becomes(given, linked)
        expect(differences(before, await everything(people[name]))).toEqual([])
      }
    },
    60_000,
  )
})

describe("what acts on the whole round", () => {
  const own = linked.filter(({ person }) => person === who.decider.person)
  const others = nobodyLinked.filter(({ person }) => person !== who.decider.person)
  const said = [...own, ...others]
  const seal = async (client: Client) => {
    const answer = await client.api("POST", `${department}/telling/seal`, {}, keyed())
    return { status: answer.status, body: await answer.text() }
  }
  const letters = async (client: Client) => {
    const answer = await client.api("GET", `${department}/telling`)
    const body = (await answer.json()) as { says: string; letters: { name: string; state: string }[] }
    return { says: body.says, states: body.letters.map(({ name, state }) => `${name}: ${state}`).sort() }
  }
  const reserve = async (place: number, version: number) => {
    await service.table.write(wroteOf(service, references.halton, { decision: "reserve", place, version }))
    await becomes(decidedAs({ decision: "reserve", place, version }), said)
  }

  beforeAll(() => begin(said))
  afterAll(() => service.stop())

  test("two on one place are found before the letters are sealed, by whoever sees both", async () => {
    await reserve(1, 2)
    expect((await letters(people.chair)).states).toEqual([
      "Bradford: same place",
      "Halton: same place",
      "Shropshire: not sealed",
    ])
    expect((await letters(people.decider)).states).toEqual(["Bradford: not sealed", "Shropshire: not sealed"])
    for (const one of ["chair", "decider"] as const) {
      const refused = await seal(people[one])
      expect(refused.status).toBe(409)
      expect(refused.body).not.toContain("Halton")
    }
  })

  test("whoever seals the letters is told of those that they see", async () => {
    await reserve(2, 3)
    expect(JSON.parse((await seal(people.decider)).body)).toEqual({ sealed: 2, of: 2 })
    expect((await letters(people.decider)).says).toBe("All 2 letters are sealed. Nobody is told yet.")
    expect((await letters(people.chair)).says).toBe("All 3 letters are sealed. Nobody is told yet.")
  })

  test("what was decided by somebody who said a link since stands, and is said before the telling", async () => {
    const page = async (client: Client) => (await client.get(`${department}/telling`)).text()
    expect(await page(people.chair)).toContain("Halton: decided or settled by somebody who said a link since")
    expect(await page(people.decider)).not.toContain("said a link since")
  })

  test("once it is told, the file of the round has nothing of it for whoever has a link", async () => {
    service.at("2017-09-14T09:00:00.000Z")
    expect((await people.chair.api("POST", `${department}/telling/tell`, {}, keyed())).status).toBe(200)
    for (const path of [...looked(), "/department"]) {
      if (path.includes(references.halton)) continue
      const text = (await (await people.decider.get(path)).text()).replaceAll(bothCouncils, "")
      expect(/Halton|NSW2-HAL/.exec(text)?.[0], path).toBeUndefined()
    }
    const because = "Somebody asked for everything that was written."
    const made = await people.decider.post(`${department}/foi`, { because, key: newKey() })
    expect(made.status, await made.clone().text()).toBe(200)
    const files = unzipSync(new Uint8Array(await made.arrayBuffer()))
    expect(Object.keys(files).length).toBeGreaterThan(3)
    for (const [name, bytes] of Object.entries(files))
      expect(/Halton|NSW2-HAL/i.exec(`${name} ${strFromU8(bytes)}`)?.[0], name).toBeUndefined()
  }, 60_000)
})
