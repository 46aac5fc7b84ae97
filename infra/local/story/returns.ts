import { atLondon } from "../../../shared/values/london.ts"
import { domainOf, type Site } from "../demonstration/sites.ts"
import { all, begins, calls, type Does, type Move, moves, writes } from "./acts.ts"

export const december = "nsw2-spending-2017-12-31"
export const march = "nsw2-spending-2018-03-31"
export const statement = "nsw2-statement-2018-03-31"

export const lead = (site: Site) => `site-lead@${domainOf(site)}`
export const accountant = (site: Site) => `contributor@${domainOf(site)}`
export const sponsor = (site: Site) => `sponsor@${domainOf(site)}`
export const certifier = (site: Site) => `section-151@${domainOf(site)}`
export const returnsOf = (site: Site) => `/organisations/${site}/returns`

export const move = (day: string, time: string, who: string, does: Does, keeps?: string): Move => ({
  at: atLondon(day, time),
  who,
  does,
  ...(keeps && { keeps }),
})

type Spending = {
  site: Site
  round: string
  begins: string
  sent: [day: string, time: string]
  spent: number
  expected: number
}

/** Pence, from pounds. */
export const pence = (pounds: number) => pounds * 100

/** A spending update: the accountant begins and writes it, the lead sends it. Its figures are invented. */
export const spending = ({
  site,
  round,
  begins: day,
  sent: [on, time],
  spent,
  expected,
}: Spending): Move[] => {
  const name = `${site}: ${round}`
  const atEnd = round === march
  const form = {
    spending: {
      spending: {
        workers: { spent: pence(spent), ...(!atEnd && { expected: pence(expected) }) },
        training: { spent: pence(500) },
      },
      ...(atEnd && { accruals: 0 }),
    },
    outlook: { award: "whole" },
  }
  return [
    move(day, "11:00", accountant(site), begins(site, round), name),
    move(day, "11:20", accountant(site), writes(site, name, form)),
    move(on, time, lead(site), moves(site, name, "send")),
  ]
}

/** A statement of grant usage: the lead writes and signs it, the section 151 officer certifies and sends it. */
export const certified = (
  site: Site,
  written: string,
  on: string,
  used: Record<string, number>,
  unspent = 0,
): Move[] => {
  const name = `${site}: ${statement}`
  const form = {
    usage: { used: { used }, unspent, ...(unspent > 0 && { why: "A post was filled late (invented)." }) },
  }
  return [
    move(written, "10:00", lead(site), begins(site, statement), name),
    move(written, "10:20", lead(site), all(writes(site, name, form), moves(site, name, "sign"))),
    move(on, "15:00", certifier(site), all(moves(site, name, "sign"), moves(site, name, "send"))),
  ]
}

export const covers = (site: Site, day: string, answer: "yes" | "deputy") =>
  move(day, "12:00", certifier(site), calls(`${returnsOf(site)}/${statement}/cover`, { answer }))

/** The three that go on say what is different this time: the lead writes it, the sponsor confirms and sends it. */
export const goesOn = (site: Site, written: string, confirmed: string, people: number): Move[] => {
  const name = `${site}: going on`
  const form = {
    "going-on": {
      people: { number: people },
      different: "The workers meet the people's families from the first week (invented).",
      involved: "A self-advocacy group read it and changed a sentence (invented).",
      measures: true,
    },
  }
  return [
    move(written, "09:40", lead(site), begins(site, "nsw2-going-on-2017-10-01"), name),
    move(written, "10:00", lead(site), all(writes(site, name, form), moves(site, name, "sign"))),
    move(confirmed, "16:20", sponsor(site), all(moves(site, name, "sign"), moves(site, name, "send"))),
  ]
}
