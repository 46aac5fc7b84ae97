import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { type Role, roleNames } from "../../shared/domain/people/role.ts"
import { brokenAt, type Event } from "../../shared/domain/submissions/event.ts"
import { evaluationIn } from "../../shared/store/evaluation.ts"
import { keys } from "../../shared/store/keys.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { sharedStoriesIn } from "../../shared/store/stories.ts"
import { agreeing, call, given, read, shared, storiesOfHalton, told } from "../support/evaluation/stories.ts"
import { consentBody } from "../support/evaluation/stories-doors.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { emails } from "../support/roles.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

let service: Service
let elsewhere: Client
const people = {} as Record<Role, Client>
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00Z")
  for (const role of roleNames) people[role] = await service.as(emails[role])
  elsewhere = await service.as("site-lead@bradford.example")
})
afterAll(() => service.stop())
beforeEach(() => service.at("2018-01-16T09:00:00Z"))

const team = () => ({ writer: people.contributor, officer: people.governance })
const pageOf = async (who: Client, path: string) => plain(await (await who.get(path)).text())
const headOf = async () => evaluationIn(service.table).head("halton", "NSW2")
const stop = { asked: "person", how: "phone" }

type Shown = { state: string; says: string; version: number; revision: number; words?: { text: string } }

/** Everything that somebody may fetch in which a story could stand. */
const everywhere = async (who: Client, at: string) => {
  const id = at.split("/").at(-1)
  const site = at.split("/")[2]
  const paths = [
    storiesOfHalton,
    `${storiesOfHalton}/stories.csv`,
    at,
    `${at}/write`,
    `${at}/consent`,
    `${at}/check`,
    "/organisations/bradford/stories/NSW2/others",
    "/findings/stories",
    "/findings/stories.csv",
    `/findings/stories/NSW2/${site}/${id}`,
    "/reports",
  ]
  const pages = await Promise.all(paths.map(async (path) => (await who.get(path)).text()))
  const given = paths.filter((path) => !/csv$|write$|consent$|check$|^\/reports/.test(path))
  const data = await Promise.all(given.map(async (path) => (await who.api("GET", path)).text()))
  return [...pages, ...data].join("\n")
}

const stopAll = async () => {
  const { stories } = await read<{ stories: { story: string; state: string }[] }>(
    people.lead,
    storiesOfHalton,
  )
  for (const { story, state } of stories)
    if (state !== "withdrawn") await call(people.lead, `${storiesOfHalton}/${story}/withdraw`, stop)
}

describe("a story", () => {
  test("is written on a page, asked about, given to the officer and checked, and each page says what comes next", async () => {
    expect(await pageOf(people.contributor, storiesOfHalton)).toContain("There is no story yet.")
    const add = `${storiesOfHalton}/add`
    const form = fieldsIn(await pageOf(people.contributor, add), add)
    const typed = { ...form, ...told, about: "kept" }
    const bare = await people.contributor.post(add, { ...typed, pseudonym: "" })
    expect([bare.status, await bare.text()]).toEqual([422, expect.stringContaining("MARKERTEXT")])
    const pressed = await Promise.all([
      people.contributor.post(add, typed),
      people.contributor.post(add, typed),
    ])
    expect(pressed.map(({ headers }) => headers.get("location"))).toEqual(
      Array(2).fill(`${storiesOfHalton}/001/consent`),
    )
    const at = `${storiesOfHalton}/001`
    expect(await pageOf(people.contributor, at)).toContain("NOT SENT.")
    expect((await people.contributor.post(`${at}/send`, { key: newKey(), seen: "1" })).status).toBe(409)

    const consent = await pageOf(people.contributor, `${at}/consent`)
    expect(consent).toContain("has to check them before they are used with anybody")
    for (const words of ["Family", "family agreed"]) expect(consent).not.toContain(words)
    const { revision } = await read<Shown>(people.contributor, at)
    expect((await call(people.contributor, `${at}/consent`, { ...consentBody, revision })).status).toBe(200)
    const send = fieldsIn(await pageOf(people.contributor, `${at}/send`), `${at}/send`)
    expect((await people.contributor.post(`${at}/send`, send)).headers.get("location")).toBe(at)
    expect(await headOf()).toMatchObject({
      storiesToCheck: [{ story: "001", since: "2018-01-16T09:00:00.000Z" }],
      storiesShared: 0,
    })
    service.at("2018-01-18T09:00:00Z")
    expect(await pageOf(people.governance, storiesOfHalton)).toContain(
      "1 story to check, 2 working days old. Nobody else can read it until you answer.",
    )
    const check = fieldsIn(await pageOf(people.governance, `${at}/check`), `${at}/check`)
    const decided = await people.governance.post(`${at}/check`, { ...check, decision: "share" })
    expect(decided.status).toBe(303)
    expect(await headOf()).toMatchObject({ storiesToCheck: [], storiesShared: 1 })
    expect(await pageOf(people.evaluator, "/findings/stories")).toContain("1 story ready.")
    const page = await pageOf(people.lead, at)
    for (const words of [
      "and shared",
      "Kept the same named social worker",
      "MARKERQUOTE",
      "Reports and the website",
    ])
      expect(page).toContain(words)
    await stopAll()
  })

  test("is read before the check by nobody but its writer, the lead and, once it is with them, the officer", async () => {
    const at = `${storiesOfHalton}/${(await call(people.contributor, `${storiesOfHalton}/add`, told)).given.story}`
    const readers = async () => {
      const found: string[] = []
      for (const role of roleNames) if (/MARKER/.test(await everywhere(people[role], at))) found.push(role)
      return [...found, ...(/MARKER/.test(await everywhere(elsewhere, at)) ? ["another site"] : [])]
    }
    expect(await readers()).toEqual(["lead", "contributor"])
    const { revision } = await read<Shown>(people.contributor, at)
    await call(people.contributor, `${at}/consent`, { ...consentBody, revision })
    await call(people.contributor, `${at}/send`, { revision: revision + 1 })
    expect(await readers()).toEqual(["lead", "contributor", "governance"])
    await stopAll()
  })

  test("once checked is read by those its person agreed to and by nobody else", async () => {
    const at = await shared(team(), agreeing({ team: true, sites: false, reports: false }))
    const sees = async (who: Client) => /MARKERTEXT/.test(await everywhere(who, at))
    const found: Role[] = []
    for (const role of roleNames) if (await sees(people[role])) found.push(role)
    expect(found).toEqual([
      "lead",
      "contributor",
      "sponsor",
      "governance",
      "coach",
      "evaluator",
      "coordinator",
    ])
    expect(await sees(elsewhere)).toBe(false)

    const wider = agreeing({ team: false, sites: true, reports: true })
    const { revision } = await read<Shown>(people.lead, at)
    expect((await call(people.lead, `${at}/consent`, { ...wider, revision })).status).toBe(200)
    expect(await sees(elsewhere)).toBe(true)
    const then: Role[] = []
    for (const role of roleNames) if (await sees(people[role])) then.push(role)
    expect(then).toEqual([
      "lead",
      "contributor",
      "governance",
      "evaluator",
      "coordinator",
      "reader",
      "chair",
      "decision-maker",
    ])
    expect((await read<{ consents: unknown[] }>(people.lead, at)).consents).toHaveLength(2)

    service.at("2019-01-01T09:00:00Z")
    const lead = await service.as(emails.evaluator)
    expect(await sees(lead)).toBe(false)
    service.at("2018-01-16T09:00:00Z")
    await stopAll()
  })

  test("whose day to ask again has passed is used by nobody, and the lead is told", async () => {
    const at = await shared(team(), { ...agreeing({ sites: true }), reviewBy: "2018-02-01" })
    service.at("2018-02-02T09:00:00Z")
    for (const who of [people.evaluator, people.coordinator, people.coach, people.sponsor, elsewhere])
      expect(await everywhere(who, at)).not.toMatch(/MARKER/)
    expect(await pageOf(people.lead, storiesOfHalton)).toContain(
      "not used any more: the day to ask again has passed.",
    )
    const { revision, says } = await read<Shown>(people.lead, at)
    expect(says).toContain("NOT USED since 1 February 2018")
    const again = { ...agreeing({ sites: true }), seenOn: "2018-02-01", askedOn: "2018-02-02", revision }
    expect((await call(people.lead, `${at}/consent`, again)).status).toBe(200)
    expect(await everywhere(elsewhere, at)).toMatch(/MARKERTEXT/)
    await stopAll()
  })

  test("is not checked by whoever wrote any of it", async () => {
    const store = peopleIn(service.table)
    const person = { id: "p-both", name: "Both", email: "both@halton.example" }
    const grant = (role: Role) =>
      ({
        id: `g-both-${role}`,
        role,
        organisation: "halton",
        from: "2017-01-01T00:00:00.000Z",
        to: "2019-01-01T00:00:00.000Z",
        by: "tests",
      }) as const
    await service.table.write([
      ...store.add(person),
      ...store.granting(person, grant("contributor")),
      ...store.granting(person, grant("governance")),
    ])
    const both = await service.as(person.email)
    const at = await given({ writer: both })
    const { revision } = await read<Shown>(both, at)
    const own = await call(both, `${at}/check`, { decision: "share", revision })
    expect([own.status, own.says]).toEqual([403, expect.stringContaining("You wrote some of this story")])
    expect((await both.get(`${at}/check`)).status).toBe(403)
    expect((await call(people.governance, `${at}/check`, { decision: "share", revision })).status).toBe(200)
    await stopAll()
  })

  test("kept from others says why to those who wrote it, and is checked again once it was changed", async () => {
    const at = await given(team())
    const before = await read<Shown>(people.governance, at)
    const kept = { decision: "keep", because: "MARKERWHY the street can be found" }
    expect(
      (await call(people.governance, `${at}/check`, { ...kept, revision: before.revision })).status,
    ).toBe(200)
    expect(await pageOf(people.contributor, at)).toContain("MARKERWHY")
    expect(await everywhere(people.sponsor, at)).not.toMatch(/MARKER/)
    const { revision } = await read<Shown>(people.contributor, at)
    const other = await call(people.contributor, `${at}/write`, { ...told, text: "MARKERNEW", revision })
    expect(other.given).toMatchObject({ state: "draft", version: 2 })
    expect((await call(people.contributor, `${at}/send`, { revision: revision + 1 })).status).toBe(409)
    expect(await everywhere(people.contributor, at)).not.toContain("MARKERWHY")
    await stopAll()
  })

  test("that is changed is taken away from everybody else until it was checked again", async () => {
    const at = await shared(team(), agreeing({ sites: true }))
    const { revision } = await read<Shown>(people.contributor, at)
    const stale = await call(people.contributor, `${at}/write`, { ...told, revision: revision - 1 })
    expect(stale.status).toBe(409)
    const changed = await call(people.contributor, `${at}/write`, { ...told, text: "MARKERNEW", revision })
    expect(changed.given).toMatchObject({ state: "draft", version: 2 })
    for (const who of [people.evaluator, people.coach, people.sponsor, people.governance, elsewhere])
      expect(await everywhere(who, at)).not.toMatch(/MARKER/)
    expect(await headOf()).toMatchObject({ storiesShared: 0 })
    await stopAll()
  })

  test("is one of six at a site, and one that was withdrawn counts no longer", async () => {
    for (let number = 1; number <= 6; number++)
      expect((await call(people.contributor, `${storiesOfHalton}/add`, told)).status).toBe(201)
    const seventh = await call(people.contributor, `${storiesOfHalton}/add`, told)
    expect([seventh.status, seventh.says]).toEqual([409, expect.stringContaining("6 stories at most")])
    await stopAll()
    expect((await call(people.contributor, `${storiesOfHalton}/add`, told)).status).toBe(201)
    await stopAll()
  })
})

describe("what is doubtful in a story", () => {
  const asks = async (words: object, stays: string[] = []) => {
    const answer = await call(people.contributor, `${storiesOfHalton}/add`, { ...told, ...words, stays })
    const { asks = [] } = answer.given as { asks?: { mark: string; says: string }[] }
    return { status: answer.status, asks, says: answer.says }
  }

  test("blocks what names a person for certain", async () => {
    for (const text of ["Her NHS number is 943 476 5919", "He lives at WA8 7QF"])
      expect((await asks({ text })).status).toBe(422)
  })

  test.each([
    ["a date", { text: "I moved on 3 May 2017." }, "is a date"],
    ["an exact age", { text: "I am 23 years old." }, "is an exact age"],
    ["a place", { text: "I go to Green Lane School." }, "is a place smaller than the council’s area"],
    [
      "the name of somebody who works there",
      { pseudonym: "halton" },
      "Somebody of this site is called halton",
    ],
  ])("asks once about %s", async (_, words, says) => {
    const first = await asks(words)
    expect([first.status, first.asks.length]).toEqual([422, 1])
    expect(first.asks[0]?.says).toContain(says)
    const second = await asks(
      words,
      first.asks.map(({ mark }) => mark),
    )
    expect([second.status, second.says]).toEqual([201, expect.anything()])
    await stopAll()
  })
})

describe("who decided", () => {
  const consents = async (band: string, consent: Record<string, unknown>) => {
    const { given } = await call(people.contributor, `${storiesOfHalton}/add`, { ...told, band })
    const at = `${storiesOfHalton}/${given.story}`
    const answer = await call(people.contributor, `${at}/consent`, {
      ...consentBody,
      ...consent,
      revision: 1,
    })
    await call(people.lead, `${at}/withdraw`, stop)
    return [answer.status, answer.says] as const
  }
  const young = {
    still: true,
    decided: "parent",
    responsibility: true,
    youngAgrees: true,
    ownView: "Yes, tell them.",
    reviewBy: "2018-12-31",
  }
  const best = {
    decided: "best interests",
    decisionMaker: "Team manager",
    consulted: "Their sister and their advocate",
    helps: "It helps them to be known.",
  }

  test.each([
    ["under 16, somebody with parental responsibility and the young person", "under 16", young, 200],
    ["not under 16 without the young person’s own view", "under 16", { ...young, ownView: undefined }, 422],
    ["not under 16 where the young person says no", "under 16", { ...young, youngAgrees: false }, 422],
    ["not under 16 the young person alone", "under 16", { still: true, decided: "person" }, 422],
    ["not somebody who is older by now", "under 16", { ...young, still: undefined }, 422],
    ["at 16, themselves", "16 or 17", { still: true, decided: "person" }, 200],
    ["not at 16 a parent", "16 or 17", young, 422],
    ["not a family, in any words", "18 to 25", { decided: "family" }, 422],
    [
      "an attorney whose document was seen",
      "18 to 25",
      { decided: "attorney", power: "attorney", document: true },
      200,
    ],
    ["not one whose document was not seen", "18 to 25", { decided: "attorney", power: "attorney" }, 422],
    ["in their best interests, with those who know them", "18 to 25", best, 200],
    ["not without saying why it helps them", "18 to 25", { ...best, helps: undefined }, 422],
    ["not without every use answered", "18 to 25", { press: undefined }, 422],
    ["not before they saw it", "18 to 25", { seenOn: "2018-01-15", askedOn: "2018-01-14" }, 422],
    ["not tomorrow", "18 to 25", { askedOn: "2018-01-17" }, 422],
    ["not for three years", "18 to 25", { reviewBy: "2021-01-16" }, 422],
    ["not for two years under 18", "16 or 17", { still: true, reviewBy: "2019-06-01" }, 422],
  ])("%s", async (_, band, consent, status) => {
    expect(await consents(band, consent)).toEqual([status, expect.anything()])
  })

  test("in their best interests the pilot team alone, until an officer says why more", async () => {
    const consent = { ...agreeing({ sites: true }), ...best }
    const at = await shared(team(), consent)
    expect(await everywhere(elsewhere, at)).not.toMatch(/MARKER/)
    expect(await everywhere(people.coach, at)).toMatch(/MARKERTEXT/)
    const { revision } = await read<Shown>(people.governance, at)
    const why = { whyMore: "MARKERREASON they want other sites to know", revision }
    expect((await call(people.lead, `${at}/why-more`, why)).status).toBe(403)
    expect((await call(people.governance, `${at}/why-more`, why)).status).toBe(200)
    expect(await everywhere(elsewhere, at)).toMatch(/MARKERTEXT/)
    expect(await everywhere(elsewhere, at)).not.toMatch(/MARKERREASON/)
    expect(await everywhere(people.sponsor, at)).not.toMatch(/MARKERREASON/)
    await stopAll()
  })
})

describe("a story that is withdrawn", () => {
  test("is gone from every page, file and operation for everybody, in one write, and the chain verifies", async () => {
    const at = await shared(team(), agreeing({ sites: true, reports: true, council: true }))
    expect(await everywhere(elsewhere, at)).toMatch(/MARKERTEXT/)
    const form = fieldsIn(await pageOf(people.lead, `${at}/withdraw`), `${at}/withdraw`)
    const done = await people.lead.post(`${at}/withdraw`, { ...form, asked: "trusted", how: "paper" })
    expect([done.status, done.headers.get("location")]).toEqual([303, at])
    for (const who of [...Object.values(people), elsewhere])
      expect(await everywhere(who, at)).not.toMatch(/MARKER/)
    expect(await pageOf(people.sponsor, at)).toContain(
      "WITHDRAWN by Halton site lead (demonstration) on 16 January 2018.",
    )
    expect(await headOf()).toMatchObject({ storiesToCheck: [], storiesShared: 0 })
    const again = await call(people.lead, `${at}/withdraw`, stop)
    expect(again.status).toBe(409)

    const everything = await Promise.all(
      ["STORIES#halton", "LOG#halton", "CONTENTS#halton", "EVALUATION#halton", "SITE#halton"].map((pk) =>
        service.table.query({ pk, strong: true }),
      ),
    )
    expect(JSON.stringify(everything)).not.toMatch(/MARKER/)
    expect(await sharedStoriesIn(service.table, service.world.settings.programme).all()).toEqual([])
    const chain = await service.table.get(keys.evaluationChain("halton", "evaluation-NSW2"), { strong: true })
    const { pk, sk } = keys.event("halton", "evaluation-NSW2", 0)
    const lines: Event[] = []
    let after: Record<string, unknown> | undefined
    do {
      const found = await service.table.query({ pk, begins: sk.slice(0, -6), strong: true, after })
      lines.push(...(found.items as unknown as Event[]))
      after = found.next
    } while (after)
    const bare = lines.map(({ pk: _, sk: __, ...event }: Event & { pk?: string; sk?: string }) => event)
    expect(lines.length).toBeGreaterThan(20)
    expect(brokenAt(bare as Event[], chain as never)).toBeUndefined()
  })

  test("goes though somebody changed it a moment before, and by the officer who cannot read a draft", async () => {
    const at = `${storiesOfHalton}/${(await call(people.contributor, `${storiesOfHalton}/add`, told)).given.story}`
    expect(await pageOf(people.governance, at)).not.toMatch(/MARKER/)
    expect((await call(people.contributor, `${at}/withdraw`, stop)).status).toBe(403)
    expect((await call(people.governance, `${at}/withdraw`, stop)).status).toBe(200)
    expect((await call(people.contributor, `${at}/write`, { ...told, revision: 1 })).status).toBe(404)
  })

  test("is told in letters that hold no word of any story", async () => {
    const at = await shared(team())
    await call(people.lead, `${at}/withdraw`, stop)
    const mails = await service.deliver()
    expect(mails.map(({ letter }) => letter)).not.toEqual([])
    expect(JSON.stringify(mails)).not.toMatch(/MARKER/)
    expect(mails.map(({ subject, to }) => `${to}: ${subject}`)).toEqual(
      expect.arrayContaining([
        "governance@halton.example: [Demonstration] A story waits for your check",
        "site-lead@halton.example: [Demonstration] A story was checked",
        "governance@halton.example: [Demonstration] A story was withdrawn",
      ]),
    )
  })
})
