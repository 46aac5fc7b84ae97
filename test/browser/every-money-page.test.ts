import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { doors } from "../support/doors.ts"
import { certifyingDoors } from "../support/funding/certifying-doors.ts"
import { startChromium } from "./chromium.ts"
import { type LocalRun, startLocalRun } from "./local-run.ts"
import { accountOf, byApi, december, draftOf, filledIn, march, moneyOf, quarters, returnOf } from "./money.ts"
import { submissionAt } from "./submission.ts"
import { visitor } from "./visits.ts"

let run: LocalRun
let browser: Browser
let at: Record<keyof typeof people, Awaited<ReturnType<typeof byApi>>>
const { been, visit, press, nothingWrong } = visitor(() => ({ browser, run }))

const people = {
  finance: "finance@doh.example",
  decider: "decision-maker@doh.example",
  coordinator: "coordinator@innovation-unit.example",
  lead: "site-lead@halton.example",
  contributor: "contributor@halton.example",
  certifier: "section-151@halton.example",
  sponsor: "sponsor@halton.example",
  liverpool: "site-lead@liverpool.example",
}
const because = "As it was agreed with the council."

beforeAll(async () => {
  ;[run, browser] = await Promise.all([startLocalRun({ scene: "year-end" }), startChromium()])
  const signedIn = Object.entries(people).map(async ([name, email]) => [name, await byApi(run, email)])
  at = Object.fromEntries(await Promise.all(signedIn))
})
afterAll(async () => {
  await browser?.close()
  await run?.stop()
})

const all = async (paths: string[], who: string) => {
  for (const path of paths) await visit(`${path}, for ${who}`, path, who)
}
/** A form as it is, and sent with nothing in it. */
const emptily = async (path: string, button: string, who: string) => {
  const page = await visit(path, path, who)
  for (const box of await page.locator("main input[type=text]:visible, main textarea").all())
    await box.fill("")
  await press(`${path}, not filled in`, page, button)
  return page
}
/** The reference of what a site has begun or sent for a round. */
const referenceOf = async (who: Awaited<ReturnType<typeof byApi>>, site: string, round: string) => {
  const { returns } = await who.read(`/organisations/${site}/returns`)
  return String(returns.find((one: { round: string }) => one.round === round)?.reference)
}

test("the money of all sites, and of one: its ledger and every decision about it", async () => {
  const { finance, decider, coordinator } = people
  await all(["/funding", accountOf("halton"), accountOf("halton", "/ledger")], finance)
  await all(["/funding/phases/NSW2", accountOf("liverpool")], coordinator)
  await all([accountOf("sheffield")], decider)
  await emptily(accountOf("halton", "/vary"), "Change the award", finance)
  await emptily(accountOf("halton", "/carry-over"), "Agree to it", decider)
  await emptily(accountOf("halton", "/mid-phase"), "Decide, and tell the site", decider)
  await at.decider.does(accountOf("bradford", "/mid-phase"), { decision: "stop", because })
  await emptily(accountOf("bradford", "/leave"), "Set its last day, and tell the site", decider)
  nothingWrong()
}, 60_000)

test("an offer: written, read before it is sent, and answered by its site", async () => {
  const page = await emptily(
    accountOf("liverpool", "/offer"),
    "Read the letter before it is sent",
    people.finance,
  )
  await page.goto(accountOf("liverpool", "/offer?form=full"))
  await page.getByLabel("How much is the award?").fill("60,000")
  await page.getByLabel("Why does this site report in full?").fill("It spends in two financial years.")
  await page.getByRole("button", { name: "Work out quarters and payments" }).click()
  await page.getByLabel("What is it offered for?").fill(because)
  await press("an offer before it is sent", page, "Read the letter before it is sent")
  await press("an offer that was made", page, "Send the offer")
  await all(
    [moneyOf("liverpool"), moneyOf("liverpool", "/NSW2/offer"), moneyOf("liverpool", "/NSW2/set-up")],
    people.liverpool,
  )
  await all([moneyOf("liverpool", "/NSW2/offer")], "section-151@liverpool.example")
  await emptily(moneyOf("liverpool", "/NSW2/offer/decline"), "Decline the offer", "sponsor@liverpool.example")
  nothingWrong()
}, 60_000)

test("the money of a site for its own people: set up, and left", async () => {
  const { lead, sponsor } = people
  await all(
    [
      "/organisations/halton",
      moneyOf("halton"),
      moneyOf("halton", "/NSW2/offer"),
      moneyOf("halton", "/NSW2/set-up"),
    ],
    lead,
  )
  await all(
    (["sharing", "profile"] as const).map((task) => moneyOf("halton", `/NSW2/set-up/${task}`)),
    lead,
  )
  await emptily(moneyOf("halton", "/NSW2/set-up/people"), "Save", lead)
  await emptily(moneyOf("halton", "/NSW2/leave"), "Leave the programme for Halton", sponsor)
  nothingWrong()
}, 60_000)

test("payments, what the payer answers, money that comes back, and claims that are checked", async () => {
  const { finance, decider } = people
  await all(
    ["/funding/payments", accountOf("halton", "/payments/1"), accountOf("halton", "/payments/3")],
    decider,
  )
  await emptily("/funding/payer-files", "Read and record it", finance)
  const { files } = await at.finance.read("/funding/payer-files")
  await all([`/funding/payer-files/${files[0].id}`], finance)
  await emptily(accountOf("halton", "/recoveries"), "Record that it is due back", finance)
  await at.finance.does(accountOf("halton", "/recoveries"), { amount: 12_000, because })
  const one = accountOf("halton", "/recoveries/1")
  await emptily(one, "Ask for it", finance)
  await at.finance.does(one, { step: "ask", payBy: "2018-04-30" })
  await all([one], finance)
  await all([one], decider)
  await at.decider.does(one, { step: "approve" })
  await emptily(one, "Record that it came back", finance)
  await all([moneyOf("halton")], people.certifier)
  await all([accountOf("halton", "/reconcile"), accountOf("halton", "/close")], finance)

  const sample = "/funding/phases/NSW2/sample"
  const page = await emptily(sample, "Choose claims", finance)
  await page.getByLabel("What part of all").fill("100")
  await press("claims that are chosen", page, "Choose claims")
  await emptily(accountOf("halton", `/checks/${december}`), "Record what was found", finance)
  await all([sample], decider)
  nothingWrong()
}, 60_000)

test("a return before it is sent: in a workbook, with its files, certified, and with another figure suggested", async () => {
  await run.putClock("2018-04-12T09:00:00Z")
  const { lead, contributor, certifier } = people
  const reference = await filledIn(at.contributor.who, "halton", march, quarters.march)
  const draft = draftOf("halton", reference)
  await all(
    [draft, ...["spending", "reasons", "ending"].map((one) => `${draft}/sections/${one}`)],
    contributor,
  )

  const book = `${draft}/workbook`
  const page = await emptily(book, "See what it changes", contributor)
  const given = await page.request.get(`${book}/file.xlsx`)
  const file = { name: "march.xlsx", mimeType: "application/octet-stream", buffer: await given.body() }
  await page.locator("input[type=file]").setInputFiles(file)
  await press("a workbook with nothing new", page, "See what it changes")

  const files = `/organisations/halton/evidence/${march}`
  await all([files], lead)
  const adding = await emptily(`${files}/add`, "Continue", contributor)
  await adding.getByLabel("What is in the file?").fill("Ledger extract, January to March 2018")
  await adding.getByRole("radio").first().check()
  await press("a file to be chosen", adding, "Continue")
  const [{ id }] = (await at.contributor.read(files)).files
  await all([files, `${files}/files/${id}/upload`, `${files}/files/${id}/take-away`], contributor)

  await all([`${draft}/sign`], lead)
  await submissionAt(draft).sign(at.lead.who)
  await all([draft, `${draft}/sign`, `${draft}/suggest`], certifier)
  await emptily(`${draft}/decline`, "Not yet", certifier)
  await emptily(`${draft}/suggest`, "Suggest it", certifier)
  await at.certifier.seen(draft, "suggest", {
    figure: "spending/spending/backfill.actual",
    after: 690_100,
    note: "The ledger says one pound more.",
  })
  await all([draft], contributor)
  await at.contributor.seen(draft, "suggestions", {
    figure: "spending/spending/backfill.actual",
    take: false,
  })
  nothingWrong()
}, 90_000)

test("a return that was sent: read, asked about, sent back, sent again, accepted and opened again", async () => {
  const { finance, coordinator, liverpool } = people
  const reference = await referenceOf(at.liverpool, "liverpool", december)
  const one = returnOf("liverpool", reference)
  const draft = draftOf("liverpool", reference)
  await all([one], coordinator)
  await all([one], finance)
  await emptily(`${one}/questions`, "Ask", finance)
  await at.finance.does(`${one}/questions`, {
    about: "spending",
    text: "Whose time is it?",
    answerBy: "2018-04-19",
  })
  await all([one], finance)
  await all([draft], liverpool)
  await emptily(`${draft}/figure-questions/1`, "Send the answer", liverpool)
  await at.liverpool.does(`${draft}/figure-questions/1`, { answer: "Two workers, from October." })
  await all([draft, `${draft}/figure-questions/1`], liverpool)
  await emptily(`${one}/send-back`, "Send it back", coordinator)
  await at.coordinator.seen(one, "send-back", { sections: ["outlook"], note: "The outlook does not agree." })
  await all([one], finance)
  await all([draft, `${draft}/sections/spending`], liverpool)
  await at.liverpool.seen(draft, "sections/outlook", { answers: { award: "less", less: 200_000 } })
  await submissionAt(draft).send(at.liverpool.who)
  await all([one, `${one}/compare/1`], finance)

  const accepted = await referenceOf(at.lead, "halton", december)
  await all([returnOf("halton", accepted)], people.decider)
  await emptily(returnOf("halton", accepted, "/reopen"), "Open it again", finance)
  nothingWrong()
}, 90_000)

/** Those that give a file, and no page. */
const givesAFile = /\.(csv|xlsx|ods)$|\/file$|\/files\/:id$|^GET \/funding\/evidence\//

test("no page of money is left out", () => {
  const pattern = (door: string) => new RegExp(`^${door.replace("GET ", "").replaceAll(/:\w+/g, "[^/]+")}$`)
  const { funding, paying, money, workbook, evidence } = doors
  const every = { ...funding, ...paying, ...money, ...workbook, ...evidence, ...certifyingDoors }
  const pages = Object.keys(every).filter(
    (door) => /^GET \/(?!api\/|health)/.test(door) && !givesAFile.test(door),
  )
  expect(pages.filter((door) => !been.some((path) => pattern(door).test(path)))).toEqual([])
})
