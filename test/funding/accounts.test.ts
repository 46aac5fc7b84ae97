import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { programme } from "../../infra/local/demonstration/programme.ts"
import { isSpread } from "../../shared/domain/calendar/phase.ts"
import { balancesOf } from "../../shared/domain/funding/balances.ts"
import { replayed } from "../../shared/domain/funding/entry.ts"
import { emptyPosting } from "../../shared/form/posting.ts"
import { calendarIn } from "../../shared/store/calendar.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import { fundingIn } from "../../shared/store/funding.ts"
import { awarded, people, posts } from "../support/funding/award.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

const at = "/funding/phases/NSW2/sites/halton"
const halton = { organisation: "halton", phase: "NSW2" }
const december = "nsw2-spending-2017-12-31"
const see = async (who: Client, path: string) => plain(await (await who.get(path)).text())

let service: Service
const who: Record<string, Client> = {}

beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-10-12T09:00:00.000Z")
  for (const [name, email] of Object.entries({
    finance: "finance@doh.example",
    decider: "decision-maker@doh.example",
    coordinator: "coordinator@innovation-unit.example",
    coach: "coach@innovation-unit.example",
    evaluator: "evaluator@scie.example",
  }))
    who[name] = await service.as(email)
  await awarded(service)
  await posts(service, halton, people.finance, "authorise payment", {
    number: 1,
    reference: "NSW2-HAL-P1-7K3PQ4",
  })
  await posts(service, halton, people.finance, "confirm payment", {
    number: 1,
    on: "2017-10-12",
    payerReference: "BACS 0042",
    remittance: "Named social worker pilot",
  })
  service.at("2018-01-24T09:00:00.000Z")
  await posts(service, halton, people.finance, "accept return", {
    round: december,
    reference: "NSW2-HAL-F-222222",
    version: 1,
    title: "Spending update, September to December 2017",
    from: "2017-09-01",
    to: "2017-12-31",
    posting: {
      ...emptyPosting,
      spent: [{ year: "2017-18", row: "workers", amount: 4_012_345 }],
      forecast: [{ to: "2018-04-30", row: "workers", amount: 5_000_000 }],
      profile: 1,
    },
  })
})
afterAll(() => service.stop())

const client = (name: string) => who[name] as Client
const account = async () => {
  const found = await fundingIn(service.table).account("halton", "NSW2")
  if (!found) throw new Error("Halton has no award")
  return found
}
const site = () => calendarIn(service.table, programme.id).site("NSW2", "halton")
const holds = async () => {
  const one = await account()
  expect(replayed(await fundingIn(service.table).entries("halton", "NSW2"))).toEqual(one)
  const { award, paid, toPay, recovered, actual, accrued, forecast, unallocated } = balancesOf(one)
  expect(award).toBe(paid + toPay - recovered)
  expect(award).toBe(actual + accrued + forecast + unallocated)
}

describe("the page of one award", () => {
  test("says in sentences what was awarded, paid, spent and is expected", async () => {
    const page = await see(client("coordinator"), at)
    expect(page).toContain("Halton was awarded £92,827.")
    expect(page).toContain("£37,130.80 is paid; £55,696.20 is still to be paid.")
    expect(page).toContain("£40,123.45 was spent to 31 December 2017, as accepted.")
    expect(page).toContain("£90,123.45 in all, £2,703.55 less than the award.")
    expect(page).toContain("The council carries £2,992.65 that it has spent and not been paid.")
  })

  test("lists each payment with what is next about it, and each return with where it stands", async () => {
    const page = await see(client("finance"), at)
    expect(page).toContain("Paid on 12 October 2017, the payer’s reference BACS 0042.")
    expect(page).toContain(`href="${at}/payments/2"`)
    expect(page).toContain("Authorise")
    expect(page).toContain("Statement of grant usage")
    expect(page).toContain("Setting up: 6 of 6 answered")
  })

  test.each(["coach", "evaluator"])("shows the %s everything and no button", async (name) => {
    const page = await see(client(name), at)
    expect(page).toContain("Halton was awarded £92,827.")
    expect(page).not.toContain("govuk-button")
    expect((await client(name).get(`${at}/vary`)).status).toBe(403)
  })

  test("shows finance and the decision-maker what each of them may do", async () => {
    const finance = await see(client("finance"), at)
    expect(finance).toContain("Change the award")
    expect(finance).not.toContain("Decide in the middle")
    expect(await see(client("decider"), at)).toContain("Decide in the middle of the pilot")
  })

  test("has a ledger in words, with what the account came to after each line", async () => {
    const page = await see(client("evaluator"), `${at}/ledger`)
    expect(page).toContain("Payment 1 was paid on 12 October 2017; the payer’s reference is BACS 0042.")
    expect(page).toContain(
      "Accepted Spending update, September to December 2017, NSW2-HAL-F-222222: £40,123.45 spent.",
    )
    const csv = await (await client("finance").get(`${at}/ledger.csv`)).text()
    const rows = csv.trim().split("\r\n")
    expect(rows).toHaveLength((await account()).entries.number + 1)
    expect(rows.at(-1)).toContain("40123.45,92827.00,37130.80,55696.20,0.00,40123.45,0.00,50000.00,2703.55")
    const api = await (await client("finance").api("GET", `${at}/ledger`)).json()
    expect(api.lines.at(-1).balances).toEqual(balancesOf(await account()))
  })

  test("a site without an offer says so and has no ledger", async () => {
    const page = await see(client("finance"), "/funding/phases/NSW2/sites/bradford")
    expect(page).toContain("Nothing has been offered to Bradford yet. Its award is £50,000.")
    expect((await client("finance").get("/funding/phases/NSW2/sites/bradford/ledger")).status).toBe(409)
    expect((await client("finance").get("/funding/phases/NSW2/sites/nowhere")).status).toBe(404)
    expect((await client("finance").get("/funding/phases/NSW9/sites/halton")).status).toBe(404)
  })
})

describe("an award that is changed", () => {
  test("begins with what is agreed, and asks only for payments that are still to be made", async () => {
    const page = await see(client("finance"), `${at}/vary`)
    const fields = fieldsIn(page, `${at}/vary`)
    expect(fields.amount).toBe("92,827")
    expect(fields["payments.rows"]).toBe("r1,r2")
    expect(page).toContain("£37,130.80 is paid or with the payer: these come to the rest.")
  })

  test("refuses in words what is less than was paid, and changes nothing", async () => {
    const answer = await client("finance").api(
      "POST",
      `${at}/vary`,
      { amount: 3_000_000, because: "It needs less." },
      keyed(),
    )
    expect(answer.status).toBe(409)
    expect(JSON.stringify(await answer.json())).toContain("£37,130.80 of it is paid or with the payer.")
    expect((await account()).versions).toHaveLength(1)
  })

  test("keeps what was agreed before, changes the site's own record in the same write, and tells its people", async () => {
    service.mails.length = 0
    const fields = fieldsIn(await see(client("decider"), `${at}/vary`), `${at}/vary`)
    const drawn = await client("decider").post(`${at}/vary`, {
      ...fields,
      amount: "90,000",
      because: "It found cover for less.",
      go: "work out",
    })
    const whole = fieldsIn(plain(await drawn.text()), `${at}/vary`)
    for (const _ of [1, 2])
      expect((await client("decider").post(`${at}/vary`, whole)).headers.get("location")).toBe(at)
    expect((await account()).versions.map(({ amount }) => amount)).toEqual([9_282_700, 9_000_000])
    expect((await site())?.award).toBe(9_000_000)
    await holds()
    const page = await see(client("finance"), at)
    expect(page).toContain("£92,827 before, £90,000 now: £2,827 less.")
    const mails = await service.deliver()
    const changed = mails.filter(({ subject }) => subject.includes("The award of Halton is changed"))
    expect(changed.map(({ to }) => to)).toContain("sponsor@halton.example")
    expect(changed[0]?.text).toContain("The award was £92,827 and is £90,000 now.")
  })

  test("can be reported in full from then on: its calendar asks for that", async () => {
    const answer = await client("finance").api(
      "POST",
      `${at}/vary`,
      {
        form: "full",
        amount: 9_000_000,
        fullBecause: "Two financial years.",
        because: "We look more closely.",
      },
      keyed(),
    )
    expect(answer.status).toBe(200)
    expect((await site())?.full).toBe("Two financial years.")
    const kinds = (await expectedIn(service.table).all("halton")).map(({ kind }) => kind)
    expect(kinds).toContain("funding-return")
    expect((await account()).payments.at(-2)?.condition).toMatchObject({ is: "return accepted" })
    await holds()
  })

  test("leaves a ledger whose lines are all there where two change it at the same moment", async () => {
    const before = (await account()).versions.length
    const both = await Promise.all(
      ["finance", "decider"].map((name) =>
        client(name).api(
          "POST",
          `${at}/vary`,
          {
            form: "full",
            amount: 9_000_000,
            fullBecause: "Two financial years.",
            because: `Said by ${name}.`,
          },
          keyed(),
        ),
      ),
    )
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await account()).versions).toHaveLength(before + 2)
    await holds()
  })
})

describe("what is decided in the course of a pilot", () => {
  test("money of one financial year may be spent in the next, once, and never more than the award", async () => {
    const ask = (amount: number) =>
      client("finance").api(
        "POST",
        `${at}/carry-over`,
        { from: "2017-18", amount, because: "A post was filled late." },
        keyed(),
      )
    expect((await ask(9_000_001)).status).toBe(409)
    expect((await ask(250_000)).status).toBe(200)
    expect((await ask(250_000)).status).toBe(409)
    expect(await see(client("coach"), at)).toContain("£2,500 of 2017/18 is spent in the year after.")
    await holds()
  })

  test("whether it goes on is decided on one page, by the decision-maker alone, and its people are told", async () => {
    expect((await client("finance").get(`${at}/mid-phase`)).status).toBe(403)
    expect((await client("decider").get(`${at}/leave`)).status).toBe(409)
    const fields = fieldsIn(await see(client("decider"), `${at}/mid-phase`), `${at}/mid-phase`)
    const missing = await client("decider").post(`${at}/mid-phase`, { ...fields, decision: "stop" })
    expect(missing.status).toBe(422)
    expect(plain(await missing.text())).toContain("Enter why")
    const decided = await client("decider").post(`${at}/mid-phase`, {
      ...fields,
      decision: "stop",
      because: "Its last named social worker has left, and the council cannot fill the post.",
    })
    expect(decided.headers.get("location")).toBe(`${at}/leave`)
    expect((await account()).midPhase?.decision).toBe("stop")
  })

  test("a site that is stopped has a last day, and its calendar ends with it, in one write", async () => {
    const fields = fieldsIn(await see(client("decider"), `${at}/leave`), `${at}/leave`)
    const whole = {
      ...fields,
      "on.day": "28",
      "on.month": "2",
      "on.year": "2018",
      because: "Its last named social worker has left.",
    }
    for (const _ of [1, 2])
      expect((await client("decider").post(`${at}/leave`, whole)).headers.get("location")).toBe(at)
    expect((await account()).to).toBe("2018-02-28")
    expect((await site())?.to).toBe("2018-02-28")
    const phase = await calendarIn(service.table, programme.id).phase("NSW2")
    expect(phase && isSpread(phase)).toBe(true)
    const all = await expectedIn(service.table).all("halton")
    expect(all.find(({ kind }) => kind === "statement-of-grant-usage")?.covers?.to).toBe("2018-02-28")
    expect(all.some(({ round }) => round === "nsw2-spending-2018-06-30")).toBe(false)
    await holds()
    const page = await see(client("finance"), at)
    expect(page).toContain("To be done before it is closed")
    expect(page).toContain("Final statement of grant usage")
    expect(page).toContain("Nobody has said yet when they are told")
  })

  test("nothing is decided about a site that leaves; the page says so in words", async () => {
    const key = newKey()
    const answer = await client("decider").api(
      "POST",
      `${at}/mid-phase`,
      { decision: "continue", because: "It goes on." },
      keyed(key),
    )
    expect(answer.status).toBe(409)
    expect((await client("decider").get(`${at}/leave`)).status).toBe(409)
  })
})
