import { mkdirSync } from "node:fs"
import type { Page } from "playwright-core"
import { startChromium } from "../test/browser/chromium.ts"
import { clientOf } from "../test/browser/client.ts"
import { startLocalRun } from "../test/browser/local-run.ts"
import { addressesOf, because, department, feedback, panelist, sendThree } from "../test/browser/panel.ts"
import { signInAs, somebody } from "../test/browser/people.ts"
import { writeShortForm } from "../test/browser/write.ts"

const into = "docs/screenshots"

/** Six pictures of an expression of interest, over data of its own and at times that are always the same. */
const takePictures = async () => {
  const [run, browser] = await Promise.all([startLocalRun(), startChromium()])
  try {
    const { page: lead } = await somebody(browser, run)
    await lead.goto("/rounds/nsw-2-2017")
    await picture(lead, "round")

    await run.putClock("2017-08-15T09:30:00Z")
    await signInAs(lead, "site-lead@halton.example")
    await lead.goto("/organisations/halton/rounds/nsw-2-2017/start")
    await lead.getByRole("button", { name: "Start now" }).click()
    await lead.locator("[data-sentence]").waitFor()
    const here = new URL(lead.url()).pathname
    await writeShortForm(lead)
    await lead.getByRole("heading", { name: "Check your answers" }).waitFor()

    await run.putClock("2017-08-16T13:15:00Z")
    await lead.goto(`${here}/sections/delivery`)
    await picture(lead, "section")
    await lead.goto(`${here}/sign`)
    await lead.getByRole("button", { name: "Confirm" }).click()
    await lead.locator("[data-sentence='NOT SENT YET']").waitFor()
    await picture(lead, "tasks", 1250)

    await run.putClock("2017-08-17T10:40:00Z")
    const { page: sponsor } = await somebody(browser, run)
    await signInAs(sponsor, "sponsor@halton.example")
    await sponsor.goto(`${here}/sign`)
    await picture(sponsor, "confirm", 1080)
    await sponsor.getByRole("button", { name: "Confirm" }).click()
    await sponsor.getByText("Everyone who must confirm it has").waitFor()

    await run.putClock("2017-08-18T15:12:00Z")
    await lead.goto(`${here}/send`)
    await lead.getByRole("button", { name: "Send expression of interest" }).click()
    await lead.getByRole("heading", { name: "Expression of interest sent" }).waitFor()
    await picture(lead, "receipt")
    const { page: phone } = await somebody(browser, run, { narrow: true })
    await signInAs(phone, "sponsor@halton.example")
    await phone.goto(lead.url())
    await picture(phone, "receipt-on-a-phone")
  } finally {
    await browser.close()
    await run.stop()
  }
}

/** Three pictures of an ordinary Tuesday in the middle of phase 2. */
const takePicturesOfTheYear = async () => {
  const [run, browser] = await Promise.all([startLocalRun({ scene: "mid-phase" }), startChromium()])
  try {
    await run.putClock("2018-01-16T09:30:00Z")
    const { page: lead } = await somebody(browser, run)
    await signInAs(lead, "site-lead@halton.example")
    await lead.goto("/organisations/halton")
    await picture(lead, "site-home")
    const { page: coordinator } = await somebody(browser, run)
    await signInAs(coordinator, "coordinator@innovation-unit.example")
    await coordinator.goto("/programme")
    await picture(coordinator, "programme", 1300)
    await coordinator.goto("/programme/board?phase=NSW2&later=yes")
    await picture(coordinator, "board", 1240)
  } finally {
    await browser.close()
    await run.stop()
  }
}

/** Two pictures of a round that is read: the list on the chair's screen, and what an applicant reads at the end. */
const takePicturesOfTheReading = async () => {
  const [run, browser] = await Promise.all([startLocalRun(), startChromium()])
  try {
    const references = await sendThree(run)
    await run.putClock("2017-09-06T09:30:00Z")
    const [chair, reader, second, decider] = await Promise.all(
      ["chair", "reader", "second-reader", "decision-maker"].map(async (one) =>
        panelist(await clientOf(run, `${one}@doh.example`)),
      ),
    )
    if (!chair || !reader || !second || !decider) return
    const all = Object.values(references)
    await chair.move("/open")
    for (const one of [chair, reader, second, decider]) await one.move("/links", { none: all })
    for (const one of all) await chair.move(`/expressions/${one}/check`, { answer: "yes" })
    const pairs = all.flatMap((reference) =>
      ["p-reader", "p-second-reader"].map((person) => ({ reference, person })),
    )
    await chair.move("/assign", { pairs })
    await reader.score(references.halton, [4, 4, 3, 3, 2], because)
    await reader.score(references.bradford, [3, 3, 3, 3, 2], because)
    await reader.score(references.shropshire, [3, 2, 3, 1, 2], because)
    await second.score(references.halton, [3, 4, 3, 3, 3], because)
    await second.score(references.bradford, [1, 3, 3, 3, 2], because)
    const { page: desk } = await somebody(browser, run)
    await signInAs(desk, "chair@doh.example")
    await desk.goto(department)
    await picture(desk, "panel", 1250)

    await second.score(references.shropshire, [2, 2, 3, 2, 2], because)
    const settled = { points: { c1: 2 }, reasons: { c1: because } }
    await chair.move(`/expressions/${references.bradford}/moderation`, settled)
    for (const reference of all) {
      await chair.move(`/expressions/${reference}/feedback`, feedback)
      const conditions = [
        { text: "Name who covers the other work of each social worker.", due: "2017-10-31" },
      ]
      await decider.decide(
        reference,
        reference === references.halton
          ? { decision: "with conditions", amount: 9_282_700, conditions, reason: because }
          : { decision: "unsuccessful", reason: because },
      )
    }
    await decider.move("/telling/seal")
    await decider.move("/telling/tell")
    const { page: lead } = await somebody(browser, run)
    await signInAs(lead, "site-lead@halton.example")
    await lead.goto(addressesOf(references).submissionAt("halton", "/decision"))
    await picture(lead, "decision", 1250)
  } finally {
    await browser.close()
    await run.stop()
  }
}

/** Three pictures of money: a site’s own, what an officer certifies, and all sites at the end of the year. */
const takePicturesOfTheMoney = async () => {
  const browser = await startChromium()
  try {
    const middle = await startLocalRun({ scene: "mid-phase" })
    try {
      const { page: lead } = await somebody(browser, middle)
      await signInAs(lead, "site-lead@halton.example")
      await lead.goto("/organisations/halton/money")
      await picture(lead, "money", 1350)
      const { page: officer } = await somebody(browser, middle)
      await signInAs(officer, "section-151@halton.example")
      await officer.goto("/organisations/halton")
      await officer.getByRole("link", { name: "Read it" }).first().click()
      await officer.goto(`${officer.url()}/sign`)
      await officer.getByRole("heading", { name: "As section 151 officer" }).scrollIntoViewIfNeeded()
      await picture(officer, "certificate", 1100)
    } finally {
      await middle.stop()
    }
    const end = await startLocalRun({ scene: "year-end" })
    try {
      const { page: finance } = await somebody(browser, end)
      await signInAs(finance, "finance@doh.example")
      await finance.goto("/funding")
      await picture(finance, "money-of-all-sites", 1500)
    } finally {
      await end.stop()
    }
  } finally {
    await browser.close()
  }
}

/** Three pictures of coaching: what a site is asked to agree to, its record, and the first page of its coach. */
const takePicturesOfCoaching = async () => {
  const [run, browser] = await Promise.all([startLocalRun({ scene: "mid-phase" }), startChromium()])
  try {
    await run.putClock("2018-01-16T09:30:00Z")
    const { page: lead } = await somebody(browser, run)
    await signInAs(lead, "site-lead@halton.example")
    await lead.goto("/organisations/halton/coaching")
    await picture(lead, "coaching", 1350)
    await lead.locator("main p", { hasText: "NOT AGREED YET" }).getByRole("link").first().click()
    await lead.getByRole("button", { name: "This is right" }).waitFor()
    await picture(lead, "session", 1450)
    const { page: coach } = await somebody(browser, run)
    await signInAs(coach, "coach@innovation-unit.example")
    await coach.goto("/support")
    await picture(coach, "sites-you-support", 1350)
  } finally {
    await browser.close()
    await run.stop()
  }
}

/** Three pictures of the evaluation once it is over: what was measured, as a release has it; taking part; the council's page. */
const takePicturesOfTheEvaluation = async () => {
  const [run, browser] = await Promise.all([startLocalRun({ scene: "after" }), startChromium()])
  try {
    const { page: reader } = await somebody(browser, run)
    await signInAs(reader, "reader@doh.example")
    await reader.goto("/findings/NSW2/measures")
    await picture(reader, "measures", 1450)
    const { page: anybody } = await somebody(browser, run)
    await anybody.goto("/taking-part")
    await picture(anybody, "taking-part", 1250)
    const { page: lead } = await somebody(browser, run)
    await signInAs(lead, "site-lead@halton.example")
    await lead.goto("/organisations/halton/evaluation/NSW2/one-page")
    await picture(lead, "one-page", 1450)
  } finally {
    await browser.close()
    await run.stop()
  }
}

/** As much of a page as shows what it is for: the whole of some would be too long to look at. */
const picture = async (page: Page, name: string, height = 900) => {
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1100, height })
  await page.screenshot({ path: `${into}/${name}.png`, animations: "disabled" })
}

const sets = {
  applying: takePictures,
  year: takePicturesOfTheYear,
  reading: takePicturesOfTheReading,
  money: takePicturesOfTheMoney,
  coaching: takePicturesOfCoaching,
  evaluation: takePicturesOfTheEvaluation,
}

/** All of them, or those that are named: `npm run screenshots -- money`. */
const named = process.argv.slice(2)
mkdirSync(into, { recursive: true })
for (const [name, take] of Object.entries(sets)) if (named.length === 0 || named.includes(name)) await take()
