import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { councils } from "../infra/reference/councils.ts"
import type { Organisation } from "../shared/domain/people/organisation.ts"
import { brokenAt, contents, event as eventSchema } from "../shared/domain/submissions/event.ts"
import { directoryIn } from "../shared/store/directory.ts"
import { keys } from "../shared/store/keys.ts"
import { fieldsIn, plain } from "./support/page-form.ts"
import { type Client, firstMorning, type Service, startService } from "./support/service.ts"
import { keyed, newKey, sent } from "./support/submission.ts"

const organisations = "/programme/organisations"
let service: Service
let coordinator: Client
beforeAll(async () => {
  service = await startService()
  coordinator = await service.as("coordinator@innovation-unit.example")
})
afterAll(() => service.stop())

const at = (id: string, way = "") => `${organisations}/${id}${way && `/${way}`}`
const html = async (path: string, who = coordinator) => (await who.get(path)).text()
const see = async (path: string, who = coordinator) =>
  plain((await html(path, who)).replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ")
const read = async (id: string) => (await (await coordinator.api("GET", at(id))).json()) as Organisation

const because = "It was announced."
const change = (id: string, way: string, given: Record<string, unknown>, who = coordinator, key = newKey()) =>
  who.api("POST", at(id, way), { because, ...given }, keyed(key))

type Problems = { problems: { question: string; part?: string; says: string }[] }
const refused = async (answer: Response) => {
  const body = (await answer.json()) as Problems
  expect(answer.status, JSON.stringify(body)).toBe(422)
  return body.problems[0]
}

const chainOf = async (id: string) => {
  const begins = `organisation-${id}#`
  const { items } = await service.table.query({ pk: "LOG#programme", begins, strong: true })
  const kept = await service.table.query({ pk: "CONTENTS#programme", begins, strong: true })
  const last = await service.table.get(keys.programmeChain(`organisation-${id}`), { strong: true })
  const events = items.map((item) => eventSchema.parse(item))
  const notes = kept.items.map((item) => contents.parse(item))
  return { events, broken: brokenAt(events, last as unknown as { number: number; hash: string }, notes) }
}

describe("looking organisations up", () => {
  test("lists them all by name, fifty at a time, in one query", async () => {
    service.costs.length = 0
    const page = await see(organisations)
    expect(service.costs.filter(({ operation }) => operation === "query")).toHaveLength(2)
    expect(page).toMatch(/1\d\d organisations may take part, or did\./)
    expect(page).toContain("London Borough of Barnet")
    expect(page).not.toContain("Sheffield City Council")
    expect(await see(`${organisations}?page=3`)).toContain("Sheffield City Council")
    const first = (await (await coordinator.api("GET", organisations)).json()) as Record<string, unknown>
    expect(first).toMatchObject({ page: 1 })
    expect(first.organisations).toHaveLength(50)
  })

  test.each([
    ["a part of a name", "sheff", "Sheffield City Council"],
    ["a code", "SHF", "Sheffield City Council"],
    ["a GSS code that has ended", "E08000019", "Sheffield City Council"],
    ["a mail domain", "barnet.gov.uk", "London Borough of Barnet"],
  ])("finds one by %s", async (_, q, name) => {
    const page = await see(`${organisations}?${new URLSearchParams({ q })}`)
    expect(page).toContain(`1 organisation with “${q}”.`)
    expect(page).toContain(name)
  })

  test("says what to do where nothing is found, whatever was asked", async () => {
    for (const q of ["zzz", "<script>", "%", "a".repeat(5_000), "\u0000"]) {
      const page = await html(`${organisations}?${new URLSearchParams({ q, page: "99" })}`)
      expect(page).toContain("See all of them")
      expect(page).not.toContain("<script>a")
    }
  })

  test("shows the codes of Sheffield with their days, and one that has ended with who comes after", async () => {
    const page = await see(at("sheffield"))
    expect(page).toContain("E08000039 from 1 April 2025")
    expect(page).toContain("E08000019 to 31 March 2025")
    const gone = councils().find(({ successors }) => successors?.length) as Organisation
    expect(await see(at(gone.id))).toContain("Who comes after it")
    expect((await coordinator.get(at("atlantis"))).status).toBe(404)
  })
})

describe("a new name", () => {
  const named = { name: "Metropolitan Borough of Halton", shortName: "Halton", from: "2017-08-10" }

  test("counts from its day, and what was sent before keeps the old one", async () => {
    const { one } = await sent(service, "halton")
    const key = newKey()
    expect((await change("halton", "names", named, coordinator, key)).status).toBe(200)
    expect((await change("halton", "names", named, coordinator, key)).status).toBe(200)
    const after = await read("halton")
    expect(after.name).toBe(named.name)
    expect(after.names).toEqual([{ name: "Halton Borough Council", shortName: "Halton" }, named])
    const page = await see(at("halton"))
    expect(page).toContain("Metropolitan Borough of Halton, since 10 August 2017")
    expect(page).toContain("Halton Borough Council, at first")
    const lead = await service.as("site-lead@halton.example")
    expect(await html("/organisations/halton", lead)).toContain("Metropolitan Borough of Halton")
    expect(await html(`${one.here}/receipts/1/file`, lead)).toContain("Halton Borough Council")
    expect(await see(`${organisations}?q=halton+borough+council`)).toContain("Metropolitan Borough of Halton")
    expect((await chainOf("halton")).events).toHaveLength(1)
  })

  test.each([
    ["of a later day", { from: "2017-08-15" }, "from", "must be today or earlier"],
    ["from before the present one", { from: "2017-08-09" }, "from", "must be after 10 August 2017"],
    ["that is the present one", { from: "2017-08-12" }, "name", "already"],
    ["that is none", { name: " " }, "name", "Enter the full name"],
    ["without a reason", { because: "" }, "because", "Enter why"],
    ["with a reason about a person", { because: "Ask AB123456C." }, "because", "National Insurance number"],
  ])("%s is refused, and nothing changes", async (_, given, question, says) => {
    const before = await read("halton")
    const problem = await refused(await change("halton", "names", { ...named, ...given }))
    expect(problem).toMatchObject({ question, says: expect.stringContaining(says) })
    expect(await read("halton")).toEqual(before)
  })
})

describe("a new GSS code", () => {
  test("from a day: the one before ends the day before, and the organisation stays one", async () => {
    const before = await read("leeds")
    const [code] = before.gss
    expect((await change("leeds", "gss", { code: "E08000935", from: "2018-04-01" })).status).toBe(200)
    const after = await read("leeds")
    expect(after).toEqual({
      ...before,
      changedAt: firstMorning.toISOString(),
      gss: [
        { ...code, to: "2018-03-31" },
        { code: "E08000935", from: "2018-04-01" },
      ],
    })
  })

  test.each([
    [
      "another organisation has it",
      { code: "E08000019", from: "2018-05-01" },
      "code",
      "a code of Sheffield City Council",
    ],
    [
      "it had it itself before",
      { code: "E08000935", from: "2019-04-01" },
      "code",
      "a code of Leeds City Council",
    ],
    [
      "it begins before the one before",
      { code: "E08000936", from: "2018-03-01" },
      "from",
      "must be after 1 April 2018",
    ],
    ["it is no such code", { code: "E0800093", from: "2019-04-01" }, "code", "a letter and 8 figures"],
  ])("is refused where %s", async (_, given, question, says) => {
    const before = await read("leeds")
    const problem = await refused(await change("leeds", "gss", given))
    expect(problem).toMatchObject({ question, says: expect.stringContaining(says) })
    expect(await read("leeds")).toEqual(before)
  })
})

describe("a mail domain", () => {
  const belongs = async (address: string) => (await directoryIn(service.table).organisationOf(address))?.id

  test("opens the door to whoever has an address there, until it is taken away", async () => {
    expect(await belongs("someone@new.leeds.example")).toBeUndefined()
    expect((await change("leeds", "domains", { domain: "new.leeds.example" })).status).toBe(200)
    expect(await belongs("someone@new.leeds.example")).toBe("leeds")
    expect((await change("leeds", "domains-take-away", { domain: "new.leeds.example" })).status).toBe(200)
    expect(await belongs("someone@new.leeds.example")).toBeUndefined()
  })

  test.each([
    ["nhs.net", "is shared by many organisations"],
    ["gov.uk", "is shared by many organisations"],
    ["org.uk", "is shared by many organisations"],
    ["barnet.gov.uk", "is the mail domain of London Borough of Barnet"],
    ["leeds.gov.uk", "is the mail domain of Leeds City Council"],
    ["leeds", "must be like sheffield.gov.uk"],
    ["leeds..gov.uk", "must be like sheffield.gov.uk"],
    ["LEEDS.GOV.UK", "must be like sheffield.gov.uk"],
    [`${"a".repeat(300)}`, ""],
  ])("%s is refused", async (domain, says) => {
    const before = await read("leeds")
    expect(await refused(await change("leeds", "domains", { domain }))).toMatchObject({
      question: "domain",
      says: expect.stringContaining(says),
    })
    expect(await read("leeds")).toEqual(before)
  })

  test("that it has not cannot be taken away", async () => {
    const problem = await refused(await change("leeds", "domains-take-away", { domain: "barnet.gov.uk" }))
    expect(problem?.says).toContain("is not a mail domain of Leeds City Council")
    expect(await belongs("someone@barnet.gov.uk")).toBe("barnet")
  })

  test("is typed as an address or in capitals, and kept as it is written", async () => {
    const path = at("leeds", "domains")
    const fields = { ...fieldsIn(await html(path), path), domain: "Someone@Typed.Leeds.Example", because }
    expect((await coordinator.post(path, fields)).status).toBe(303)
    expect((await read("leeds")).domains).toContain("typed.leeds.example")
  })

  test("of two who take the same one at the same moment, one has it", async () => {
    const answers = await Promise.all([
      change("leeds", "domains", { domain: "both.example" }),
      change("barnet", "domains", { domain: "both.example" }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  })
})

describe("an end", () => {
  const follow = (...ids: string[]) => ids.map((organisation) => ({ organisation }))

  test("has a last day and who comes after, and from then on nobody can start for it", async () => {
    const given = { to: "2017-08-20", successors: follow("leeds") }
    expect((await change("bradford", "end", given)).status).toBe(200)
    expect(await read("bradford")).toMatchObject({ to: "2017-08-20", successors: ["leeds"] })
    expect(await see(at("bradford"))).toContain("Its last day is 20 August 2017")
    const asked = { organisation: "bradford", director: "yes", finance: "yes" }
    const can = async () =>
      (
        (await (
          await service.nobody.api("POST", "/rounds/nsw-2-2017/can-you-apply", asked)
        ).json()) as Record<string, string>
      ).answer
    expect(await can()).toBe("yes")
    service.at("2017-08-21T08:00:00.000Z")
    expect(await can()).toBe("no")
    service.at(firstMorning.toISOString())
  })

  test.each([
    ["by itself", ["kirklees"], "cannot come after itself"],
    ["by one that we do not know", ["atlantis"], "We know no organisation of this name"],
    ["twice by the same", ["leeds", "leeds"], "is named twice"],
  ])("%s is refused", async (_, ids, says) => {
    const before = await read("kirklees")
    const problem = await refused(
      await change("kirklees", "end", { to: "2017-12-31", successors: follow(...ids) }),
    )
    expect(problem).toMatchObject({ question: "successors", says: expect.stringContaining(says) })
    expect(await read("kirklees")).toEqual(before)
  })

  test("in a circle is refused, however long it is", async () => {
    const given = (id: string) => ({ to: "2019-12-31", successors: follow(id) })
    expect((await change("leeds", "end", given("barnet"))).status).toBe(200)
    expect((await refused(await change("barnet", "end", given("leeds"))))?.says).toContain(
      "comes before it already",
    )
    expect((await refused(await change("barnet", "end", given("bradford"))))?.says).toContain(
      "comes before it already",
    )
  })

  test("of two that would follow each other, at the same moment, one is refused", async () => {
    const answers = await Promise.all([
      change("kirklees", "end", { to: "2017-12-31", successors: follow("calderdale") }),
      change("calderdale", "end", { to: "2017-12-31", successors: follow("kirklees") }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  })

  test("is typed by name, with a row added, and what is wrong is shown beside its row", async () => {
    const path = at("camden", "end")
    const fields = fieldsIn(await html(path), path)
    const typed = {
      ...fields,
      "to.day": "31",
      "to.month": "3",
      "to.year": "2018",
      "successors.rows": "new-1",
      "successors.new-1.organisation": "Camden",
      because,
    }
    const itself = await coordinator.post(path, typed)
    expect(itself.status).toBe(422)
    const page = await itself.text()
    expect(page).toContain('href="#successors.new-1.organisation"')
    expect(page).toContain('value="Camden"')
    const added = await coordinator.post(path, { ...typed, add: "successors" })
    expect(fieldsIn(await added.text(), path)["successors.rows"]).toBe("new-1,new-2")
    const right = await coordinator.post(path, { ...typed, "successors.new-1.organisation": "barnet" })
    expect(right.status).toBe(303)
    expect(fieldsIn(await html(path), path)).toMatchObject({
      "successors.r1.organisation": "Barnet",
      "to.year": "2018",
    })
  })

  test("before it began is refused", async () => {
    const begun = councils().find(({ from }) => from !== undefined) as Organisation
    const problem = await refused(await change(begun.id, "end", { to: "1999-01-01" }))
    expect(problem?.question).toBe("to")
  })
})

describe("a new organisation", () => {
  const trust = {
    name: "Avon and Wiltshire Care Trust",
    shortName: "Avon & Wiltshire",
    kind: "nhs",
    code: "AWCT",
    domain: "awct.nhs.example",
    because,
  }
  const add = (given: Record<string, unknown>, key = newKey()) =>
    coordinator.api("POST", `${organisations}/new`, given, keyed(key))

  test.each(["nhs", "transforming-care-partnership", "other"])("of the kind %s", async (kind) => {
    const own = {
      ...trust,
      kind,
      shortName: `${trust.shortName} ${kind}`,
      code: `A${kind.slice(0, 3).toUpperCase()}`,
      domain: `${kind}.example`,
    }
    const key = newKey()
    const answers = await Promise.all([add(own, key), add(own, key)])
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    const id = `avon-and-wiltshire-${kind}`
    expect(await answers[0].json()).toEqual({ organisation: id })
    expect(await read(id)).toMatchObject({ kind, code: own.code, domains: [`${kind}.example`] })
    expect((await chainOf(id)).events).toHaveLength(1)
  })

  test.each([
    ["a code that is taken", { code: "SHF" }, "code", "the code of Sheffield City Council"],
    [
      "a short name that is taken",
      { shortName: "Sheffield" },
      "shortName",
      "Sheffield City Council has this short name",
    ],
    ["a name that is no address", { shortName: "!!!" }, "shortName", "Enter another short name"],
    ["the programme's own id", { shortName: "Programme" }, "shortName", "Enter another short name"],
    ["a shared mail domain", { domain: "nhs.net" }, "domain", "is shared by many"],
    ["a GSS code that is taken", { gss: "E08000019" }, "gss", "a code of Sheffield City Council"],
    ["a code that references cannot hold", { code: "A" }, "code", "3 to 8 capital letters"],
    ["no reason", { because: " " }, "because", "Enter why"],
  ])("with %s is refused beside it", async (_, given, question, says) => {
    expect(await refused(await add({ ...trust, ...given }))).toMatchObject({
      question,
      says: expect.stringContaining(says),
    })
  })

  test("of two with one code at the same moment, one is there", async () => {
    const answers = await Promise.all([
      add({ ...trust, shortName: "First of two", code: "TWO", domain: "one.example" }),
      add({ ...trust, shortName: "Second of two", code: "TWO", domain: "two.example" }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
  })

  test("is typed on a page, where what was typed comes back", async () => {
    const path = `${organisations}/new`
    const fields = {
      ...fieldsIn(await html(path), path),
      name: "A charity",
      shortName: "Charity",
      code: "x",
      because,
    }
    const wrong = await coordinator.post(path, fields)
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain("Select what kind of organisation it is")
    expect(page).toContain('value="A charity"')
    const again = { ...fieldsIn(page, path), code: "chy", kind: "other" }
    const answer = await coordinator.post(path, again)
    expect(answer.headers.get("location")).toBe(`${at("charity")}?saved=yes`)
    expect((await read("charity")).code).toBe("CHY")
    expect(await see(at("charity"))).toContain("Added It was announced.")
  })
})

describe("who may", () => {
  const reading = [
    "chair@doh.example",
    "coach@innovation-unit.example",
    "evaluator@scie.example",
    "finance@doh.example",
  ]
  test.each(reading)("%s looks organisations up, and changes none", async (email) => {
    const who = await service.as(email)
    expect((await who.get(at("sheffield"))).status).toBe(200)
    expect(await html(at("sheffield"), who)).not.toContain(at("sheffield", "names"))
    expect((await who.get(at("sheffield", "names"))).status).toBe(403)
    expect((await change("sheffield", "domains", { domain: "mine.example" }, who)).status).toBe(403)
  })

  test("an administrator changes them too; a council's people find nothing there", async () => {
    const administrator = await service.as("administrator@doh.example")
    expect(
      (await change("sheffield", "domains", { domain: "more.sheffield.example" }, administrator)).status,
    ).toBe(200)
    const lead = await service.as("site-lead@halton.example")
    for (const path of [organisations, at("halton"), at("halton", "domains")])
      expect((await lead.get(path)).status).toBe(404)
    expect((await change("halton", "domains", { domain: "mine.example" }, lead)).status).toBe(404)
  })
})

test("an import leaves what somebody changed here as it is", async () => {
  await directoryIn(service.table).load(councils())
  expect((await read("halton")).name).toBe("Metropolitan Borough of Halton")
  expect((await read("leeds")).domains).toContain("typed.leeds.example")
})

test("every chain of what was changed holds, and holds no reason itself", async () => {
  for (const id of ["halton", "leeds", "bradford", "camden", "sheffield", "charity"]) {
    const { events, broken } = await chainOf(id)
    expect([id, broken]).toEqual([id, undefined])
    expect(JSON.stringify(events)).not.toContain("announced")
  }
  expect(service.faults).toEqual([])
})
