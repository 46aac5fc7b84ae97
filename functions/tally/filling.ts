import { isLive } from "../../shared/domain/people/grant.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { type AtOnce, headOf, inTurn, type Next } from "../../shared/domain/submissions/at-once.ts"
import { begin } from "../../shared/domain/submissions/begin.ts"
import type { Context } from "../../shared/domain/submissions/context.ts"
import type { Whole } from "../../shared/domain/submissions/submission.ts"
import type { Answers } from "../../shared/form/question.ts"
import { warningsIn } from "../../shared/form/section.ts"
import type { Done, MoveKey } from "../../shared/store/moves.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { canonical, type Json } from "../../shared/values/canonical.ts"
import { hmac, shortHash } from "../../shared/values/hash.ts"
import { makeReference } from "../../shared/values/reference.ts"
import { type Desk, load, submissionsHere } from "./desk.ts"
import type { C } from "./here.ts"

export type Moved = { reference: string; state: string; revision: number; version: number }

/** What was counted, as it was typed over the revision `seen`; sent at once, or kept as a draft. */
export type Filled = {
  answers: { team?: unknown; workers?: unknown }
  seen: number
  then: "save" | "send"
  /** Marks of what was asked about and stays as it is. */
  stays: string[]
}

type Begun = ReturnType<typeof begin>

const tries = 5

/** Begun, saved and sent by one act of one of the team; where it stands already, whatever of that is left. */
export const fillIn = async (c: C, filled: Filled, key: MoveKey): Promise<Moved> => {
  const submissions = submissionsHere(c)
  const done = await submissions.replay(key.key)
  if (done) return replayed(done, key)
  for (let attempt = 1; attempt <= tries; attempt++) {
    const desk = await load(c)
    const made = await actOf(c, desk, filled).catch((error) => refusalOf(error))
    if (made instanceof Refused) {
      const before = await submissions.replay(key.key)
      if (!before) throw made
      return replayed(before, key)
    }
    const head = headOf(made) ?? desk.whole?.head
    if (!head)
      throw new Refused("not valid", {
        problems: [{ question: "team", says: desk.section.asks.team?.ask ?? "" }],
      })
    if (made.changes.length === 0) return moved(head)
    const saved = await submissions.saveAtOnce(made, desk.organisation.code, key, moved(head))
    if (saved === "saved") return moved(head)
    if (saved !== "changed meanwhile") return replayed(saved.done, key)
  }
  throw new Refused("busy", { retryAfterSeconds: 2 })
}

/** A refusal is given back: where the same key was quicker, what it gave is the answer. */
const refusalOf = (error: unknown): Refused => {
  if (error instanceof Refused) return error
  throw error
}

const actOf = async (c: C, desk: Desk, { answers, seen, then, stays }: Filled): Promise<AtOnce> => {
  const { expected, kind, occasion, section, whole } = desk
  if (expected.notNeeded) throw new Refused("not possible now", { says: "It is not needed this time." })
  const given = { team: answers.team ?? null, workers: answers.workers ?? null }
  if (given.team === null)
    throw new Refused("not valid", { problems: [{ question: "team", says: section.asks.team?.ask ?? "" }] })
  const reference = whole?.head.reference ?? newReference(c, desk)
  const context = await contextFor(c, desk, reference)
  const { first, before } = beginning(whole, () => begin({ ...context, reference, kind, occasion }))
  if (before.head.state === "sent" && isSame(before.sections.tally?.answers, given)) return { changes: [] }
  const edit = { answers: given, seen: whole ? seen : before.head.revision }
  const steps: Next[] = [
    ...(before.head.state === "sent" ? [(now: number) => ({ move: "change" as const, seen: now })] : []),
    () => ({ move: "save", section: section.id, edit }),
  ]
  const changes = inTurn(before, steps, context)
  if (then === "save") return { ...(first && { first }), changes }
  const kept = changes.at(-1)?.section?.answers ?? before.sections.tally?.answers ?? {}
  const after = changes.at(-1)?.head ?? before.head
  const saved = changes.at(-1)?.section
  const sections = { ...before.sections, ...(saved && { [saved.section]: saved }) }
  const sent = asTyped(given.team, kept.team, () =>
    inTurn({ head: after, sections }, [(now) => ({ move: "send", seen: now })], context),
  )
  asked(desk, kept, stays)
  return { ...(first && { first }), changes: [...changes, ...sent] }
}

/** What is wrong in a row is said of the row as it was typed: it has its own id only from when it is kept. */
const asTyped = <Result>(typed: unknown, kept: unknown, does: () => Result): Result => {
  try {
    return does()
  } catch (error) {
    if (!(error instanceof Refused) || !error.details.problems) throw error
    const ids = new Map(idsIn(kept).map((id, at) => [id, idsIn(typed)[at] ?? id]))
    const problems = error.details.problems.map((one) => {
      const [id = "", ...rest] = one.part?.split(".") ?? []
      return one.part ? { ...one, part: [ids.get(id) ?? id, ...rest].join(".") } : one
    })
    throw new Refused(error.refusal, { ...error.details, problems })
  }
}

const idsIn = (rows: unknown): string[] =>
  (Array.isArray(rows) ? rows : [])
    .filter((row) => Object.keys(row).some((key) => key !== "id"))
    .map(({ id }, at) => String(id ?? at))

const beginning = (whole: Whole | undefined, begun: () => Begun): { first?: Begun; before: Whole } => {
  if (whole) return { before: whole }
  const first = begun()
  return { first, before: { head: first.head, sections: {} } }
}

/** What does not fit what was said before is asked about once, and never refused where it is so. */
const asked = ({ section }: Desk, answers: Answers, stays: string[]) => {
  const asks = warningsIn(section, answers)
    .map(({ question, says }) => ({ question, says, mark: shortHash(says) }))
    .filter(({ mark }) => !stays.includes(mark))
  if (asks.length > 0)
    throw new Refused("not complete", {
      says: "Nothing was sent yet. Look at this once more: change it, or say that it is so.",
      problems: asks.map(({ question, says }) => ({ question, says })),
      asks,
    })
}

/** Whether it says what was sent, whoever typed it: ids of rows are ours. */
const isSame = (before: Answers | undefined, given: Record<string, unknown>) =>
  ["team", "workers"].every(
    (each) => canonical(withoutIds(before?.[each])) === canonical(withoutIds(given[each])),
  )

const withoutIds = (rows: unknown): Json =>
  Array.isArray(rows) ? rows.map(({ id: _, ...row }) => row as Json) : ((rows ?? null) as Json)

const newReference = (c: C, { expected, kind, organisation }: Desk) =>
  makeReference(
    { phase: expected.phase, organisation: organisation.code, kind: kind.letter },
    c.var.world.random,
  )

const contextFor = async (c: C, desk: Desk, reference: string): Promise<Context> => {
  const { world, filling } = c.var
  const { organisation, kind, facts, occasion } = desk
  const { contact, linkKey } = world.settings
  const members = await peopleIn(world.table).membersOf(organisation.id)
  return {
    actor: filling.filler,
    at: world.now(),
    kind,
    facts,
    occasion,
    organisation,
    members: members.filter((one) => isLive(one, world.now())),
    workMailDomains: [...organisation.domains, contact.email.split("@").at(-1) ?? ""],
    salt: Buffer.from(world.random(12)).toString("base64url"),
    seal: (mark) => hmac(linkKey, `${reference}/${mark}`).slice(0, 22),
  }
}

const moved = ({ reference, state, revision, version }: Moved): Moved => ({
  reference,
  state,
  revision,
  version,
})

const replayed = (done: Done, key: MoveKey): Moved => {
  if (done.fingerprint !== key.fingerprint) throw new Refused("key used for something else")
  return moved(done.result as Json & Moved)
}
