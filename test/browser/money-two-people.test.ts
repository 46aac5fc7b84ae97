import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { newKey } from "../support/submission.ts"
import { startChromium } from "./chromium.ts"
import { type LocalRun, startLocalRun } from "./local-run.ts"
import { accountOf, byApi, december, draftOf, returnOf } from "./money.ts"
import { signInAs, somebody } from "./people.ts"
import { buttons, press, text } from "./pressing.ts"
import { submissionAt } from "./submission.ts"

/** Where it has to be another person: whoever did the one thing finds no button for the other, and a press is refused in words. */
let run: LocalRun
let browser: Browser

beforeAll(async () => {
  ;[run, browser] = await Promise.all([startLocalRun({ scene: "mid-phase" }), startChromium()])
})
afterAll(async () => {
  await browser?.close()
  await run?.stop()
})

const signedIn = async (email: string): Promise<Page> => {
  const { page } = await somebody(browser, run)
  await signInAs(page, email)
  return page
}

/** Presses what the page has no button for, as somebody who made a form of their own. */
const pressAnyway = async (page: Page, action: string, fields: Record<string, string>) => {
  const loaded = page.waitForEvent("load")
  await page.evaluate(
    ({ action, fields }) => {
      const form = document.createElement("form")
      Object.assign(form, { method: "post", action })
      for (const [name, value] of Object.entries(fields))
        form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }))
      document.body.append(form)
      form.submit()
    },
    { action, fields: { key: newKey(), ...fields } },
  )
  await loaded
}
const referenceOf = async (email: string, site: string, round: string) => {
  const { submissions } = await (await byApi(run, email)).read(`/organisations/${site}/submissions`)
  return String(submissions.find((one: { round: string }) => one.round === round)?.reference)
}

test("whoever wrote in a return does not certify it, whatever roles they hold", async () => {
  const lead = await byApi(run, "site-lead@halton.example")
  const email = "section-151@halton.example"
  await lead.does("/organisations/halton/people/invite", {
    name: "Halton section 151 officer",
    email,
    role: "contributor",
  })
  const draft = draftOf("halton", await referenceOf("site-lead@halton.example", "halton", december))
  const officer = await byApi(run, email)
  await submissionAt(draft).save(officer.who, "ending", { confidence: "4" })
  await submissionAt(draft).sign(lead.who)

  const page = await signedIn(email)
  await page.goto(`${draft}/sign`)
  const says = "You have written in it: somebody else who holds your role certifies it."
  expect(await text(page)).toContain(says)
  expect(await buttons(page)).not.toContain("Certify and send")
  const { revision } = await officer.read(draft)
  await pressAnyway(page, `${draft}/sign`, { revision: String(revision), send: "yes" })
  expect(await text(page)).toContain(says)
  expect((await officer.read(draft)).state).toBe("waiting")
})

test("whoever accepted a return does not authorise the payment that waited for it", async () => {
  const reference = await referenceOf("site-lead@sheffield.example", "sheffield", december)
  const finance = await signedIn("finance@doh.example")
  await finance.goto(returnOf("sheffield", reference))
  await press(finance, "Accept")
  const payment = accountOf("sheffield", "/payments/2")
  await finance.goto(payment)
  expect(await buttons(finance)).toEqual([])
  const says = "You accepted the return that it waits for. Another person authorises the payment."
  expect(await text(finance)).toContain(says)
  await pressAnyway(finance, payment, {})
  expect(await text(finance)).toContain(says)
  const decider = await signedIn("decision-maker@doh.example")
  await decider.goto(payment)
  expect(await buttons(decider)).toEqual(["Authorise this payment"])
  await press(decider, "Authorise this payment")
  expect(await text(decider)).toContain("Authorised by Decision-maker")
})

test("whoever asks for money back does not approve it", async () => {
  const { does } = await byApi(run, "finance@doh.example")
  await does(accountOf("sheffield", "/recoveries"), { amount: 12_000, because: "It was paid twice." })
  const recovery = accountOf("sheffield", "/recoveries/1")
  const finance = await signedIn("finance@doh.example")
  await finance.goto(recovery)
  await press(finance, "Ask for it")
  const says = "You asked for it. Another person approves it."
  expect(await buttons(finance)).toEqual([])
  expect(await text(finance)).toContain(says)
  await pressAnyway(finance, recovery, { step: "approve" })
  expect(await text(finance)).toContain(says)
  const decider = await signedIn("decision-maker@doh.example")
  await decider.goto(recovery)
  expect(await buttons(decider)).toEqual(["Approve it and write to the site"])
})
