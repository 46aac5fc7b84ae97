import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Posting } from "../../shared/form/posting.ts"
import { fundingReturn } from "../../shared/kinds/funding-return.ts"
import { withFundingFacts } from "../../shared/store/funding-facts.ts"
import { receiptFile } from "../../shared/web/receipt-file.ts"
import { awarded, people, posts } from "../support/funding/award.ts"
import { fieldsIn } from "../support/page-form.ts"
import { publishPhaseTwo, returns } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { type Begun, begun, filled } from "../support/submission.ts"

let service: Service
let lead: Client
let accountant: Client
let certifier: Client
let one: Begun
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  await awarded(service, { full: true })
  service.at("2018-01-16T09:00:00.000Z")
  lead = await service.as("site-lead@halton.example")
  accountant = await service.as("contributor@halton.example")
  certifier = await service.as("section-151@halton.example")
  one = await begun(accountant, "halton", returns.december)
})
afterAll(() => service.stop())

const form = {
  spending: { spending: { practitioners: { actual: 1_900_000 }, backfill: { actual: 120_050 } } },
  forecast: {
    forecast: { practitioners: { "2018-03-31": 4_000_000, "2018-06-30": 3_242_650 } },
  },
  moving: { any: false },
  ending: { confidence: "4" },
  staff: {
    posts: [
      { role: "Named social worker", share: 0.6, state: "filled", start: "2017-09-04", end: "2018-04-30" },
    ],
  },
  "other-funding": { any: false },
  checks: { ineligible: true },
}
const reason = { head: "practitioners", reason: "recruitment", words: "One post was filled in November." }
type Shown = {
  sections: {
    id: string
    progress: string
    answers: object
    derived: { caption: string; says?: string[] }[]
  }[]
  problems: { section: string; says: string }[]
  warnings: { section: string; says: string }[]
}
const shown = async () => (await one.read(lead)) as Shown
/** Which of some words are not on a page. */
const missing = async (who: Client, path: string, words: string[]) => {
  const page = await (await who.get(`${one.here}${path}`)).text()
  return words.filter((one) => !page.includes(one))
}

describe("the full return of a site whose award says so", () => {
  test("is asked for in place of the spending update, with every section", async () => {
    const { sections } = await shown()
    expect(sections.map(({ id }) => id)).toEqual([
      "spending",
      "forecast",
      "reasons",
      "moving",
      "ending",
      "staff",
      "other-funding",
      "checks",
    ])
  })

  test("begins with what is known of the award, to read and not to type", async () => {
    const owed = "Practitioner salaries, Received, not paid for yet, in pounds"
    const words = [
      "Your award, before this return",
      "£92,827",
      "Nothing was accepted before.",
      "Practitioner salaries, Promised, in pounds",
      owed,
    ]
    expect(await missing(accountant, "/sections/spending", words)).toEqual([owed])
  })

  test("says with every save where the award stands, in two sentences", async () => {
    await filled(one, accountant, form)
    const words = [
      "Your award of £92,827 is £20,200.50 spent, £0 received and not paid for yet, £72,426.50 expected, and £200 that nobody expects to spend.",
      "You were paid £0 and have spent £20,200.50: the council is carrying £20,200.50.",
    ]
    expect(await missing(accountant, "/sections/spending", words)).toEqual([])
    const { sections } = await shown()
    expect(sections[0]?.derived.map(({ caption }) => caption)).toEqual([
      "Your award, before this return",
      "Spent to date, with this return",
    ])
  })

  test("asks for a reason where a head is out, by its name, and cannot be confirmed before", async () => {
    const out = "Practitioner salaries is £4,206.75 under its profile of £23,206.75: give a reason"
    expect((await shown()).problems).toEqual([{ section: "reasons", question: "reasons", says: out }])
    expect(await missing(accountant, "/sections/reasons", [out])).toEqual([])
    expect((await one.sign(lead)).status).toBe(422)
    await filled(one, accountant, { reasons: { reasons: [reason] } })
    expect((await shown()).problems).toEqual([])
  })

  test("keeps what was typed where a figure cannot be read, and says which", async () => {
    const answer = await accountant.post(`${one.here}/sections/forecast`, {
      revision: "99",
      "forecast.practitioners.2018-03-31": "40k",
      "forecast.practitioners.2018-06-30": "1",
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain("Practitioner salaries, January to March 2018 must be an amount in pounds")
    expect(page).toContain('value="40k"')
  })

  test("is certified by somebody who wrote nothing in it, and then sent with what it came to", async () => {
    expect((await one.sign(lead)).status).toBe(200)
    expect((await one.sign(certifier)).status).toBe(200)
    expect((await one.send(lead)).status).toBe(200)
    expect(await missing(lead, "/receipts/1", ["This period against its profile"])).toEqual([])
    const { sent } = (await (await lead.api("GET", `${one.here}/receipts/1`)).json()) as {
      sent: { sections: { id: string; derived?: { caption: string; rows: { label: string }[] }[] }[] }
    }
    const reasons = sent.sections.find(({ id }) => id === "reasons")?.derived
    expect(reasons?.[0]?.rows.map(({ label }) => label)).toEqual(["Practitioner salaries", "Backfill"])
  })

  test("its receipt, print and check pages show the same tables", async () => {
    for (const path of ["/print", "/check", "/receipts/1/file"])
      expect(await missing(lead, path, ["This period against its profile"]), path).toEqual([])
  })

  test("is what the next one begins with, marked, and answered only once it is saved", async () => {
    const facts = await withFundingFacts(service.table, "halton", "NSW2", {
      return: {
        id: returns.december,
        title: "Quarterly funding return",
        from: "2017-10-01",
        to: "2017-12-31",
      },
      organisation: { id: "halton", name: "Halton" },
      site: { from: "2017-09-01", to: "2018-04-30" },
    })
    await posts(service, { organisation: "halton", phase: "NSW2" }, people.finance, "accept return", {
      round: returns.december,
      reference: one.reference,
      version: 1,
      title: "Quarterly funding return, October to December 2017",
      from: "2017-10-01",
      to: "2017-12-31",
      posting: fundingReturn.spends?.(facts, {
        ...form,
        reasons: { reasons: [{ id: "a", ...reason }] },
      }) as Posting,
    })
    service.at("2018-04-10T09:00:00.000Z")
    one = await begun(accountant, "halton", returns.march)
    const { sections } = await shown()
    expect(sections.find(({ id }) => id === "forecast")).toMatchObject({
      progress: "not started",
      answers: {},
      suggested: { forecast: { practitioners: { "2018-06-30": 3_242_650 } } },
    })
    const at = `${one.here}/sections/forecast`
    const page = await (await accountant.get(at)).text()
    expect(page.includes("From your last return: check it. It is not saved yet.")).toBe(true)
    expect((await accountant.post(at, { ...fieldsIn(page, at), go: "next" })).status).toBe(303)
    const saved = (await shown()).sections.find(({ id }) => id === "forecast")
    expect(saved?.answers).toEqual({ forecast: { practitioners: { "2018-06-30": 3_242_650 } } })
    expect(saved).not.toHaveProperty("suggested")
  })

  test("can be corrected in the next one with a minus, and never below nothing", async () => {
    const at = `${one.here}/sections/corrections`
    const row = (amount: string) => ({
      revision: "99",
      any: "yes",
      "corrections.rows": "new-1",
      "corrections.new-1.of": returns.december,
      "corrections.new-1.head": "backfill",
      "corrections.new-1.amount": amount,
      "corrections.new-1.why": "An invoice was posted twice.",
    })
    const { revision } = (await one.read()) as { revision: number }
    const sent = await accountant.post(at, { ...row("-1,200.51"), revision: String(revision) })
    expect(sent.status).toBe(303)
    expect((await shown()).problems.filter(({ section }) => section === "corrections")).toEqual([
      {
        section: "corrections",
        question: "corrections",
        says: "Backfill came to £1,200.50 in Quarterly funding return, October to December 2017: it cannot be £1,200.51 less",
      },
    ])
    expect(
      await missing(accountant, "/sections/reasons", ["Last time, Practitioner salaries: Recruitment."]),
    ).toEqual([])
  })

  test("a receipt of what has no tables is as it was", () => {
    const version = {
      reference: "R",
      version: 1,
      at: "2018-01-16T09:00:00.000Z",
      by: { name: "A" },
      bytes: "{}",
      hash: "h",
    }
    const said = { title: "T", organisation: "O", sections: [{ id: "a", title: "S", questions: [] }] }
    expect(receiptFile(version, said as never, "http://here")).not.toContain("<table")
  })
})
