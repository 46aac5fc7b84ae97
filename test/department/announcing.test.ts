import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { programme } from "../../infra/local/demonstration/programme.ts"
import { isSpread } from "../../shared/domain/calendar/phase.ts"
import { brokenAt, event as eventSchema } from "../../shared/domain/submissions/event.ts"
import { calendarIn } from "../../shared/store/calendar.ts"
import { keys } from "../../shared/store/keys.ts"
import { doors } from "../support/doors.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"
import { decidedRound, decisions, department, tell, toldAt } from "../support/told-round.ts"

const round = "nsw-2-2017"
const announcement = `${department}/announcement`
const morning = "2017-09-20T08:30:00.000Z"

const phaseTwo = async (service: Service) => {
  const found = await calendarIn(service.table, programme.id).phase("NSW2")
  if (!found) throw new Error("There is no phase 2")
  return found
}

/** Every address that anybody may read without an account. */
const publicAddresses = (["front"] as const).flatMap((app) =>
  Object.entries(doors[app])
    .filter(([door, { for: whom }]) => door.startsWith("GET ") && whom === "everybody")
    .map(([door]) => door.slice(4).replace(":round", round)),
)

/** What they all say, without what is new in each answer. */
const crawled = async (service: Service) =>
  Promise.all(
    publicAddresses.map(async (address) => {
      const answer = await service.nobody.get(address)
      const headers = Object.fromEntries(answer.headers)
      const body = (await answer.text()).replace(/nonce="[^"]+"/g, "")
      const policy = headers["content-security-policy"]?.replace(/'nonce-[^']+'/, "")
      return {
        address,
        status: answer.status,
        headers: { ...headers, "content-security-policy": policy, "x-request-id": "" },
        body,
      }
    }),
  )

describe("a round that is announced", () => {
  let service: Service
  let people: Awaited<ReturnType<typeof decidedRound>>["people"]
  let decider: Client
  let references: Record<string, string>

  beforeAll(async () => {
    service = await startService()
    ;({ people, references } = await decidedRound(service))
    decider = people.decider
  })
  afterAll(() => service.stop())

  const see = async (who: Client, path: string) => {
    const answer = await who.get(path)
    return { status: answer.status, page: plain(await answer.text()) }
  }
  const minute = (on: string, time: string, who = decider, key = newKey()) =>
    who.api("POST", announcement, { when: "later", on, time }, keyed(key))

  test("cannot be announced before its applicants are told", async () => {
    expect((await see(decider, announcement)).page).toContain("Nothing to announce yet: nobody has been told")
    const answer = await minute("2017-09-20", "09:30")
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain("Tell the applicants first")
    expect((await decider.api("POST", `${announcement}/office`, {}, keyed())).status).toBe(409)
  })

  test("says nothing to the public as it is told, as its sites are taken in and as the minute is set", async () => {
    service.at("2017-09-14T09:00:00.000Z")
    const before = await crawled(service)
    await tell(decider)
    const joined = await decider.api("POST", `${department}/phase`, {})
    expect(await joined.json()).toEqual({ round, joined: [references.halton] })
    expect((await minute("2017-09-20", "09:30")).status).toBe(200)
    const after = await crawled(service)
    expect(after).toEqual(before)
    for (const { body } of after) expect(body).not.toMatch(/92,827|told/)
    for (const address of ["/", `/rounds/${round}`])
      expect(after.find((one) => one.address === address)?.body).not.toContain("Who takes part")
    const bradford = await service.as("site-lead@bradford.example")
    for (const address of ["/organisations/bradford", "/organisations/bradford/submissions", "/home"])
      expect((await see(bradford, address)).page).not.toContain("Halton")
  })

  test("has its minute on the page of its phase, which asks no site for anything anew by it", async () => {
    const phase = await phaseTwo(service)
    expect(phase.announced).toBe(morning)
    expect((await see(decider, announcement)).page).toContain(
      "To be announced at 9:30am on Wednesday 20 September 2017",
    )
    const coordinator = await see(people.coordinator, "/programme/phases/NSW2")
    expect(coordinator.page).toContain("Set the minute of the announcement")
  })

  test("has a minute that is not before now, and at most sixty days ahead", async () => {
    for (const [on, says] of [
      ["2017-09-01", "It must be now or later"],
      ["2017-11-14", "at most 60 days ahead"],
    ] as const) {
      const answer = await minute(on, "09:30")
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(says)
    }
    expect((await minute("2017-11-13", "09:30")).status).toBe(200)
    expect((await minute("2017-09-20", "09:30")).status).toBe(200)
  })

  test("is announced by the decision-maker alone", async () => {
    for (const who of [people.chair, people.reader, people.adviser, people.coordinator]) {
      expect((await minute("2017-09-21", "09:30", who)).status).toBe(403)
      expect((await who.get(announcement)).status).toBe(403)
    }
  })

  test("has one effect, however often the same button is pressed", async () => {
    const key = newKey()
    const first = await minute("2017-09-20", "09:30", decider, key)
    const { revision } = await phaseTwo(service)
    expect(await (await minute("2017-09-20", "09:30", decider, key)).json()).toEqual(await first.json())
    expect((await phaseTwo(service)).revision).toBe(revision)
  })

  test("keeps what was typed on the page, beside what is wrong with it", async () => {
    const page = await (await decider.get(announcement)).text()
    const fields = fieldsIn(page, announcement)
    const answer = await decider.post(announcement, { ...fields, when: "later", time: "half past nine" })
    expect(answer.status).toBe(422)
    const shown = await answer.text()
    expect(shown).toContain("half past nine")
    expect(shown).toContain("Enter a time, like 5pm or 17:00")
  })

  describe("has a link for the private office", () => {
    const address = async () =>
      plain(await (await decider.get(announcement)).text()).match(/\/announcements\/[\w-]{43}/)?.[0] ?? ""

    test("that opens the facts without an account, under an embargo until the minute", async () => {
      expect((await decider.api("POST", `${announcement}/office`, {}, keyed())).status).toBe(200)
      const opened = await service.nobody.get(await address())
      expect(opened.status).toBe(200)
      expect(opened.headers.get("x-robots-tag")).toContain("noindex")
      const page = plain(await opened.text())
      expect(page).toContain("EMBARGOED until 9:30am on Wednesday 20 September 2017")
      expect(page).toContain("Facts you may use, as at 10am on Thursday 14 September 2017")
      expect(page).toContain("£92,827")
      expect(page).toContain("Not for use")
      for (const hidden of ["Bradford", "Shropshire", "demonstration)", "Name who covers", references.halton])
        expect(page).not.toContain(hidden)
    })

    test("of which there is one: another stops it, and it then answers as one that never was", async () => {
      const first = await address()
      expect((await decider.api("POST", `${announcement}/office`, { days: 5 }, keyed())).status).toBe(200)
      const second = await address()
      expect(second).not.toBe(first)
      const never = await service.nobody.get(`/announcements/${"A".repeat(43)}`)
      const stopped = await service.nobody.get(first)
      expect([stopped.status, never.status]).toEqual([404, 404])
      const bare = async (answer: Response) => (await answer.text()).replace(/nonce="[^"]+"/g, "")
      expect(await bare(stopped)).toBe(await bare(never))
      expect((await service.nobody.get(second)).status).toBe(200)
    })

    test("that ends by itself, and can be stopped", async () => {
      const made = await address()
      service.at("2017-09-19T09:00:00.000Z")
      expect((await service.nobody.get(made)).status).toBe(404)
      expect(await (await decider.get(announcement)).text()).toContain("There is none.")
      await decider.api("POST", `${announcement}/office`, {}, keyed())
      const another = await address()
      expect((await service.nobody.get(another)).status).toBe(200)
      const page = await (await decider.get(announcement)).text()
      const stopped = await decider.post(
        `${announcement}/office/stop`,
        fieldsIn(page, `${announcement}/office/stop`),
      )
      expect(stopped.status).toBe(303)
      expect((await service.nobody.get(another)).status).toBe(404)
    })

    test("whose secret is nowhere in the table", async () => {
      await decider.api("POST", `${announcement}/office`, {}, keyed())
      const secret = (await address()).split("/").at(-1) ?? ""
      const link = await service.table.get(keys.roundOffice(round))
      expect(secret).toHaveLength(43)
      expect(JSON.stringify(link)).not.toContain(secret)
      expect(await service.table.get({ pk: `OFFICE#${secret}`, sk: "OFFICE" })).toBeUndefined()
    })
  })

  test("opens names and amounts on public pages and in the API at its minute, and not a second before", async () => {
    service.at("2017-09-20T08:29:59.000Z")
    expect((await see(service.nobody, `/rounds/${round}`)).page).not.toContain("Who takes part")
    service.at(morning)
    const { page } = await see(service.nobody, `/rounds/${round}`)
    expect(page).toContain("Announced at 9:30am on Wednesday 20 September 2017")
    expect(page).toMatch(/Halton[\s\S]{0,200}£92,827/)
    expect((await see(service.nobody, "/")).page).toMatch(/Halton[\s\S]{0,400}£92,827/)
    const body = (await (await service.nobody.api("GET", `/rounds/${round}`)).json()) as {
      announced: { sites: { name: string; award?: number }[] }
    }
    expect(body.announced.sites).toContainEqual({ name: "Halton", award: 9_282_700 })
    for (const hidden of ["Bradford", "Shropshire"])
      expect(JSON.stringify(body.announced)).not.toContain(hidden)
    expect((await see(decider, announcement)).page).not.toContain("EMBARGOED")
  })

  test("cannot be moved once its minute has come", async () => {
    const answer = await minute("2017-09-25", "09:30")
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain("That stands.")
    expect((await phaseTwo(service)).announced).toBe(morning)
  })

  test("has every step in unbroken chains: the panel's, and the phase's", async () => {
    const lines = async (pk: string, record: string) => {
      const { items } = await service.table.query({ pk, begins: `${record}#` })
      return items.map((item) => eventSchema.parse(item))
    }
    for (const [chain, pk, record, move] of [
      [keys.panelChain(round, "panel"), `PANELLOG#${round}`, "panel", "set the minute"],
      [keys.programmeChain("phase-NSW2"), "LOG#programme", "phase-NSW2", "set announcement"],
    ] as const) {
      const events = await lines(pk, record)
      const last = await service.table.get(chain)
      expect(brokenAt(events, { number: Number(last?.number), hash: String(last?.hash) })).toBeUndefined()
      expect(events.map((one) => one.move)).toContain(move)
    }
  })
})

describe("the minute of a phase that is published", () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service.stop())

  test("leaves what every site is expected to send as it is", async () => {
    const { people } = await decidedRound(service, decisions)
    service.at(toldAt)
    await tell(people.decider)
    await publishPhaseTwo(service, "2017-09-14")
    const before = await service.table.query({ pk: "SITE#sheffield", begins: "EXPECTED#", strong: true })
    expect(isSpread(await phaseTwo(service))).toBe(true)
    const given = { when: "later", on: "2017-10-12", time: "09:30" }
    expect((await people.decider.api("POST", announcement, given, keyed())).status).toBe(200)
    expect(isSpread(await phaseTwo(service))).toBe(true)
    const after = await service.table.query({ pk: "SITE#sheffield", begins: "EXPECTED#", strong: true })
    expect(after.items).toEqual(before.items)
  })
})
