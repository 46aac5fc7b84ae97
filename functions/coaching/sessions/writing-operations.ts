import * as z from "zod"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { sessionAt, sessionsAt } from "../../../shared/web/coaching/addresses.ts"
import { type Inside, only, placeHere } from "../../../shared/web/coaching/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { stays } from "../../../shared/web/programme/doubts.tsx"
import { movedShape } from "./shapes.ts"
import { shareSession } from "./sharing.ts"
import { saveDraft, writeUnplanned } from "./writing.ts"

const tag = "Coaching sessions"
const one = sessionAt(":organisation", ":phase", ":session")

const answers = z.record(z.string(), z.json())
const revision = z.int().min(0).meta({ description: "The revision of the draft that was read; 0 before any" })
const saved = z.object({ session: z.string(), state: z.string(), revision: z.int() })

type Draft = { revision: number; core?: z.infer<typeof answers>; more?: z.infer<typeof answers> }

export const writingOperations: Operation<Inside>[] = [
  operation<Inside, { answers: z.infer<typeof answers> }>({
    id: "writeUnplannedSession",
    method: "post",
    path: `${sessionsAt(":organisation", ":phase")}/write`,
    tag,
    summary: "Begin to write up a session that was never planned: the day and how you met are needed",
    keyed: true,
    asks: z.strictObject({ answers }),
    gives: movedShape,
    status: 201,
    does: async (c, body, key) => {
      only(c, "write session")
      const made = await writeUnplanned(c, body.answers, key as MoveKey)
      const { organisation, phase } = placeHere(c)
      return { body: made, at: sessionAt(organisation, phase, made.session) }
    },
  }),
  operation<Inside, Draft>({
    id: "writeSession",
    method: "post",
    path: `${one}/write`,
    tag,
    summary:
      "Keep what was written, as a draft of the coach’s: only the answers that were changed, null to take one away",
    asks: z.strictObject({ revision, core: answers.optional(), more: answers.optional() }),
    gives: saved,
    does: async (c, { revision, core, more }) => {
      only(c, "write session")
      const edits = [
        ...(core ? [{ part: "core" as const, answers: core }] : []),
        ...(more ? [{ part: "more" as const, answers: more }] : []),
      ]
      return { body: await saveDraft(c, edits, revision) }
    },
  }),
  operation<Inside, { revision: number; stays?: string[] }>({
    id: "shareSession",
    method: "post",
    path: `${one}/share`,
    tag,
    summary: "Share what was written with the site: a version for ever, and its actions on their desks",
    keyed: true,
    asks: z.strictObject({ revision, stays }),
    gives: movedShape,
    does: async (c, { revision, stays = [] }, key) => {
      only(c, "write session")
      return { body: await shareSession(c, { revision, stays }, key as MoveKey) }
    },
  }),
]
