import { dayWords, type PlainDate } from "../../values/london.ts"
import { type Action, isLate } from "../actions/action.ts"
import type { Actor } from "../people/actor.ts"
import { type CoachingRight, mayCoach } from "../people/coaching-policy.ts"
import type { Head } from "./head.ts"

type Reader = { actor: Actor; organisation: string; today: PlainDate }

const can = ({ actor, organisation }: Reader, right: CoachingRight) =>
  mayCoach(actor, right, { organisation, coaches: [] })

/** Sessions that were shared and wait for the site to agree: however late it is. */
export const toAgree = ({ waits }: Pick<Head, "waits">) =>
  waits.filter(({ state, agreement }) => state === "shared" && agreement)

/** What somebody at a site has to do about its coaching, as the first line of their home lists it. */
export const coachingWaits = (
  heads: readonly Head[],
  actions: readonly Action[],
  reader: Reader,
): string[] => {
  const agrees = can(reader, "answer session")
  const late = actions.filter((one) => isMineAndLate(one, reader)).length
  return [
    ...(agrees ? heads.flatMap(toAgree).map(({ title }) => `agree the ${lower(title)}`) : []),
    ...(can(reader, "agree plan for the site") &&
    heads.some(({ plan }) => plan?.waitsFor.includes("the site"))
      ? ["agree the pilot plan"]
      : []),
    ...(late > 0
      ? [late === 1 ? "an action that is late, below" : `${late} actions that are late, below`]
      : []),
  ]
}

/** Late on the site's desk: of whoever is named, or else of the lead. */
const isMineAndLate = (one: Action, reader: Reader) =>
  one.owner === "site" &&
  isLate(one, reader.today) &&
  (one.who ? one.who.person === reader.actor.id : can(reader, "answer session"))

type Coming = Head["planned"][number]

/** The sessions of any phase that are to come, today's among them: the next one first. */
const sessionsToCome = (heads: readonly Head[], today: PlainDate): Coming[] =>
  heads
    .flatMap(({ planned }) => planned)
    .filter(({ on }) => on >= today)
    .sort((a, b) => a.on.localeCompare(b.on))

export const nextSession = (heads: readonly Head[], today: PlainDate): Coming | undefined =>
  sessionsToCome(heads, today)[0]

/**
 * "Your coach comes Thursday 25 January 2018, 2pm." for whoever works with the coach. Where another session is before
 * that visit, both are said.
 */
export const coachComes = (heads: readonly Head[], reader: Reader): string[] => {
  if (!can(reader, "say how it goes at the site")) return []
  const [next, ...later] = sessionsToCome(heads, reader.today)
  if (!next) return []
  const visit = isVisit(next) ? undefined : later.find(isVisit)
  return [next, ...(visit ? [visit] : [])].map(comesWords)
}

const isVisit = ({ title }: Coming) => /visit/i.test(kindIn(title))
const kindIn = (title: string) => title.split(" of ")[0] ?? ""

const comesWords = (one: Coming) => {
  const when = `${dayWords(one.on)}${one.time === undefined ? "" : `, ${hourWords(one.time)}`}`
  return isVisit(one) ? `Your coach comes ${when}.` : `${kindIn(one.title)} with your coach: ${when}.`
}

/** "2pm" of "14:00" */
const hourWords = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number)
  const past = minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`
  return `${hours % 12 || 12}${past}${hours < 12 ? "am" : "pm"}`
}

const lower = (title: string) => title.charAt(0).toLowerCase() + title.slice(1)
