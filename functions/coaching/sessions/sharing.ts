import type { Action } from "../../../shared/domain/actions/action.ts"
import type { SessionText } from "../../../shared/domain/coaching/session.ts"
import { actionRowsOf, isNewRow } from "../../../shared/domain/coaching/session-draft.ts"
import { sharedWords } from "../../../shared/domain/coaching/session-letters.ts"
import { shared } from "../../../shared/domain/coaching/session-sharing.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { actionsIn, putAction } from "../../../shared/store/actions.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { putText, removeDraft } from "../../../shared/store/sessions.ts"
import { stampWords } from "../../../shared/values/london.ts"
import { type C, siteHere, whoHere } from "../../../shared/web/coaching/here.ts"
import { moveSession, writingHere } from "./change.ts"
import { chanceHere, formsHere } from "./here.ts"
import { passed, toShare } from "./ready.ts"

/** What was read as it is shared, and the marks of what was said to stay. */
export type Read = { revision: number; stays: readonly string[] }

/** The site reads it from now on: a version for ever, its actions on their desks, the next day planned, a letter. */
export const shareSession = async (c: C, { revision, stays }: Read, key: MoveKey) => {
  const { name, toSite } = await writingHere(c)
  return moveSession(c, "share", key, async (_before, head) => {
    const ready = await toShare(c)
    const { session: before } = ready
    if (ready.draft.revision !== revision) throw savedSince(ready.draft)
    const draft = passed(c, ready, stays)
    const made = shared({
      session: before,
      draft,
      sections: formsHere(c),
      actions: await actionsOn(c, draft),
      head,
      site: name,
      by: whoHere(c),
      at: c.var.world.now(),
      chance: () => chanceHere(c),
    })
    return {
      after: made.session,
      also: made.planned ? [made.planned] : [],
      actions: [
        putText(made.text),
        removeDraft(draft, draft.revision),
        ...made.actions.flatMap(({ after, before }) => putAction(after, before)),
      ],
      letters: toSite(before, sharedWords(made.session, made.text, name)),
    }
  })
}

const savedSince = ({ saved }: SessionText) =>
  new Refused("changed by someone else", {
    says: `${saved?.by.name ?? "Somebody"} saved it on ${stampWords(new Date(saved?.at ?? 0))}, after you opened this page. Read it again, then share it.`,
  })

/** The actions that its rows stand for, open or closed meanwhile: a new row stands for none yet. */
const actionsOn = async (c: C, draft: SessionText): Promise<Action[]> => {
  const store = actionsIn(c.var.world.table, siteHere(c))
  const open = await store.open()
  const ids = actionRowsOf(draft).map(({ id }) => id)
  const others = ids.filter((id) => !isNewRow(id) && !open.some((one) => one.id === id))
  const over = await Promise.all(others.map((id) => store.one(id)))
  return [...open.filter(({ id }) => ids.includes(id)), ...over.filter((one) => one !== undefined)]
}
