import { atLondon, dayMomentWords, dayWords, londonDate } from "../../values/london.ts"
import { coverAnswers } from "../calendar/expected.ts"
import { expectedStates } from "../calendar/state.ts"
import { lateWords, leftWords } from "../calendar/window.ts"
import { roles } from "../people/role.ts"
import { chases } from "./chases.ts"
import type { ChaseItem, NoticeItem, NoticeLetter } from "./notice-letter.ts"
import { type NoticeName, noticeOf, type Told } from "./notices.ts"
import { type Links, linkOf, type OpensBy } from "./where.ts"

export {
  type ChaseItem,
  chaseItem,
  type NoticeItem,
  type NoticeLetter,
  noticeItem,
  noticeItemOf,
  noticeLetter,
} from "./notice-letter.ts"

/** Most urgent first: by what is told, then by when it is due. */
const urgency: readonly NoticeName[] = [
  "not received",
  "telephone",
  "late",
  "closed unsent",
  "certifier silent",
  "closing soon",
  "due soon",
  "still to fill in",
  "to fill in",
  "certifier asked",
]
export const byUrgency = (items: readonly NoticeItem[]): NoticeItem[] =>
  items.toSorted(
    (a, b) =>
      urgency.indexOf(a.notice) - urgency.indexOf(b.notice) ||
      a.by.localeCompare(b.by) ||
      a.organisationName.localeCompare(b.organisationName),
  )

const chaseOrder = Object.keys(chases)
const inOrder = (all: readonly ChaseItem[]): ChaseItem[] =>
  all.toSorted(
    (a, b) =>
      chaseOrder.indexOf(a.chase) - chaseOrder.indexOf(b.chase) ||
      a.organisationName.localeCompare(b.organisationName) ||
      a.title.localeCompare(b.title),
  )

/** The most urgent thing, and how many others: returns before everything else. */
export const subjectOf = ({
  items,
  chases: besides = [],
  on,
}: Pick<NoticeLetter, "items" | "on"> & Partial<Pick<NoticeLetter, "chases">>): string => {
  const heads = [
    ...byUrgency(items).map((one) => {
      const head = headOf(one, morningOf(on))
      return `${head}${head.endsWith("?") ? "" : ":"} ${one.title}, ${one.organisationName}`
    }),
    ...inOrder(besides).map((one) => `${chases[one.chase].called}: ${one.title}, ${one.organisationName}`),
  ]
  const [first = "", ...others] = heads
  if (others.length === 0) return first
  return `${first}, and ${others.length} other ${others.length === 1 ? "thing" : "things"}`
}

/** The letter, a paragraph a line: for each thing what is missing, who can do it, until when, and where. */
export const linesOf = (
  {
    name,
    items,
    chases: besides = [],
    on,
  }: Pick<NoticeLetter, "name" | "items" | "on"> & Partial<Pick<NoticeLetter, "chases">>,
  origin: string,
  opensBy?: OpensBy,
): string[] => {
  const many = items.length + besides.length
  return [
    `${name},`,
    ...(many > 1 ? [`${many} things, the most urgent first.`] : []),
    ...byUrgency(items).map((one) => paragraphOf(one, morningOf(on), { origin, opensBy })),
    ...inOrder(besides).map((one) => chaseParagraph(one, origin)),
  ]
}

const chaseParagraph = ({ chase, title, organisationName, says, path }: ChaseItem, origin: string) =>
  [`${title}: ${organisationName}`, `${chases[chase].called}. ${says}`, `${origin}${path}`].join("\n")

const morningOf = (on: string) => atLondon(on, "09:00")

const paragraphOf = (one: NoticeItem, at: Date, { origin, opensBy }: Links) => {
  const head = headOf(one, at)
  return [
    `${one.title}: ${one.organisationName}`,
    `${head}${head.endsWith("?") ? "" : "."} ${untilOf(one, at)}`,
    `${expectedStates[one.state]}: ${one.whoHasIt}.`,
    ...(one.missing?.length ? [`Still needed: ${one.missing.join("; ")}.`] : []),
    ...nobodyThere(one),
    ...doing(one),
    ...linkOf(one, { origin, opensBy }),
  ].join("\n")
}

const headOf = (one: NoticeItem, at: Date): string => {
  const day = dayWords(londonDate(new Date(one.by)))
  switch (one.notice) {
    case "certifier asked":
      return `Will you be here on ${day} to certify it?`
    case "certifier silent":
      return "Nobody has said who certifies it"
    case "due soon":
      return `Due on ${day}`
    case "closing soon":
      return `The round closes on ${day}`
    case "late":
      return capital(lateWords(one, at))
    case "closed unsent":
      return "The round closed and it was not sent"
    case "telephone":
      return `Telephone the lead, ${lateWords(one, at)}`
    case "to fill in":
      return "Two minutes, numbers only"
    case "still to fill in":
      return "Not filled in yet: two minutes, numbers only"
    case "not received":
      return `${expectedStates["not received"]}, and it cannot be sent any longer`
  }
}

/** Until when it can still be done, or could. */
const untilOf = (one: NoticeItem, at: Date): string => {
  const by = dayMomentWords(new Date(one.by))
  const closes = one.rule === "closes"
  if (at < new Date(one.by)) return `${closes ? "It closes" : "It is due"} at ${by}, ${leftWords(one, at)}.`
  if (closes) return `It closed at ${by}.`
  if (one.locks === undefined) return `It was due at ${by}, and can still be sent.`
  const taken = one.state === "not received" ? "could be sent until" : "can still be sent until"
  return `It was due at ${by}, and ${taken} ${dayMomentWords(new Date(one.locks))}.`
}

/** What is for the site comes to a coordinator only where nobody there can be told. */
const nobodyThere = ({ notice, role, organisationName }: NoticeItem): string[] => {
  const told: readonly Told[] = Object.values(noticeOf(notice).tells).flat()
  return roles[role].at === "organisation" || told.includes(role)
    ? []
    : [`Nobody at ${organisationName} is there to be told: telephone them, and give somebody access.`]
}

/** Who can do what about it. */
const doing = ({ notice, role, state, nil }: NoticeItem): string[] => {
  const here = roles[role].at === "organisation"
  const { reported, nil: nothing, missing } = expectedStates
  const answers = nil
    ? `“${reported}” and “${nothing}” are both answers. No answer on the day is “${missing}”.`
    : `Sent is “${reported}”. Not sent on the day is “${missing}”.`
  switch (notice) {
    case "certifier asked":
      return [`One click, one of three: “${Object.values(coverAnswers).join("”, “")}”.`]
    case "certifier silent":
      return here
        ? ["Ask them, or give somebody else access as their deputy, so that it can be signed on the day."]
        : ["Telephone the lead, so that a deputy is named before it is due."]
    case "due soon":
    case "closing soon":
      if (state === "waiting") return ["It waits for you: one page, and it takes about five minutes."]
      return [
        "The site lead and whoever writes with them can finish it.",
        ...(notice === "due soon" ? [answers] : []),
      ]
    case "late":
      return ["The site lead can send it, and can ask for more time there, or telephone us.", answers]
    case "to fill in":
    case "still to fill in":
      return ["Anybody of the team fills it in and sends it: nobody signs it."]
    case "closed unsent":
      return ["What was written stays with you. If you meant to send it, telephone us today."]
    case "telephone":
      return [
        "A coordinator telephones the site lead. A letter to the sponsor goes only when you have read it and pressed Send.",
        answers,
      ]
    case "not received":
      return here
        ? ["Only the programme can take it now: telephone us."]
        : ["A coordinator can give more time, or say that it is not needed this time."]
  }
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
