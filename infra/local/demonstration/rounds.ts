import type { PublishedAnswer, Round } from "../../../shared/domain/calendar/round.ts"
import { atLondon } from "../../../shared/values/london.ts"
import { phaseOne } from "./phase-one.ts"
import { phaseTwo } from "./phase-two.ts"

const at = (date: string, time: string) => atLondon(date, time).toISOString()

export const rounds: Round[] = [phaseOne, phaseTwo]

export const answers: { round: string; answer: PublishedAnswer }[] = [
  {
    question: "Can two councils apply together? (invented)",
    answer: "Yes. One of you leads and answers for the money. Name the other as a partner. (invented)",
    at: at("2017-08-08", "15:10"),
  },
  {
    question: "Does our section 151 officer have to confirm before we send? (invented)",
    answer:
      "No. In this round your lead and your sponsor confirm. Your section 151 officer accepts the money with you if you are successful. (invented)",
    at: at("2017-08-10", "10:25"),
  },
  {
    question: "We can only start in November. Is that too late? (invented)",
    answer: "No. A pilot of this round starts between 1 September and 30 November 2017. (invented)",
    at: at("2017-08-11", "16:40"),
  },
].map((one, place) => ({ round: phaseTwo.id, answer: { number: place + 1, ...one } }))
