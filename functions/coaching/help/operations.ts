import * as z from "zod"
import { type StuckOn, stuckOn } from "../../../shared/domain/coaching/going-words.ts"
import { clockOf, help } from "../../../shared/domain/coaching/help.ts"
import {
  clockWords,
  helpClock,
  isOverdue,
  pausedDays,
  pausedSince,
  replyBy,
  waitedDays,
} from "../../../shared/domain/coaching/help-clock.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { helpAt, helpOneAt } from "../../../shared/web/coaching/addresses.ts"
import type { Inside } from "../../../shared/web/coaching/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { stays } from "../../../shared/web/programme/doubts.tsx"
import { askForHelp, helpHere, helpsHere, moveHelp } from "./moves.ts"
import { type HelpStepName, helpSteps } from "./steps.ts"

const tag = "Help from the Department"
const all = helpAt(":organisation", ":phase")
const one = `${all}/:number`

const shown = help.omit({ revision: true, id: true }).extend({
  clock: helpClock.extend({
    says: z.string().meta({ description: "Where it stands, in the words of its page" }),
    replyBy: z.iso.datetime().optional().meta({ description: "Left out while it is paused" }),
    overdue: z.boolean(),
    workingDaysWaited: z.int().meta({ description: "Without what was paused" }),
    workingDaysPaused: z.int(),
  }),
})

const shownAt =
  (at: Date) =>
  ({ revision: _, id: __, ...found }: z.infer<typeof help>): z.infer<typeof shown> => {
    const clock = clockOf(found)
    return {
      ...found,
      clock: {
        ...clock,
        says: clockWords(clock, at),
        ...(!pausedSince(clock) && { replyBy: replyBy(clock, at).toISOString() }),
        overdue: isOverdue(clock, at),
        workingDaysWaited: waitedDays(clock, at),
        workingDaysPaused: pausedDays(clock, at),
      },
    }
  }

const moved = z.object({ organisation: z.string(), phase: z.string(), number: z.int() })

type Body = Record<string, unknown> & { stays?: string[] }

const step = (name: HelpStepName, id: string, summary: string, words: number) =>
  operation<Inside, Body>({
    id,
    method: "post",
    path: `${one}/${name}`,
    tag,
    summary,
    keyed: true,
    asks: z.strictObject({
      [helpSteps[name].field]: z
        .string()
        .max(3_000)
        .meta({ description: `${words} words or fewer` }),
      stays,
    }),
    gives: moved,
    does: async (c, { stays = [], ...given }, key) => {
      const made = await moveHelp(c, name, { given, stays }, key as MoveKey)
      return { body: made, at: helpOneAt(made.organisation, made.phase, made.number) }
    },
  })

export const helpOperations: Operation<Inside>[] = [
  operation({
    id: "listHelp",
    method: "get",
    path: all,
    tag,
    summary: "What the department was asked about the site, with its clock: the newest first",
    gives: z.object({ help: z.array(shown) }),
    does: async (c) => ({ body: { help: (await helpsHere(c)).map(shownAt(c.var.world.now())) } }),
  }),
  operation({
    id: "readHelp",
    method: "get",
    path: one,
    tag,
    summary: "One thing that the department was asked, and what it says",
    gives: shown,
    does: async (c) => ({ body: shownAt(c.var.world.now())(await helpHere(c)) }),
  }),
  operation<Inside, Body>({
    id: "askForHelp",
    method: "post",
    path: `${all}/ask`,
    tag,
    summary: "Ask the department for help: it answers within 5 working days",
    keyed: true,
    asks: z.strictObject({
      what: z.enum(Object.keys(stuckOn) as [StuckOn, ...StuckOn[]]),
      asks: z.string().max(3_000).meta({ description: "100 words or fewer" }),
      stays,
    }),
    gives: moved,
    status: 201,
    does: async (c, { stays = [], ...given }, key) => {
      const made = await askForHelp(c, { given, stays }, key as MoveKey)
      return { body: made, at: helpOneAt(made.organisation, made.phase, made.number) }
    },
  }),
  step("answer", "answerHelp", "Answer it, for the department: the answer stands", 150),
  step(
    "ask-back",
    "askBackAboutHelp",
    "Ask the site something back: the clock stands still until it has said more",
    60,
  ),
  step("say-more", "sayMoreAboutHelp", "Say what the department asked back: its clock goes on", 100),
  step("withdraw", "withdrawHelp", "Take it back, for whoever asked", 60),
]
