import * as z from "zod"
import { phase as phaseSchema } from "../../../shared/domain/calendar/phase.ts"
import { siteBurdenWords } from "../../../shared/domain/calendar/phase-burden.ts"
import { factsForm, factsOf, newPhase } from "../../../shared/domain/calendar/phase-forms.ts"
import { sitePhase } from "../../../shared/domain/calendar/site-phase.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { calendarHere } from "../../../shared/web/programme/spread.ts"
import { periodAt, phaseAt, phasesAt } from "./addresses.ts"
import { bodyOf } from "./body.ts"
import { type C, deskHere, seenOf } from "./desk.ts"
import { changeFacts, prepare, publish } from "./moves.ts"
import { partOperations } from "./part-operations.ts"
import { changeDueDate, periodHere } from "./periods.ts"
import { stateWords } from "./words.ts"

const one = `${phasesAt}/:phase`
const tag = "Phases"
const moved = z.object({ phase: z.string(), state: z.enum(["preparing", "published"]) })
const dated = z.object({ round: z.string(), title: z.string(), by: z.iso.datetime() })

/** What coordinators do with phases: prepare, publish, and change what is due. */
export const phaseOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "listPhases",
    method: "get",
    path: phasesAt,
    tag,
    summary: "Every phase with its dates, its sites and how far it has come",
    gives: z.object({
      phases: z.array(phaseSchema.extend({ stands: z.string(), sites: z.array(sitePhase) })),
    }),
    does: async (c) => {
      const now = c.var.world.now()
      const phases = await calendarHere(c).phases()
      return { body: { phases: phases.map((each) => ({ ...each, stands: stateWords(each, now) })) } }
    },
  }),
  operation<SignedIn, Record<string, unknown>>({
    id: "preparePhase",
    method: "post",
    path: `${phasesAt}/new`,
    tag,
    summary: "Prepare a new phase, under a code that no other has",
    keyed: true,
    status: 201,
    asks: bodyOf(newPhase, ["id", "title"]),
    gives: moved,
    does: async (c, given, key) => {
      const body = await prepare(c, given, key as MoveKey)
      return { body, at: phaseAt(body.phase) }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readPhase",
    method: "get",
    path: one,
    tag,
    summary: "A phase with its sites, what it asks of each and when, and what stands before publishing it",
    gives: z.object({
      phase: phaseSchema.extend({ sites: z.array(sitePhase) }),
      checks: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          site: z.string().optional().meta({ description: "The organisation, where it is of one site" }),
          weighs: z.enum(["problem", "warning"]),
          done: z.boolean(),
          says: z.string(),
        }),
      ),
      burdens: z.array(
        z.object({
          organisation: z.string(),
          minutes: z.int(),
          cost: z.int().meta({ description: "Pence" }),
          share: z.number().optional().meta({ description: "Of its award" }),
          says: z.string(),
          returns: z.array(dated),
        }),
      ),
      seen: z.string().meta({ description: "To send back when its facts are saved" }),
    }),
    does: async (c) => ({ body: await shown(c) }),
  }),
  operation<SignedIn, { answers: Record<string, unknown>; seen?: string }>({
    id: "savePhaseFacts",
    method: "post",
    path: `${one}/facts`,
    tag,
    summary: "Save the title, dates and money of a phase",
    about:
      "All of them: what is left out is taken away. The dates of a phase that is published stand. With `seen`, nothing is saved where somebody changed it since.",
    asks: z.strictObject({
      answers: bodyOf(factsForm({}, new Date(0)), []),
      seen: z.string().max(100).optional(),
    }),
    gives: z.object({ phase: z.string(), seen: z.string() }),
    does: async (c, { answers, seen }) => {
      const body = await changeFacts(c, answers, seen)
      return { body, at: phaseAt(body.phase) }
    },
  }),
  ...partOperations,
  operation({
    id: "publishPhase",
    method: "post",
    path: `${one}/publish`,
    tag,
    summary: "Publish a phase in which nothing is missing: each site is expected to send what it owes",
    keyed: true,
    asks: z.strictObject({
      revision: z.int().optional().meta({ description: "Of the phase as you read it" }),
    }),
    gives: moved,
    does: async (c, { revision }, key) => {
      const body = await publish(c, revision, key as MoveKey)
      return { body, at: phaseAt(body.phase) }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readPeriod",
    method: "get",
    path: `${one}/periods/:period`,
    tag,
    summary: "One return of every site of a phase: who owes it and by when, and whom another date concerns",
    gives: z.object({
      period: z.string(),
      title: z.string(),
      from: plainDate,
      to: plainDate,
      because: z.string().optional(),
      sites: z.array(
        z.object({
          organisation: z.string(),
          name: z.string(),
          by: z.iso.datetime(),
          moves: z.boolean().meta({ description: "Whether another date for all is another for it" }),
          says: z.string(),
        }),
      ),
    }),
    does: async (c) => {
      const { period, sites } = await periodHere(c)
      const { id, title, from, to, because } = period
      return {
        body: {
          period: id,
          title,
          from,
          to,
          because,
          sites: sites.map(({ one: { organisation, name, by }, moves, says }) => ({
            organisation,
            name,
            by,
            moves,
            says,
          })),
        },
      }
    },
  }),
  operation<SignedIn, { day: string; offDay?: string; because: string }>({
    id: "changeDueDate",
    method: "post",
    path: `${one}/periods/:period`,
    tag,
    summary: "Set another due date, at 17:00, for one return of every site that it is for",
    keyed: true,
    asks: z.strictObject({
      day: plainDate,
      because: z.string().max(20_000).meta({ description: "60 words or fewer; each site reads it" }),
      offDay: z.string().max(2_000).optional().meta({ description: "Why, where it is not a working day" }),
    }),
    gives: z.object({ phase: z.string(), period: z.string(), by: z.iso.datetime() }),
    does: async (c, given, key) => {
      const body = await changeDueDate(c, given, key as MoveKey)
      return { body, at: periodAt(body.phase, body.period) }
    },
  }),
]

const shown = async (c: C) => {
  const { phase, checks, burdens } = await deskHere(c)
  return {
    phase,
    checks: checks.map(({ page: _, ...rest }) => rest),
    burdens: burdens.map(({ site: { organisation }, ...each }, at) => ({
      organisation,
      minutes: each.minutes,
      cost: each.cost,
      share: each.share,
      says: siteBurdenWords(burdens[at] as (typeof burdens)[number]),
      returns: each.expected.map(({ round, title, by }) => ({ round, title, by })),
    })),
    seen: seenOf(factsOf(phase)),
  }
}
