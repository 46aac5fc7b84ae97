import type { Grant } from "../people/grant.ts"
import { type Contents, type Event, link } from "../submissions/event.ts"
import type { Expected } from "./expected.ts"

/** Who changes what is expected, with which grant, when. `salt` is fresh for each. */
export type Changing = {
  move: string
  by: { person: string; name: string; role: Grant["role"] | "calendar"; grant: string }
  at: Date
  note?: string
  salt: string
}

/** What the programme does to a return, in the words of every history. */
export const decisionWords: Record<string, string> = {
  "give more time": "Gave more time",
  "refuse more time": "Refused more time",
  "not needed": "Said that it is not needed this time",
  "needed after all": "Said that it is needed after all",
  "move the date": "Moved the date",
  "no longer expected": "Asks for it no longer",
  "let it be late": "Said that it may be sent late",
  "refuse it late": "Said that it may not be sent late",
}

/** What is expected with the next line of its own chain, which lies in the log of its organisation under its round. */
export const withLine = (
  one: Expected,
  { move, by, at, note, salt }: Changing,
): { one: Expected; event: Event; contents?: Contents } => {
  const { event, contents } = link(
    {
      record: one.round,
      number: one.events.number + 1,
      previous: one.events.hash,
      at: at.toISOString(),
      move,
      by,
      revision: one.revision + 1,
      version: one.stands?.version ?? 0,
    },
    note,
    salt,
  )
  return { one: { ...one, events: { number: event.number, hash: event.hash } }, event, contents }
}
