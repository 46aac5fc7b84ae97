import type { Section } from "../../form/section.ts"
import type { Kind } from "../../kinds/index.ts"
import { londonDate } from "../../values/london.ts"
import { Refused } from "../refused.ts"
import type { Change } from "./change.ts"
import type { Context } from "./context.ts"
import { type Edit, edited } from "./edit.ts"
import { finish } from "./finish.ts"
import { isOpenIn } from "./reviewing.ts"
import { holding } from "./signing.ts"
import type { Head, Whole } from "./submission.ts"
import { stillSuggested } from "./suggesting.ts"
import { waitingOn } from "./waiting-on.ts"

/** Takes an edit in. What is the same stores nothing; what was signed and changed is a draft again. */
export const save = (
  { section: id, edit }: { section: string; edit: Edit },
  { head, sections }: Whole,
  next: Head,
  context: Context,
): Change => {
  const { at, kind, facts, workMailDomains, seal } = context
  const section = sectionFor(kind, facts, id)
  if (!isOpenIn(kind, facts, { head, sections }, id))
    throw new Refused("not possible now", {
      says: `Only ${head.back?.sections.map(({ title }) => title).join(" and ")} can be changed now. The rest is as it was sent.`,
    })
  if (edit.seen > head.revision)
    throw new Refused("not valid", {
      problems: [{ question: "revision", says: "This revision is not there yet: read it again" }],
    })
  const before = sections[section.id]
  const { item, changed } = edited(section, before, edit, {
    reference: head.reference,
    revision: next.revision,
    workMailDomains,
    today: londonDate(at),
    by: next.changedBy,
    at: next.changedAt,
    seal,
  })
  if (changed.length === 0 && same(item.cleared, before?.cleared ?? {}))
    return { before: head, head, letters: [] }
  const signatures = holding(kind, facts, { ...sections, [section.id]: item }, head.signatures)
  const voided = signatures.length < head.signatures.length
  const saved: Head = {
    ...next,
    signatures,
    declined: head.declined,
    ...withWriter(head, next, context),
    suggestions: stillSuggested(head.suggestions, { ...sections, [section.id]: item }),
    state: voided ? "draft" : next.state,
  }
  return finish("save", head, waitingOn(saved, context), context, {
    section: item,
    changed: { [section.id]: changed },
  })
}

/** Who has written in it, where somebody who signs it must not have. */
const withWriter = (head: Head, { changedBy }: Head, { kind, facts }: Context): Partial<Head> => {
  const kept = kind.signatures(facts).some(({ differsFrom }) => differsFrom.includes("writer"))
  return kept ? { writers: [...new Set([...(head.writers ?? []), changedBy.person])] } : {}
}

const sectionFor = (kind: Kind, facts: unknown, id: string): Section => {
  const found = kind.sections(facts).find((one) => one.id === id)
  if (!found) throw new Refused("not found")
  return found
}

const same = (a: Record<string, string>, b: Record<string, string>) =>
  Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((key) => a[key] === b[key])
