import { Refused } from "../../shared/domain/refused.ts"
import { begin } from "../../shared/domain/submissions/begin.ts"
import { kindOf } from "../../shared/kinds/index.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { Json } from "../../shared/values/canonical.ts"
import { makeReference } from "../../shared/values/reference.ts"
import { type C, type Moved, organisationHere, submissionsHere } from "./desk.ts"

/** Begins the organisation's one live submission of a round; where there is one already, says which. */
export const beginning = async (
  c: C,
  roundId: string,
  key: MoveKey,
): Promise<{ body: Moved; at: string }> => {
  const { world, actor } = c.var
  const submissions = submissionsHere(c)
  const [organisation, round] = await Promise.all([
    organisationHere(c),
    directoryIn(world.table).round(roundId),
  ])
  if (!round) throw new Refused("not found")
  const kind = kindOf(round.kind)
  const reference = makeReference(
    { phase: round.phase, organisation: organisation.code, kind: kind.letter },
    world.random,
  )
  const at = (known: string) => `/organisations/${organisation.id}/submissions/${known}`
  const done = await submissions.replay(key.key)
  const first = done ? undefined : begin({ actor, at: world.now(), kind, round, organisation, reference })
  const result = { reference, state: "draft", revision: 1, version: 0 }
  const saved = first
    ? await submissions.begin(first, key, result)
    : { done: done as NonNullable<typeof done> }
  if (saved === "saved") return { body: result, at: at(reference) }
  if (saved === "changed meanwhile") {
    const live = await submissions.live(round.id)
    throw new Refused("not possible now", { says: `Your organisation has begun one already: ${live}.` })
  }
  if (saved.done.fingerprint !== key.fingerprint) throw new Refused("key used for something else")
  const before = saved.done.result as Json & Moved
  return { body: { ...result, reference: before.reference }, at: at(before.reference) }
}
