import type { Change } from "../domain/submissions/change.ts"
import type { SentVersion } from "../domain/submissions/submission.ts"
import type { Action, Item } from "./action.ts"
import { keys } from "./keys.ts"
import { packed } from "./packed.ts"

/** A change as actions of one write. It holds only as long as the head is at the revision it was taken from. */
export const storing = (
  organisation: string,
  code: string,
  { before, head, section, event, contents, sent, letters, ends }: Change,
): Action[] => {
  const { reference } = head
  return [
    {
      put: { ...keys.submission(organisation, reference), ...head },
      when: { is: { revision: before.revision } },
    },
    ...(event ? [added({ ...keys.event(organisation, reference, event.number), ...event })] : []),
    ...(section ? [{ put: { ...keys.section(organisation, reference, section.section), ...section } }] : []),
    ...(contents ? [added({ ...keys.contents(organisation, reference, contents.number), ...contents })] : []),
    ...(sent ? version(organisation, code, sent) : []),
    ...(ends ? [{ remove: keys.live(organisation, head.round) }] : []),
    ...letters.map((one) => added({ ...keys.letter(organisation, one.id), ...one })),
  ]
}

const version = (organisation: string, code: string, sent: SentVersion): Action[] => {
  const { reference, hash, at, version } = sent
  return [
    added({ ...keys.sent(organisation, reference, version), ...packed(sent) }),
    added({ ...keys.proof(code, reference, version), hash, at, organisation, version }),
  ]
}

const added = (put: Item) => ({ put, when: "new" as const })
