import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startChromium } from "./chromium.ts"
import { type LocalRun, startLocalRun } from "./local-run.ts"
import { signInByLink, somebody } from "./people.ts"
import { writeShortForm } from "./write.ts"

let run: LocalRun
let browser: Browser

beforeAll(async () => {
  ;[run, browser] = await Promise.all([startLocalRun(), startChromium()])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await run?.stop()
})

test.each([
  { name: "with JavaScript", javaScript: true, council: "halton" },
  { name: "without JavaScript", javaScript: false, council: "bradford" },
])(
  "$name: written, confirmed by both, sent, killed, and its receipt still checks",
  async ({ javaScript, council }) => {
    const lead = await somebody(browser, run, { javaScript })
    const { page } = lead
    await signInByLink(page, run, `site-lead@${council}.example`)
    await page
      .getByRole("button", { name: "Start an expression of interest" })
      .or(page.getByRole("link", { name: "Start an expression of interest" }))
      .click()
    await page.getByRole("button", { name: "Start now" }).click()
    await expect(page.locator("[data-sentence]").textContent()).resolves.toContain("NOT SENT")
    await writeShortForm(page)
    await page
      .getByRole("button", { name: "Go on to confirm" })
      .or(page.getByRole("link", { name: "Go on to confirm" }))
      .click()
    await page.getByRole("button", { name: "Confirm" }).click()
    const address = page.url()
    await expect(page.locator("[data-sentence]").textContent()).resolves.toContain("NOT SENT YET")

    const director = await somebody(browser, run, { javaScript })
    await signInByLink(director.page, run, `sponsor@${council}.example`)
    await director.page.goto(`${address}/sign`)
    await director.page.getByRole("button", { name: "Confirm" }).click()

    await page.goto(`${address}/send`)
    await expect(page.getByText("You have not sent this yet").count()).resolves.toBe(1)
    await page.getByRole("button", { name: "Send expression of interest" }).click()
    await expect(page.getByRole("heading", { name: "Expression of interest sent" }).count()).resolves.toBe(1)
    const receipt = page.url()

    await run.kill()
    await run.again()

    await page.goto(receipt)
    await expect(page.locator("[data-sentence]").textContent()).resolves.toContain(
      "SENT to the Department of Health",
    )
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page
        .getByRole("button", { name: "Download your receipt" })
        .or(page.getByRole("link", { name: "Download your receipt" }))
        .click(),
    ])
    const anybody = await somebody(browser, run, { javaScript })
    await anybody.page.goto("/check-a-receipt")
    await anybody.page.getByLabel("The receipt file").setInputFiles(await download.path())
    await anybody.page.getByRole("button", { name: "Check" }).click()
    await expect(anybody.page.getByRole("heading", { name: "Genuine", exact: true }).count()).resolves.toBe(1)

    const receipts = async () =>
      (await run.outbox(`site-lead@${council}.example`)).filter(({ subject }) => subject.includes("Receipt"))
        .length
    await expect.poll(receipts, { timeout: 10_000 }).toBe(1)
    for (const { context } of [lead, director, anybody]) await context.close()
  },
  120_000,
)
