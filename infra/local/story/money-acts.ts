import type { Site } from "../demonstration/sites.ts"
import { all, calls, type Does, type Kept, type Move, referenceOf } from "./acts.ts"
import { certifier, lead, move, sponsor } from "./returns.ts"
import { coordinator, decider } from "./selection-acts.ts"

export const finance = "finance@doh.example"
export const awardOf = (site: Site) => `/funding/phases/NSW2/sites/${site}`
const moneyOf = (site: Site) => `/organisations/${site}/money/NSW2`

type When = [day: string, time: string]

/** Accepts the offer that is read at that moment. */
const accepts =
  (site: Site): Does =>
  async (player) => {
    const { offer } = (await player.get(`${moneyOf(site)}/offer`)).body as { offer: { hash: string } }
    return player.does(`${moneyOf(site)}/offer/accept`, { hash: offer.hash })
  }

/** The sponsor and the section 151 officer say yes; the lead sets up. */
export const takesUp = (site: Site, [sponsors, certifies, setsUp]: [string, string, string]): Move[] => [
  move(sponsors, "09:40", sponsor(site), accepts(site)),
  move(certifies, "15:10", certifier(site), accepts(site)),
  move(setsUp, "11:00", lead(site), all(...tasks(site, setsUp))),
]

/** When the evaluation of each is designed with it: the weeks are published, the days are invented. */
const visits: Partial<Record<Site, string>> = {
  halton: "2017-10-24",
  sheffield: "2017-10-25",
  bradford: "2017-10-26",
  shropshire: "2017-10-30",
}

const tasks = (site: Site, day: string): Does[] =>
  Object.entries({
    people: {
      everyone: true,
      lead: person("Deputy lead (invented)", "Team manager", `deputy@${site}.example`),
      certifier: person("Deputy (invented)", "Deputy chief finance officer", `deputy-151@${site}.example`),
    },
    profile: { agrees: true },
    impact: { reference: "DPIA 2017/41 (invented)", on: day },
    sharing: { needed: "not needed", because: "Nothing that names a person leaves the council (invented)." },
    privacy: { given: day, easyRead: true, where: "At the desk of the team, and on its page (invented)" },
    dates: { start: "2017-10-16", visit: visits[site] ?? "2017-10-25" },
  }).map(([task, answers]) => calls(`${moneyOf(site)}/set-up/${task}`, { answers }))

const person = (name: string, jobTitle: string, email: string) => ({ name, jobTitle, email })

/** The coordinator finds it whole, the department accepts it: each as it stands when they read it. */
export const accepted = (site: Site, round: string, checked: When, on: When): Move[] => [
  move(...checked, coordinator, readAnd(site, round, "check")),
  move(...on, finance, readAnd(site, round, "accept")),
]

const returnOf = (kept: Kept, site: Site, round: string) =>
  `${awardOf(site)}/returns/${referenceOf(kept, `${site}: ${round}`)}`

/** A move about what was sent, as it stands when it is read. */
export const readAnd =
  (site: Site, round: string, path: string, body: Record<string, unknown> = {}): Does =>
  async (player, kept) => {
    const here = returnOf(kept, site, round)
    const { revision } = (await player.get(here)).body
    return player.does(`${here}/${path}`, { revision, ...body })
  }

export const asksAbout =
  (site: Site, round: string, given: Record<string, unknown>): Does =>
  (player, kept) =>
    player.does(`${returnOf(kept, site, round)}/questions`, given)

export const settles =
  (site: Site, round: string, number: number): Does =>
  (player, kept) =>
    player.does(`${returnOf(kept, site, round)}/questions/${number}/settle`, {})

export const answersFigure =
  (site: Site, round: string, number: number, answer: string): Does =>
  (player, kept) =>
    player.does(
      `/organisations/${site}/submissions/${referenceOf(kept, `${site}: ${round}`)}/figure-questions/${number}`,
      { answer },
    )

/** Some payments are authorised on a day, each by somebody who accepted nothing of it; the payer answers some days later. */
export const pays = (payments: [Site, number: number][], on: string, paid: string): Move[] => [
  ...payments.map(([site, number], place) =>
    move(on, `14:${String(place + 10)}`, decider, calls(`${awardOf(site)}/payments/${number}`, {})),
  ),
  move(paid, "16:00", finance, payerAnswers(payments, paid)),
]

/** The payer's answer: every payment that is with them, paid on that day. */
const payerAnswers =
  (payments: [Site, number: number][], on: string): Does =>
  async (player) => {
    const { withPayer } = (await player.get("/funding/payments")).body as {
      withPayer: { organisation: string; number: number; reference: string }[]
    }
    const rows = payments.map(([site, number], place) => {
      const found = withPayer.find((one) => one.organisation === site && one.number === number)
      return [
        found?.reference,
        "paid",
        on,
        `BACS ${on.replaceAll("-", "")}-${place + 1}`,
        "DOH NAMED SOCIAL WORKER PILOT",
      ]
    })
    const text = [["Reference", "Outcome", "Date", "Payer's reference", "Remittance text"], ...rows]
      .map((row) => `${row.join(",")}\r\n`)
      .join("")
    return player.does("/funding/payer-files", { name: `answer-${on}.csv`, text })
  }
