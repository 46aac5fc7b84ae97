import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { nilOf } from "../../shared/form/nil.ts"
import type { Posting } from "../../shared/form/posting.ts"
import type { Answers } from "../../shared/form/question.ts"
import { problemsIn, warningsIn } from "../../shared/form/section.ts"
import { type ReturnFacts, sampleReturn } from "../../shared/kinds/return-facts.ts"
import { spendingUpdate } from "../../shared/kinds/spending-update.ts"
import { statementOfGrantUsage } from "../../shared/kinds/statement-of-grant-usage.ts"
import { withFundingFacts } from "../../shared/store/funding-facts.ts"
import { awarded, people, posts } from "../support/funding/award.ts"
import { fieldsIn } from "../support/page-form.ts"
import { publishPhaseTwo, returns } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { begun, filled } from "../support/submission.ts"

type Everything = Record<string, Answers>
const here = { organisation: "halton", phase: "NSW2" }
const statement = "nsw2-statement-2018-03-31"

let service: Service
let lead: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  await awarded(service)
  service.at("2018-01-16T09:00:00.000Z")
  lead = await service.as("site-lead@halton.example")
})
afterAll(() => service.stop())

const factsFor = (round: string, from: string, to: string) =>
  withFundingFacts(service.table, "halton", "NSW2", {
    return: { id: round, title: "Spending update", from, to },
    organisation: { id: "halton", name: "Halton" },
    site: { from: "2017-09-01", to: "2018-04-30" },
  })
const accept = (round: string, from: string, to: string, posting: Posting | undefined) =>
  posts(service, here, people.finance, "accept return", {
    round,
    reference: "NSW2-HAL-F-7K3PQ4",
    version: 1,
    title: "Spending update",
    from,
    to,
    posting: posting as Posting,
  })
type Shown = {
  sections: { id: string; progress: string; answers: object; suggested?: object }[]
  warnings: { section: string; says: string }[]
}

describe("the spending update", () => {
  test("begins with nothing where nothing was accepted before", async () => {
    const one = await begun(lead, "halton", returns.december)
    const { sections } = (await one.read()) as Shown
    expect(sections[0]).not.toHaveProperty("suggested")
    await filled(one, lead, {
      spending: { spending: { workers: { spent: 2_000_000, expected: 6_000_000 } } },
      outlook: { award: "whole" },
    })
    const { warnings } = (await one.read()) as Shown
    expect(warnings.map(({ says }) => says)).toEqual([
      "Your figures come to £12,827 less than your award; you said that you will spend the whole award",
    ])
    const page = await (await lead.get(`${one.here}/sections/outlook`)).text()
    expect(page).toContain("Your figures come to £12,827 less than your award")
    expect(page).toContain("Where your award stands with this return")
  })

  test("begins the next one with what was expected, marked, and not answered until it is saved", async () => {
    const december = await factsFor(returns.december, "2017-09-01", "2017-12-31")
    const answers = { spending: { spending: { workers: { spent: 2_000_000, expected: 6_000_000 } } } }
    await accept(returns.december, "2017-09-01", "2017-12-31", spendingUpdate.spends?.(december, answers))
    const march = await factsFor("march", "2018-01-01", "2018-03-31")
    expect(spendingUpdate.begins?.(march)).toEqual({
      spending: { spending: { workers: { expected: 6_000_000 } } },
    })
  })

  test("is in two columns where its period lies in two financial years, and expects nothing after the end", async () => {
    service.at("2018-05-14T09:00:00.000Z")
    const one = await begun(lead, "halton", returns.march)
    const page = await (await lead.get(`${one.here}/sections/spending`)).text()
    const words = [
      "Spent to 31 March 2018",
      "Spent from 1 April 2018",
      "How much more have you received and not paid for yet?",
      "Expected after it, to the end",
    ]
    expect(words.filter((one) => page.includes(one))).toEqual(words.slice(0, 3))
    const written = {
      spending: { workers: { spent: 5_000_000, "spent-2018-19": 1_200_000 } },
      accruals: 82_700,
    }
    await filled(one, lead, {
      spending: written,
      outlook: { award: "less", less: 1_000_000, why: "The second post was filled late." },
    })
    expect(((await one.read()) as Shown).warnings).toEqual([])
    const facts = await factsFor(returns.march, "2018-01-01", "2018-04-30")
    const posting = spendingUpdate.spends?.(facts, { spending: written })
    expect(posting?.spent).toEqual([
      { year: "2017-18", row: "workers", amount: 5_000_000 },
      { year: "2018-19", row: "workers", amount: 1_200_000 },
    ])
    expect(posting?.accrued).toEqual({ all: 82_700 })
    await accept(returns.march, "2018-01-01", "2018-04-30", posting)
  })
})

describe("the statement of grant usage", () => {
  test("begins with what was accepted, April in the year it belongs to", async () => {
    const one = await begun(lead, "halton", statement)
    const { sections } = (await one.read()) as Shown
    expect(sections[0]).toMatchObject({
      progress: "not started",
      answers: {},
      suggested: { used: { used: { "2017-18": 7_000_000, "2018-19": 1_200_000 } }, unspent: 1_082_700 },
    })
    const page = await (await lead.get(`${one.here}/sections/usage`)).text()
    expect(page).toContain("From your last return: check it. It is not saved yet.")
    expect(page).toContain('value="70,000"')
    expect(page).toContain("In the last return £827 was received and not paid for yet")

    const fields = {
      ...fieldsIn(page, `${one.here}/sections/usage`),
      why: "The second post was filled late.",
      go: "next",
    }
    expect((await lead.post(`${one.here}/sections/usage`, fields)).status).toBe(303)
    const saved = (await one.read()) as Shown
    expect(saved.sections[0]).toMatchObject({
      progress: "answered",
      answers: { used: { used: { "2017-18": 7_000_000, "2018-19": 1_200_000 } }, unspent: 1_082_700 },
    })
    expect(saved.sections[0]).not.toHaveProperty("suggested")
    expect(saved.warnings).toEqual([])
  })

  test("another figure than was accepted is to be explained, and may be sent", async () => {
    const facts = await factsFor(statement, "2017-09-01", "2018-04-30")
    const [usage] = statementOfGrantUsage.sections(facts)
    if (!usage) throw new Error("There is one section")
    const answers = {
      used: { used: { "2017-18": 7_082_700, "2018-19": 1_200_000 } },
      unspent: 1_000_000,
      why: "A post was filled late.",
    }
    expect(problemsIn(usage, answers)).toEqual([])
    expect(warningsIn(usage, answers).map(({ says }) => says)).toEqual([
      "In 2017/18 it is £827 more than what was accepted. Enter why, or change a figure",
    ])
    expect(warningsIn(usage, { ...answers, difference: "A bill of March was paid in May." })).toEqual([])
    expect(statementOfGrantUsage.uses?.(facts, { usage: answers })).toEqual({
      used: { "2017-18": 7_082_700, "2018-19": 1_200_000 },
      unspent: 1_000_000,
      because: "A post was filled late.",
    })
  })
})

describe("nothing to report", () => {
  const funding = sampleReturn.funding as NonNullable<ReturnFacts["funding"]>
  const nil = nilOf(spendingUpdate)
  const none: Everything = { nothing: { reason: "The first worker starts in February." } }

  test("leaves what was expected as it was", () => {
    const posting = nil.spends?.(sampleReturn, none)
    expect(posting?.spent).toEqual([])
    expect(posting?.forecast).toEqual(funding.earlier[0]?.posting.forecast)
  })

  test("expects at first what was agreed", () => {
    const posting = nil.spends?.({ ...sampleReturn, funding: { ...funding, earlier: [] } }, none)
    expect(posting?.forecast).toEqual([
      { to: "2018-04-30", row: "practitioners", amount: 7_500_000 },
      { to: "2018-04-30", row: "backfill", amount: 1_782_700 },
    ])
  })

  test("begins with nothing, and warns of nothing", () => {
    expect(nil.begins).toBeUndefined()
    expect(nil.warns).toBeUndefined()
  })
})

describe("will you spend the whole award?", () => {
  const about: ReturnFacts = { ...sampleReturn, site: { ...sampleReturn.site, award: 9_000_000 } }
  const said = (outlook: Answers, expected: number) =>
    spendingUpdate
      .warns?.(about, { spending: { spending: { workers: { spent: 100_000, expected } } }, outlook })
      .map(({ says }) => says)

  test.each<[string, Answers, number, string[]]>([
    ["the whole, to the penny", { award: "whole" }, 6_000_000, []],
    ["the whole, but for 1 %", { award: "whole" }, 5_910_000, []],
    [
      "the whole, and a penny more than 1 % is left",
      { award: "whole" },
      5_909_999,
      ["Your figures come to £900.01 less than your award; you said that you will spend the whole award"],
    ],
    ["less, and it is", { award: "less", less: 500_000 }, 5_500_000, []],
    [
      "less, and it is more",
      { award: "less", less: 500_000 },
      6_500_000,
      ["Your figures come to £5,000 more than your award; you said about £5,000 less"],
    ],
    [
      "more, and it is the whole",
      { award: "more", more: 500_000 },
      6_000_000,
      ["Your figures come to the whole award; you said about £5,000 more"],
    ],
    ["nothing yet, and it is more", {}, 6_500_000, ["Your figures come to £5,000 more than your award"]],
  ])("%s", (_, outlook, expected, says) => expect(said(outlook, expected)).toEqual(says))
})
