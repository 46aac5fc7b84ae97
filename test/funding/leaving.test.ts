import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { programme } from "../../infra/local/demonstration/programme.ts"
import { calendarIn } from "../../shared/store/calendar.ts"
import { changesIn } from "../../shared/store/changes.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import { fundingIn } from "../../shared/store/funding.ts"
import { awarded } from "../support/funding/award.ts"
import { money, phaseTwo } from "../support/funding/offered.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo, returns } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"

let service: Service
let lead: Client
beforeEach(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2018-01-08T09:00:00Z")
  await awarded(service)
  lead = await service.as("site-lead@halton.example")
})
afterEach(() => service.stop())

const leave = `${phaseTwo}/leave`
const pageOf = async (who: Client, path: string) => plain(await (await who.get(path)).text())
const account = () => fundingIn(service.table).account("halton", "NSW2")
const site = () => calendarIn(service.table, programme.id).site("NSW2", "halton")
const owed = async () =>
  (await expectedIn(service.table).all("halton")).filter(({ owed }) => owed).map(({ round }) => round)
const said = {
  on: "2018-01-31",
  because: "We have no staff.",
  told: "In person, in January.",
  heavy: 4,
}

describe("a site that leaves early", () => {
  test("reads what follows before it is asked", async () => {
    const page = await pageOf(lead, leave)
    for (const words of [
      "working days after your last day.",
      "What was paid and is not spent comes back",
      "The people taking part are told by you.",
      "How heavy was the programme for you?",
    ])
      expect(page).toContain(words)
  })

  test("says its last day, why, how people are told, and how heavy it was: nothing happens before all is there", async () => {
    const fields = fieldsIn(await pageOf(lead, leave), leave)
    const day = { "on.day": "30", "on.month": "4", "on.year": "2018" }
    const wrong = await lead.post(leave, { ...fields, ...day, because: "We have no staff." })
    const page = plain(await wrong.text())
    expect(wrong.status).toBe(422)
    for (const words of [
      "Your last day must be on or before 29 April 2018",
      "Enter how people are told, and when",
      "Select how heavy the programme was",
      "We have no staff.",
    ])
      expect(page).toContain(words)
    expect((await account())?.leaving).toBeUndefined()

    const right = { ...fields, "on.day": "31", "on.month": "1", "on.year": "2018", heavy: "4" }
    const answer = await lead.post(leave, { ...right, because: said.because, told: said.told })
    expect([answer.status, answer.headers.get("location")]).toEqual([303, money])
    expect((await account())?.leaving).toMatchObject(said)
    expect(await pageOf(lead, money)).toContain(
      "You leave the programme: your last day is Wednesday 31 January 2018.",
    )
    expect(await pageOf(lead, leave)).toContain("has said already that you leave")
  })

  test("has its others written to, with what they have to do and by when", async () => {
    await lead.api("POST", leave, said, keyed())
    await service.deliver()
    expect(service.mails.map(({ to }) => to).sort()).toEqual([
      "contributor@halton.example",
      "finance-partner@halton.example",
      "section-151@halton.example",
      "sponsor@halton.example",
    ])
    expect(service.mails[0]?.text).toContain("Your last day is Wednesday 31 January 2018.")
    expect(service.mails[0]?.text).toMatch(/Your statement of grant usage is due at 5pm on /)
  })

  test("is at its last day in the calendar after the next morning, and no later one changes anything", async () => {
    expect(await owed()).toContain(returns.march)
    await lead.api("POST", leave, said, keyed())
    expect((await site())?.to).toBe("2018-04-30")
    service.at("2018-01-09T08:00:00Z")
    await service.morning()
    expect((await site())?.to).toBe("2018-01-31")
    expect(await owed()).not.toContain(returns.march)
    const statement = (await expectedIn(service.table).all("halton")).find(
      ({ kind }) => kind === "statement-of-grant-usage",
    )
    expect(statement?.covers?.to).toBe("2018-01-31")
    const [line] = await changesIn(service.table).history("phase-NSW2")
    expect([line?.move, line?.note]).toEqual([
      "change site",
      "Halton leaves early: its last day is 31 January 2018",
    ])

    const revision = async () => (await calendarIn(service.table, programme.id).phase("NSW2"))?.revision
    const before = await revision()
    await service.morning()
    expect(await revision()).toBe(before)
  })

  test("writes nothing of the programme itself, and says it once", async () => {
    const key = keyed()
    const first = await (await lead.api("POST", leave, said, key)).text()
    expect(JSON.parse(first)).toEqual({ organisation: "halton", phase: "NSW2", on: "2018-01-31" })
    expect(await (await lead.api("POST", leave, said, key)).text()).toBe(first)
    const again = await lead.api("POST", leave, said, keyed())
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining("has said already")])
    const sponsor = await service.as("sponsor@halton.example")
    const read = (await (await sponsor.api("GET", leave)).json()) as Record<string, unknown>
    expect(read).toMatchObject({ leaving: { on: "2018-01-31" }, follows: expect.arrayContaining([]) })
  })
})
