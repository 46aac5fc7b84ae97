import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { programme } from "../../infra/local/demonstration/programme.ts"
import { isSpread } from "../../shared/domain/calendar/phase.ts"
import { replayed } from "../../shared/domain/funding/entry.ts"
import { offerHash } from "../../shared/domain/funding/offering.ts"
import { calendarIn } from "../../shared/store/calendar.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import { fundingIn } from "../../shared/store/funding.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { people, posts } from "../support/funding/award.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

const at = (organisation: string) => `/funding/phases/NSW2/sites/${organisation}`
const halton = { organisation: "halton", phase: "NSW2" }
const see = async (who: Client, path: string) => plain(await (await who.get(path)).text())
const body = { amount: 9_282_700, because: "As it was decided.", answerBy: "2017-11-02" }

let service: Service
let finance: Client

beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-10-12T09:00:00.000Z")
  finance = await service.as("finance@doh.example")
})
afterAll(() => service.stop())

const account = (organisation = "halton") => fundingIn(service.table).account(organisation, "NSW2")

describe("an offer on its pages, without JavaScript", () => {
  test("begins with what was decided, spread by days and paid 40, 40 and 20 per cent", async () => {
    const page = await see(finance, `${at("halton")}/offer`)
    const fields = fieldsIn(page, `${at("halton")}/offer/preview`)
    expect(fields.amount).toBe("92,827")
    expect(fields["profile.workers.2017-12-31"]).toBe("35,289.60")
    expect(fields["payments.r1.amount"]).toBe("37,130.80")
    expect(page).toContain("Ask for the other form instead")
    expect(page).not.toContain("has nobody as")
  })

  test("works quarters and payments out anew from another amount, and keeps what else was typed", async () => {
    const fields = fieldsIn(await see(finance, `${at("halton")}/offer`), `${at("halton")}/offer/preview`)
    const again = await finance.post(`${at("halton")}/offer/preview`, {
      ...fields,
      amount: "90,000",
      because: "A little less.",
      go: "work out",
    })
    const drawn = fieldsIn(plain(await again.text()), `${at("halton")}/offer/preview`)
    expect(drawn["payments.r3.amount"]).toBe("18,000")
    expect(drawn.because).toBe("A little less.")
    expect(drawn["profile.workers.2017-12-31"]).toBe("34,214.88")
  })

  test("says beside its cause what does not add up, to the penny, and sends nothing", async () => {
    const fields = fieldsIn(await see(finance, `${at("halton")}/offer`), `${at("halton")}/offer/preview`)
    const answer = await finance.post(`${at("halton")}/offer/preview`, {
      ...fields,
      "payments.r1.amount": "37,130.81",
    })
    expect(answer.status).toBe(422)
    expect(plain(await answer.text())).toContain(
      "Your payments come to £92,827.01. The award is £92,827. The difference is £0.01.",
    )
    expect(await account()).toBeUndefined()
  })

  test("is read as a letter before it is sent, and goes back to be changed with all that was typed", async () => {
    const fields = fieldsIn(await see(finance, `${at("halton")}/offer`), `${at("halton")}/offer/preview`)
    const preview = plain(await (await finance.post(`${at("halton")}/offer/preview`, fields)).text())
    expect(preview).toContain("NOT SENT YET.")
    expect(preview).toContain("The Department offers Halton Borough Council £92,827")
    expect(preview).toContain("Accounts and evidence are kept for seven years")
    expect(preview).toContain("when Spending update, September to December 2017 is accepted")
    expect(await account()).toBeUndefined()
    const back = await finance.post(`${at("halton")}/offer/preview`, { ...fields, go: "change" })
    expect(fieldsIn(plain(await back.text()), `${at("halton")}/offer/preview`)).toMatchObject({
      amount: "92,827",
    })
  })

  test("is made once, however often it is pressed, and whoever accepts or leads is written to", async () => {
    const fields = fieldsIn(await see(finance, `${at("halton")}/offer`), `${at("halton")}/offer/preview`)
    const preview = plain(await (await finance.post(`${at("halton")}/offer/preview`, fields)).text())
    const whole = fieldsIn(preview, `${at("halton")}/offer`)
    for (const _ of [1, 2]) {
      const sent = await finance.post(`${at("halton")}/offer`, whole)
      expect(sent.status).toBe(303)
      expect(sent.headers.get("location")).toBe(at("halton"))
    }
    const made = await account()
    expect(made).toMatchObject({ state: "offered", award: 9_282_700, entries: { number: 1 } })
    const entries = await fundingIn(service.table).entries("halton", "NSW2")
    expect(replayed(entries)).toEqual(made)
    const mails = (await service.deliver()).filter(({ subject }) => subject.includes("An offer of £92,827"))
    for (const person of ["section-151", "site-lead", "sponsor"])
      expect(mails.map(({ to }) => to)).toContain(`${person}@halton.example`)
    expect(mails.map(({ to }) => to)).not.toContain("contributor@halton.example")
    expect(mails[0]?.text).toContain("/organisations/halton/money/NSW2/offer")
  })
})

describe("an offer that is made anew", () => {
  test("voids whoever has accepted, and keeps what was offered before", async () => {
    const hash = (await account())?.offer.hash ?? ""
    await posts(service, halton, people.sponsor, "accept offer", { roles: ["sponsor"], hash })
    const answer = await finance.api("POST", `${at("halton")}/offer`, { ...body, amount: 9_000_000 }, keyed())
    expect(answer.status).toBe(200)
    expect(await account()).toMatchObject({ award: 9_000_000, signatures: [], offer: { version: 2 } })
    expect((await account())?.versions.map(({ amount }) => amount)).toEqual([9_282_700, 9_000_000])
  })

  test("asks the site for the full return from then on, in the same write", async () => {
    const fullBecause = "It spends in two financial years."
    const answer = await finance.api(
      "POST",
      `${at("halton")}/offer`,
      { ...body, form: "full", fullBecause },
      keyed(),
    )
    expect(answer.status).toBe(200)
    const phase = await calendarIn(service.table, programme.id).phase("NSW2")
    expect(phase?.sites.find(({ organisation }) => organisation === "halton")?.full).toBe(fullBecause)
    expect(phase && isSpread(phase)).toBe(true)
    const kinds = (await expectedIn(service.table).all("halton")).map(({ kind }) => kind)
    expect(kinds.filter((one) => one === "funding-return")).toHaveLength(4)
    expect(kinds).not.toContain("spending-update")
    expect(Object.keys((await account())?.versions.at(-1)?.profile[0]?.amounts ?? {})).toEqual([
      "practitioners",
    ])
  })

  test("asks for the short one again where the form is the short one again", async () => {
    const answer = await finance.api("POST", `${at("halton")}/offer`, { ...body, form: "light" }, keyed())
    expect(answer.status).toBe(200)
    const kinds = (await expectedIn(service.table).all("halton")).map(({ kind }) => kind)
    expect(kinds.filter((one) => one === "spending-update")).toHaveLength(2)
    expect(kinds).not.toContain("funding-return")
  })

  test("is refused once it is accepted, in words; the same key still gives what it gave", async () => {
    const key = newKey()
    const first = await finance.api("POST", `${at("halton")}/offer`, body, keyed(key))
    const given = await first.json()
    const offered = (await account())?.offer.hash ?? ""
    await posts(service, halton, people.sponsor, "accept offer", { roles: ["sponsor"], hash: offered })
    await posts(service, halton, people.certifier, "accept offer", { roles: ["certifier"], hash: offered })
    expect(await (await finance.api("POST", `${at("halton")}/offer`, body, keyed(key))).json()).toEqual(given)
    const answer = await finance.api("POST", `${at("halton")}/offer`, body, keyed())
    expect(answer.status).toBe(409)
    expect(JSON.stringify(await answer.json())).toContain("has accepted the offer. Change the award instead.")
  })
})

describe("before an offer is made", () => {
  test("it is said who is not there to accept it; the offer can be made", async () => {
    const members = await peopleIn(service.table).membersOf("shropshire")
    const now = service.world.now().toISOString()
    for (const { person, grant } of members.filter(({ role }) => role === "certifier"))
      await service.table.write(
        peopleIn(service.table).ending(person, { id: grant, organisation: "shropshire" }, now),
      )
    const page = await see(finance, `${at("shropshire")}/offer`)
    expect(page).toContain("has nobody as section 151 officer")
    const preview = await finance.api("POST", `${at("shropshire")}/offer/preview`, {
      ...body,
      amount: 6_069_200,
    })
    expect(await preview.json()).toMatchObject({ missing: ["certifier"], amount: 6_069_200 })
    const made = await finance.api(
      "POST",
      `${at("shropshire")}/offer`,
      { ...body, amount: 6_069_200 },
      keyed(),
    )
    expect(made.status).toBe(200)
  })

  test("a site whose award is not recorded begins with no amount", async () => {
    const page = await see(finance, `${at("liverpool")}/offer`)
    expect(fieldsIn(page, `${at("liverpool")}/offer/preview`).amount).toBe("")
    const answer = await finance.api(
      "POST",
      `${at("liverpool")}/offer`,
      { ...body, amount: 2_000_000 },
      keyed(),
    )
    const { hash } = await answer.json()
    const { letter, terms, ...one } =
      (await fundingIn(service.table).entries("liverpool", "NSW2"))[0]?.given ?? {}
    expect(offerHash({ ...one, letter, terms } as never)).toBe(hash)
    const site = await calendarIn(service.table, programme.id).site("NSW2", "liverpool")
    expect(site?.award).toBeUndefined()
  })

  test("two who make it at the same moment leave one offer after the other, and none is lost", async () => {
    const decider = await service.as("decision-maker@doh.example")
    const both = await Promise.all(
      [finance, decider].map((who, place) =>
        who.api("POST", `${at("bradford")}/offer`, { ...body, amount: 5_000_000 + place }, keyed()),
      ),
    )
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const entries = await fundingIn(service.table).entries("bradford", "NSW2")
    expect(entries).toHaveLength(2)
    expect(replayed(entries)).toEqual(await account("bradford"))
  })
})
