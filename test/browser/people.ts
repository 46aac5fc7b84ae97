import type { Browser, Page } from "playwright-core"
import { tableName } from "../../infra/local/create-table.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { clientFor, tableOn } from "../../shared/store/table.ts"
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

/** Waits until something is there, and gives it. */
export const eventually = async <Found>(
  what: string,
  look: () => Promise<Found | undefined>,
): Promise<Found> => {
  for (let tries = 0; tries < 200; tries++) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`Not within 10 seconds: ${what}`)
}

/** Asks for a link as a person does, and gives the address in the newest letter. */
export const askForLink = async (page: Page, run: LocalRun, email: string): Promise<string> => {
  const links = async () =>
    (await run.outbox(email)).flatMap(({ text }) => /http\S+\/sign-in\/link\?token=\S+/.exec(text) ?? [])
  const before = (await links()).length
  await page.goto("/sign-in")
  await page.getByLabel("Your work email address").fill(email)
  await page.getByRole("button", { name: "Send me a link" }).click()
  return eventually(`a link for ${email}`, async () => {
    const now = await links()
    return now.length > before ? now[0] : undefined
  })
}

/** The newest letter to somebody with a subject like this, once it has come. */
export const letterTo = (run: LocalRun, email: string, subject: RegExp) =>
  eventually(`a letter to ${email} about ${subject}`, async () =>
    (await run.outbox(email)).findLast((one) => subject.test(one.subject)),
  )

/** Signs in as a person does: by the link in the newest letter. Who is new here gives their name. */
export const signInByLink = async (page: Page, run: LocalRun, email: string, name?: string) => {
  await page.goto(await askForLink(page, run, email))
  if (name) await page.getByLabel("Your full name").fill(name)
  await page.locator("main").getByRole("button", { name: "Sign in" }).click()
}

/** Signs in by the local run's handle, where signing in is not what is tried. */
export const signInAs = async (page: Page, email: string) => {
  await page.goto(`/local/sign-in?as=${encodeURIComponent(email)}`)
}

/** Lets twelve hours without a click go by, wherever somebody is signed in. */
export const letSessionsEnd = async (endpoint: string, person: string) => {
  const people = peopleIn(tableOn(clientFor(endpoint), tableName))
  const { sessions = [] } = (await people.known(person)) ?? {}
  const before = Date.now() - 13 * 3_600_000
  await people.write(sessions.map(({ secret }) => people.seen(person, secret, before)))
}
