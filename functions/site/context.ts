import type { Member } from "../../shared/domain/people/member.ts"
import type { Organisation } from "../../shared/domain/people/organisation.ts"
import type { Context } from "../../shared/domain/submissions/context.ts"
import { hmac } from "../../shared/values/hash.ts"
import type { C } from "./desk.ts"

type Here = { organisation: Organisation; members: Member[] }

/** What a decision needs besides what it is about: who, when, and chance for it alone. */
export const actingHere = (c: C, { organisation, members }: Here) => ({
  actor: c.var.actor,
  at: c.var.world.now(),
  organisation,
  members,
  workMailDomains: [...organisation.domains, ...domainsOfTheProgramme(c.var.world.settings.contact.email)],
  salt: Buffer.from(c.var.world.random(12)).toString("base64url"),
})

/** The same about a submission. */
export const contextHere = (
  c: C,
  { kind, facts, occasion, ...here }: Here & Pick<Context, "kind" | "facts" | "occasion">,
  reference: string,
): Context => ({
  ...actingHere(c, here),
  kind,
  facts,
  occasion,
  seal: (mark) => hmac(c.var.world.settings.linkKey, `${reference}/${mark}`).slice(0, 22),
})

const domainsOfTheProgramme = (email: string) => [email.split("@").at(-1) ?? ""]
