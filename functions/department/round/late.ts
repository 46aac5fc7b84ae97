import { answered } from "../../../shared/domain/answered.ts"
import { withLine } from "../../../shared/domain/calendar/line.ts"
import { timeLetterOf } from "../../../shared/domain/calendar/time-letter.ts"
import { selectionGrantFor } from "../../../shared/domain/people/selection-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import {
  decidedLate,
  isLinkedTo,
  type LateAnswer,
  type LateAsk,
  type LateDecision,
  lateAnswer,
  lateForm,
} from "../../../shared/domain/selection/late.ts"
import type { Panel } from "../../../shared/domain/selection/reading.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { changedExpected, expectedIn } from "../../../shared/store/expected.ts"
import { keys } from "../../../shared/store/keys.ts"
import { lateIn } from "../../../shared/store/late.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import type { Action } from "../../../shared/store/table.ts"
import { dayMomentWords, stampWords } from "../../../shared/values/london.ts"
import { type C, changing, type Desk, deskHere, only, whoHere } from "../../../shared/web/panel/here.ts"

export const decider = "The chair of the selection panel decides whether something may be sent late."

const lateHere = ({ var: { world } }: C) => lateIn(world.table, world.settings.programme)

export type OnLate = Desk & { waiting: LateAsk[]; decided: LateDecision[] }

/** Asks to be late of a round, without those of organisations that this person has a link with. */
export const asksToBeLate = async (c: C): Promise<OnLate> => {
  only(c, "decide lateness", decider)
  const desk = await deskHere(c)
  const late = lateHere(c)
  const [waiting, decided] = await Promise.all([late.waiting(desk.round.id), late.decided(desk.round.id)])
  const free = ({ organisation }: LateAsk) => !isLinkedTo(c.var.actor, organisation, desk.whole)
  return { ...desk, waiting: waiting.filter(free), decided: decided.filter(free) }
}

export type OneLate = OnLate & { ask: LateAsk; decision?: LateDecision }

/** One of them, waiting or decided. */
export const oneLate = async (c: C): Promise<OneLate> => {
  const found = await asksToBeLate(c)
  const own = ({ organisation }: LateAsk) => organisation === c.req.param("organisation")
  const waits = found.waiting.find(own)
  const decision = waits ? undefined : found.decided.find(own)
  const ask = waits ?? decision
  if (!ask) throw new Refused("not found")
  return { ...found, ask, decision }
}

export type LateDecided = { organisation: string; allowed: boolean; until: string | null }

/**
 * Lets one be sent late until an instant, or refuses it: with its line of history here and at the site, the letter that
 * tells of it, and off the desk, together or not at all.
 */
export const decideLate = async (
  c: C,
  given: Record<string, unknown>,
  key: MoveKey,
): Promise<LateDecided> => {
  const { ask } = await oneLate(c)
  const answer = lateAnswer.parse(answered(lateForm, given, c.var.world.now()))
  const allowed = answer.answer === "allow"
  const result = await changing<LateDecided>(
    c,
    {
      right: "decide lateness",
      says: decider,
      record: `late-${ask.organisation}`,
      move: allowed ? "let it be late" : "refuse it late",
      note: answer.because,
      key,
    },
    async () => {
      const { ask, decision, whole } = await oneLate(c)
      if (decision) throw new Refused("not possible now", { says: wasDecided(decision) })
      return deciding(c, ask, answer, whole.panel)
    },
  )
  return inOrder(result)
}

const deciding = async (c: C, ask: LateAsk, answer: LateAnswer, panel: Panel | undefined) => {
  const { table, now } = c.var.world
  const { organisation, round } = ask
  const at = now()
  const [before, members, found] = await Promise.all([
    expectedIn(table).of(organisation, round),
    peopleIn(table).membersOf(organisation),
    directoryIn(table).organisation(organisation),
  ])
  if (!before) throw new Refused("not found")
  const by = whoHere(c)
  const after = decidedLate(before, answer, { by, at, askedBy: ask.by.name, panel })
  const allowed = answer.answer === "allow"
  const changed = withLine(after, lineOf(c, allowed, answer.because))
  const told = timeLetterOf({
    letter: allowed ? "late allowed" : "late refused",
    organisationName: found?.name ?? ask.name,
    because: answer.because,
    by: by.name,
    before,
    after: changed.one,
    asker: ask.by.person,
    members,
    at,
  })
  const until = allowed ? after.by : undefined
  const decided = { allowed, because: answer.because, by, at: at.toISOString(), ...(until && { until }) }
  return {
    actions: [
      ...lateHere(c).decide({ ...ask, decided }),
      ...(allowed ? [notOpened(round, panel)] : []),
      ...changedExpected(changed, before),
      ...(told
        ? [{ put: { ...keys.siteLetter(organisation, told.id), ...told }, when: "new" as const }]
        : []),
    ],
    result: { organisation, allowed, until: until ?? null },
  }
}

const lineOf = (c: C, allowed: boolean, note: string) => {
  const { actor, world } = c.var
  const grant = selectionGrantFor(actor, "decide lateness")
  if (!grant) throw new Refused("not allowed", { says: decider })
  return {
    move: allowed ? "let it be late" : "refuse it late",
    by: { ...whoHere(c), role: grant.role, grant: grant.id },
    at: world.now(),
    note,
    salt: Buffer.from(world.random(12)).toString("base64url"),
  }
}

/** Nobody opened the round for reading meanwhile. */
const notOpened = (round: string, panel: Panel | undefined): Action => ({
  check: keys.panel(round),
  when: panel ? { is: { revision: panel.revision } } : "new",
})

export const wasDecided = ({ decided: { allowed, by, at, until } }: LateDecision) =>
  `${by.name} decided it on ${stampWords(new Date(at))}: it may ${allowed && until ? `be sent until ${dayMomentWords(new Date(until))}` : "not be sent late"}.`

/** The same bytes each time, whatever order a store gives members back in. */
const inOrder = ({ organisation, allowed, until }: LateDecided): LateDecided => ({
  organisation,
  allowed,
  until,
})
