import { readFileSync } from "node:fs"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Engine, startEngine } from "../../infra/local/engine.ts"
import { startChromium } from "./chromium.ts"
import { clientOf } from "./client.ts"
import { type LocalRun, startLocalRun } from "./local-run.ts"
import { askForLink, eventually, letSessionsEnd, signInAs, signInByLink, somebody } from "./people.ts"
import { openRound } from "./rounds.ts"
import { beginIn } from "./submission.ts"

let engine: Engine
let run: LocalRun
let browser: Browser

beforeAll(async () => {
  ;[engine, browser] = await Promise.all([startEngine(), startChromium()])
  run = await startLocalRun({ endpoint: engine.endpoint })
})
afterAll(async () => {
  await browser?.close()
  await run?.stop()
  await engine?.stop()
})

const withAndWithout = [
  { name: "with JavaScript", javaScript: true },
  { name: "without JavaScript", javaScript: false },
]

let rounds = 0
/** A round of its own for each test, so that none meets what another left behind. */
const ownRound = async () => (await openRound(engine.endpoint, `journey-${++rounds}`)).id

const lead = "site-lead@halton.example"
const contributor = "contributor@halton.example"
const sponsor = "sponsor@halton.example"

const signedIn = async (email: string, javaScript = true): Promise<Page> => {
  const { page } = await somebody(browser, run, { javaScript })
  await signInAs(page, email)
  return page
}

/** Begun by Halton's lead; filled in, or confirmed by both besides. */
const prepared = async (so: "begun" | "filled in" | "confirmed", organisation = "halton") => {
  const [writer, director] = await Promise.all([
    clientOf(run, `site-lead@${organisation}.example`),
    clientOf(run, `sponsor@${organisation}.example`),
  ])
  const one = await beginIn(writer, organisation, await ownRound())
  if (so === "begun") return one
  await one.fill(writer)
  if (so === "filled in") return one
  await one.sign(writer)
  await one.sign(director)
  return one
}

const press = (page: Page, name: string) =>
  page.locator("main").getByRole("button", { name, exact: true }).click()
const loud = (page: Page) => page.locator("[data-sentence]").getAttribute("data-sentence")
const text = (page: Page) => page.locator("main").innerText()
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name }).waitFor()
const summary = (page: Page) => page.locator(".govuk-error-summary")

/** What somebody saved, as the section shows it again. */
const saved = async (page: Page, here: string, section: string, label: string) => {
  await page.goto(`${here}/sections/${section}`)
  return page.getByLabel(label).inputValue()
}

describe.each(withAndWithout)("$name", ({ javaScript }) => {
  const free = "How will you free people’s time?"
  const know = "How will you know it helps?"

  test("two people change different answers of one section, and both are kept", async () => {
    const { here } = await prepared("begun")
    const [one, other] = [await signedIn(lead, javaScript), await signedIn(contributor, javaScript)]
    for (const page of [one, other]) await page.goto(`${here}/sections/delivery`)
    await one.getByLabel(free).fill("Two posts are backfilled.")
    await other.getByLabel(know).fill("People can say who their worker is.")
    await press(one, "Save and continue")
    await heading(one, "The amount")
    await press(other, "Save and continue")
    await heading(other, "The amount")
    expect(await saved(one, here, "delivery", free)).toBe("Two posts are backfilled.")
    expect(await saved(one, here, "delivery", know)).toBe("People can say who their worker is.")
  })

  test.each([
    { keeps: "theirs", mine: "Mine.", kept: "Theirs." },
    { keeps: "mine", mine: "Mine.", kept: "Mine." },
    { keeps: "mine, edited", mine: "Mine, and theirs.", kept: "Mine, and theirs." },
  ])(
    "two people change one answer: both texts are shown, and $keeps is kept",
    async ({ keeps, mine, kept }) => {
      const { here } = await prepared("begun")
      const [one, other] = [await signedIn(lead, javaScript), await signedIn(contributor, javaScript)]
      for (const page of [one, other]) await page.goto(`${here}/sections/delivery`)
      await other.getByLabel(free).fill("Theirs.")
      await press(other, "Save and continue")
      await heading(other, "The amount")

      await one.getByLabel(free).fill("Mine.")
      await one.getByLabel(know).fill("Also mine.")
      await press(one, "Save and continue")
      await summary(one).waitFor()
      expect(await one.title()).toMatch(/^Error: /)
      expect(await text(one)).toContain("Theirs.")
      expect(await one.getByLabel(free).inputValue()).toBe("Mine.")
      expect(await one.getByLabel(know).inputValue()).toBe("Also mine.")

      if (keeps === "theirs") await one.getByLabel("What Halton contributor (demonstration) saved").check()
      else await one.getByLabel(free).fill(mine)
      await press(one, "Save and continue")
      await heading(one, "The amount")
      expect(await saved(one, here, "delivery", free)).toBe(kept)
      expect(await saved(one, here, "delivery", know)).toBe("Also mine.")
    },
  )

  test("an NHS number is refused beside its field, and the text is not lost", async () => {
    const { here } = await prepared("begun")
    const page = await signedIn(lead, javaScript)
    await page.goto(`${here}/sections/proposal`)
    const typed = "One of them, 943 476 5919, waited for two years."
    await page.getByLabel("Why here?").fill(typed)
    await page.getByLabel("What would you do differently?").fill("One worker stays.")
    await press(page, "Save and continue")
    await summary(page).waitFor()
    expect(await page.locator("#whyHere-error").innerText()).toContain(
      "looks like an NHS number. Take it out; we cannot accept it.",
    )
    expect(await page.getByLabel("Why here?").inputValue()).toBe(typed)
    expect(await page.getByLabel("What would you do differently?").inputValue()).toBe("One worker stays.")
    expect(await saved(page, here, "proposal", "Why here?")).toBe("")
  })

  test("a postcode is asked about once: with a reason it is saved, and only another one is asked about", async () => {
    const { here } = await prepared("begun")
    const page = await signedIn(lead, javaScript)
    const why = page.getByLabel("Why here?", { exact: true })
    await page.goto(`${here}/sections/proposal`)
    await why.fill("Our office at WA8 7QF is full.")
    await press(page, "Save and continue")
    await summary(page).waitFor()
    expect(await why.inputValue()).toBe("Our office at WA8 7QF is full.")
    await page.getByLabel(/looks like a postcode/).fill("It is the council’s own office")
    await press(page, "Save and continue")
    await heading(page, "How it would work")

    await page.goto(`${here}/sections/proposal`)
    await why.fill("Our office at WA8 7QF is still full.")
    await press(page, "Save and continue")
    await heading(page, "How it would work")

    await page.goto(`${here}/sections/proposal`)
    await why.fill("Our office at WA8 7QF is full, and so is WA7 2GW.")
    await press(page, "Save and continue")
    await summary(page).waitFor()
    expect(await page.getByLabel(/looks like a postcode/).count()).toBe(1)
    expect(await why.inputValue()).toContain("WA7 2GW")
  })

  test("the sponsor says not yet: the lead sees why, and gets a letter with it", async () => {
    const one = await prepared("filled in")
    await one.sign(await clientOf(run, lead))
    const director = await signedIn(sponsor, javaScript)
    await director.goto(`${one.here}/sign`)
    const reason = "Say who covers in August, please."
    await director.getByLabel("If not yet: what should change?").fill(reason)
    await press(director, "Not yet")
    await director.locator("[data-sentence='NOT SENT']").waitFor()

    const page = await signedIn(lead, javaScript)
    await page.goto(one.here)
    expect(await text(page)).toContain(reason)
    expect(await loud(page)).toBe("NOT SENT")
    await page.goto(`${one.here}/history`)
    expect(await text(page)).toContain(reason)
    const letter = await eventually("a letter that says not yet", async () =>
      (await run.outbox(lead)).find(
        (sent) => sent.subject.includes("Not confirmed yet") && sent.text.includes(one.here),
      ),
    )
    expect(letter.text).toContain(reason)
  })

  test("what is sent can be changed: version 1 counts until version 2 is sent, and both receipts are genuine", async () => {
    const one = await prepared("confirmed")
    const page = await signedIn(lead, javaScript)
    await page.goto(`${one.here}/send`)
    await press(page, "Send expression of interest")
    await heading(page, "Expression of interest sent")
    const first = await download(page)

    await page.goto(`${one.here}/change`)
    await press(page, "Open it for changes")
    await page.locator("[data-sentence='NOT SENT']").waitFor()
    expect(await text(page)).toMatch(/Version 1 was sent at .* and still counts\./)

    await page.goto(`${one.here}/sections/amount`)
    expect(await text(page)).toContain(
      "Halton site lead (demonstration) and Halton sponsor (demonstration) have confirmed this. If you change an answer here and save, they must confirm again.",
    )
    await page.getByLabel("How much do you ask for").fill("92,800")
    await press(page, "Save and continue")
    await page.goto(`${one.here}/send`)
    expect(await text(page)).toContain(
      "It cannot be sent yet. It waits for the site lead. It waits for the sponsor.",
    )
    for (const email of [lead, sponsor]) await one.sign(await clientOf(run, email))
    await page.goto(`${one.here}/send`)
    await press(page, "Send expression of interest")
    await heading(page, "Expression of interest sent")
    expect(page.url()).toMatch(/receipts\/2$/)
    const second = await download(page)

    const anybody = (await somebody(browser, run, { javaScript })).page
    expect(await checked(anybody, first)).toMatch(/^Genuine\s+Version 1 of/)
    expect(await checked(anybody, second)).toMatch(/^Genuine\s+Version 2 of/)
    expect(
      await checked(anybody, first.replaceAll("92,827", "92,828").replaceAll("9282700", "9282800")),
    ).toMatch(/^Not genuine/)
    await page.goto(`${one.here}/receipts/1`)
    expect(await text(page)).toContain("£92,827")
  })

  test("what is withdrawn before the close makes room for another", async () => {
    const writer = await clientOf(run, lead)
    const round = await ownRound()
    const one = await beginIn(writer, "halton", round)
    await one.fill(writer)
    const page = await signedIn(lead, javaScript)
    await page.goto(`${one.here}/withdraw`)
    await page.getByLabel("Why do you withdraw it?").fill("We start again with Warrington.")
    await press(page, "Withdraw")
    await page.locator("[data-sentence='WITHDRAWN']").waitFor()
    await page.goto(`${one.here}/history`)
    expect(await text(page)).toContain("We start again with Warrington.")

    await page.goto(`/organisations/halton/rounds/${round}/start`)
    await press(page, "Start now")
    await page.locator("[data-sentence='NOT SENT']").waitFor()
    expect(new URL(page.url()).pathname).not.toBe(one.here)
  })

  test("pressing Send twice, or going back and pressing it again, sends one version", async () => {
    const one = await prepared("confirmed")
    const page = await signedIn(lead, javaScript)
    await page.goto(`${one.here}/send`)
    await page.getByRole("button", { name: "Send expression of interest" }).dblclick()
    await heading(page, "Expression of interest sent")
    expect(page.url()).toMatch(/receipts\/1$/)

    await page.goBack()
    if (await page.getByRole("button", { name: "Send expression of interest" }).isVisible()) {
      await page.getByRole("button", { name: "Send expression of interest" }).click()
      await heading(page, "Expression of interest sent")
      expect(page.url()).toMatch(/receipts\/1$/)
      await page.goBack()
    }
    await page.reload()
    expect(await loud(page)).toBe("SENT")
    expect(await text(page)).not.toContain("You have not sent this yet")
    await page.goto(`${one.here}/history`)
    await expect(page.getByRole("heading", { name: "Sent, version" }).count()).resolves.toBe(1)
    await expect(page.getByRole("heading", { name: "Sent, version 1" }).count()).resolves.toBe(1)
  })

  test("mistakes keep what was typed, and each line of the summary leads to its field", async () => {
    const { here } = await prepared("begun")
    const page = await signedIn(lead, javaScript)
    await page.goto(`${here}/sections/amount`)
    const amount = page.getByLabel("How much do you ask for")
    await amount.fill("92k")
    await press(page, "Save and continue")
    const says = "The amount you ask for must be an amount in pounds, like 92,827 or 92,827.50"
    await summary(page).getByRole("link", { name: says }).click()
    await (javaScript ? page.locator("#amount:focus") : page.locator("#amount:target")).waitFor()
    expect(await page.locator("#amount-error").innerText()).toContain(says)
    expect(await amount.inputValue()).toBe("92k")
    await amount.fill("£92,827.00")
    await press(page, "Save and continue")
    await heading(page, "Conflicts and declaration")
    expect(await saved(page, here, "amount", "How much do you ask for")).toBe("92,827")
  })

  test("what is typed after a session has ended is kept, and is saved by one press after signing in", async () => {
    const { here } = await prepared("begun")
    const email = javaScript ? lead : contributor
    const page = await signedIn(email, javaScript)
    await page.goto(`${here}/sections/delivery`)
    const typed = "Two posts are backfilled,\n\nand nobody is asked to do more."
    await page.getByLabel(free).fill(typed)
    await letSessionsEnd(engine.endpoint, `p-halton-${email.split("@")[0]}`)
    await press(page, "Save and continue")
    await heading(page, "Sign in")
    expect(await text(page)).toContain("What you typed is kept")
    const kept = new URL(page.url()).searchParams.get("next") ?? ""
    await signInAs(page, email)
    expect(await saved(page, here, "delivery", free)).toBe("")
    await page.goto(kept)
    await heading(page, "What you typed was kept")
    expect(await text(page)).toContain("and nobody is asked to do more.")
    await press(page, "Save it now")
    await heading(page, "The amount")
    expect(await saved(page, here, "delivery", free)).toBe(typed)
  })

  test("partner organisations are added and taken away one by one", async () => {
    const { here } = await prepared("begun")
    const page = await signedIn(lead, javaScript)
    await page.goto(`${here}/sections/organisation`)
    await page.getByRole("group", { name: "Are you applying with other" }).getByLabel("Yes").check()
    const partner = (number: number) =>
      page.getByRole("group", { name: `Organisation ${number}`, exact: true })
    for (const [number, name] of [
      [1, "Warrington Borough Council"],
      [2, "Bridgewater Community Trust"],
      [3, "Halton People First"],
    ] as const) {
      if (number > 1) {
        await press(page, "Add another organisation")
        await partner(number).waitFor()
      }
      await partner(number).getByLabel("Name").fill(name)
      await partner(number).getByLabel("What it will do").fill("Takes part.")
    }
    await press(page, "Save and continue")
    await heading(page, "Who it is for")

    await page.goto(`${here}/sections/organisation`)
    await page.getByRole("group", { name: "Who is the sponsor?" }).getByLabel("Job title").fill("Director")
    await page.keyboard.press("Enter")
    await heading(page, "Who it is for")
    await page.goto(`${here}/sections/organisation`)
    await press(page, "Remove organisation 2")
    await partner(3).waitFor({ state: "detached" })
    await page.goto(`${here}/check`)
    const words = await text(page)
    expect(words).toContain("Warrington Borough Council")
    expect(words).toContain("Halton People First")
    expect(words).not.toContain("Bridgewater")
  })
})

/** The receipt as a file, whole. */
const download = async (page: Page) => {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download your receipt" }).click(),
  ])
  return readFileSync(await file.path(), "utf8")
}

/** What anybody is told about a receipt file. */
const checked = async (page: Page, file: string) => {
  await page.goto("/check-a-receipt")
  await page.getByLabel("The receipt file").setInputFiles({
    name: "receipt.html",
    mimeType: "text/html",
    buffer: Buffer.from(file),
  })
  await press(page, "Check")
  return page
    .getByRole("status")
    .filter({ has: page.getByRole("heading") })
    .innerText()
}

test("one section is written by keyboard alone", async () => {
  const { here } = await prepared("begun")
  const page = await signedIn(lead)
  await page.goto(`${here}/sections/people`)
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: one } = document
      return one instanceof HTMLInputElement
        ? (one.labels?.[0]?.innerText ?? "")
        : (one?.textContent?.trim() ?? "")
    })
  const tabTo = async (name: string) => {
    for (let tabs = 0; tabs < 40; tabs++) {
      await page.keyboard.press("Tab")
      if ((await focused()) === name) return
    }
    throw new Error(`Tab never comes to ${name}`)
  }
  await page.keyboard.press("Tab")
  expect(await focused()).toBe("Skip to main content")
  await page.keyboard.press("Enter")
  await page.waitForFunction(() => document.activeElement?.id === "main-content")
  await tabTo("Young people moving to adult services, 14 to 25")
  await page.keyboard.press("Space")
  await tabTo("Another group")
  await page.keyboard.press("Space")
  await page.keyboard.press("Tab")
  await page.keyboard.type("People who move between counties")
  await tabTo("Number")
  await page.keyboard.type("17")
  await tabTo("Save and continue")
  await page.keyboard.press("Enter")
  await heading(page, "What you would do")
  await page.goto(`${here}/check`)
  expect(await text(page)).toContain("Young people moving to adult services, 14 to 25")
  expect(await text(page)).toContain("People who move between counties")
})

test("the first from a council's own address leads for it; the second is told who has it; people come and go", async () => {
  const round = await ownRound()
  const first = (await somebody(browser, run)).page
  await signInByLink(first, run, "ann.lead@kent.gov.uk", "Ann Lead (invented)")
  await press(first, "Lead for Kent")
  await heading(first, "Kent County Council")
  await first.goto(`/organisations/kent/rounds/${round}/start`)
  await press(first, "Start now")
  await first.locator("[data-sentence='NOT SENT']").waitFor()
  const here = new URL(first.url()).pathname

  const second = (await somebody(browser, run)).page
  await signInByLink(second, run, "bob.second@kent.gov.uk", "Bob Second (invented)")
  await press(second, "Lead for Kent")
  await second
    .getByText("Ann Lead (invented) (ann.lead@kent.gov.uk) leads for Kent County Council already")
    .waitFor()
  expect((await second.goto(here))?.status()).toBe(404)

  const invite = async (name: string, email: string, role: string) => {
    await first.goto("/organisations/kent/people")
    await first.getByRole("button", { name: "Give somebody access" }).click()
    await first.getByLabel("Their full name").fill(name)
    await first.getByLabel("Their work email address").fill(email)
    await first.getByLabel(role, { exact: true }).check()
    await press(first, "Give access")
    await heading(first, "People and access")
    await first.getByText(name).first().waitFor()
    return eventually(`a letter to ${email}`, async () =>
      (await run.outbox(email)).find(({ subject }) => subject.includes("you have access")),
    )
  }
  expect((await invite("Bob Second (invented)", "bob.second@kent.gov.uk", "Contributor")).text).toContain(
    "as contributor",
  )
  expect((await invite("Cath Sponsor (invented)", "cath.sponsor@kent.gov.uk", "Sponsor")).text).toContain(
    "as sponsor",
  )

  await second.goto(`${here}/sections/amount`)
  await second.getByLabel("How much do you ask for").fill("50000")
  await press(second, "Save and continue")
  await heading(second, "Conflicts and declaration")
  const third = (await somebody(browser, run)).page
  await signInByLink(third, run, "cath.sponsor@kent.gov.uk")
  await heading(third, "Kent County Council")
  await third.goto(`${here}/sign`)
  expect(await text(third)).toContain("£50,000")

  await first.goto("/organisations/kent/people")
  await first.getByRole("link", { name: /End access as contributor \(Bob Second/ }).click()
  await press(first, "End access")
  await heading(first, "People and access")
  await second.getByLabel("No", { exact: true }).check()
  await press(second, "Save and continue")
  await heading(second, "Page not found")
  await first.goto(`${here}/check`)
  expect(await text(first)).toContain("£50,000")
})

test("somebody with a role at two councils chooses one, and finds nothing of a third", async () => {
  const page = await signedIn("finance-partner@halton.example")
  await heading(page, "Choose an organisation")
  await page.getByRole("link", { name: "Shropshire Council" }).click()
  await heading(page, "Shropshire Council")
  expect(await text(page)).toContain("You are here as section 151 officer")
  await page.getByRole("link", { name: "Your work" }).click()
  await page.getByRole("link", { name: "Halton Borough Council" }).click()
  await heading(page, "Halton Borough Council")
  expect((await page.goto("/organisations/bradford"))?.status()).toBe(404)
})

test("a link in a letter signs in once, and looking at it does not use it up", async () => {
  const { page } = await somebody(browser, run)
  const link = await askForLink(page, run, "site-lead@sheffield.example")
  for (let looks = 0; looks < 3; looks++) await page.goto(link)
  await press(page, "Sign in")
  await heading(page, "Sheffield City Council")
  const { page: other } = await somebody(browser, run)
  await other.goto(link)
  await heading(other, "This link does not work any more")
})

/** These come last: the clock only goes forward. */
describe("after the round has closed", () => {
  /** In the demonstration's own round: confirmed by all and not sent, and one that was sent and then opened again. */
  const left: Record<string, string> = {}
  beforeAll(async () => {
    for (const council of ["halton", "bradford", "shropshire"]) {
      const writer = await clientOf(run, `site-lead@${council}.example`)
      const one = await beginIn(writer, council, "nsw-2-2017")
      await one.fill(writer)
      await one.sign(writer)
      await one.sign(await clientOf(run, `sponsor@${council}.example`))
      if (council === "shropshire") {
        await one.send(writer)
        await one.change(writer)
      }
      left[council] = one.here
    }
    await run.putClock("2017-08-25T16:00:00Z")
  })

  test.each([
    { name: "with JavaScript", javaScript: true, council: "halton" },
    { name: "without JavaScript", javaScript: false, council: "bradford" },
  ])(
    "$name: nothing can be sent, the draft is kept, and one may ask once to be late",
    async ({ javaScript, council }) => {
      const here = left[council] ?? ""
      const page = await signedIn(`site-lead@${council}.example`, javaScript)
      await page.goto(here)
      expect(await loud(page)).toMatch(/^NOT SENT/)
      expect(await text(page)).toContain("This draft was not sent, and nobody outside your team can see it.")

      await page.goto(`${here}/send`)
      expect(await text(page)).toContain("It was not sent before the round closed.")
      expect(await page.getByRole("button", { name: "Send expression of interest" }).count()).toBe(0)
      const writer = await clientOf(run, `site-lead@${council}.example`)
      const late = await writer.post(`${here}/send`, { revision: "9", key: "a-page-that-stayed-open" })
      expect(late.status).toBe(409)
      expect(await late.text()).toContain("The round has closed")

      await page.goto(here)
      await page.getByRole("button", { name: "Ask to be late" }).click()
      await page.getByLabel("Why could it not be sent in time?").fill("Our director was ill on Friday.")
      await press(page, "Ask to be late")
      await page.getByText(/asked on 25 August 2017 at 5\S*pm whether it may be sent late/).waitFor()
      expect(await page.getByRole("button", { name: "Ask to be late" }).count()).toBe(0)
      await page.goto(`${here}/ask-to-be-late`)
      expect(await page.getByRole("button", { name: "Ask to be late" }).count()).toBe(0)
      const again = await writer.post(`${here}/ask-to-be-late`, {
        note: "Again.",
        key: "asked-a-second-time",
      })
      expect(again.status).toBe(409)
      await page.goto(`${here}/history`)
      await heading(page, "Asked to be late")
      expect(await text(page)).toContain("Our director was ill on Friday.")
    },
  )

  test("what was sent before and opened again still counts, and the page says so", async () => {
    const page = await signedIn("site-lead@shropshire.example")
    await page.goto(left.shropshire ?? "")
    expect(await text(page)).toContain("Version 1 was sent, and counts. Your changes since were not sent")
    expect(await text(page)).not.toContain("This draft was not sent")
  })
})
