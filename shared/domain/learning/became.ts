import { longText } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { dateWords, londonDate } from "../../values/london.ts"
import type { LearningLetter } from "../letters/written.ts"
import type { Idea } from "./idea.ts"

const day = (instant: string) => dateWords(londonDate(new Date(instant)))

/** What became of it, for whoever offered it. Nothing looks shared that is not. */
export const becameWords = ({ offered, shared, left, withdrawn }: Idea): string => {
  if (withdrawn)
    return `${shared ? "Withdrawn" : "Taken back"} by ${withdrawn.by.name} on ${day(withdrawn.at)}${withdrawn.because ? `: ${withdrawn.because}` : "."}`
  if (left) return `Not shared. ${left.by.name} left it on ${day(left.at)}: ${left.because}`
  if (shared)
    return `Shared with ${shared.level === "public" ? "everybody" : "every site"} on ${day(shared.at)}${shared.text === undefined ? "" : ", shortened by the coordinators"}.`
  return `NOT SHARED YET. Sent to the coordinators on ${day(offered.at)}; they decide.`
}

export const withdrawingForm = section({
  id: "withdrawing",
  title: "Withdraw an idea",
  minutes: 1,
  intro: "It is taken out of the library at once, and its words with it. When, by whom and why stays.",
  asks: {
    because: longText({ label: "Why is it withdrawn?", called: "why it is withdrawn", words: 60 }),
  },
})

type Told = { id: string; path: string; at: Date; to: LearningLetter["to"] }

/** To whoever offered an idea that is not shared, or not any more. */
export const notSharedLetter = (one: Idea, { id, path, at, to }: Told): LearningLetter[] => {
  if (to.length === 0 || !(one.left ?? one.withdrawn)) return []
  const what = one.from.kind === "good news" ? "Your good news" : "Your idea"
  return [
    {
      letter: "learning",
      id,
      subject: one.withdrawn ? `${what} was withdrawn` : `${what} is not shared`,
      lines: [
        becameWords(one),
        one.withdrawn
          ? "It is not in the library any more."
          : "Nobody else has read it. You can offer it again in other words.",
      ],
      path,
      at: at.toISOString(),
      to,
    },
  ]
}
