import * as z from "zod"
import { answer } from "../../../shared/domain/evaluation/answers/answer.ts"
import { askedByKey, wordsKey } from "../../../shared/domain/evaluation/answers/form.ts"
import { answerGroupNames } from "../../../shared/domain/evaluation/answers/groups.ts"
import { answerTotals } from "../../../shared/domain/evaluation/answers/totals.ts"
import { codeOf, isOpen, type Wave } from "../../../shared/domain/evaluation/answers/wave.ts"
import { pointNames } from "../../../shared/kinds/measures/measure.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { londonDate, plainDate } from "../../../shared/values/london.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import type { C, Inside } from "../here.ts"
import { answersAt, collectedHere, oneWaveHere, waveAt } from "./desk.ts"
import { closeWave, enterSlip, openWave } from "./moves.ts"

const tag = "Direct answers"
const list = answersAt(":phase")
const one = waveAt(":phase", ":wave")

const waveGiven = z.object({
  wave: z.string(),
  code: z.string().meta({ description: "What stands on its forms" }),
  site: z.string(),
  group: z.string(),
  point: z.string(),
  title: z.string(),
  until: plainDate,
  open: z.boolean(),
})
const total = z.object({
  site: z.string(),
  group: z.string(),
  point: z.string(),
  question: z.string(),
  asked: z.int().meta({ description: "Who answered anything" }),
  n: z.int().meta({ description: "Who answered this: “I do not want to say” is not in it" }),
  counts: z.record(z.string(), z.int()),
  sum: z.number().optional(),
})
const moved = z.object({ wave: z.string() })

const shown = (c: C, given: Wave) => ({
  wave: given.wave,
  code: codeOf(given),
  site: given.organisation,
  group: given.group,
  point: given.point,
  title: given.title,
  until: given.until,
  open: isOpen(given, londonDate(c.var.world.now())),
})

const totalsOf = (all: Parameters<typeof answerTotals>[0]) =>
  answerTotals(all).map(({ organisation, phase: _, ...rest }) => ({ site: organisation, ...rest }))

const asks = z.strictObject({
  site: z.string().max(100),
  group: z.enum(answerGroupNames),
  point: z.enum(pointNames as [string, ...string[]]),
  title: z.string().max(2_000).meta({ description: "60 characters or fewer; the site sees it" }),
  until: plainDate,
})
const slip = z.strictObject({
  said: z.record(z.string().max(40), z.string().max(40)),
  words: z.record(z.string().max(40), z.string().max(20_000)).optional(),
  askedBy: answer.shape.askedBy,
})
type Slip = z.infer<typeof slip>

const answersOf = ({ said, words = {}, askedBy }: Slip) => ({
  ...said,
  ...Object.fromEntries(Object.entries(words).map(([question, text]) => [wordsKey(question), text])),
  ...(askedBy && { [askedByKey]: askedBy }),
})

/** Answers that come straight to evaluators: true counts and words, for them alone. */
export const answerOperations: Operation<Inside>[] = [
  operation({
    id: "listWaves",
    method: "get",
    path: list,
    tag,
    summary: "Everybody who was asked directly in a phase, with true counts, for evaluators alone",
    gives: z.object({ waves: z.array(waveGiven.extend({ answers: z.int() })), totals: z.array(total) }),
    does: async (c) => {
      const { waves, all } = await collectedHere(c)
      return {
        body: {
          waves: waves.map((given) => ({ ...shown(c, given), answers: given.answers })),
          totals: totalsOf(all),
        },
      }
    },
  }),
  operation({
    id: "askDirectly",
    method: "post",
    path: `${list}/ask`,
    tag,
    summary: "Ask one group at one site, by one link, until a day",
    keyed: true,
    asks,
    gives: moved,
    status: 201,
    does: async (c, body, key) => gave(c, await openWave(c, body, key as MoveKey)),
  }),
  operation({
    id: "readWave",
    method: "get",
    path: one,
    tag,
    summary: "One link with what came of it, and what people said in words",
    gives: waveGiven.extend({
      link: z.string(),
      totals: z.array(total),
      words: z.array(z.object({ question: z.string(), words: z.string() })),
    }),
    does: async (c) => {
      const { one: given, link, given: answers } = await oneWaveHere(c)
      return {
        body: {
          ...shown(c, given),
          link,
          totals: totalsOf(answers),
          words: answers.flatMap(({ words: said }) =>
            Object.entries(said).map(([question, words]) => ({ question, words })),
          ),
        },
      }
    },
  }),
  operation({
    id: "enterPaperForm",
    method: "post",
    path: `${one}/paper`,
    tag,
    summary: "Type in a form that came on paper, also after the link was closed",
    keyed: true,
    asks: slip,
    gives: moved,
    status: 201,
    does: async (c, body, key) => gave(c, await enterSlip(c, answersOf(body), key as MoveKey)),
  }),
  operation({
    id: "closeWave",
    method: "post",
    path: `${one}/close`,
    tag,
    summary: "Close a link before its day",
    keyed: true,
    gives: moved,
    does: async (c, _, key) => gave(c, await closeWave(c, key as MoveKey)),
  }),
]

const gave = (c: C, made: { wave: string }) => ({
  body: made,
  at: waveAt(c.req.param("phase") ?? "", made.wave),
})
