import { begunIn } from "../../shared/domain/calendar/begun-in.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { begin } from "../../shared/domain/submissions/begin.ts"
import { standsOf } from "../../shared/domain/submissions/stands.ts"
import type { Head } from "../../shared/domain/submissions/submission.ts"
import { putExpected } from "../../shared/store/expected.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { standing } from "../../shared/store/storing.ts"
import type { Action } from "../../shared/store/table.ts"
import type { Json } from "../../shared/values/canonical.ts"
import { londonDate } from "../../shared/values/london.ts"
import { makeReference } from "../../shared/values/reference.ts"
import { type Asking, askingHere } from "./asked.ts"
import { type C, type Moved, organisationHere, submissionsHere } from "./desk.ts"

/** The tries it is given while what asks for it changes at the same moment. */
const tries = 5

/** Begins the organisation's one live submission of a round or a return; where there is one already, says which. */
export const beginning = async (
  c: C,
  roundId: string,
  key: MoveKey,
): Promise<{ body: Moved; at: string }> => {
  const submissions = submissionsHere(c)
  for (let attempt = 1; attempt <= tries; attempt++) {
    const begun = await begunOnce(c, roundId, key)
    if (begun) return begun
    const live = await submissions.live(roundId)
    if (live)
      throw new Refused("not possible now", { says: `Your organisation has begun one already: ${live}.` })
  }
  throw new Refused("busy", { retryAfterSeconds: 2 })
}

/** One begun, or what the same key gave; nothing where something changed meanwhile. */
const begunOnce = async (c: C, roundId: string, key: MoveKey) => {
  const { world, actor } = c.var
  const submissions = submissionsHere(c)
  const organisation = await organisationHere(c)
  const asking = await askingHere(c, roundId, organisation)
  const { kind, occasion, can } = asking
  const reference = makeReference(
    { phase: asking.phase, organisation: organisation.code, kind: kind.letter },
    world.random,
  )
  const at = (known: string) => `/organisations/${organisation.id}/submissions/${known}`
  const done = await submissions.replay(key.key)
  const first = done
    ? undefined
    : begin({ actor, at: world.now(), kind, occasion, organisation, reference, can })
  const result = { reference, state: "draft", revision: 1, version: 0 }
  const saved = first
    ? await submissions.begin(first, expecting(asking, first.head, organisation, world.now()), key, result)
    : { done: done as NonNullable<typeof done> }
  if (saved === "saved") return { body: result, at: at(reference) }
  if (saved === "changed meanwhile") return undefined
  if (saved.done.fingerprint !== key.fingerprint) throw new Refused("key used for something else")
  const before = saved.done.result as Json & Moved
  return { body: { ...result, reference: before.reference }, at: at(before.reference) }
}

/** What expects it says that it is begun; an expression of interest is in the calendar from now on. */
const expecting = (
  { round, expected }: Asking,
  head: Head,
  { id, shortName }: { id: string; shortName: string },
  at: Date,
): Action =>
  round && !expected
    ? putExpected(begunIn(round, { id, shortName }, standsOf(head), londonDate(at)))
    : standing(id, head.round, standsOf(head))
