import { kindOf } from "../../kinds/index.ts"
import { dayWords, londonDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { isLive } from "../people/grant.ts"
import type { Phase } from "./phase.ts"
import { isHeavyFor, target } from "./phase-burden.ts"
import { type About, check, morningOf, type PhaseCheck, spanOf } from "./phase-check.ts"
import { siteChecks } from "./site-checks.ts"
import type { SitePhase } from "./site-phase.ts"

type WithSites = Phase & { sites: SitePhase[] }

/** The most that one site can be asked for in a phase: what is written for it is written at once. */
export const mostReturns = 30

/** The most sites of one phase. */
export const mostSites = 100

export const phaseChecks = (phase: WithSites, about: About): PhaseCheck[] => [
  datesCheck(phase, about),
  aboutCheck(phase),
  sitesCheck(phase),
  ...phase.sites.flatMap((site) => siteChecks(phase, site, about)),
  asksCheck(phase),
  dueCheck(about),
  manyCheck(about),
  ...(about.burdens.some(isHeavyFor) ? [heavyCheck(phase, about)] : []),
  coordinatorCheck(phase, about),
]

export const isReadyToPublish = (checks: PhaseCheck[]) =>
  checks.every(({ done, weighs }) => done || weighs === "warning")

const datesCheck = ({ from, to }: Phase, { now }: About) => {
  const missing =
    !from || !to
      ? "Missing: its first and its last day"
      : from >= to
        ? `Its last day, ${dayWords(to)}, is not after its first`
        : to < londonDate(now)
          ? `Its last day, ${dayWords(to)}, has passed: nothing can be asked for it any longer`
          : undefined
  return check("dates", "facts", "The dates are in order", missing, spanOf({ from, to }))
}

const aboutCheck = ({ about }: Phase) =>
  check(
    "about",
    "facts",
    "It says what it is about",
    about === "" ? "Missing: what it is about" : undefined,
    "",
  )

const sitesCheck = ({ sites }: WithSites) => {
  const missing =
    sites.length === 0
      ? "Missing: at least one site"
      : sites.length > mostSites
        ? `There are ${sites.length} sites. A phase has ${mostSites} at most`
        : undefined
  return check(
    "sites",
    "sites/new",
    "There is at least one site",
    missing,
    sites.map(({ name }) => name).join(", "),
  )
}

const asksCheck = ({ asks }: Phase) =>
  check(
    "asks",
    "lines/new",
    "Something is asked of each site",
    asks.length > 0 ? undefined : "Missing: what each site is asked for",
    asks.map(({ kind }) => kindOf(kind).title).join(", "),
  )

const dueCheck = ({ burdens, now }: About) => {
  const all = burdens.flatMap(({ expected }) => expected)
  const early = all.find(({ by, covers }) => covers && londonDate(new Date(by)) <= covers.to)
  const past = all.filter(({ by }) => new Date(by) <= now)
  const [first] = past
  return early
    ? check(
        "due",
        "",
        "Each return is due after what it covers",
        `${early.title} at ${early.name} is due before it ends`,
        "",
      )
    : check(
        "due",
        "",
        "Each return is due after what it covers",
        first &&
          `${past.length} were due before today, the first ${first.title} at ${first.name}: they would be late at once`,
        "",
        "warning",
      )
}

const manyCheck = ({ burdens }: About) => {
  const most = burdens.find(({ expected }) => expected.length > mostReturns)
  return check(
    "many",
    "",
    `No site is asked for more than ${mostReturns} things`,
    most &&
      `${most.site.name} would be asked for ${most.expected.length} things. Ask for less, or less often`,
    "",
  )
}

const heavyCheck = ({ because }: Phase, { burdens }: About) => {
  const heavy = burdens.filter(isHeavyFor).map(({ site, cost }) => `${site.name} (${pounds(cost)})`)
  return check(
    "heavy",
    "facts",
    "There is a reason for asking a lot",
    because
      ? undefined
      : `It asks more than ${target.minutes / 60} hours, or ${target.share * 100}% of the award, of ${heavy.join(", ")}: say why, or ask for less`,
    because ?? "",
  )
}

const coordinatorCheck = ({ from }: Phase, { programme, now }: About) => {
  const there = programme.filter((one) => one.role === "coordinator" && isLive(one, morningOf(from, now)))
  return check(
    "coordinator",
    "/programme/people",
    "There is a programme coordinator on its first day",
    there.length > 0 ? undefined : "Nobody is programme coordinator on the first day",
    there.map(({ name }) => name).join(", "),
  )
}
