import * as z from "zod"
import { publicFacts } from "../../../shared/domain/calendar/eoi-facts.ts"
import {
  publishedAnswer,
  readingRules,
  round as roundSchema,
  rulesOf,
  standingOf,
} from "../../../shared/domain/calendar/round.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { scale } from "../../../shared/domain/selection/criterion.ts"
import { kindOf } from "../../../shared/kinds/index.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { operation } from "../../../shared/web/operation.ts"
import { takingPart } from "../taking-part.ts"

/** Where a round stands, by the clock. */
export const standing = z.enum(["not open yet", "open", "closed"])

/** All that everybody may know of one round. */
export const readRound = operation({
  id: "readRound",
  method: "get",
  path: "/rounds/:round",
  tag: "Rounds",
  summary: "A round: dates, ceiling, how it is read, every question, every published answer",
  open: true,
  gives: roundSchema.extend({
    standing,
    reading: readingRules,
    scale: z
      .array(z.object({ score: z.int(), word: z.string(), means: z.string() }))
      .meta({ description: "What each score of a criterion means, the best first" }),
    announced: z
      .object({
        phase: z.string(),
        announced: z.iso.datetime(),
        sites: z.array(z.object({ name: z.string(), award: z.int().optional() })),
      })
      .optional()
      .meta({ description: "Who takes part, with awards in pence: from the minute of the announcement" }),
    answers: z.array(publishedAnswer),
    questions: z.array(
      z.object({
        section: z.string(),
        title: z.string(),
        questions: z.array(
          z.object({ id: z.string(), type: z.string(), label: z.string(), optional: z.boolean() }),
        ),
      }),
    ),
  }),
  does: async (c) => {
    const { world } = c.var
    const { round, answers } = await directoryIn(world.table).roundWithAnswers(c.req.param("round") ?? "")
    if (!round) throw new Refused("not found")
    const questions = kindOf(round.kind)
      .sections(publicFacts(round))
      .map(({ id, title, asks }) => ({
        section: id,
        title,
        questions: Object.entries(asks).map(([key, { type, label, optional }]) => ({
          id: key,
          type,
          label,
          optional: optional ?? false,
        })),
      }))
    return {
      body: {
        ...round,
        standing: standingOf(round, world.now()),
        reading: rulesOf(round),
        scale,
        announced: await takingPart(world, round),
        answers,
        questions,
      },
    }
  },
})
