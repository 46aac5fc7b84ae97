import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { countingOf } from "../../shared/domain/funding/balances.ts"
import { replayed } from "../../shared/domain/funding/entry.ts"
import { brokenAt, event as eventSchema } from "../../shared/domain/submissions/event.ts"
import { fundingIn } from "../../shared/store/funding.ts"
import { keys } from "../../shared/store/keys.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { awarded, people as ledgerPeople, posts } from "../support/funding/award.ts"
import { type Review, reviewOf, saysIn, sentUpdate } from "../support/funding/review.ts"
import { interrupted, type Meanwhile } from "../support/interrupted.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { returnForms } from "../support/returns.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { type Begun, begun, keyed, newKey } from "../support/submission.ts"

let service: Service
let finance: Client
let other: Client
const meanwhile: Meanwhile = {}
const statement = "nsw2-statement-2018-03-31"

beforeAll(async () => {
  service = await startService({ around: interrupted(meanwhile) })
  await publishPhaseTwo(service)
  for (const organisation of ["halton", "bradford", "sheffield", "liverpool"])
    await awarded(service, { organisation })
  finance = await service.as("finance@doh.example")
  other = await joins({ id: "p-second", name: "Second of finance", email: "second@doh.example" }, "finance")
})
afterAll(() => service.stop())
beforeEach(() => service.at("2018-01-16T09:00:00Z"))

const joins = async (
  person: { id: string; name: string; email: string },
  role: "finance" | "certifier",
  organisation?: string,
) => {
  const people = peopleIn(service.table)
  const days = { from: "2017-01-01T00:00:00.000Z", to: "2019-01-01T00:00:00.000Z", by: "test" }
  const grant = { id: `g-${person.id}`, role, ...(organisation && { organisation }), ...days }
  await people.write([...people.add(person), ...people.granting(person, grant)])
  return service.as(person.email)
}

const intact = async (organisation: string, reference: string) => {
  const { items } = await service.table.query({
    pk: `LOG#${organisation}`,
    begins: `${reference}#`,
    strong: true,
  })
  const head = await service.table.get(keys.submission(organisation, reference), { strong: true })
  const lines = items.map((item) => eventSchema.parse(item))
  expect(brokenAt(lines, head?.events as { number: number; hash: string })).toBeUndefined()
  const entries = await fundingIn(service.table).entries(organisation, "NSW2")
  expect(replayed(entries)).toEqual(await fundingIn(service.table).account(organisation, "NSW2"))
  return lines.map(({ move }) => move)
}

/** A statement that waits for its certifier, and a second person who may certify it. */
const waiting = async (organisation: string) => {
  service.at("2018-05-10T09:00:00Z")
  const lead = await service.as(`site-lead@${organisation}.example`)
  const first = await service.as(`section-151@${organisation}.example`)
  const email = `deputy@${organisation}.example`
  const second = await joins(
    { id: `p-deputy-${organisation}`, name: "Dana Deputy", email },
    "certifier",
    organisation,
  )
  const one = await begun(lead, organisation, statement)
  await one.save(lead, "usage", returnForms["statement-of-grant-usage"]?.usage ?? {})
  const signed = await one.sign(lead)
  expect(signed.status, await signed.clone().text()).toBe(200)
  const { revision } = (await one.read(lead)) as Review
  return { one, lead, first, second, revision }
}

const certifies = (who: Client, { here }: Begun, revision: number) =>
  who.api("POST", `${here}/sign`, { revision, send: true }, keyed())
const declines = (who: Client, { here }: Begun) =>
  who.api("POST", `${here}/decline`, { note: "Which post was it?" }, keyed())

describe("two who may certify", () => {
  test("press at once: it is certified and sent once, and the other is told by whom", async () => {
    const { one, first, second, revision } = await waiting("halton")
    meanwhile.does = async () => expect((await certifies(second, one, revision)).status).toBe(200)
    const slower = await certifies(first, one, revision)
    expect(slower.status).toBe(409)
    expect(await saysIn(slower)).toContain("It was sent already, by Dana Deputy.")
    const moves = await intact("halton", one.reference)
    expect(moves.filter((move) => move === "send")).toHaveLength(1)
    expect(moves.slice(-3)).toEqual(["sign", "sign", "send"])
  })

  test("one says “not yet” while the other certifies: what was certified is sent, and the first is told", async () => {
    const { one, first, second, revision } = await waiting("bradford")
    meanwhile.does = async () => expect((await certifies(second, one, revision)).status).toBe(200)
    const slower = await declines(first, one)
    expect(slower.status).toBe(409)
    expect(await saysIn(slower)).toContain("It is sent.")
    expect((await intact("bradford", one.reference)).slice(-2)).toEqual(["sign", "send"])
  })

  test("one certifies while the other says “not yet”: nothing is sent, and the first is told to read it again", async () => {
    const { one, lead, first, second, revision } = await waiting("liverpool")
    meanwhile.does = async () => expect((await declines(second, one)).status).toBe(200)
    const slower = await certifies(first, one, revision)
    expect(slower.status).toBe(409)
    expect(await saysIn(slower)).toBe(
      "Dana Deputy changed it after you opened this page. Read it again, then go on.",
    )
    expect(((await one.read(lead)) as Review).state).toBe("draft")
    expect((await intact("liverpool", one.reference)).slice(-1)).toEqual(["decline"])
  })

  test("certifies while the lead takes a figure that was suggested: the certificate is not of the old figure", async () => {
    const { one, lead, first, second, revision } = await waiting("sheffield")
    const figure = "usage/unspent"
    const suggested = { revision, figure, after: 100, note: "One pound is left." }
    expect((await second.api("POST", `${one.here}/suggest`, suggested, keyed())).status).toBe(200)
    meanwhile.does = async () => {
      const body = { revision: revision + 1, figure, take: true }
      expect((await lead.api("POST", `${one.here}/suggestions`, body, keyed())).status).toBe(200)
    }
    const slower = await certifies(first, one, revision + 1)
    expect(slower.status).toBe(409)
    expect(await saysIn(slower)).toContain("Read it again")
    expect(((await one.read(lead)) as Review).version).toBe(0)
  })
})

describe("while finance accepts", () => {
  let review: ReturnType<typeof reviewOf>
  let one: Begun

  test("somebody else accepts: it counts once, and the slower is told by whom", async () => {
    const sent = await sentUpdate(service)
    one = sent.one
    review = reviewOf(one.reference)
    const { revision } = await review.read(finance)
    meanwhile.does = async () => expect((await review.does(other, "accept", { revision })).status).toBe(200)
    const slower = await review.does(finance, "accept", { revision })
    expect([slower.status, await saysIn(slower)]).toEqual([
      409,
      "It is accepted already, by Second of finance.",
    ])
    const account = await fundingIn(service.table).account("halton", "NSW2")
    expect(account && countingOf(account)).toHaveLength(1)
    await intact("halton", one.reference)
  })

  test("it is opened again: whoever would change it at the site in that moment is told who has done what", async () => {
    const { revision } = await review.read(finance)
    const body = { revision, sections: ["spending"], note: "The ledger was corrected." }
    meanwhile.does = async () => expect((await review.does(other, "reopen", body)).status).toBe(200)
    const slower = await review.does(finance, "reopen", body)
    expect(slower.status).toBe(409)
    expect(await saysIn(slower)).toContain(
      "It is open for changes at the site, last saved by Second of finance.",
    )
    const account = await fundingIn(service.table).account("halton", "NSW2")
    expect(account && countingOf(account)).toHaveLength(0)
    await intact("halton", one.reference)
  })

  test("the site opens it for changes: nothing is accepted that is being written", async () => {
    const sent = await sentUpdate(service, "bradford")
    const there = reviewOf(sent.one.reference, "bradford")
    const { revision } = await there.read(finance)
    meanwhile.does = async () => expect((await sent.one.change(sent.lead)).status).toBe(200)
    const slower = await there.does(finance, "accept", { revision })
    expect(slower.status).toBe(409)
    expect(await saysIn(slower)).toContain(
      "It is open for changes at the site, last saved by Bradford site lead",
    )
    await intact("bradford", sent.one.reference)
    expect((await sent.one.send(sent.lead)).status).toBe(200)
    const { revision: seen } = await there.read(finance)
    meanwhile.does = async () =>
      expect((await there.does(finance, "accept", { revision: seen })).status).toBe(200)
    const change = await sent.lead.api("POST", `${sent.one.here}/change`, { revision: seen }, keyed())
    expect(change.status).toBe(409)
    expect(await saysIn(change)).toContain("It is accepted, by Department finance (demonstration).")
    await intact("bradford", sent.one.reference)
  })

  test("another line comes into the ledger: both are there, one after the other", async () => {
    const sent = await sentUpdate(service, "liverpool")
    const there = reviewOf(sent.one.reference, "liverpool")
    const { revision } = await there.read(finance)
    meanwhile.does = () =>
      posts(service, { organisation: "liverpool", phase: "NSW2" }, ledgerPeople.decider, "decide mid-phase", {
        decision: "continue",
        because: "It goes well.",
      })
    expect((await there.does(finance, "accept", { revision })).status).toBe(200)
    const entries = await fundingIn(service.table).entries("liverpool", "NSW2")
    expect(entries.slice(-2).map(({ verb }) => verb)).toEqual(["decide mid-phase", "accept return"])
    await intact("liverpool", sent.one.reference)
  })

  test("two questions are asked at once: each has its number, and both stand", async () => {
    const sent = await sentUpdate(service, "sheffield")
    const there = reviewOf(sent.one.reference, "sheffield")
    const question = (text: string) => ({ about: "all", text, answerBy: "2018-01-23" })
    meanwhile.does = async () =>
      expect((await there.does(other, "questions", question("What is it?"))).status).toBe(200)
    expect((await there.does(finance, "questions", question("Why is it?"))).status).toBe(200)
    expect((await there.read(finance)).questions.map(({ number }) => number)).toEqual([1, 2])
    meanwhile.does = async () => expect((await there.does(finance, "questions/1/settle")).status).toBe(200)
    const at = `${sent.one.here}/figure-questions/1`
    const late = await sent.lead.post(at, { key: newKey(), answer: "A course." })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain("It was closed: it is not answered any more.")
    await intact("sheffield", sent.one.reference)
  })
})
