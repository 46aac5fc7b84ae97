import {
  dateWords,
  dayMomentWords,
  dayWords,
  londonDate,
  momentWords,
  stampWords,
} from "../../values/london.ts"
import { coverAnswers, type Expected } from "./expected.ts"
import { stateOf, stateWords, whoHasIt } from "./state.ts"
import { untilWords } from "./window.ts"

const sent = (one: Expected, at: Date) => ["reported", "sent", "nil", "accepted"].includes(stateOf(one, at))

/** One return as a row of words: the same on the page, in the CSV and in the API. */
export const rowOf = (one: Expected, at: Date) => {
  const { covers, stands } = one
  return {
    round: one.round,
    title: one.title,
    covers: covers ? spanWords(covers) : "",
    due: dayMomentWords(new Date(one.by)),
    state: stateWords(one, at),
    who: whoWords(one, at),
    reference: stands && stands.version > 0 ? stands.reference : "",
  }
}

/** Who has it now, where somebody still has to do something about it. */
const whoWords = (one: Expected, at: Date) => {
  const state = stateOf(one, at)
  if (state === "not open yet") return `Opens on ${dateWords(londonDate(new Date(one.opens)))}`
  return ["not started", "in hand", "waiting", "sent back", "missing"].includes(state)
    ? capital(whoHasIt(one))
    : ""
}

/** Where it stands, after the word for it: until when and who has it, or what was sent. */
export const standsWords = (one: Expected, at: Date): string => {
  const { stands } = one
  const state = stateOf(one, at)
  if (sent(one, at) && stands?.sentAt) {
    const change =
      stands.state === "sent" || stands.state === "accepted"
        ? ""
        : " A change to it is not sent yet: what was sent counts."
    return `Reference ${stands.reference}, version ${stands.version}, sent at ${momentWords(new Date(stands.sentAt))} by ${stands.sentBy ?? ""}.${change}`
  }
  if (state === "sent back" && stands?.back) {
    const { at, sections, note } = stands.back
    return `On ${dateWords(londonDate(new Date(at)))}, for changes to ${sections.map(({ title }) => title).join(" and ")}: “${note}” The changes are not sent yet. ${capital(whoHasIt(one))}.`
  }
  if (state === "not needed") return one.notNeeded ? `Because: ${one.notNeeded.because}` : ""
  const who = state === "not open yet" ? "" : whoWords(one, at)
  return `${untilWords(one, at)}${who && ` ${who}.`}`
}

/** What was asked and decided about its date, and about who certifies it, as sentences: oldest first. */
export const changesTo = (one: Expected, person?: string): string[] => {
  const { asked, extended, notNeeded, cover } = one
  const lines = [
    extended && {
      at: extended.at,
      says: `It was due at ${dayMomentWords(new Date(extended.before))}. On ${stampWords(new Date(extended.at))} ${extended.by.name} gave until ${dayMomentWords(new Date(extended.until ?? one.by))}: “${extended.because}”`,
    },
    asked && {
      at: asked.at,
      says: `${asked.by.person === person ? "You" : asked.by.name} asked on ${stampWords(new Date(asked.at))} for until ${dayWords(asked.until)}: “${asked.reason}”${isUnanswered(one) ? " It is not answered yet." : ""}`,
    },
    notNeeded && {
      at: notNeeded.at,
      says: `${notNeeded.by.name} said on ${stampWords(new Date(notNeeded.at))} that it is not needed this time: “${notNeeded.because}”`,
    },
    cover && {
      at: cover.at,
      says: `${cover.by.name}, section 151 officer, said on ${stampWords(new Date(cover.at))} who certifies on the day: “${coverAnswers[cover.answer]}”`,
    },
  ]
  return lines
    .flatMap((line) => (line ? [line] : []))
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(({ says }) => says)
}

/** Whether somebody asked for more time and has had no answer. */
const isUnanswered = ({ asked, extended }: Pick<Expected, "asked" | "extended">) =>
  asked !== undefined && !(extended && extended.at > asked.at)

const spanWords = ({ from, to }: { from: string; to: string }) =>
  from === to ? dateWords(from) : `${dateWords(from)} to ${dateWords(to)}`

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
