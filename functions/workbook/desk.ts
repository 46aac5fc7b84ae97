import type { Context as HonoContext } from "hono"
import { type Expected, occasionFor } from "../../shared/domain/calendar/expected.ts"
import { returnFactsOf } from "../../shared/domain/calendar/return-facts.ts"
import { rolesAt } from "../../shared/domain/people/actor.ts"
import { may, viewOf } from "../../shared/domain/people/policy.ts"
import { Refused } from "../../shared/domain/refused.ts"
import type { Context } from "../../shared/domain/submissions/context.ts"
import { openTo } from "../../shared/domain/submissions/open-to.ts"
import { answersOf } from "../../shared/domain/submissions/progress.ts"
import { sentenceOf } from "../../shared/domain/submissions/sentence.ts"
import type { Section } from "../../shared/form/section.ts"
import { type Kind, kindOf } from "../../shared/kinds/index.ts"
import type { ReturnFacts } from "../../shared/kinds/return-facts.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { withEvaluationFacts } from "../../shared/store/evaluation-facts.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import { withFundingFacts } from "../../shared/store/funding-facts.ts"
import { submissionsOf } from "../../shared/store/submissions.ts"
import { hmac } from "../../shared/values/hash.ts"
import type { SignedIn } from "../../shared/web/env.ts"

export type C = HonoContext<SignedIn>

export const organisationIn = (c: C) => c.req.param("organisation") ?? ""

export const submissionsHere = (c: C) => submissionsOf(organisationIn(c), c.var.actor, c.var.world.table)

/** A return with all that its workbook is made of. What a round asks for is written on the site alone. */
export const load = async (c: C) => {
  const { world, actor } = c.var
  const id = organisationIn(c)
  const [whole, organisation] = await Promise.all([
    submissionsHere(c).whole(c.req.param("reference") ?? ""),
    directoryIn(world.table).organisation(id),
  ])
  const { head } = whole
  const kind = kindOf(head.kind)
  if (kind.asked === "in a round" || head.nil || !organisation) throw new Refused("not found")
  const expected = await expectedIn(world.table).of(id, head.round)
  const asked = expected && returnFactsOf(expected)
  if (!expected || !asked) throw new Refused("not found")
  const facts = kind.facts.parse(await withKnown(c, kind, expected, asked))
  const now = world.now()
  const occasion = occasionFor(expected)
  const view = viewOf(actor, "read", { kind: head.kind, organisation: id })
  const visible: Section[] = kind.sections(facts).filter(({ money }) => view === "whole" || money)
  return {
    ...whole,
    kind,
    facts,
    covers: asked.return,
    occasion,
    organisation,
    visible,
    answers: answersOf(whole.sections),
    sentence: sentenceOf(head, occasion, now, rolesAt(actor, id)),
    mayFill: openTo({ actor, kind, occasion, at: now }, head).includes("save"),
  }
}
export type Desk = Awaited<ReturnType<typeof load>>

const withKnown = async (c: C, { needs }: Kind, { organisation, phase }: Expected, facts: ReturnFacts) => {
  if (!needs) return facts
  const known = needs === "the account" ? withFundingFacts : withEvaluationFacts
  return known(c.var.world.table, organisation, phase, facts)
}

/** Whoever may not write in it is told so; nobody does while it cannot be written in. */
export const filling = (c: C, { head, mayFill, organisation }: Desk) => {
  if (!may(c.var.actor, "save", { kind: head.kind, organisation: organisation.id }))
    throw new Refused("not allowed")
  if (!mayFill)
    throw new Refused("not possible now", { says: "Its answers cannot be changed as things stand." })
}

export const contextOf = (c: C, { kind, facts, occasion, organisation, head }: Desk): Context => {
  const { actor, world } = c.var
  const { contact, linkKey } = world.settings
  return {
    actor,
    at: world.now(),
    kind,
    facts,
    occasion,
    organisation,
    members: [],
    workMailDomains: [...organisation.domains, contact.email.split("@").at(-1) ?? ""],
    salt: Buffer.from(world.random(12)).toString("base64url"),
    seal: (mark) => hmac(linkKey, `${head.reference}/${mark}`).slice(0, 22),
  }
}
