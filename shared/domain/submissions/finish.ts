import type { Move } from "../../form/workflow.ts"
import { moveGrantFor } from "../people/policy.ts"
import type { Change } from "./change.ts"
import type { Context } from "./context.ts"
import { link } from "./event.ts"
import { lettersOf } from "./letters-of.ts"
import { standsOf, standsOtherwise } from "./stands.ts"
import type { Head, SectionItem, SentVersion } from "./submission.ts"

type Brings = {
  section?: SectionItem
  more?: SectionItem[]
  changed?: Record<string, string[]>
  sent?: SentVersion
  note?: string
  ends?: boolean
}

/** A move as it is stored: the new head, its line of history, and the letters that tell of it. */
export const finish = (
  move: Move,
  before: Head,
  after: Head,
  context: Context,
  { section, more, changed, sent, note, ends }: Brings = {},
): Change => {
  const { actor, at, salt } = context
  const used = moveGrantFor(actor, move, before)
  const { event, contents } = link(
    {
      record: before.reference,
      number: before.events.number + 1,
      previous: before.events.hash,
      at: at.toISOString(),
      move,
      by: { person: actor.id, name: actor.name, role: used?.role ?? "", grant: used?.id ?? "" },
      revision: after.revision,
      version: after.version,
      ...(changed && { changed }),
    },
    note,
    salt,
  )
  const head = { ...after, events: { number: event.number, hash: event.hash } }
  const letters = lettersOf(move, before, head, context, note)
  const stands = standsOtherwise(before, head) ? standsOf(head) : undefined
  return { before, head, section, more, event, contents, sent, letters, ends, stands }
}
