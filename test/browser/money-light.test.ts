import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Engine } from "../../infra/local/engine.ts"
import { startChromium } from "./chromium.ts"
import type { LocalRun } from "./local-run.ts"
import {
  accountOf,
  byApi,
  december,
  draftOf,
  filledIn,
  march,
  moneyOf,
  returnOf,
  startBeforeOffers,
  statement,
} from "./money.ts"
import { signInAs, somebody } from "./people.ts"
import { buttons, follow, main, press, text } from "./pressing.ts"
import { submissionAt } from "./submission.ts"

/** The smallest award there is: offered, five lines twice, and certified once in the whole year. */
let engine: Engine
let run: LocalRun
let browser: Browser
let at: Record<keyof typeof people, Awaited<ReturnType<typeof byApi>>>
const references: Record<string, string> = {}

const people = {
  lead: "site-lead@sheffield.example",
  sponsor: "sponsor@sheffield.example",
  certifier: "section-151@sheffield.example",
  finance: "finance@doh.example",
  decider: "decision-maker@doh.example",
  coordinator: "coordinator@innovation-unit.example",
}
const site = "sheffield"

beforeAll(async () => {
  ;[{ engine, run }, browser] = await Promise.all([startBeforeOffers(), startChromium()])
  const signedIn = Object.entries(people).map(async ([name, email]) => [name, await byApi(run, email)])
  at = Object.fromEntries(await Promise.all(signedIn))
})
afterAll(async () => {
  await browser?.close()
  await run?.stop()
  await engine?.stop()
})

const pages = new Map<string, Page>()
const pageOf = async (name: keyof typeof people, { javaScript = true } = {}): Promise<Page> => {
  const known = pages.get(`${name} ${javaScript}`)
  if (known) return known
  const { page } = await somebody(browser, run, { javaScript })
  await signInAs(page, people[name])
  pages.set(`${name} ${javaScript}`, page)
  return page
}
const draftAt = (round: string, path = "") => draftOf(site, references[round] ?? "", path)
const sentAt = (round: string, path = "") => returnOf(site, references[round] ?? "", path)

/** A payment, authorised by the decision-maker and answered by the payer, by the API. */
const paid = async (number: number, on: string) => {
  await at.decider.does(accountOf(site, `/payments/${number}`))
  const { withPayer } = await at.finance.read("/funding/payments")
  const text = `Reference,Outcome,Date,Payer's reference\r\n${withPayer[0].reference},paid,${on},BACS ${on}\r\n`
  await at.finance.does("/funding/payer-files", { name: "answer.csv", text })
}

test("£23,854 is offered in the short form, and accepted by the sponsor and the section 151 officer", async () => {
  const finance = await pageOf("finance")
  await finance.goto(accountOf(site))
  await follow(finance, "Make an offer")
  await finance.getByLabel("How much is the award?").fill("23,854")
  await press(finance, "Read the letter before it is sent")
  expect(await text(finance)).toContain("£9,541.60 when the offer is accepted")
  await press(finance, "Send the offer")
  for (const name of ["sponsor", "certifier"] as const) {
    const page = await pageOf(name)
    await page.goto(moneyOf(site, "/NSW2/offer"))
    await press(page, "Accept the offer")
  }
  await finance.goto(accountOf(site))
  expect(await text(finance)).toContain("Sheffield was awarded £23,854.")
  await paid(1, "2017-09-21")
})

test("an update is sent in five lines; one section is sent back, and what is otherwise in it is shown", async () => {
  await run.putClock("2018-01-10T10:00:00Z")
  const form = {
    spending: {
      spending: { workers: { spent: 900_000, expected: 1_435_400 }, training: { spent: 50_000 } },
    },
    outlook: { award: "whole" },
  }
  references[december] = await filledIn(at.lead.who, site, december, form)
  const lead = await pageOf("lead")
  await lead.goto(draftAt(december, "/send"))
  await press(lead, "Send spending update")
  expect(await text(lead)).toContain("SENT to the Department of Health at")

  const coordinator = await pageOf("coordinator")
  await coordinator.goto(sentAt(december))
  await follow(coordinator, "Send it back for changes")
  await coordinator.getByLabel("What you spent").check()
  await coordinator.getByLabel("What should change, and why?").fill("Training is £50 more in the ledger.")
  await press(coordinator, "Send it back")
  expect(await text(coordinator)).toContain("Training is £50 more in the ledger.")

  await lead.goto(draftAt(december))
  expect(await text(lead)).toContain("Training is £50 more in the ledger.")
  await lead.goto(draftAt(december, "/sections/outlook"))
  expect(await buttons(lead)).not.toContain("Save and continue")
  await lead.goto(draftAt(december, "/sections/spending"))
  await lead.locator('[name="spending.training.spent"]').fill("550")
  await lead.locator('[name="spending.workers.expected"]').fill("14,304")
  await press(lead, "Save and continue")
  expect(
    await main(lead)
      .getByRole("link", { name: /^Change.*By the end/ })
      .count(),
  ).toBe(0)
  await lead.goto(draftAt(december, "/send"))
  await press(lead, "Send spending update")
  const finance = await pageOf("finance")
  await finance.goto(sentAt(december))
  await follow(finance, "What is otherwise than in version 1")
  expect(await text(finance)).toContain("£550")
  expect(await text(finance)).toContain("£500")
  await finance.goto(sentAt(december))
  await press(finance, "Accept")
  await finance.goto(accountOf(site))
  expect(await text(finance)).toContain("£9,550 was spent to 31 December 2017, as accepted.")
})

test("the second payment follows from it, and the second update is the last", async () => {
  await paid(2, "2018-01-10")
  await run.putClock("2018-04-12T10:00:00Z")
  references[march] = await filledIn(at.lead.who, site, march, {
    spending: { spending: { workers: { spent: 1_430_400 } }, accruals: 0 },
    outlook: { award: "whole" },
  })
  await submissionAt(draftAt(march)).send(at.lead.who)
  await at.finance.seen(sentAt(march), "accept")
  const lead = await pageOf("lead")
  await lead.goto(moneyOf(site))
  expect(await text(lead)).toContain("£23,854 is accepted as spent, to 31 March 2018.")
})

test("the one statement of the year is written, certified and accepted without JavaScript", async () => {
  const lead = await pageOf("lead", { javaScript: false })
  const certifier = await pageOf("certifier", { javaScript: false })
  const finance = await pageOf("finance", { javaScript: false })
  const coordinator = await pageOf("coordinator", { javaScript: false })
  await lead.goto(`/organisations/${site}/returns/${statement}`)
  await follow(lead, "Start: Statement of grant usage")
  await press(lead, "Start now")
  references[statement] = new URL(lead.url()).pathname.split("/").at(-1) ?? ""
  await follow(lead, "What the grant was used for")
  expect(await lead.locator('[name="used.used.2017-18"]').inputValue()).toBe("23,854")
  await lead.locator('[name="used.used.2017-18"]').fill("23,800")
  await press(lead, "Save and continue")
  expect(await text(lead)).toContain("The award is £23,854. The difference is £54")
  await follow(lead, "The difference is £54")
  await lead.locator('[name="used.used.2017-18"]').fill("23,854")
  await press(lead, "Save and continue")
  await lead.goto(draftAt(statement, "/sign"))
  await press(lead, "Confirm")

  await certifier.goto(draftAt(statement, "/sign"))
  await press(certifier, "Certify and send")
  expect(await text(certifier)).toContain("SENT to the Department of Health at")
  await coordinator.goto(sentAt(statement))
  await press(coordinator, "Begin to read it")
  await press(coordinator, "It is complete")
  await finance.goto(sentAt(statement))
  await press(finance, "Accept")
  expect(await text(finance)).toContain("It counts in the account of Sheffield.")
})

test("the award is reconciled, and the rest is paid with nothing left over", async () => {
  const finance = await pageOf("finance")
  await finance.goto(accountOf(site))
  await follow(finance, "Reconcile")
  expect(await text(finance)).toContain("£4,770.80 is left to pay, as one last payment.")
  await press(finance, "Reconcile the award")
  await paid(3, "2018-04-12")
  await finance.goto(accountOf(site))
  expect((await main(finance).locator("[data-identities] li").allInnerTexts())[0]).toBe(
    "Of £23,854: £23,854 is paid, and £0 is to be paid.",
  )
  const lead = await pageOf("lead")
  await lead.goto(`/organisations/${site}`)
  expect(await text(lead)).toContain("£23,854")
})
