import { Refused } from "../../shared/domain/refused.ts"
import { type AtOnce, headOf } from "../../shared/domain/submissions/at-once.ts"
import { nothing } from "../../shared/domain/submissions/nothing.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { makeReference } from "../../shared/values/reference.ts"
import { askingHere } from "./asked.ts"
import { contextHere } from "./context.ts"
import { type C, type Moved, organisationHere, replayed, submissionsHere } from "./desk.ts"
import { membersHere, returnHere } from "./returns.ts"

const tries = 5

/** A refusal is given back: where the same key was quicker, what it gave is the answer. */
const stated = (...given: Parameters<typeof nothing>) => {
  try {
    return nothing(...given)
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
}

/** States that there is nothing to report, in place of the return; a draft of it that is not sent is withdrawn by it. */
export const sendingNothing = async (c: C, { reason }: { reason: string }, key: MoveKey) => {
  const submissions = submissionsHere(c)
  const organisation = await organisationHere(c)
  const code = organisation.code
  const given = (body: Moved) => ({
    body,
    at: `/organisations/${organisation.id}/submissions/${body.reference}/receipts/1`,
  })
  const done = await submissions.replay(key.key)
  if (done) return given(replayed(done, key))
  for (let attempt = 1; attempt <= tries; attempt++) {
    const { round } = await returnHere(c)
    const [asking, members, live] = await Promise.all([
      askingHere(c, round, organisation),
      membersHere(c),
      submissions.live(round),
    ])
    const { kind, facts, occasion, phase } = asking
    if (!kind.nil) throw new Refused("not found")
    const reference = makeReference({ phase, organisation: code, kind: kind.letter }, c.var.world.random)
    const draft = live === undefined ? undefined : await submissions.whole(live)
    const context = contextHere(c, { kind, facts, occasion, organisation, members }, reference)
    const made = stated({ reference, reason, draft }, context)
    if (made instanceof Refused) {
      const before = await submissions.replay(key.key)
      if (!before) throw made
      return given(replayed(before, key))
    }
    const result: Moved = movedTo(made, reference)
    const saved = await submissions.saveAtOnce(made, code, key, result)
    if (saved === "saved") return given(result)
    if (saved !== "changed meanwhile") return given(replayed(saved.done, key))
  }
  throw new Refused("busy", { retryAfterSeconds: 2 })
}

const movedTo = (made: AtOnce, reference: string): Moved => {
  const head = headOf(made)
  if (!head) throw new Error(`Nothing was done about ${reference}`)
  return { reference, state: head.state, revision: head.revision, version: head.version }
}
