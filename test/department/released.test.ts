import { afterEach, beforeEach, describe, expect, test } from "vitest"
import type { Reading } from "../../shared/domain/selection/reading.ts"
import { putSite } from "../../shared/store/calendar.ts"
import { panelIn } from "../../shared/store/panel.ts"
import {
  type Applicant,
  afterClose,
  canApply,
  department,
  nobodyLinked,
  openedRound,
  panelPeople,
  pointsOf,
  programmeId,
  round,
  scoredBy,
  who,
} from "../support/panel.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"

let service: Service
let people: Awaited<ReturnType<typeof panelPeople>>
let references: Awaited<ReturnType<typeof openedRound>>

const store = () => panelIn(service.table, round)
const at = (one: Applicant) => `${department}/expressions/${references[one]}`
const assigned: Partial<Reading> = { ...canApply, said: nobodyLinked, readers: [who.reader, who.second] }
const sent = (one: { person: string; name: string }) => ({
  ...one,
  sent: { at: "2017-08-29T10:00:00.000Z", version: 1, points: pointsOf([2, 2, 2, 2, 2]) },
})

const begin = async (given: Partial<Record<Applicant, Partial<Reading>>>) => {
  references = await openedRound(service, given)
  people = await panelPeople(service)
}
beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.stop())

const owed = async (client: Client) =>
  ((await (await client.api("GET", `${department}/ranking`)).json()) as { owed: number }).owed

describe("nobody waits for a sheet that can never be sent", () => {
  test("where it is found that they cannot apply", async () => {
    await begin({ halton: assigned, bradford: { ...scoredBy([1, 1, 1, 1, 1], [2, 2, 2, 2, 2]) } })
    expect(await owed(people.reader)).toBe(1)
    const no = { answer: "no", because: "The city leads a partnership that applies already." }
    expect((await people.chair.api("POST", `${at("halton")}/check`, no, keyed())).status).toBe(200)
    expect(await owed(people.reader)).toBe(0)
    expect((await people.reader.api("GET", `${at("bradford")}/score`)).status).toBe(200)
    const yes = { answer: "yes" }
    expect((await people.chair.api("POST", `${at("halton")}/check`, yes, keyed())).status).toBe(200)
    expect((await store().reading(references.halton))?.readers).toEqual([])
  })

  test("where the service bars them later: they coach the organisation now", async () => {
    await begin({ halton: assigned, bradford: { ...scoredBy([1, 1, 1, 1, 1], [2, 2, 2, 2, 2]) } })
    await coaches(who.reader.person)
    expect(await owed(people.reader)).toBe(0)
    const assign = await (await people.chair.get(`${department}/assign`)).text()
    expect(assign).toContain(`${who.reader.name}: not sent, and cannot send it any longer`)
    expect(assign).toContain(`${who.second.name}: not sent <a`)
    const off = { reference: references.halton, person: who.reader.person }
    expect((await people.chair.api("POST", `${department}/assign/take-off`, off, keyed())).status).toBe(200)
    expect((await store().reading(references.halton))?.readers).toEqual([who.second])
  })

  test("where their access has ended, which the chair sees and can mend", async () => {
    const gone = { person: "p-gone", name: "Somebody who left" }
    await begin({ halton: { ...assigned, readers: [gone, who.second] } })
    const assign = await (await people.chair.get(`${department}/assign`)).text()
    expect(assign).toContain("Somebody who left: not sent, and cannot send it any longer")
    const off = { reference: references.halton, person: gone.person }
    expect((await people.chair.api("POST", `${department}/assign/take-off`, off, keyed())).status).toBe(200)
  })

  test("where the applicant withdraws: the chair takes its readers off", async () => {
    await begin({ halton: assigned })
    const lead = await service.as("site-lead@halton.example")
    const one = `/organisations/halton/submissions/${references.halton}`
    service.at("2017-08-24T09:00:00.000Z")
    const withdrawn = await lead.api("POST", `${one}/withdraw`, { note: "We join another bid." }, keyed())
    expect(withdrawn.status).toBe(200)
    service.at(afterClose)
    const assign = await (await people.chair.get(`${department}/assign`)).text()
    expect(assign).toContain("Withdrawn by the applicant")
    expect(assign).toContain(`take-off?reference=${references.halton}&amp;person=${who.reader.person}`)
  })
})

const coaches = (person: string) =>
  service.table.write([
    putSite(programmeId, {
      phase: "NSW2",
      organisation: "halton",
      name: "Halton",
      from: "2017-10-02",
      to: "2018-03-31",
      joined: "applied",
      because: "For a test.",
      decidedBy: "Nobody",
      note: "",
      longer: [],
      coach: { person, name: "A coach" },
      revision: 0,
    } as Parameters<typeof putSite>[1]),
  ])

test("whoever could already see scores of one is no fresh reader of it", async () => {
  await begin({
    halton: { ...assigned, readers: [sent(who.reader), who.second], scorers: [who.reader.person] },
  })
  const off = { reference: references.halton, person: who.second.person }
  expect((await people.chair.api("GET", `${at("halton")}/score`)).status).toBe(200)
  expect((await people.chair.api("POST", `${department}/assign/take-off`, off, keyed())).status).toBe(200)
  const pairs = [{ reference: references.halton, person: who.chair.person }]
  const refused = await people.chair.api("POST", `${department}/assign`, { pairs }, keyed())
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain("could already see scores of it")
})
