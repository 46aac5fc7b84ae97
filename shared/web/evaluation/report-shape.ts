import * as z from "zod"
import { reportCost } from "../../domain/evaluation/reports/cost.ts"
import { isChanged, reportStates, reportWords } from "../../domain/evaluation/reports/report.ts"
import { earlyWords, reportSentence } from "../../domain/evaluation/reports/sentence.ts"
import { storyWords } from "../../domain/evaluation/stories/story.ts"
import type { PlainDate } from "../../values/london.ts"
import type { Rendered } from "./report-of.ts"
import { seenBody, seenShape } from "./table-shapes.ts"

/** A report as data: the same as its page. */
export const reportShown = reportWords.extend({
  report: z.string(),
  phase: z.string(),
  state: z.enum(reportStates),
  says: z.string(),
  early: z.string(),
  changed: z.boolean().meta({ description: "Whether a story was withdrawn from it since it was issued" }),
  stories: z.array(
    z.object({
      site: z.string().optional(),
      words: storyWords.optional(),
      says: z.string().optional().meta({ description: "What stands in its place" }),
    }),
  ),
  figures: seenShape.optional().meta({ description: "The tables of its release, small numbers hidden" }),
  cost: reportCost.optional().meta({ description: "In pence; no total is of fiscal and social together" }),
  easyRead: z
    .object({
      text: z.string(),
      checked: z.object({ group: z.string(), who: z.string(), on: z.string() }).optional(),
    })
    .optional(),
  published: z.string().optional(),
})

export const shownReport = (
  { report, stories, seen }: Rendered,
  today: PlainDate,
): z.infer<typeof reportShown> => ({
  ...reportWords.parse(report),
  report: report.id,
  phase: report.phase,
  state: report.state,
  says: reportSentence(report, today),
  early: earlyWords,
  changed: isChanged(report),
  stories: stories.map(({ story, says }) => ({
    ...(story && { site: story.name, words: storyWords.parse(story) }),
    ...(says && { says }),
  })),
  ...(seen && { figures: seenBody(seen) }),
  ...(report.cost && { cost: report.cost }),
  ...(report.easyRead && { easyRead: report.easyRead }),
  ...(report.published && { published: report.published.at }),
})
