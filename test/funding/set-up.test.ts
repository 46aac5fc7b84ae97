import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { replayed } from "../../shared/domain/funding/entry.ts"
import { setUpTasks } from "../../shared/domain/funding/set-up-tasks.ts"
import { fundingIn } from "../../shared/store/funding.ts"
import { awarded, people, posts } from "../support/funding/award.ts"
import { halton, offeredToHalton, phaseTwo } from "../support/funding/offered.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"

let service: Service
let lead: Client
let governance: Client
beforeEach(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-09-25T09:00:00Z")
  lead = await service.as("site-lead@halton.example")
  governance = await service.as("governance@halton.example")
})
afterEach(() => service.stop())

const setUp = `${phaseTwo}/set-up`
const pageOf = async (who: Client, path = setUp) => plain(await (await who.get(path)).text())
const account = async () => {
  const found = await fundingIn(service.table).account("halton", "NSW2")
  if (!found) throw new Error("There is an award")
  return found
}
const day = (name: string, on: string) => {
  const [year = "", month = "", day = ""] = on.split("-")
  return { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year }
}
const person = (name: string) => ({ name, jobTitle: "Deputy", email: "deputy@halton.gov.uk" })

/** Whole answers of every task. */
const whole = {
  people: { everyone: true, lead: person("Ann Example"), certifier: person("Bo Example") },
  profile: { agrees: true },
  impact: { reference: "DPIA 17", on: "2017-09-15" },
  sharing: { needed: "yes", on: "2017-09-18", with: "The NHS trust" },
  privacy: { given: "2017-09-20", easyRead: true, where: "halton.gov.uk/named-social-worker" },
  dates: { start: "2017-10-02", visit: "2017-11-07" },
}

const answer = (who: Client, task: keyof typeof whole, answers: unknown = whole[task]) =>
  who.api("POST", `${setUp}/${task}`, { answers }, keyed())

describe("setting up", () => {
  test("begins once the offer is accepted, and not before", async () => {
    await offeredToHalton(service)
    const page = await pageOf(lead)
    expect(page).toContain("It begins once the offer is accepted.")
    expect(page).not.toContain(`href="${setUp}/people"`)
    expect(await pageOf(lead, `${setUp}/people`)).not.toContain("<form")
    const early = await answer(lead, "impact")
    expect([early.status, await early.text()]).toEqual([
      409,
      expect.stringContaining("Halton Borough Council has not accepted the offer yet."),
    ])
  })

  test("lists six tasks with who answers each, and the home counts those that are answered", async () => {
    await awarded(service, { setUp: false })
    const page = await pageOf(lead)
    expect(page).toContain("0 of 6 answered.")
    expect(page).toContain("Site lead, contributor or information-governance officer")
    for (const task of ["people", "impact"] as const) expect((await answer(lead, task)).status).toBe(200)
    expect(await pageOf(lead, "/organisations/halton")).toContain(
      "setting up (2 of 6 answered, 4 of the rest for you)",
    )
    expect(await pageOf(lead)).toContain("2 of 6 answered. The Department sees each answer at once.")
    expect(await pageOf(lead)).toContain("on 25 September 2017.")
    expect(await pageOf(lead)).not.toMatch(/complete/i)
  })

  test("is answered by page, and what was typed stays where something is missing", async () => {
    await awarded(service, { setUp: false })
    const form = fieldsIn(await pageOf(lead, `${setUp}/impact`), `${setUp}/impact`)
    const typed = { ...form, reference: "DPIA 17", ...day("on", "2017-12-24") }
    const late = await lead.post(`${setUp}/impact`, typed)
    const page = plain(await late.text())
    expect(late.status).toBe(422)
    expect(page).toContain("The day the assessment was agreed must be on or before 25 September 2017")
    expect(page).toContain('value="DPIA 17"')
    expect((await account()).setUp).toEqual({})

    const right = await lead.post(`${setUp}/impact`, { ...typed, ...day("on", "2017-09-15") })
    expect([right.status, right.headers.get("location")]).toEqual([303, setUp])
    expect((await account()).setUp.impact?.answers).toEqual(whole.impact)
    expect(await pageOf(lead, `${setUp}/impact`)).toContain('value="DPIA 17"')
  })

  test("shows who has access, and is not answered while somebody is missing", async () => {
    await awarded(service, { setUp: false })
    const page = await pageOf(lead, `${setUp}/people`)
    for (const words of ["section 151 officer", "information-governance officer", "People and access"])
      expect(page).toContain(words)
    const missing = await answer(lead, "people", { ...whole.people, everyone: false })
    expect([missing.status, await missing.text()]).toEqual([
      422,
      expect.stringContaining("Give access to whoever is missing first"),
    ])
  })

  test("gives the information-governance officer what is about people’s information, and nothing else", async () => {
    await awarded(service, { setUp: false })
    const page = await pageOf(governance)
    expect(page).toContain(`href="${setUp}/privacy"`)
    expect(page).not.toContain(`href="${setUp}/dates"`)
    for (const task of setUpTasks) {
      const { status } = await answer(governance, task)
      expect([task, status]).toEqual([task, ["impact", "sharing", "privacy"].includes(task) ? 200 : 403])
    }
    expect((await governance.get("/organisations/halton/money")).status).toBe(403)
    const home = await pageOf(governance, "/organisations/halton")
    expect(home).toContain("What is to be set up")
    expect(home).not.toContain("£92,827; paid")
  })

  test("says whether they agree with the profile, and that this was about the version before a change", async () => {
    await awarded(service, { setUp: false })
    const because = { agrees: false, why: "We begin in October." }
    expect((await answer(lead, "profile", { agrees: false })).status).toBe(422)
    expect((await answer(lead, "profile", because)).status).toBe(200)
    expect((await account()).setUp.profile?.answers).toEqual({ ...because, version: 1 })
    const { versions, payments, award } = await account()
    await posts(service, halton, people.finance, "vary", {
      amount: award,
      profile: versions[0]?.profile ?? [],
      payments: payments.map(({ amount, condition }) => ({ amount, condition })),
      because: "They begin in October.",
    })
    expect(await pageOf(lead)).toContain("The award was changed since: version 2 is not agreed with yet.")
  })

  test("is done when all six are answered, by the same ledger to the letter", async () => {
    await awarded(service, { setUp: false })
    for (const task of setUpTasks) expect((await answer(lead, task)).status).toBe(200)
    expect(await pageOf(lead)).toContain("Everything is answered. An answer can be changed.")
    expect(await pageOf(lead, "/organisations/halton")).not.toContain("Set up:")
    expect(replayed(await fundingIn(service.table).entries("halton", "NSW2"))).toEqual(await account())
    const read = (await (await lead.api("GET", setUp)).json()) as { tasks: { answered?: object }[] }
    expect(read.tasks.map(({ answered }) => answered !== undefined)).toEqual(setUpTasks.map(() => true))
    expect((await answer(lead, "nonsense" as "people", {})).status).toBe(404)
  })
})
