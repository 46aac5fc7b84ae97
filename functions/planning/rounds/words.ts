import { dayMomentWords } from "../../../shared/values/london.ts"
import type { Stage } from "./desk.ts"

type Dated = { opens?: string; closes?: string }

/** Where a round stands, in words: "Open: closes at 5pm on Friday 25 August 2017". */
export const stageWords = ({ opens = "", closes = "" }: Dated, stage: Stage) => {
  switch (stage) {
    case "draft":
      return "Draft: not published"
    case "not open yet":
      return `Published: opens at ${dayMomentWords(new Date(opens))}`
    case "open":
      return `Open: closes at ${dayMomentWords(new Date(closes))}`
    case "closed":
      return `Closed at ${dayMomentWords(new Date(closes))}`
  }
}

const moves: Record<string, string> = {
  prepare: "Prepared",
  publish: "Published",
  "take back": "Taken back to draft",
  "move the close": "The close was moved",
  "change about": "Changed the title and description",
  "change dates": "Changed the dates",
  "change money": "Changed the money",
  "change who-may-lead": "Changed who may lead",
  "change criteria": "Changed the criteria and weights",
  "change reading": "Changed how it is read",
  "change sections": "Changed what is asked besides the short form",
  "change signatures": "Changed whose signatures are needed",
}

export const moveWords = (move: string) => moves[move] ?? move
