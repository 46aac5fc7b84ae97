import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type axe from "axe-core"
import type { Page } from "playwright-core"

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const wide = { width: 1100, height: 900 }
const narrow = { width: 320, height: 640 }
const serviceName = "Named Social Worker pilots"
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

/** The one sentence where the word stands for the writer's own answers, said by who confirms. */
const declared = "The answers are right and complete as far as I know."

/** Looks at pages as they are now, and keeps what is wrong with each. */
export const inspector = () => {
  const faults: string[] = []
  const titles = new Map<string, string>()
  const watched = new WeakSet<Page>()

  /** From now on, what its console complains of is a fault. The status of the page itself is not. */
  const watch = (page: Page) => {
    if (watched.has(page)) return page
    watched.add(page)
    page.on("pageerror", (error) => faults.push(`${page.url()}: ${error}`))
    page.on("console", (message) => {
      const own = /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())
      if (message.type() !== "error" || (own && message.location().url === page.url())) return
      faults.push(`${page.url()}: the console says ${message.text()}`)
    })
    return page
  }

  /** Where no JavaScript runs, no machine can test the page from inside: all but that is looked at. */
  const look = async (page: Page, name: string, { javaScript = true } = {}) => {
    watch(page)
    const found = [
      ...(await tabOrder(page)),
      ...(await structure(page)),
      ...(await sentence(page)),
      ...(await atEachWidth(page, javaScript)),
    ]
    const title = await page.title()
    const { pathname } = new URL(page.url())
    const other = titles.get(title)
    // A page with an error is the page it came from, at the address that it was sent to.
    const another = other !== undefined && other !== pathname && !title.startsWith("Error: ")
    if (another) found.push(`has the title of ${other}: ${title}`)
    titles.set(title, pathname)
    faults.push(...found.map((one) => `${name}: ${one}`))
  }

  return { faults, look, watch }
}

/** From the top of a page, Tab comes to the skip link first; with an error, to the first link of its summary. */
const tabOrder = async (page: Page): Promise<string[]> => {
  const { first, odd } = await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, [tabindex]"),
    ]
    return {
      first: all.find(({ tabIndex }) => tabIndex >= 0)?.className,
      odd: all.filter(({ tabIndex }) => tabIndex > 0).map(({ outerHTML }) => outerHTML.slice(0, 100)),
    }
  })
  const faults = odd.map((one) => `is out of tab order: ${one}`)
  if (first !== "govuk-skip-link") faults.push(`begins its tab order with ${first}`)
  const elsewhere = await page.evaluate(() => document.activeElement !== document.body)
  if (elsewhere || new URL(page.url()).hash !== "") return faults
  await page.keyboard.press("Tab")
  const now = await page.evaluate(() => {
    const { activeElement: focused } = document
    // A skip link takes room while it has the focus: what is clicked next would move away under the pointer.
    if (focused instanceof HTMLElement) focused.blur()
    return focused?.className
  })
  return now === "govuk-skip-link" ? faults : [...faults, `goes by the first Tab to ${now}`]
}

/** Axe comes by itself to whatever a page goes to after it was first tested: it is much to send each time. */
const bringAxe = async (page: Page) => {
  if (await page.evaluate(() => "axe" in window)) return
  await page.addInitScript({ content: axeSource })
  await page.evaluate(axeSource)
}

const accessibility = async (page: Page): Promise<string[]> => {
  await bringAxe(page)
  const violations = await page.evaluate(
    async (tags) =>
      (
        await (window as unknown as { axe: typeof axe }).axe.run(document, {
          runOnly: { type: "tag", values: tags },
          resultTypes: ["violations"],
        })
      ).violations,
    standards,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
  )
}

/** One heading of the first rank, a title that names the service, ids that are one thing's, errors that lead somewhere. */
const structure = async (page: Page): Promise<string[]> => {
  const { headings, errors, ids, lost, language } = await page.evaluate(() => {
    const all = [...document.querySelectorAll("[id]")].map(({ id }) => id)
    const links = [...document.querySelectorAll<HTMLAnchorElement>(".govuk-error-summary__list a")]
    const focusable = "input, select, textarea, button, a[href]"
    return {
      headings: document.querySelectorAll("h1").length,
      errors: document.querySelectorAll(".govuk-error-summary, .govuk-error-message").length,
      ids: all.filter((id, index) => all.indexOf(id) !== index),
      lost: links
        .map((link) => link.getAttribute("href") ?? "")
        .filter((href) => {
          if (href.startsWith("/")) return false
          const to = document.getElementById(href.slice(1))
          return !to || !(to.matches(focusable) || to.querySelector(focusable))
        }),
      language: document.documentElement.lang,
    }
  })
  const title = await page.title()
  return [
    ...(headings === 1 ? [] : [`has ${headings} headings of the first rank`]),
    ...(title.endsWith(serviceName) ? [] : [`has a title without the service's name: ${title}`]),
    ...(title.startsWith("Error: ") === errors > 0 ? [] : [`has ${errors} errors and the title: ${title}`]),
    ...ids.map((id) => `has two of the id ${id}`),
    ...lost.map((href) => `has an error that leads to no field: ${href}`),
    ...(language === "en-GB" ? [] : [`is in ${language}`]),
  ]
}

/** Every page of a submission says whether it has gone; what has not gone never looks as if it had. */
const sentence = async (page: Page): Promise<string[]> => {
  if (!/\/submissions\/[A-Z0-9]+-/.test(new URL(page.url()).pathname)) return []
  const all = page.locator("main [data-sentence]")
  const [loud] = await all.evaluateAll((found) => found.map((one) => one.getAttribute("data-sentence")))
  if ((await all.count()) !== 1 || !loud) return [`says ${await all.count()} times whether it has gone`]
  const text = await all.innerText()
  if (!text.startsWith(loud) || !(await all.isVisible())) return [`says: ${text}`]
  if (!loud.startsWith("NOT SENT")) return []

  const { words, green } = await page.evaluate(() => {
    const parts = [...document.querySelectorAll<HTMLElement>("main, main *")]
    const isGreen = (colour: string) => {
      const [red = 0, green = 0, blue = 0, seen = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
      return seen > 0 && green > red + 25 && green > blue + 25
    }
    return {
      words: document.querySelector("main")?.innerText ?? "",
      green: parts
        .filter((one) => !one.closest(".govuk-button"))
        .filter((one) => {
          const { color, backgroundColor, borderLeftColor, borderLeftWidth, borderTopColor, borderTopWidth } =
            getComputedStyle(one)
          return (
            isGreen(color) ||
            isGreen(backgroundColor) ||
            (borderLeftWidth !== "0px" && isGreen(borderLeftColor)) ||
            (borderTopWidth !== "0px" && isGreen(borderTopColor))
          )
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 100)),
    }
  })
  return [
    ...green.map((one) => `shows green and is not sent: ${one}`),
    ...(/[✓✔✅☑]/u.test(words) ? ["shows a tick and is not sent"] : []),
    ...(/\bcompleted?\b/i.test(words.replaceAll(declared, "")) ? ["says complete and is not sent"] : []),
  ]
}

/** At 320 pixels, as at four times the size of the letters, and wide: nothing to scroll sideways, nothing that axe finds. */
const atEachWidth = async (page: Page, javaScript: boolean): Promise<string[]> => {
  const faults: string[] = []
  for (const size of [narrow, wide]) {
    await page.setViewportSize(size)
    const reaches = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0)
    if (reaches > size.width) faults.push(`is ${reaches} pixels wide at ${size.width}: ${await widest(page)}`)
    const found = javaScript ? await accessibility(page) : []
    faults.push(...found.map((one) => `at ${size.width} pixels: ${one}`))
  }
  return faults
}

const widest = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll("body *")].filter((one) => !one.closest(".scrolls"))
    const [far] = all.sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)
    return far?.outerHTML.slice(0, 120)
  })
