import { atLondon } from "../../../shared/values/london.ts"
import { domainOf, type Site, sites } from "../demonstration/sites.ts"
import { begins, type Move, moves, writes } from "./acts.ts"

const round = "nsw-2-2017"
const at = (day: string, time: string) => atLondon(`2017-08-${day}`, time)
const person = (name: string, jobTitle: string, email: string) => ({ name, jobTitle, email })

/** What a council wrote: nobody's words, and no council's (invented). */
const answers = (site: Site, expected: number, amount: number) => ({
  organisation: {
    lead: person("Site lead (invented)", "Principal manager", `site-lead@${domainOf(site)}`),
    sponsor: person("Sponsor (invented)", "Director of adult social services", `sponsor@${domainOf(site)}`),
    together: false,
  },
  people: { groups: ["learning-disability"], expected: { number: expected } },
  proposal: {
    whyHere: `${sites[site]} has people with a learning disability who live far from home (invented).`,
    differently: "One worker stays with each person, and is there when something changes (invented).",
    livedExperience: "A self-advocacy group read the first draft and changed it (invented).",
  },
  delivery: {
    freeTime: "Part of two posts is covered while the workers do this (invented).",
    knowItHelps: "People can say who their worker is (invented).",
    afterwards: "The council decides in the last month whether the role stays (invented).",
  },
  amount: { amount: amount * 100 },
  declaration: { links: "none", declared: true },
})

type Told = {
  site: Site
  begins: string
  written: string
  confirmed: string
  sent: string
  people: number
  amount: number
}

/** One expression of interest from its beginning to its sending: each at a time of day in August 2017. */
const expression = ({ site, people, amount, ...when }: Told): Move[] => {
  const name = `${site}: expression of interest`
  const [lead, sponsor] = [`site-lead@${domainOf(site)}`, `sponsor@${domainOf(site)}`]
  const form = answers(site, people, amount)
  const { organisation, people: who, ...rest } = form
  return [
    { at: at(when.begins, "10:05"), who: lead, keeps: name, does: begins(site, round) },
    { at: at(when.begins, "10:20"), who: lead, does: writes(site, name, { organisation, people: who }) },
    { at: at(when.written, "14:30"), who: `contributor@${domainOf(site)}`, does: writes(site, name, rest) },
    { at: at(when.written, "16:00"), who: lead, does: moves(site, name, "sign") },
    { at: at(when.confirmed, "09:40"), who: sponsor, does: moves(site, name, "sign") },
    { at: at(when.sent, "16:12"), who: lead, does: moves(site, name, "send") },
  ]
}

/** Three councils ask to take part: one early, one on the last days, one half an hour before the close. */
export const expressions: Move[] = [
  ...expression({
    site: "halton",
    begins: "08",
    written: "14",
    confirmed: "16",
    sent: "16",
    people: 17,
    amount: 92_827,
  }),
  ...expression({
    site: "bradford",
    begins: "09",
    written: "21",
    confirmed: "22",
    sent: "23",
    people: 40,
    amount: 50_000,
  }),
  ...expression({
    site: "shropshire",
    begins: "11",
    written: "22",
    confirmed: "25",
    sent: "25",
    people: 20,
    amount: 60_692,
  }),
]
