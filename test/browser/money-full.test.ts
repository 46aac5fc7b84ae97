import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Engine } from "../../infra/local/engine.ts"
import { startChromium } from "./chromium.ts"
import { dayIn } from "./day-in.ts"
import { inspector } from "./inspect.ts"
import type { LocalRun } from "./local-run.ts"
import {
  accountOf,
  april,
  byApi,
  december,
  draftOf,
  filledIn,
  march,
  moneyOf,
  profile,
  quarters,
  returnOf,
  september,
  signedAndSent,
  startBeforeOffers,
  statement,
} from "./money.ts"
import { signInAs, somebody } from "./people.ts"
import { buttons, follow, main, press, text } from "./pressing.ts"
import { submissionAt } from "./submission.ts"

/**
 * The smallest there is: a site of two people and a department of two. The lead is contributor and sponsor besides, the
 * section 151 officer is the governance lead; finance accepts and the decision-maker authorises. A coordinator looks on.
 */
let engine: Engine
let run: LocalRun
let browser: Browser
let lead: Page
let certifier: Page
let finance: Page
let decider: Page
let coordinator: Page
let at: Record<keyof typeof people, Awaited<ReturnType<typeof byApi>>>
const { faults, look } = inspector()
const references: Record<string, string> = {}

const people = {
  lead: "site-lead@halton.example",
  certifier: "section-151@halton.example",
  finance: "finance@doh.example",
  decider: "decision-maker@doh.example",
  coordinator: "coordinator@innovation-unit.example",
}
const site = "halton"

beforeAll(async () => {
  ;[{ engine, run }, browser] = await Promise.all([startBeforeOffers(), startChromium()])
  const signedIn = Object.entries(people).map(async ([name, email]) => [name, await byApi(run, email)])
  at = Object.fromEntries(await Promise.all(signedIn))
  await twoPeople()
  ;[lead, certifier, finance, decider, coordinator] = await Promise.all(
    Object.values(people).map(async (email) => {
      const { page } = await somebody(browser, run)
      await signInAs(page, email)
      return page
    }) as [Promise<Page>, Promise<Page>, Promise<Page>, Promise<Page>, Promise<Page>],
  )
})
afterAll(async () => {
  await browser?.close()
  await run?.stop()
  await engine?.stop()
})

/** Everybody else leaves the site, and their roles are given to the two who stay. */
const twoPeople = async () => {
  const own = `/organisations/${site}/people`
  const name = "Halton"
  for (const role of ["contributor", "sponsor"])
    await at.lead.does(`${own}/invite`, { name: `${name} site lead`, email: people.lead, role })
  await at.lead.does(`${own}/invite`, { name, email: people.certifier, role: "governance" })
  for (const role of ["contributor", "sponsor", "governance"])
    await at.lead.does(`${own}/p-halton-${role}/g-halton-${role}/end`)
}

const draftAt = (round: string, path = "") => draftOf(site, references[round] ?? "", path)
const sentAt = (round: string, path = "") => returnOf(site, references[round] ?? "", path)

/** What the payer answers about the one payment that is with them, as its file says it. */
const answerOf = async (on: string) => {
  await finance.goto("/funding/payments")
  const given = await finance.request.get("/funding/payments.csv")
  const reference = /NSW2-HAL-P\d-\w+/.exec(await given.text())?.[0]
  return `Reference,Outcome,Date,Payer's reference,Remittance text\r\n${reference},paid,${on},BACS ${on},DOH NAMED SOCIAL WORKER\r\n`
}

/** The lead confirms and the section 151 officer certifies and sends, each by their own sign-in. */
const certified = async (round: string) => {
  await lead.goto(draftAt(round, "/sign"))
  await press(lead, "Confirm")
  await certifier.goto(draftAt(round, "/sign"))
  await press(certifier, "Certify and send")
  expect(await text(certifier)).toContain("SENT to the Department of Health at")
}

const accepted = async (round: string) => {
  await coordinator.goto(sentAt(round))
  await press(coordinator, "It is complete")
  await finance.goto(sentAt(round))
  await press(finance, "Accept")
  expect(await text(finance)).toContain("It counts in the account of Halton.")
}

test("finance offers £92,827 in full, and both officers of the council accept it", async () => {
  await finance.goto(accountOf(site))
  await follow(finance, "Make an offer")
  await follow(finance, "Ask for the other form instead")
  await finance.getByLabel("How much is the award?").fill("92,827")
  await finance.getByLabel("Why does this site report in full?").fill("It spends in two financial years.")
  await press(finance, "Work out quarters and payments from the amount")
  for (const head of Object.keys(profile))
    for (const quarter of ["2017-09-30", "2017-12-31", "2018-03-31", "2018-06-30"]) {
      const pence = profile[head]?.[quarter]
      const field = finance.locator(`[name="profile.${head}.${quarter}"]`)
      await field.fill(pence === undefined ? "" : String(pence / 100))
    }
  const third = main(finance).getByRole("group", { name: "Payment 3" })
  await third.getByLabel("When Quarterly funding return, January to March 2018 is accepted").check()
  await press(finance, "Read the letter before it is sent")
  const letter = await text(finance)
  expect(letter).toContain("NOT SENT YET.")
  expect(letter).toContain("£37,130.80 when the offer is accepted")
  expect(letter).toContain("It is asked in full because: It spends in two financial years.")
  await press(finance, "Send the offer")
  expect(await text(finance)).toContain("£92,827")

  await lead.goto(moneyOf(site, "/NSW2/offer"))
  await press(lead, "Accept the offer")
  expect(await text(lead)).not.toContain("You accept the letter")
  await certifier.goto(moneyOf(site, "/NSW2/offer"))
  await press(certifier, "Accept the offer")
  await certifier.goto(moneyOf(site))
  expect(await text(certifier)).toContain("£92,827")
}, 60_000)

test("the lead sets up, and what is not answered is said", async () => {
  await lead.goto(moneyOf(site, "/NSW2/set-up"))
  await follow(lead, "Data protection impact assessment")
  await lead.getByLabel("What is its reference?").fill("DPIA 2017/41")
  await press(lead, "Save")
  expect(await text(lead)).toContain("There is a problem")
  await dayIn(lead, "When was it agreed?", "2017-09-20")
  await press(lead, "Save")
  const person = (name: string) => ({ name, jobTitle: "Manager", email: "deputy@halton.example" })
  for (const [task, answers] of Object.entries({
    people: { everyone: true, lead: person("Deputy lead"), certifier: person("Deputy") },
    profile: { agrees: true },
    sharing: { needed: "not needed", because: "Nothing leaves the council." },
    privacy: { given: "2017-09-20", easyRead: true, where: "At the desk of the team" },
    dates: { start: "2017-10-16", visit: "2017-10-25" },
  }))
    await at.lead.does(moneyOf(site, `/NSW2/set-up/${task}`), { answers })
  await lead.reload()
  expect(await text(lead)).toContain("Everything is answered.")
})

test("the first payment is authorised, and recorded from the payer’s file", async () => {
  await run.putClock("2017-09-28T13:00:00Z")
  await decider.goto("/funding/payments")
  await follow(decider, "Payment 1")
  await press(decider, "Authorise this payment")
  expect(await text(decider)).toContain("The payer has not answered yet.")
  expect(await buttons(decider)).toEqual([])
  await run.putClock("2017-10-02T15:00:00Z")
  const answer = await answerOf("2017-10-02")
  await follow(finance, "What the payer answered")
  const file = { name: "answer.csv", mimeType: "text/csv", buffer: Buffer.from(answer) }
  await finance.getByLabel("The payer’s file (CSV)").setInputFiles(file)
  await press(finance, "Read and record it")
  expect(await text(finance)).toContain("1 paid, £37,130.80 in all")
  await lead.goto(moneyOf(site))
  expect(await text(lead)).toContain("£37,130.80")
})

/** The same by the API, where a page has shown it already. */
const sentByApi = async (round: string, form: Record<string, Record<string, unknown>>) => {
  references[round] = await filledIn(at.lead.who, site, round, form)
  await signedAndSent(site, references[round], [at.lead.who, at.certifier.who])
}
const acceptedByApi = async (round: string) => {
  await at.coordinator.seen(sentAt(round), "check")
  await at.finance.seen(sentAt(round), "accept")
}

test("September is reported two working days late, certified, found complete and accepted", async () => {
  await run.putClock("2017-10-24T13:00:00Z")
  await lead.goto(`/organisations/${site}/returns/${september}`)
  expect(await text(lead)).toContain("2 working days late")
  await follow(lead, "Start: Quarterly funding return, September 2017")
  await press(lead, "Start now")
  const reference = new URL(lead.url()).pathname.split("/").at(-1) ?? ""
  references[september] = reference
  await submissionAt(draftAt(september)).fill(at.lead.who, quarters.september)
  await certified(september)
  await accepted(september)
  await finance.goto(accountOf(site))
  expect(await text(finance)).toContain("£5,527 was spent to 30 September 2017, as accepted.")
  expect(await text(finance)).toContain("2 working days late")
})

test("the next return corrects the one before by £27, and moves money between two heads of cost", async () => {
  await run.putClock("2018-01-16T10:00:00Z")
  references[december] = await filledIn(at.lead.who, site, december, quarters.december)
  await lead.goto(draftAt(december))
  await follow(lead, "Corrections")
  await lead.getByRole("group", { name: "Was anything wrong" }).getByLabel("Yes").check()
  await lead.getByLabel("Quarterly funding return, September 2017").check()
  await lead.getByLabel("Spent on").selectOption("Training and learning events")
  await lead.getByLabel("Difference").fill("-27")
  await lead.getByLabel("Why?").fill("A course was cheaper.")
  await press(lead, "Save and continue")
  await lead.goto(draftAt(december, "/sections/moving"))
  await lead.getByRole("group", { name: "Do you move money" }).getByLabel("Yes").first().check()
  const move = lead.locator(".row-of-many")
  await move.getByLabel("From").selectOption("Backfill")
  await move.getByLabel("To", { exact: true }).selectOption("Training and learning events")
  await move.getByLabel("Amount").fill("1,500")
  await move.getByLabel("No, it will be").check()
  await move.getByLabel("Why?").fill("Two more learning days were asked for.")
  await press(lead, "Save and continue")
  await certified(december)
  await finance.goto(sentAt(december))
  expect(await text(finance)).toContain("-£27")
})

test("finance asks about one line, the lead answers, and finance closes it before it accepts", async () => {
  await finance.goto(sentAt(december))
  await follow(finance, "Ask a question")
  await finance.getByLabel("What is it about?").selectOption("What you spent: Backfill")
  await finance.getByLabel("What do you ask?").fill("Does the second cover go on until April?")
  await dayIn(finance, "By which day do you need the answer?", "2018-01-24")
  await press(finance, "Ask")
  expect(await text(finance)).toContain("Question 1: What you spent: Backfill")

  await lead.goto(`/organisations/${site}`)
  await lead.goto(draftAt(december))
  await follow(lead, "Answer question 1")
  await lead.getByLabel("What is your answer?").fill("Yes, until 27 April. The contract is signed.")
  await press(lead, "Send the answer")
  await finance.goto(sentAt(december))
  expect(await text(finance)).toContain("Yes, until 27 April.")
  await press(finance, "Close question 1")
  await accepted(december)
  await finance.goto(accountOf(site))
  expect(await text(finance)).toContain("£35,100 was spent to 31 December 2017, as accepted.")
})

test("the second payment is the other person’s again; what was agreed goes on in the next year", async () => {
  const payment = accountOf(site, "/payments/2")
  await finance.goto(payment)
  expect(await text(finance)).toContain("accepted")
  expect(await buttons(finance)).toEqual([])
  await decider.goto(payment)
  await press(decider, "Authorise this payment")
  await run.putClock("2018-01-18T10:00:00Z")
  const answer = await answerOf("2018-01-18")
  await finance.goto("/funding/payer-files")
  await finance.getByLabel("Or paste what it says").fill(answer)
  await press(finance, "Read and record it")
  expect(await text(finance)).toContain("1 paid, £37,130.80 in all")

  await decider.goto(accountOf(site))
  await follow(decider, "Decide in the middle of the pilot")
  await decider.getByLabel("Continue", { exact: true }).check()
  await decider.getByLabel("Why?").fill("People meet their worker.")
  await press(decider, "Decide, and tell the site")
  await follow(decider, "Agree to carry money over")
  await decider.getByRole("radio").first().check()
  await decider.getByLabel("How much may be spent in the next?").fill("12,827")
  await decider.getByLabel("Why?").fill("The pilot runs until the end of April.")
  await press(decider, "Agree to it")
  await lead.goto(moneyOf(site))
  expect(await text(lead)).toContain("£12,827")
})

test("the year’s end leaves more than five in a hundred, and what becomes of it is asked", async () => {
  await run.putClock("2018-04-20T10:00:00Z")
  const { ending, ...rest } = quarters.march
  references[march] = await filledIn(at.lead.who, site, march, { ...rest, ending: { confidence: "4" } })
  await lead.goto(draftAt(march, "/check"))
  expect(await text(lead)).toContain("£10,427 is left, which is more than 5 % of your award")
  await follow(lead, /what is to become of what is left/i)
  await lead.getByLabel("It comes back").check()
  await lead.getByLabel("What is the plan?").fill(ending.words)
  await press(lead, "Save and continue")
  await signedAndSent(site, references[march] ?? "", [at.lead.who, at.certifier.who])
  await acceptedByApi(march)
  await at.decider.does(accountOf(site, "/payments/3"))
  await run.putClock("2018-04-24T10:00:00Z")
  await at.finance.does("/funding/payer-files", { name: "answer.csv", text: await answerOf("2018-04-24") })
  await lead.goto(moneyOf(site))
  expect(await text(lead)).toContain("£92,827")
}, 60_000)

test("April, another financial year, has a return of its own", async () => {
  await run.putClock("2018-05-25T10:00:00Z")
  await sentByApi(april, quarters.april)
  await acceptedByApi(april)
  await finance.goto(accountOf(site))
  expect(await text(finance)).toContain("£82,000 was spent to 30 April 2018")
})

test("the statement says what was used by year; a figure is suggested, taken with one press, and certified", async () => {
  await lead.goto(`/organisations/${site}/returns/${statement}`)
  await follow(lead, "Start: Statement of grant usage")
  await press(lead, "Start now")
  references[statement] = new URL(lead.url()).pathname.split("/").at(-1) ?? ""
  await follow(lead, "What the grant was used for")
  const used = (year: string) => lead.locator(`[name="used.used.${year}"]`).inputValue()
  expect(await Promise.all([used("2017-18"), used("2018-19")])).toEqual(["70,100", "11,900"])
  expect(await lead.getByLabel("How much is unspent?").inputValue()).toBe("10,827")
  await lead.getByLabel("Why is it unspent?").fill("Cover was short in two quarters.")
  await press(lead, "Save and continue")
  await lead.goto(draftAt(statement, "/sign"))
  await press(lead, "Confirm")

  const suggest = async (figure: RegExp, after: string) => {
    await certifier.goto(draftAt(statement, "/sign"))
    await follow(certifier, "Suggest a figure")
    await certifier.getByLabel(figure).check()
    await certifier.getByLabel("What should it be?").fill(after)
    await certifier.getByLabel("Why?").fill("An invoice of April was cancelled.")
    await press(certifier, "Suggest it")
  }
  await suggest(/2018/, "11,800")
  await suggest(/unspent/, "10,927")
  expect(await text(certifier)).toContain("NOT SENT")
  await lead.goto(draftAt(statement))
  await press(lead, "Take it: £11,800")
  await press(lead, "Take it: £10,927")
  await certifier.goto(draftAt(statement, "/sign"))
  await press(certifier, "Certify and send")
  expect(await text(certifier)).toContain("SENT to the Department of Health at")
  await accepted(statement)
}, 60_000)

test("the award is reconciled; one asks for what is left, and only the other can approve it", async () => {
  await finance.goto(accountOf(site))
  await follow(finance, "Reconcile")
  expect(await text(finance)).toContain("£10,927 is due back.")
  await look(finance, "an award that can be reconciled")
  await press(finance, "Reconcile the award")
  await finance.goto(accountOf(site))
  await follow(finance, "Recovery 1")
  await press(finance, "Ask for it")
  expect(await buttons(finance)).toEqual([])
  expect(await text(finance)).toMatch(/another person/i)
  await lead.goto(moneyOf(site))
  expect(await text(lead)).toContain("Wait until you are asked for it: nothing for you to do yet.")
  await decider.goto(accountOf(site, "/recoveries/1"))
  await press(decider, "Approve it and write to the site")
  await lead.goto(moneyOf(site))
  expect(await text(lead)).toMatch(/Pay back £10,927 by .*, and quote NSW2-HAL-R1-/)
  await run.putClock("2018-06-20T10:00:00Z")
  await finance.goto(accountOf(site, "/recoveries/1"))
  await dayIn(finance, "On which day did it come back?", "2018-06-19")
  await finance.getByLabel("What reference does the bank give?").fill("FPI 20180619-88")
  await press(finance, "Record that it came back")
  await finance.goto(accountOf(site))
  await follow(finance, "Close")
  await look(finance, "an award that can be closed")
  await press(finance, "Close the award")
  await look(finance, "an award that was closed")
})

test("the ledger has every line of it, and its sums hold to the penny", async () => {
  await coordinator.goto(accountOf(site))
  expect(await main(coordinator).locator("[data-identities] li").allInnerTexts()).toEqual([
    "Of £81,900: £92,827 is paid less £10,927 that came back, and £0 is to be paid.",
    "Of £81,900: £81,900 is spent, £0 was had and not paid for, £0 is expected to be spent, and £0 is left over.",
    "The site holds £0 that it has been paid and not spent.",
  ])
  await follow(coordinator, /^The ledger/)
  const lines = await main(coordinator).locator("tbody tr").allInnerTexts()
  expect(lines).toHaveLength(27)
  expect(lines[10]).toContain("£37,130.80 paid, £55,696.20 to be paid")
  expect(lines[10]).toMatch(/£37,130\.80$/)
  expect(lines[12]).toContain("£29,573 spent, with corrections of -£27.")
  expect(lines[12]).toContain("£1,500 moved from Backfill to Training and learning events.")
  expect(lines[17]).toContain("£70,100 spent, £600 had and not paid for, £11,700 expected")
  expect(lines[22]).toContain("£92,827 paid, £0 to be paid, £10,927 to come back; £81,900 spent")
  expect(lines[25]).toContain("£92,827 paid, £0 to be paid, £10,927 came back")
  expect(lines[26]).toContain("Closed.")
  await look(coordinator, "the ledger of an award that was closed")
  await lead.goto(moneyOf(site))
  expect(await text(lead)).toContain("By 30 April 2018 the plan was £92,827.")
  await look(lead, "the money of a site whose award was closed")
  expect(faults).toEqual([])
})
