import { peopleLetter } from "../../shared/domain/people/letter.ts"
import { answerLetter, askedQuestion } from "../../shared/domain/questions/asked.ts"
import { letter as submissionLetter } from "../../shared/domain/submissions/letter.ts"
import { signInLink } from "../../shared/store/links.ts"
import { sentTo } from "../../shared/store/sent-to.ts"
import { tokenFor } from "../../shared/web/link-token.ts"
import { type NotifyWorld, NotSent } from "../../shared/web/world.ts"
import {
  aboutAccess,
  aboutSubmission,
  questionAnswered,
  questionAsked,
  signInWords,
  type Words,
} from "./letters.ts"

type Item = Record<string, unknown>

/** What one item of the table says to whom. */
export const deliver = async (world: NotifyWorld, item: Item) => {
  const { settings } = world
  switch (item.letter) {
    case "sign-in link": {
      const link = signInLink.parse(item)
      const address = `${settings.origin}/sign-in/link?token=${tokenFor(settings.linkKey, link)}`
      return mail(world, link.email, signInWords(settings, address), link.id)
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
 * Each person is told once. A claim is written before the letter goes. Where a claim is found and no word of how
 * it ended, the provider is asked by the letter's reference; where it cannot be asked the letter may have been
 * sent: that is what is kept, and a person decides.
 */
const once = async (world: NotifyWorld, item: Item, to: string[], words: (at: number) => Words) => {
  const key = { pk: String(item.pk), sk: String(item.sk) }
  for (const [at, email] of to.entries()) {
    const told = `told${at}`
    const reference = `${key.sk}#${at}`
    const mark = (state: string) => world.table.write([{ set: { ...key, [told]: state }, when: "there" }])
    const claimed = await world.table.write([{ set: { ...key, [told]: "sending" }, when: { lacks: told } }])
    if (!claimed.written) {
      const before = (await world.table.get(key, { strong: true }))?.[told]
      const ended = await endOf(world, before, reference)
      if (ended !== before) await mark(ended)
      if (ended !== "sending") continue
    }
    try {
      await mail(world, email, words(at), reference)
    } catch (error) {
      await mark(error instanceof NotSent ? "not sent" : "may have been sent")
      if (error instanceof NotSent) throw error
      world.log.error("a letter may have been sent", { letter: key.sk })
      continue
    }
    await mark("sent")
  }
}

/** How a letter that was claimed before ended: "sending" where it is to be sent now. */
const endOf = async ({ mailer }: NotifyWorld, before: unknown, reference: string): Promise<string> => {
  if (before === "not sent") return "sending"
  if (before !== "sending") return String(before)
  if (!mailer.went) return "may have been sent"
  return (await mailer.went(reference)) ? "sent" : "sending"
}

const mail = ({ mailer }: NotifyWorld, to: string, words: Words, reference: string) =>
  mailer.send({ to, ...words, reference })
