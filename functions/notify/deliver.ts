import { timeLetter } from "../../shared/domain/calendar/time-letter.ts"
import { stateAt, type Told, toldAt } from "../../shared/domain/letters/told.ts"
import type { Words } from "../../shared/domain/letters/whole.ts"
import {
  coachingLetter,
  evaluationLetter,
  fundingLetter,
  learningLetter,
} from "../../shared/domain/letters/written.ts"
import { sponsorLetter } from "../../shared/domain/notices/sponsor-letter.ts"
import { noticeLetter } from "../../shared/domain/notices/words.ts"
import { peopleLetter } from "../../shared/domain/people/letter.ts"
import { answerLetter, askedQuestion } from "../../shared/domain/questions/asked.ts"
import { panelQuestionLetter } from "../../shared/domain/selection/asking-letter.ts"
import { givenLetter } from "../../shared/domain/selection/assigning-form.ts"
import { decisionLetter } from "../../shared/domain/selection/letter.ts"
import { letter as submissionLetter } from "../../shared/domain/submissions/letter.ts"
import { signInLink } from "../../shared/store/links.ts"
import { sentTo } from "../../shared/store/sent-to.ts"
import { tokenFor } from "../../shared/web/link-token.ts"
import { type NotifyWorld, NotSent } from "../../shared/web/world.ts"
import {
  aboutAccess,
  aboutSubmission,
  asWritten,
  decided,
  questionAnswered,
  questionAsked,
  signInWords,
  toTheSponsor,
} from "./letters.ts"
import { calendarNotices } from "./notice-letters.ts"
import { givenToRead, panelAsks } from "./panel-letters.ts"
import { aboutTime } from "./time-letters.ts"

type Item = Record<string, unknown>

const writtenLetters = {
  funding: fundingLetter,
  coaching: coachingLetter,
  evaluation: evaluationLetter,
  learning: learningLetter,
}

/** What one item of the table says to whom. */
export const deliver = async (world: NotifyWorld, item: Item) => {
  const { settings } = world
  switch (item.letter) {
    case "sign-in link": {
      const link = signInLink.parse(item)
      const address = `${settings.origin}/sign-in/link?token=${tokenFor(settings.linkKey, link)}`
      return world.mailer.send({ to: link.email, ...signInWords(settings, address), reference: link.id })
    }
    case "question asked": {
      const asked = askedQuestion.parse(item)
      return once(world, item, [settings.contact.email], () => questionAsked(settings, asked))
    }
    case "question answered": {
      const told = answerLetter.parse(item)
      return once(world, item, [told.email], () => questionAnswered(settings, told))
    }
    case "invited": {
      const told = peopleLetter.parse(item)
      return once(
        world,
        item,
        told.to.map(({ email }) => email),
        (at) => aboutAccess(settings, told, told.to[at]?.name ?? ""),
      )
    }
    case "time granted":
    case "time refused":
    case "not needed":
    case "needed after all":
    case "late allowed":
    case "late refused": {
      const told = timeLetter.parse(item)
      return once(
        world,
        item,
        told.to.map(({ email }) => email),
        (at) => aboutTime(settings, told, told.to[at]?.name ?? ""),
      )
    }
    case "panel question": {
      const told = panelQuestionLetter.parse(item)
      return once(
        world,
        item,
        told.to.map(({ email }) => email),
        (at) => panelAsks(settings, told, told.to[at]?.name ?? ""),
      )
    }
    case "given to read": {
      const told = givenLetter.parse(item)
      return once(
        world,
        item,
        told.to.map(({ email }) => email),
        (at) => givenToRead(settings, told, told.to[at]?.name ?? ""),
      )
    }
    case "notices": {
      const told = noticeLetter.parse(item)
      return once(world, item, [told.email], () => calendarNotices(settings, told))
    }
    case "to the sponsor": {
      const told = sponsorLetter.parse(item)
      return once(
        world,
        item,
        told.to.map(({ email }) => email),
        (at) => toTheSponsor(settings, told, told.to[at]?.name ?? ""),
      )
    }
    case "funding":
    case "coaching":
    case "evaluation":
    case "learning": {
      const told = writtenLetters[item.letter].parse(item)
      return once(
        world,
        item,
        told.to.map(({ email }) => email),
        (at) => asWritten(settings, told, told.to[at]?.name ?? ""),
      )
    }
    case "decision": {
      const told = decisionLetter.parse(item)
      return once(
        world,
        item,
        told.to.map(({ email }) => email),
        (at) => decided(settings, told, told.to[at]?.name ?? ""),
      )
    }
    default: {
      const told = submissionLetter.parse(item)
      const sent = told.letter === "sent" ? await sentTo(world.table, told) : undefined
      const { contact } = settings
      const to = [...told.to, ...(told.programme ? [{ name: contact.name, email: contact.email }] : [])]
      return once(
        world,
        item,
        to.map(({ email }) => email),
        (at) => aboutSubmission(settings, told, to[at]?.name ?? "", sent),
      )
    }
  }
}

/**
 * Each person is told once, by a reference that no other letter has: two organisations may have letters of one id. A claim is written before the letter goes, and what ends it is never written over word
 * that the letter came back. Where a claim is found and no word of how it ended, the provider is asked by the
 * letter's reference; where it cannot be asked the letter may have been sent: that is what is kept, and a person
 * decides.
 */
const once = async (world: NotifyWorld, item: Item, to: string[], words: (at: number) => Words) => {
  const key = { pk: String(item.pk), sk: String(item.sk) }
  for (const [place, email] of to.entries()) {
    const told = toldAt(place)
    const reference = `${key.sk}#${place}#${key.pk}`
    const mark = async (state: Told, when: { lacks: string } | { is: Record<string, Told> }) => {
      const at = world.now().toISOString()
      const { written } = await world.table.write([
        { set: { ...key, [told.state]: state, [told.at]: at }, when },
      ])
      return written
    }
    const ends = (state: Told) => mark(state, { is: { [told.state]: "sending" } })
    if (!(await mark("sending", { lacks: told.state }))) {
      const before = stateAt((await world.table.get(key, { strong: true })) ?? {}, place)
      if (!before) continue
      const ended = await endOf(world, before, reference)
      const kept = ended === before || (await mark(ended, { is: { [told.state]: before } }))
      if (!kept || ended !== "sending") continue
    }
    try {
      await world.mailer.send({ to: email, ...words(place), reference, letter: { ...key, place } })
    } catch (error) {
      await ends(error instanceof NotSent ? "not sent" : "may have been sent")
      if (error instanceof NotSent) throw error
      world.log.error("a letter may have been sent", { letter: key.sk })
      continue
    }
    await ends("sent")
  }
}

/** How a letter that was claimed before ended: "sending" where it is to be sent now. */
const endOf = async ({ mailer }: NotifyWorld, before: Told, reference: string): Promise<Told> => {
  if (before === "not sent") return "sending"
  if (before !== "sending") return before
  if (!mailer.went) return "may have been sent"
  return (await mailer.went(reference)) ? "sent" : "sending"
}
