import type { Browser, Page } from "playwright-core"
import type { LocalRun } from "./local-run.ts"

type Options = { javaScript?: boolean; narrow?: boolean }

/** Somebody at a browser of their own. */
export const somebody = async (
  browser: Browser,
  run: LocalRun,
  { javaScript = true, narrow = false }: Options = {},
) => {
  const context = await browser.newContext({
    baseURL: run.base,
    javaScriptEnabled: javaScript,
    viewport: narrow ? { width: 320, height: 640 } : { width: 1100, height: 900 },
  })
  context.setDefaultTimeout(10_000)
  return { context, page: await context.newPage() }
}

/** Signs in as a person does: by the link in the newest letter. */
export const signInByLink = async (page: Page, run: LocalRun, email: string) => {
  const links = async () =>
    (await run.outbox(email)).flatMap(({ text }) => /http\S+\/sign-in\/link\?token=\S+/.exec(text) ?? [])
  const before = (await links()).length
  await page.goto("/sign-in")
  await page.getByLabel("Your work email address").fill(email)
  await page.getByRole("button", { name: "Send me a link" }).click()
  for (let tries = 0; tries < 100 && (await links()).length === before; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  const [link] = await links()
  if (!link) throw new Error(`No link came for ${email}`)
  await page.goto(link)
  await page.locator("main").getByRole("button", { name: "Sign in" }).click()
}

/** Signs in by the local run's handle, where signing in is not what is tried. */
export const signInAs = async (page: Page, email: string) => {
  await page.goto(`/local/sign-in?as=${encodeURIComponent(email)}`)
}
