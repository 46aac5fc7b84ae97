import type { Section } from "../../form/section.ts"
import { type Move, moves, workflows } from "../../form/workflow.ts"
import type { Kind } from "../../kinds/index.ts"
import { londonDate } from "../../values/london.ts"
import { countWords } from "../../values/words.ts"
import { type Round, standingOf } from "../calendar/round.ts"
import { grantFor } from "../people/actor.ts"
import { rolesWith, viewOf } from "../people/policy.ts"
import type { Role } from "../people/role.ts"
import { Refused } from "../refused.ts"
import type { Context } from "./context.ts"
import { type Edit, edited } from "./edit.ts"
import { type Contents, type Event, link } from "./event.ts"
import type { Letter } from "./letter.ts"
import { lettersOf } from "./letters-of.ts"
import { problemsOf } from "./progress.ts"
import { sentFrom } from "./sent.ts"
import { coveredHash, differs, holding, stillWanted } from "./signing.ts"
import type { Head, SectionItem, SentVersion, Signature, Whole } from "./submission.ts"

/** `seen` is the revision that was on the screen: what somebody signs or sends is what they read. */
export type Step =
  | { move: "save"; section: string; edit: Edit }
  | { move: "sign" | "send" | "change"; seen: number }
  | { move: "decline" | "withdraw" | "ask to be late"; note: string }

/** What to store, all of it or nothing. Without `event` nothing changed and there is nothing to store. */
export type Change = {
  before: Head
  head: Head
  section?: SectionItem
  event?: Event
  contents?: Contents
  sent?: SentVersion
  letters: Letter[]
  /** The organisation's one live submission of the round is given up. */
  ends?: boolean
}

/**
 * The whole life of a submission goes through here. It reads no clock and no table: given what stands
 * there and the step, it gives back the change to store, or refuses.
 */
export const take = (step: Step, before: Whole, context: Context): Change => {
  const { actor, at, kind, facts, round } = context
  const { head, sections } = before
  const about = { kind: head.kind, organisation: head.organisation }

  const view = viewOf(actor, step.move, about)
  if (!view) throw new Refused("not allowed")
  const to = workflows[kind.workflow][head.state][step.move]
  if (!to) throw new Refused("not possible now", { says: impossible(step.move, head) })
  inTime(step.move, round, at)

  const by = { person: actor.id, name: actor.name }
  const revision = head.revision + 1
  const next: Head = {
    ...head,
    state: to,
    revision,
    changedAt: at.toISOString(),
    changedBy: by,
    declined: undefined,
  }

  switch (step.move) {
    case "save": {
      const section = sectionFor(kind, facts, step.section)
      const { item, changed } = edited(section, sections[section.id], step.edit, {
        reference: head.reference,
        revision,
        workMailDomains: context.workMailDomains,
        today: londonDate(at),
        by,
        at: at.toISOString(),
        seal: context.seal,
      })
      if (changed.length === 0 && same(item.cleared, sections[section.id]?.cleared ?? {}))
        return { before: head, head, letters: [] }
      const after = { ...sections, [section.id]: item }
      const signatures = holding(kind, facts, after, head.signatures)
      const voided = signatures.length < head.signatures.length
      const saved = { ...next, signatures, declined: head.declined, state: voided ? ("draft" as const) : to }
      return finish(step.move, before, waitingOn(saved, context), context, {
        section: item,
        changed: { [section.id]: changed },
      })
    }
    case "sign": {
      unchanged(step.seen, head)
      const given = signaturesBy(context, before)
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
      return finish(
        step.move,
        before,
        waitingOn({ ...next, signatures: [...head.signatures, ...given] }, context),
        context,
        {},
      )
    }
    case "send": {
      unchanged(step.seen, head)
      complete(kind, facts, sections)
      const wanted = stillWanted(kind, facts, holding(kind, facts, sections, head.signatures))
      if (wanted.length > 0)
        throw new Refused("not complete", {
          says: `It still waits for ${wanted.length === 1 ? "a confirmation" : "confirmations"}.`,
        })
      const sent = {
        ...next,
        version: head.version + 1,
        sentAt: at.toISOString(),
        sentBy: by,
        waitingFor: [],
        waitingSince: undefined,
      }
      const version = sentFrom(kind, facts, sent, sections, by, at.toISOString(), context.organisation.name)
      return finish(step.move, before, sent, context, { sent: version })
    }
    case "change":
      unchanged(step.seen, head)
      return finish(step.move, before, waitingOn(next, context), context, {})
    case "decline": {
      const note = noted(step.note)
      const declined = { by, at: at.toISOString(), note }
      return finish(step.move, before, waitingOn({ ...next, signatures: [], declined }, context), context, {
        note,
      })
    }
    case "withdraw":
      return finish(step.move, before, { ...next, waitingFor: [], waitingSince: undefined }, context, {
        note: noted(step.note),
        ends: true,
      })
    case "ask to be late": {
      const late = { askedAt: at.toISOString(), by }
      if (head.late)
        throw new Refused("not possible now", {
          says: "It was asked already. The chair of the selection panel decides.",
        })
      return finish(step.move, before, { ...next, late }, context, { note: noted(step.note) })
    }
  }
}

/** What this person could do to it next: the buttons on its page, and the links in the API. */
export const openTo = (
  { actor, kind, round, at }: Pick<Context, "actor" | "kind" | "round" | "at">,
  head: Head,
): Move[] =>
  (Object.keys(workflows[kind.workflow][head.state]) as Move[]).filter((move) => {
    if (!viewOf(actor, move, { kind: head.kind, organisation: head.organisation })) return false
    if (move === "ask to be late" && head.late) return false
    return timely(move, round, at)
  })

/** The signatures that one person gives by one act: every role of theirs that is still wanted. */
const signaturesBy = ({ actor, at, kind, facts }: Context, { head, sections }: Whole): Signature[] => {
  const held = holding(kind, facts, sections, head.signatures)
  return stillWanted(kind, facts, held)
    .filter(({ role }) => grantFor(actor, head.organisation, [role as Role]))
    .filter((want) => differs(want, actor.id, head))
    .map((want) => ({
      role: want.role,
      by: { person: actor.id, name: actor.name },
      at: at.toISOString(),
      hash: coveredHash(kind, facts, want, sections),
    }))
}

type Brings = {
  section?: SectionItem
  changed?: Record<string, string[]>
  sent?: SentVersion
  note?: string
  ends?: boolean
}

const finish = (
  move: Move,
  { head: before }: Whole,
  after: Head,
  context: Context,
  brings: Brings,
): Change => {
  const { actor, at, salt } = context
  const used = grantFor(actor, before.organisation, rolesWith(move, before.kind))
  const { event, contents } = link(
    {
      record: before.reference,
      number: before.events.number + 1,
      previous: before.events.hash,
      at: at.toISOString(),
      move,
      by: { person: actor.id, name: actor.name, role: used?.role ?? "", grant: used?.id ?? "" },
      revision: after.revision,
      version: after.version,
      ...(brings.changed && { changed: brings.changed }),
    },
    brings.note,
    salt,
  )
  const head = { ...after, events: { number: event.number, hash: event.hash } }
  return {
    before,
    head,
    section: brings.section,
    event,
    contents,
    sent: brings.sent,
    letters: lettersOf(move, before, head, context, brings.note),
    ends: brings.ends,
  }
}

/** Who it waits for now. A save does not ask who they are: their names stay as they were. */
const waitingOn = (head: Head, { kind, facts, members }: Context): Head => {
  if (head.state !== "waiting") return { ...head, waitingFor: [], waitingSince: undefined }
  const nameOf = (role: string) =>
    members.find((one) => one.role === role)?.name ?? head.waitingFor.find((one) => one.role === role)?.name
  return {
    ...head,
    waitingFor: stillWanted(kind, facts, head.signatures).map(({ role }) => ({ role, name: nameOf(role) })),
    waitingSince: head.waitingSince ?? head.changedAt,
  }
}

const sectionFor = (kind: Kind, facts: unknown, id: string): Section => {
  const found = kind.sections(facts).find((one) => one.id === id)
  if (!found) throw new Refused("not found")
  return found
}

const unchanged = (seen: number, head: Head) => {
  if (seen !== head.revision)
    throw new Refused("changed by someone else", {
      says: `${head.changedBy.name} changed it after you opened this page. Read it again, then go on.`,
    })
}

const coversMoney = (kind: Kind, facts: unknown, role: string) =>
  kind.signatures(facts).some((one) => one.role === role && one.covers === "money")

/** Nobody puts their name to what is not finished: all of it, or the money where that is all they sign. */
const complete = (kind: Kind, facts: unknown, sections: Record<string, SectionItem>, moneyOnly = false) => {
  const about = kind.sections(facts).filter(({ money }) => money || !moneyOnly)
  const problems = problemsOf(kind, facts, sections).filter(({ section }) =>
    about.some(({ id }) => id === section),
  )
  if (problems.length > 0) throw new Refused("not complete", { problems })
}

const noted = (note: string) => {
  const words = countWords(note)
  if (words === 0)
    throw new Refused("not valid", { problems: [{ question: "note", says: "Enter a reason" }] })
  if (words > 100 || note.length > 1_000)
    throw new Refused("not valid", {
      problems: [{ question: "note", says: `The reason must be 100 words or fewer. You have ${words}` }],
    })
  return note
}

/** What the close shuts. Asking to be late is what it opens. */
const timely = (move: Move, round: Round, at: Date) => {
  const standing = standingOf(round, at)
  if (move === "ask to be late") return standing === "closed"
  return move === "save" ? standing !== "not open yet" : standing === "open"
}

const inTime = (move: Move, round: Round, at: Date) => {
  if (timely(move, round, at)) return
  if (move === "ask to be late")
    throw new Refused("not possible now", { says: "The round is still open: you can send it." })
  throw new Refused("too late", { says: "The round has closed." })
}

const impossible = (move: Move, head: Head) => {
  if (head.state === "sent")
    return move === "send" || move === "sign"
      ? `It was sent already, by ${head.sentBy?.name}. Reference ${head.reference}, version ${head.version}.`
      : "It is sent. To change an answer, choose Change what you sent first."
  if (head.state === "withdrawn") return `It was withdrawn by ${head.changedBy.name}.`
  return `${moves[move].button} is not possible now.`
}

const same = (a: Record<string, string>, b: Record<string, string>) =>
  Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((key) => a[key] === b[key])
