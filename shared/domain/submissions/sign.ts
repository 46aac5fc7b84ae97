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
  const held = holding(kind, facts, sections, head.signatures)
  const given = signaturesBy(context, before, held)
  if (given.length === 0)
    throw new Refused("not possible now", {
      says: "You have confirmed it already, or it is not yours to confirm.",
    })
  complete(
    kind,
    facts,
    sections,
    given.every(({ role }) => coversMoney(kind, facts, role)),
  )
  return finish("sign", head, waitingOn({ ...next, signatures: [...held, ...given] }, context), context)
}

const signaturesBy = (
  { actor, at, kind, facts }: Context,
  { head, sections }: Whole,
  held: Signature[],
): Signature[] => {
  const by = { person: actor.id, name: actor.name }
  const given: Signature[] = []
  for (const want of stillWanted(kind, facts, held)) {
    if (!grantFor(actor, head.organisation, [want.role as Role])) continue
    if (!differs(want, actor.id, [...held, ...given], kind.signatures(facts))) continue
    const hash = coveredHash(kind, facts, want, sections)
    given.push({ role: want.role, by, at: at.toISOString(), hash })
  }
  return given
}

const coversMoney = (kind: Kind, facts: unknown, role: string) =>
  kind.signatures(facts).some((one) => one.role === role && one.covers === "money")
