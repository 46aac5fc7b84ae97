import { addMonths, dateWords, dayMomentWords, dayWords, londonDate } from "../../values/london.ts"
import { isTally, tallyLine } from "../evaluation/home-words.ts"
import { type Actor, rolesAt } from "../people/actor.ts"
import { may, mayAtSite } from "../people/policy.ts"
import { organisationRoles, type Role } from "../people/role.ts"
import type { Right } from "../people/submission-policy.ts"
import { askedLine } from "../selection/asking-words.ts"
import { isSentBack } from "../submissions/sent-back.ts"
import { asksCover, coverQuestion } from "./cover.ts"
import { figuresAsked } from "./figures-asked.ts"
import type { Matter } from "./matter.ts"
import { isSettled, stateOf, stateWords, whoHasIt } from "./state.ts"
import { isTaken, lateWords, standingIn } from "./window.ts"

type Reader = { actor: Actor; organisation: { id: string; shortName: string }; at: Date }

/** What this person is to do about it now, in a few words; nothing where it waits for somebody else, or for nobody. */
const waitsFor = (one: Matter, reader: Reader): string | undefined => {
  const { actor, organisation, at } = reader
  const can = (right: Right) => may(actor, right, { kind: one.kind, organisation: organisation.id })
  const { stands } = one
  if (one.notNeeded || stands?.state === "sent" || stands?.state === "accepted") return undefined
  if (!isTaken(one, at) && !isSentBack(stands ?? {})) return undefined
  if (!stands || stands.state === "withdrawn") return one.owed && can("start") ? "not started" : undefined
  if (stands.state === "draft") return can("save") && !isWithAnother(one, reader) ? "NOT SENT" : undefined
  const mine: string[] = rolesAt(actor, organisation.id)
  if (stands.waitingFor.some(({ role }) => mine.includes(role))) return "to confirm"
  return stands.waitingFor.length === 0 && can("send") ? "confirmed, and to be sent" : undefined
}

/** Whether it is no lead’s to do yet: a colleague writes it, and has time. With whom it is, and that it is not sent, is said. */
const isWithAnother = (one: Matter, { actor, organisation, at }: Reader) =>
  one.owed &&
  rolesAt(actor, organisation.id).includes("lead") &&
  one.stands?.changedBy !== actor.name &&
  !isSentBack(one.stands ?? {}) &&
  standingIn(one, at) !== "late"

/** What waits besides what is sent: in a few words each, or as a sentence of its own. */
type Besides = { waits?: readonly string[]; says?: readonly string[] }

/** The first line of a home: what waits for its reader by name and date, or that nothing does and what comes next. */
export const firstLine = (
  matters: Matter[],
  reader: Reader,
  { waits: besides = [], says: first = [] }: Besides = {},
): string => {
  const { actor, organisation, at } = reader
  const held = rolesAt(actor, organisation.id)
  const mine = organisationRoles.filter((role) => held.includes(role))
  const given: Given = { ...reader, matters: matters.toSorted((a, b) => a.by.localeCompare(b.by)) }
  const returns = given.matters.flatMap((one) => {
    const todo = waitsFor(one, reader)
    return todo ? [`${one.title} (${todo}, ${whenOf(one, at)})`] : []
  })
  const waits = [...besides, ...returns]
  const asked = mayAtSite(actor, "answer cover", organisation.id)
    ? given.matters.filter((one) => asksCover(one, at)).map(coverQuestion)
    : []
  const asks = [
    ...first,
    ...given.matters.flatMap((one) => {
      const about = { kind: one.kind, organisation: organisation.id }
      return [
        may(actor, "save", about) && askedLine(one.title, one.panelAsks, at),
        may(actor, "answer", about) && figuresAsked(one),
      ].filter((line) => typeof line === "string")
    }),
  ]
  const tells = mine.map((role) => nothingFor[role as keyof typeof nothingFor])
  const opening =
    waits.length + asked.length + asks.length > 0
      ? [
          ...asks,
          ...(waits.length > 0 ? [counted(waits)] : []),
          ...asked.map((one) => `One question for you. ${one}`),
        ]
      : [tells[0]?.opening ?? "Nothing waits for you."]
  const says = new Set(tells.flatMap((one): Says[] => [...one.says]))
  if (says.has(next)) says.delete(nextDue)
  return [...opening, ...[...says].map((say) => say(given)).filter((text) => text !== "")].join(" ")
}

const counted = (waits: string[]) =>
  waits.length === 1
    ? `One thing waits for you: ${waits[0]}.`
    : `${waits.length} things wait for you: ${waits.slice(0, 3).join("; ")}${waits.length > 3 ? "; and more below" : ""}.`

type Given = Reader & { matters: Matter[] }
type Says = (given: Given) => string

/** What is with somebody else at the site. */
const others: Says = ({ matters, ...reader }) =>
  matters
    .filter(
      (one) =>
        isTaken(one, reader.at) &&
        ["not started", "in hand", "waiting", "sent back", "missing"].includes(stateOf(one, reader.at)) &&
        !waitsFor(one, reader),
    )
    .slice(0, 2)
    .map((one) => {
      const waiting = one.stands?.state === "waiting"
      return `${one.title}: NOT SENT${waiting ? " YET, with" : ","} ${whoHasIt(one)}, ${untilWhen(one, reader.at)}.`
    })
    .join(" ")

const comes = (one: Matter | undefined, at: Date) => (one ? `Next: ${one.title}, ${untilWhen(one, at)}.` : "")

const next: Says = ({ matters, at }) =>
  comes(
    matters.find((one) => one.owed && !isTally(one) && stateOf(one, at) === "not open yet"),
    at,
  )

/** Of whoever counts, the tally comes before everything else that does. */
const tallied: Says = (given) => tallyLine(given.matters, given.at) || next(given)

/** The same for whoever writes nothing: what is open already comes first. */
const nextDue: Says = ({ matters, at }) =>
  comes(
    matters.find((one) => one.owed && !isTally(one) && !isSettled(one, at) && new Date(one.by) > at),
    at,
  )

const last: Says = ({ matters }) => {
  const sent = matters
    .filter((one) => !isTally(one))
    .flatMap(({ title, stands }) => (stands?.sentAt ? [{ title, at: stands.sentAt }] : []))
  const one = sent.sort((a, b) => a.at.localeCompare(b.at)).at(-1)
  return one ? `Last sent: ${one.title}, ${dateWords(londonDate(new Date(one.at)))}.` : ""
}

const allSent: Says = ({ matters, organisation: { shortName }, at }) => {
  const owed = matters.filter((one) => one.owed)
  if (owed.length === 0) return `Nothing is owed by ${shortName}.`
  const due = owed.filter((one) => new Date(one.by).getTime() <= at.getTime())
  const without = due.filter((one) => ["missing", "not received"].includes(stateOf(one, at)))
  if (without.length === 0)
    return due.length > 0
      ? `${shortName} has sent everything that was due.`
      : `Nothing of ${shortName}’s was due yet.`
  const named = without.map((one) => `${one.title} (${lower(stateWords(one, at))}; ${whoHasIt(one)})`)
  return `${shortName} has not sent ${named.join("; ")}.`
}

const signatures =
  (role: Role): Says =>
  ({ matters, ...reader }) => {
    const { at } = reader
    const yearOn = addMonths(londonDate(at), 12)
    const wanted = matters.filter(
      (one) =>
        one.owed &&
        one.signs.includes(role) &&
        ["not open yet", "not started", "in hand", "missing"].includes(stateOf(one, at)) &&
        one.stands?.state !== "waiting" &&
        londonDate(new Date(one.by)) <= yearOn,
    )
    const listed = wanted.map((one) => `${one.title}, ${untilWhen(one, at)}`).join("; ")
    if (wanted.length === 0)
      return matters.some((one) => waitsFor(one, reader)) ? "" : "No signature of yours is planned this year."
    return wanted.length === 1
      ? `One signature this year: ${listed}.`
      : `${wanted.length} signatures this year: ${listed}.`
  }

/** What each role reads where nothing waits for it, and what it reads besides. Somebody with several reads all, each once. */
const nothingFor: Record<
  "lead" | "contributor" | "sponsor" | "certifier" | "governance",
  { opening: string; says: readonly Says[] }
> = {
  lead: { opening: "Nothing is owed by you.", says: [others, last, next] },
  contributor: { opening: "Nothing is owed by you.", says: [others, tallied, last] },
  sponsor: { opening: "Nothing needs you.", says: [allSent, nextDue] },
  certifier: { opening: "Nothing to sign.", says: [signatures("certifier")] },
  governance: { opening: "Nothing to check.", says: [signatures("governance")] },
}

/** Until when; of what was sent back, since when. */
const whenOf = (one: Matter, at: Date) =>
  one.stands?.back && isSentBack(one.stands)
    ? `sent back ${dayWords(londonDate(new Date(one.stands.back.at)))}`
    : untilWhen(one, at)

const untilWhen = (one: Matter, at: Date) => {
  const day = dayWords(londonDate(new Date(one.by)))
  if (one.afterClose) return `it may be sent late until ${dayMomentWords(new Date(one.by))}`
  if (one.rule === "closes") return `the round closes ${day}`
  return standingIn(one, at) === "late" ? `missing, ${lateWords(one, at)}` : `due ${day}`
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
