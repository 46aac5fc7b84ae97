import * as z from "zod"
import { report, reportStates } from "../../../shared/domain/evaluation/reports/report.ts"
import { reportSentence } from "../../../shared/domain/evaluation/reports/sentence.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import { rendered } from "../../../shared/web/evaluation/report-of.ts"
import { reportShown, shownReport } from "../../../shared/web/evaluation/report-shape.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { type C, type Inside, phaseHere } from "../here.ts"
import { reportHere, reportIn, reportsHere, reportsOf, todayHere } from "./desk.ts"
import { type Given, inBody } from "./given.ts"
import {
  addReport,
  changeReport,
  groupRead,
  issueReport,
  type Moved,
  publishReport,
  writeEasyRead,
} from "./moves.ts"

const tag = "Reports"
const all = reportsOf(":phase")
const one = reportIn(":phase", ":report")

const text = (words: number) => z.string().max(words * 12)
const row = z.string().max(64).optional()
const writes = z.strictObject({
  title: z.string().max(2_000),
  summary: text(200).meta({ description: "200 words or fewer" }),
  found: z
    .array(z.strictObject({ id: row, heading: z.string().max(2_000), text: text(500) }))
    .max(10)
    .meta({ description: "Part by part; each of 500 words or fewer" }),
  limits: text(300).meta({ description: "What cannot be claimed: 300 words or fewer" }),
  release: z
    .string()
    .max(80)
    .optional()
    .meta({ description: "The number of a release and its moment, as 2~moment" }),
  costs: z.boolean(),
  stories: z
    .array(z.string().max(200))
    .max(60)
    .optional()
    .meta({ description: "Each as the organisation and the story’s number: halton~001" }),
  did: z
    .array(z.strictObject({ id: row, site: z.string().max(2_000), said: text(60), did: text(60) }))
    .max(12)
    .optional(),
})
const revision = z.int().meta({ description: "Of the report as you read it" })
const moved = z.object({ report: z.string(), state: z.enum(reportStates) })
const whole = reportShown.extend({ revision: z.int() })

type Body = Record<string, unknown>

const move = (
  path: string,
  said: { id: string; summary: string; asks: z.ZodType; status?: 201 },
  does: (c: C, given: Given, key: MoveKey) => Promise<Moved>,
) =>
  operation<Inside, Body>({
    method: "post",
    path,
    tag,
    keyed: true,
    gives: moved,
    ...said,
    asks: said.asks as z.ZodType<Body>,
    does: async (c, body, key) => {
      const given = await does(c, inBody(body), key as MoveKey)
      return { body: given, at: reportIn(phaseHere(c).id, given.report) }
    },
  })

/** Reports of the evaluation, as data. */
export const reportOperations: Operation<Inside>[] = [
  operation({
    id: "listReports",
    method: "get",
    path: all,
    tag,
    summary: "The reports of a phase: drafts for evaluators, what was issued for everybody who comes in",
    gives: z.object({
      reports: z.array(
        z.object({
          report: z.string(),
          title: z.string(),
          state: z.enum(reportStates),
          says: z.string(),
          stories: report.shape.stories,
        }),
      ),
    }),
    does: async (c) => ({
      body: {
        reports: (await reportsHere(c)).map((each) => ({
          report: each.id,
          title: each.title,
          state: each.state,
          says: reportSentence(each, todayHere(c)),
          stories: each.stories,
        })),
      },
    }),
  }),
  operation({
    id: "readReport",
    method: "get",
    path: one,
    tag,
    summary: "One report as it is read now",
    gives: whole,
    does: async (c) => {
      const found = await reportHere(c)
      return { body: { ...shownReport(await rendered(c, found), todayHere(c)), revision: found.revision } }
    },
  }),
  move(`${all}/add`, { id: "writeReport", summary: "Write a report", asks: writes, status: 201 }, addReport),
  move(
    `${one}/write`,
    {
      id: "changeReport",
      summary: "Change a report before it is published",
      asks: writes.extend({ revision }),
    },
    changeReport,
  ),
  move(
    `${one}/easy-read`,
    {
      id: "writeEasyRead",
      summary: "Write the easy-read version: a change asks a self-advocacy group again",
      asks: z.strictObject({ text: text(800), revision }),
    },
    writeEasyRead,
  ),
  move(
    `${one}/group`,
    {
      id: "recordGroupReading",
      summary: "A self-advocacy group read the easy-read version",
      asks: z.strictObject({
        group: z.string().max(2_000),
        who: z.string().max(2_000),
        on: plainDate,
        revision,
      }),
    },
    groupRead,
  ),
  move(
    `${one}/issue`,
    {
      id: "issueReport",
      summary: "Issue a report: sites and the Department check its facts",
      asks: z.strictObject({ revision }),
    },
    issueReport,
  ),
  move(
    `${one}/publish`,
    {
      id: "publishReport",
      summary: "Publish a report at an address for everybody, for good",
      asks: z.strictObject({ revision }),
    },
    publishReport,
  ),
]
