import type { Context as HonoContext } from "hono"
import type { Expected } from "../../shared/domain/calendar/expected.ts"
import type { Occasion } from "../../shared/domain/calendar/occasion.ts"
import { rolesAt } from "../../shared/domain/people/actor.ts"
import { isLive } from "../../shared/domain/people/grant.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import type { Organisation } from "../../shared/domain/people/organisation.ts"
import { viewOf } from "../../shared/domain/people/policy.ts"
import { Refused } from "../../shared/domain/refused.ts"
import type { PanelQuestion } from "../../shared/domain/selection/notes.ts"
import { type Change, headAfter } from "../../shared/domain/submissions/change.ts"
import { openTo } from "../../shared/domain/submissions/open-to.ts"
import { type Sentence, sentenceOf } from "../../shared/domain/submissions/sentence.ts"
import type { Whole } from "../../shared/domain/submissions/submission.ts"
import { type Step, take } from "../../shared/domain/submissions/take.ts"
import { namedNow } from "../../shared/domain/submissions/waiting-on.ts"
import { nilOf } from "../../shared/form/nil.ts"
import type { Section } from "../../shared/form/section.ts"
import type { Move } from "../../shared/form/workflow.ts"
import { type Kind, kindOf } from "../../shared/kinds/index.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import type { Done, MoveKey } from "../../shared/store/moves.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { type Submissions, submissionsOf } from "../../shared/store/submissions.ts"
import type { Heard } from "../../shared/store/told.ts"
import type { Json } from "../../shared/values/canonical.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { askedOf } from "./asked.ts"
import { contextHere } from "./context.ts"
import { toGiveFor } from "./figures-to-give.ts"
import { heardHere, stillOpen } from "./heard.ts"
import { onDesk } from "./late.ts"
import { askedHere } from "./panel-questions-sentence.ts"

export type C = HonoContext<SignedIn>

/** Everything about one submission that a page or a move needs, loaded once. */
export type OnDesk = Whole & {
  kind: Kind
  facts: unknown
  /** What asks for it, and until when. */
  occasion: Occasion
  /** The same in the calendar of the site, where it is owed. */
  expected?: Expected
  /** Whether it may be sent after its round closed, once that is decided. */
  late?: Expected["late"]
  /** What the selection panel asks about it, for whoever may read it whole. */
  questions: PanelQuestion[]
  /** What was decided about it, once its round is told. */
  heard?: Heard
  organisation: Organisation
  members: Member[]
  /** The sections this person may see: pages and answers of the API show no others. */
  visible: Section[]
  sentence: Sentence
  open: Move[]
}

export const submissionsHere = (c: C): Submissions =>
  submissionsOf(c.req.param("organisation") ?? "", c.var.actor, c.var.world.table)

/** Which lines of a history are asked for: those before this number, or the newest. */
export const beforeIn = (c: C): number | undefined => {
  const given = c.req.query("before")
  if (given === undefined) return undefined
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new Refused("not understood")
  return Number(given)
}

export const organisationHere = async (c: C): Promise<Organisation> => {
  const found = await directoryIn(c.var.world.table).organisation(c.req.param("organisation") ?? "")
  if (!found) throw new Refused("not found")
  return found
}

/** One submission by the reference in the address; with the organisation's people where names are needed. */
export const load = async (
  c: C,
  needs: { members?: boolean; reference?: string } = { members: true },
): Promise<OnDesk> => {
  const { world, actor } = c.var
  const [whole, organisation, members] = await Promise.all([
    submissionsHere(c).whole(needs.reference ?? c.req.param("reference") ?? ""),
    organisationHere(c),
    needs.members ? peopleIn(world.table).membersOf(c.req.param("organisation") ?? "") : [],
  ])
  const { head } = whole
  const asked = kindOf(head.kind)
  const kind = head.nil ? nilOf(asked) : asked
  const asking = await askedOf(c, kind, head.round, organisation)
  const { occasion, facts, expected, late, panelAsks, phase } = asking
  const heard = await heardHere(c, { one: head, phase, occasion })
  const now = world.now()
  const view = viewOf(actor, "read", { kind: head.kind, organisation: organisation.id })
  const named = namedNow(head, members, now)
  const sentence = sentenceOf(named, occasion, now, rolesAt(actor, organisation.id), heard)
  const visible = kind.sections(facts).filter(({ money }) => view === "whole" || money)
  const live = members.filter((one) => isLive(one, now))
  return {
    ...whole,
    kind,
    facts,
    occasion,
    expected,
    late,
    ...(await askedHere(c, { one: head, heard, sentence, panelAsks })),
    organisation,
    members: live,
    visible,
    open: openTo({ actor, kind, occasion, at: now }, head).filter((move) => !heard || move === "withdraw"),
    ...(heard && { heard }),
  }
}

export type Moved = { state: string; revision: number; version: number; reference: string }

/** The tries a move is given where somebody else was quicker: a clash shows only where the same answer changed. */
const tries = 5

/**
 * Load, decide, save; again where the record moved on meanwhile. The same key gives what it gave the first
 * time, whatever has happened since. A page that has loaded the record already hands it in.
 */
export const perform = async (c: C, step: Step, key?: MoveKey, loaded?: OnDesk): Promise<Moved> => {
  const submissions = submissionsHere(c)
  for (let attempt = 1; attempt <= tries; attempt++) {
    const desk = attempt === 1 && loaded ? loaded : await load(c, { members: step.move !== "save" })
    const { change, organisation } = await decide(c, submissions, desk, step, key)
    if ("fingerprint" in change) return replayed(change, key)
    const result = movedBy(change)
    const more = [...onDesk(c, change, organisation), ...(await toGiveFor(c, desk, change))]
    const saved = await submissions.save(change, organisation.code, key, result, more)
    if (saved === "saved") return result
    if (saved !== "changed meanwhile") return replayed(saved.done, key)
  }
  throw new Refused("busy", { retryAfterSeconds: 2 })
}

const decide = async (c: C, submissions: Submissions, desk: OnDesk, step: Step, key?: MoveKey) => {
  const context = contextHere(c, desk, desk.head.reference)
  try {
    stillOpen(desk, step.move)
    return { change: take(step, desk, context), organisation: desk.organisation }
  } catch (error) {
    const before = error instanceof Refused && key ? await submissions.replay(key.key) : undefined
    if (!before) throw error
    return { change: before, organisation: desk.organisation }
  }
}

const movedBy = (change: Change): Moved => inOrder(headAfter(change))

export const replayed = (done: Done, key: MoveKey | undefined): Moved => {
  if (done.fingerprint !== key?.fingerprint) throw new Refused("key used for something else")
  return inOrder(done.result as Json & Moved)
}

/** The same bytes each time, whatever order a store gives members back in. */
const inOrder = ({ reference, state, revision, version }: Moved): Moved => ({
  reference,
  state,
  revision,
  version,
})
