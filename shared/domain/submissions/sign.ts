import type { Kind } from "../../kinds/index.ts"
import { grantFor } from "../people/actor.ts"
import type { Role } from "../people/role.ts"
import { Refused } from "../refused.ts"
import type { Change } from "./change.ts"
import { complete } from "./complete.ts"
import type { Context } from "./context.ts"
import { finish } from "./finish.ts"
import { coveredHash, differs, holding, stillWanted } from "./signing.ts"
import type { Head, Signature, Whole } from "./submission.ts"
import { waitingOn } from "./waiting-on.ts"

/** Somebody's word, in every role of theirs that is still wanted, by one act. */
export const sign = (before: Whole, next: Head, context: Context): Change => {
  const { kind, facts } = context
  const { head, sections } = before
  const { held, given } = signing(before, context)
  if (given.length === 0)
    throw new Refused("not possible now", {
      says: hasWritten(before, context)
        ? hasWrittenWords
        : "You have confirmed it already, or it is not yours to confirm.",
    })
  complete(
    kind,
    facts,
    sections,
    given.every(({ role }) => coversMoney(kind, facts, role)),
  )
  return finish("sign", head, waitingOn({ ...next, signatures: [...held, ...given] }, context), context)
}

type Signing = Pick<Context, "actor" | "at" | "kind" | "facts">

/** What is signed already and still holds, what this person would sign now, and whether nobody else is wanted after it. */
export const signing = (before: Whole, context: Signing) => {
  const { kind, facts } = context
  const held = holding(kind, facts, before.sections, before.head.signatures)
  const given = signaturesBy(context, before, held)
  const last = given.length > 0 && stillWanted(kind, facts, [...held, ...given]).length === 0
  return { held, given, last }
}

export const hasWrittenWords = "You have written in it: somebody else who holds your role certifies it."

/** Somebody who has written in it and holds the role of a signatory who must not have. */
export const hasWritten = ({ head, sections }: Whole, { actor, kind, facts }: Signing) =>
  stillWanted(kind, facts, holding(kind, facts, sections, head.signatures)).some(
    ({ role, differsFrom }) =>
      differsFrom.includes("writer") &&
      grantFor(actor, head.organisation, [role as Role]) !== undefined &&
      head.writers?.includes(actor.id),
  )

const signaturesBy = (
  { actor, at, kind, facts }: Signing,
  { head, sections }: Whole,
  held: Signature[],
): Signature[] => {
  const by = { person: actor.id, name: actor.name }
  const given: Signature[] = []
  for (const want of stillWanted(kind, facts, held)) {
    if (!grantFor(actor, head.organisation, [want.role as Role])) continue
    if (!differs(want, actor.id, [...held, ...given], kind.signatures(facts))) continue
    if (want.differsFrom.includes("writer") && head.writers?.includes(actor.id)) continue
    const hash = coveredHash(kind, facts, want, sections)
    given.push({ role: want.role, by, at: at.toISOString(), hash })
  }
  return given
}

const coversMoney = (kind: Kind, facts: unknown, role: string) =>
  kind.signatures(facts).some((one) => one.role === role && one.covers === "money")
