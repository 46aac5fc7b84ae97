import type { Stands } from "../domain/calendar/expected.ts"
import { type AtOnce, headOf } from "../domain/submissions/at-once.ts"
import { type Change, headAfter } from "../domain/submissions/change.ts"
import { standsOf } from "../domain/submissions/stands.ts"
import type { SentVersion } from "../domain/submissions/submission.ts"
import type { Figures } from "../kinds/measures/figure.ts"
import type { Action, Item } from "./action.ts"
import { keys } from "./keys.ts"
import { packed } from "./packed.ts"

/** A change as actions of one write. It holds only as long as the head is at the revision it was taken from. */
export const storing = (organisation: string, code: string, change: Change): Action[] => {
  const head = headAfter(change)
  const all = inTurn(change)
  const stands = all.findLast((one) => one.stands)?.stands
  return [
    {
      put: { ...keys.submission(organisation, head.reference), ...head },
      when: { is: { revision: change.before.revision } },
    },
    ...all.flatMap((one) => brought(organisation, code, { ...one, stands: undefined })),
    ...(stands ? [standing(organisation, head.round, stands)] : []),
  ]
}

/** A change, and what was done at once with it. */
const inTurn = (change: Change): Change[] => [change, ...(change.also ? inTurn(change.also) : [])]

/** What was done by one act: a submission that was begun by it, or one that stood there, with all that followed. */
export const storingAtOnce = (organisation: string, code: string, one: AtOnce): Action[] => {
  const { first, changes, withdrawn } = one
  const head = headOf(one)
  if (!head) return []
  const { reference, round } = head
  const stands = changes.findLast((each) => each.stands)?.stands ?? (first && standsOf(head))
  const begun: Action[] = first
    ? [
        {
          put: { ...keys.live(organisation, round), reference },
          when: withdrawn ? { is: { reference: withdrawn.head.reference } } : "new",
        },
        added({ ...keys.event(organisation, reference, first.event.number), ...first.event }),
      ]
    : []
  return [
    ...begun,
    {
      put: { ...keys.submission(organisation, reference), ...head },
      when: first ? "new" : { is: { revision: changes[0]?.before.revision ?? 0 } },
    },
    ...changes.flatMap((each) => brought(organisation, code, { ...each, stands: undefined })),
    ...(withdrawn ? storing(organisation, code, { ...withdrawn, ends: undefined, stands: undefined }) : []),
    ...(stands ? [standing(organisation, round, stands)] : []),
  ]
}

/** What comes with a new head. */
const brought = (
  organisation: string,
  code: string,
  { head, section, more = [], event, contents, sent, figures, letters, ends, stands }: Change,
): Action[] => {
  const { reference } = head
  return [
    ...(event ? [added({ ...keys.event(organisation, reference, event.number), ...event })] : []),
    ...[...(section ? [section] : []), ...more].map((one) => ({
      put: { ...keys.section(organisation, reference, one.section), ...one },
    })),
    ...(contents ? [added({ ...keys.contents(organisation, reference, contents.number), ...contents })] : []),
    ...(sent ? version(organisation, code, sent) : []),
    ...(figures ? [said(figures)] : []),
    ...(ends ? [{ remove: keys.live(organisation, head.round) }] : []),
    ...(stands ? [standing(organisation, head.round, stands)] : []),
    ...letters.map((one) => added({ ...keys.letter(organisation, one.id), ...one })),
  ]
}

/** What expects it says where it stands, whatever a coordinator has changed about it meanwhile. */
export const standing = (organisation: string, round: string, stands: Stands): Action => ({
  set: { ...keys.expected(organisation, round), stands },
  adds: { revision: 1 },
  when: "there",
})

/** What a return says in figures: one item for each, whatever it said before. The head that goes with it says which. */
const said = (one: Figures): Action => ({
  put: { ...keys.evaluation(one.organisation, "FIGURES", one.phase, one.round), ...one },
})

const version = (organisation: string, code: string, sent: SentVersion): Action[] => {
  const { reference, hash, at, version } = sent
  return [
    added({ ...keys.sent(organisation, reference, version), ...packed(sent) }),
    added({ ...keys.proof(code, reference, version), hash, at, organisation, version }),
  ]
}

const added = (put: Item) => ({ put, when: "new" as const })
