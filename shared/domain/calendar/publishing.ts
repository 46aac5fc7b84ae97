import { warningsIn } from "../../form/section.ts"
import { addDays, atLondon, dayMomentWords, dayWords, londonDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { isLive } from "../people/grant.ts"
import type { Member } from "../people/member.ts"
import { organisationKinds } from "../people/organisation.ts"
import type { DraftRound } from "./draft-round.ts"
import { rulesOf } from "./round.ts"
import { burdenOf, isHeavy } from "./round-burden.ts"
import { totalWeight, weightWords } from "./round-facts/criteria.ts"
import { usual } from "./round-facts/date-questions.ts"
import { dates, isShort, openFor } from "./round-facts/dates.ts"
import { wrongIn } from "./round-facts/pages.ts"

/** One thing that must be so before a round is published: what is missing, and the page where it is mended. */
export type Check = { id: string; title: string; page: string; done: boolean; says: string }

type About = { now: Date; members: Member[] }

/** Nobody decides by what one person thinks, however many score each one. */
const fewestReaders = 2

const inWords = ["", "", "two", "three"]

/** What stands between a round and being published, in the order of its pages. */
export const checksOf = (draft: DraftRound, about: About): Check[] => [
  datesCheck(draft, about),
  ...(isShort(draft) ? [shortCheck(draft)] : []),
  questionsCheck(draft),
  decisionsCheck(draft),
  ceilingCheck(draft),
  ...(draft.sections?.some(({ id }) => id === "profile") ? [spendingCheck(draft)] : []),
  leadCheck(draft),
  weightsCheck(draft),
  ...(isHeavy(burdenOf(draft)) ? [heavyCheck(draft)] : []),
  readersCheck(draft, about),
]

export const isReady = (checks: Check[]) => checks.every(({ done }) => done)

const check = (
  id: string,
  page: string,
  title: string,
  missing: string | undefined,
  says: string,
): Check => ({
  id,
  page,
  title,
  done: missing === undefined,
  says: missing ?? says,
})

const datesCheck = (draft: DraftRound, { now }: About) => {
  const { opens, closes, startsBetween } = draft
  const unwritten = [
    ...(opens ? [] : ["the day it opens"]),
    ...(closes ? [] : ["the day it closes"]),
    ...(startsBetween ? [] : ["the first and last day to start"]),
  ]
  const [wrong] = wrongIn(dates.section(draft, { now, organisations: [] }), dates.answers(draft), now)
  const missing = unwritten.length > 0 ? `Missing: ${unwritten.join(", ")}` : wrong?.says
  const says =
    opens && closes ? `From ${dayMomentWords(new Date(opens))} to ${dayMomentWords(new Date(closes))}` : ""
  return check("dates", "dates", "The dates are in order and in the future", missing, says)
}

const shortCheck = ({ opens = "", closes = "", reasons }: DraftRound) =>
  check(
    "short",
    "dates",
    "There is a reason for a short round",
    reasons?.short
      ? undefined
      : `It is open for ${openFor({ opens, closes })} working days, fewer than ${usual.open}: say why, or move a day`,
    reasons?.short ?? "",
  )

const questionsCheck = ({ questionsUntil }: DraftRound) =>
  check(
    "questions",
    "dates",
    "People know until when they can ask questions",
    questionsUntil ? undefined : "Missing: the last day for questions",
    questionsUntil ? `Until ${dayWords(questionsUntil)}` : "",
  )

const decisionsCheck = ({ decisionsBy }: DraftRound) =>
  check(
    "decisions",
    "dates",
    "There is a day for decisions",
    decisionsBy ? undefined : "Missing: the day decisions come by",
    decisionsBy ? `By ${dayWords(decisionsBy)}` : "",
  )

const ceilingCheck = ({ ceiling }: DraftRound) =>
  check(
    "ceiling",
    "money",
    "There is a ceiling",
    ceiling ? undefined : "Missing: how much each site can ask for, at most",
    ceiling ? `${pounds(ceiling)} for each site` : "",
  )

const spendingCheck = ({ spentBy, quarters }: DraftRound) =>
  check(
    "spending",
    "money",
    "A spending profile has its quarters",
    spentBy || quarters?.length ? undefined : "Missing: the day the money must be spent by",
    spentBy ? `Until ${dayWords(spentBy)}` : "",
  )

const leadCheck = ({ mayLead = [], partnerships }: DraftRound) =>
  check(
    "lead",
    "who-may-lead",
    "At least one kind of organisation may lead",
    mayLead.length === 0
      ? "Missing: which kinds of organisation may lead"
      : partnerships === undefined
        ? "Missing: whether several organisations may apply together"
        : undefined,
    Object.entries(organisationKinds)
      .filter(([kind]) => mayLead.includes(kind))
      .map(([, words]) => words)
      .join(", "),
  )

const weightsCheck = ({ weights = [] }: DraftRound) =>
  check(
    "weights",
    "criteria",
    "The weights add up to 100",
    weights.length === 0
      ? "Missing: the criteria and their weights"
      : totalWeight(weights) === 100
        ? undefined
        : weightWords(weights),
    `${weights.length} ${weights.length === 1 ? "criterion" : "criteria"}`,
  )

const heavyCheck = ({ reasons }: DraftRound) =>
  check(
    "heavy",
    "sections",
    "There is a reason for asking a lot",
    reasons?.heavy
      ? undefined
      : "The work of writing it costs more than 5% of what a site can get: say why, or ask for less",
    reasons?.heavy ?? "",
  )

/** Whoever reads or chairs on the day after it closes, when reading begins. */
export const readersOn = (closes: string, members: Member[]): Member[] => {
  const begins = atLondon(addDays(londonDate(new Date(closes)), 1), "09:00")
  const reading = members.filter(
    (one) => (one.role === "reader" || one.role === "chair") && isLive(one, begins),
  )
  return reading.filter(({ person }, at) => reading.findIndex((one) => one.person === person) === at)
}

const readersCheck = ({ closes, reading }: DraftRound, { members }: About) => {
  const needed = Math.max(fewestReaders, rulesOf({ reading }).readers)
  const readers = closes ? readersOn(closes, members) : []
  const names = readers.map(({ name }) => name).join(", ")
  const missing = !closes
    ? "It depends on the day it closes"
    : readers.length < needed
      ? `${needed} people must be readers, or chair, on the day after it closes. ${readers.length === 0 ? "Nobody is" : `Only ${names} is`}`
      : undefined
  return check("readers", "readers", `At least ${inWords[needed] ?? needed} people will read`, missing, names)
}

/** What is unusual and may stand. */
export const unusualIn = (draft: DraftRound, now: Date): string[] =>
  warningsIn(dates.section(draft, { now, organisations: [] }), dates.answers(draft)).map(({ says }) => says)
