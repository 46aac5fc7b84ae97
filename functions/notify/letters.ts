import { type Words, wholeLetter } from "../../shared/domain/letters/whole.ts"
import type { WrittenLetter } from "../../shared/domain/letters/written.ts"
import {
  type SponsorLetter,
  sponsorLines,
  sponsorSubject,
} from "../../shared/domain/notices/sponsor-letter.ts"
import type { PeopleLetter } from "../../shared/domain/people/letter.ts"
import { programmeItself } from "../../shared/domain/people/organisation.ts"
import { type Role, roles } from "../../shared/domain/people/role.ts"
import type { AnswerLetter, AskedQuestion } from "../../shared/domain/questions/asked.ts"
import { type DecisionLetter, decisionLines, decisionSubject } from "../../shared/domain/selection/letter.ts"
import type { Letter } from "../../shared/domain/submissions/letter.ts"
import { sentIn } from "../../shared/domain/submissions/sent.ts"
import type { SentVersion } from "../../shared/domain/submissions/submission.ts"
import { type KindId, kindOf } from "../../shared/kinds/index.ts"
import { dateWords, dayMomentWords, londonDate, momentWords } from "../../shared/values/london.ts"
import type { Settings } from "../../shared/web/world.ts"

/** Every letter of this service: plain text, short, with what it is about in the subject. */
export const signInWords = (settings: Settings, address: string): Words =>
  wholeLetter(settings, "Your sign-in link", [
    `Sign in to ${settings.serviceName}:`,
    address,
    "The link works once, for 15 minutes. A newer link takes its place.",
    "If you did not ask for it, do nothing: nobody can sign in without it.",
  ])

export const questionAsked = (
  settings: Settings,
  { question, email, round, roundTitle }: AskedQuestion,
): Words =>
  wholeLetter(settings, `A question about “${roundTitle}”`, [
    "Somebody asked:",
    question,
    `From ${email}. The answer is published to everybody, without who asked.`,
    `Answer it: ${settings.origin}/programme/rounds/${round}/questions`,
  ])

export const questionAnswered = (
  settings: Settings,
  { round, roundTitle, question, answer }: AnswerLetter,
): Words =>
  wholeLetter(settings, `Your question about “${roundTitle}” was answered`, [
    "Your question was answered; it is published for everybody without your name.",
    `The question, as it is published:\n${question}`,
    `The answer:\n${answer}`,
    `All questions and answers of this round: ${settings.origin}/rounds/${round}`,
  ])

export const aboutAccess = (
  settings: Settings,
  { organisation, organisationName, role, by, from, until }: PeopleLetter,
  name: string,
): Words => {
  const as = roles[role as Role]?.words ?? role
  const day = (instant: string) => dateWords(londonDate(new Date(instant)))
  const next = from || organisation === programmeItself ? "/home" : `/organisations/${organisation}`
  return wholeLetter(settings, `${organisationName}: you ${from ? "will have" : "have"} access as ${as}`, [
    `${name},`,
    `${by} gave you access for ${organisationName}, as ${as}, ${from ? `from ${day(from)} ` : ""}until ${day(until)}.`,
    `Sign in with this email address: ${settings.origin}/sign-in?next=${next}`,
  ])
}

export const toTheSponsor = (settings: Settings, letter: SponsorLetter, name: string): Words =>
  wholeLetter(settings, sponsorSubject(letter), sponsorLines(letter, name, settings.origin))

/** What was decided about an expression of interest, in confidence. */
export const decided = (settings: Settings, { decision }: DecisionLetter, name: string): Words =>
  wholeLetter(settings, decisionSubject(decision), decisionLines(decision, name, settings.origin))

/** In the words that were kept: about money, coaching, the evaluation, or what is shared between sites. */
export const asWritten = (settings: Settings, { subject, lines, path }: WrittenLetter, name: string): Words =>
  wholeLetter(settings, subject, [`${name},`, ...lines, `${settings.origin}${path}`])

type Makes = (
  letter: Letter,
  here: string,
  sent: SentVersion | undefined,
) => { subject: string; lines: string[] }

const about: Record<Letter["letter"], Makes> = {
  "asked to confirm": ({ title, by, organisationName, window }, here) => ({
    subject: `Please confirm: ${title}`,
    lines: [
      `${by} has finished writing for ${organisationName}, and asks you to confirm it.`,
      `It is one page: a summary, the amount, Confirm or Not yet. It takes about five minutes: ${here}/sign`,
      `${window.afterClose ? "It may be sent late, until" : window.rule === "closes" ? "The round closes at" : "It is due at"} ${dayMomentWords(new Date(window.by))}. Without your confirmation it cannot be sent.`,
    ],
  }),
  "not yet": ({ title, by, note }, here) => ({
    subject: `Not confirmed yet: ${title}`,
    lines: [`${by} said “not yet”:`, note ?? "", `Change it, then confirm again: ${here}`],
  }),
  sent: ({ title, reference, version, by, at, decisionsBy, window }, here, sent) => ({
    subject: `Receipt ${reference}, version ${version}: sent`,
    lines: [
      `SENT: ${title}.`,
      `Reference ${reference}, version ${version}, sent at ${momentWords(new Date(at))} by ${by}.`,
      `Your receipt: ${here}/receipts/${version}`,
      ...(decisionsBy ? [`You will hear by ${dateWords(decisionsBy)}.`] : []),
      window.rule === "closes" && !window.afterClose
        ? "You can change or withdraw it until the round closes."
        : `You can change it until ${dayMomentWords(new Date(window.locks ?? window.by))}.`,
      ...(sent ? whatWasSent(sent) : []),
    ],
  }),
  changing: ({ title, by, version }, here) => ({
    subject: `Opened for changes: ${title}`,
    lines: [
      `${by} has opened it for changes. Version ${version} was sent and still counts until another is sent.`,
      `If an answer changes you will be asked to confirm again: ${here}`,
    ],
  }),
  "asked to be late": ({ reference, organisationName, title, by, note }, here) => ({
    subject: `Asked to be late: ${reference}`,
    lines: [
      `${by} asks for ${organisationName} whether ${title} may be sent late:`,
      note ?? "",
      "The chair of the selection panel decides, before any expression of interest is opened. It has not been sent.",
      `Its own page, for ${organisationName}: ${here}`,
    ],
  }),
  "figure suggested": ({ title, by, note }, here) => ({
    subject: `Another figure is suggested: ${title}`,
    lines: [
      `${by} suggests another figure before confirming it:`,
      note ?? "",
      `See it, and take it or leave it, with one press: ${here}`,
    ],
  }),
  "figure question": ({ title, by, note }, here) => ({
    subject: `One question for you: ${title}`,
    lines: [`${by} asks:`, note ?? "", `Answer it on its page: ${here}`],
  }),
  "sent back": ({ title, by, note, version }, here) => ({
    subject: `Sent back for changes: ${title}`,
    lines: [
      `${by} has sent version ${version} back:`,
      note ?? "",
      `Change what is asked for, confirm it and send it again: ${here}`,
    ],
  }),
  accepted: ({ title, reference, version, by, at }, here) => ({
    subject: `Accepted: ${title}`,
    lines: [
      `${by} accepted it at ${momentWords(new Date(at))}.`,
      `Reference ${reference}, version ${version}: ${here}`,
    ],
  }),
  "opened again": ({ title, by, note, version }, here) => ({
    subject: `Opened again: ${title}`,
    lines: [
      `${by} has opened version ${version} again. Until another is accepted it counts for nothing:`,
      note ?? "",
      `Change what is asked for, confirm it and send it again: ${here}`,
    ],
  }),
  withdrawn: ({ title, by, note }, here) => ({
    subject: `Withdrawn: ${title}`,
    lines: [`${by} has withdrawn it:`, note ?? "", `Its history stays: ${here}/history`],
  }),
}

export const aboutSubmission = (
  settings: Settings,
  letter: Letter,
  name: string,
  sent: SentVersion | undefined,
): Words => {
  const here = `${settings.origin}/organisations/${letter.organisation}/submissions/${letter.reference}`
  const { subject, lines } = about[letter.letter](letter, here, sent)
  return wholeLetter(settings, subject, [`${name},`, ...lines, letter.sentence])
}

/** Figures of the evaluation leave the service by no letter. */
const whatWasSent = (sent: SentVersion) =>
  kindOf(sentIn(sent).kind as KindId).needs === "the evaluation"
    ? ["What you sent is on its receipt: no letter holds a figure."]
    : ["What you sent:", ...answersIn(sent)]

const answersIn = (sent: SentVersion) =>
  sentIn(sent).sections.map(({ title, questions }) =>
    [
      title.toUpperCase(),
      ...questions.map(({ label, words }) => `${label}\n${words || "Not answered"}`),
    ].join("\n\n"),
  )
