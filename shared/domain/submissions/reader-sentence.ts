import { dateWords, dayWords, londonDate, momentWords } from "../../values/london.ts"
import { addWorkingDays } from "../../values/working-days.ts"
import { isSentBack } from "./sent-back.ts"
import type { Sentence } from "./sentence.ts"
import type { Head } from "./submission.ts"

/** Working days in which a return is found to be complete, and answered. */
export const readWithin = { complete: 3, answer: 10 }

const dayOf = (instant: string) => londonDate(new Date(instant))

/** Where a return is and who has it, as whoever accepts it reads it: the site reads the same of itself in its own words. */
export const readerSentence = (head: Head): Sentence => {
  const { state, sentAt = head.changedAt, reference, version, back, review } = head
  const sent = momentWords(new Date(sentAt))
  const asked = review?.open.length ?? 0
  const asks =
    asked === 0 ? "" : ` ${asked === 1 ? "1 question waits" : `${asked} questions wait`} for the site.`
  if (state === "accepted")
    return {
      loud: "SENT",
      rest: ` and ACCEPTED on ${dateWords(dayOf(review?.accepted?.at ?? head.changedAt))}. Reference ${reference}, version ${version}.${asks}`,
    }
  if (state === "sent") {
    const reads = review?.looked ? `${review.looked.by.name} is reading it.` : "Nobody has opened it yet."
    const hears = dayWords(addWorkingDays(dayOf(sentAt), readWithin.answer))
    return {
      loud: "SENT",
      rest: ` at ${sent}. Reference ${reference}, version ${version}. ${reads}${asks} The site hears by ${hears}.`,
    }
  }
  if (back && isSentBack({ back }))
    return {
      loud: "SENT",
      rest: `, then ${back.move === "reopen" ? "OPENED AGAIN" : "SENT BACK"} on ${dateWords(dayOf(back.at))} for changes to ${back.sections.map(({ title }) => title).join(" and ")}. The site’s changes are NOT SENT YET.${asks}`,
    }
  return {
    loud: "SENT",
    rest: ` at ${sent}. Reference ${reference}, version ${version}, which counts. The site is changing it: its changes are NOT SENT YET.${asks}`,
  }
}
