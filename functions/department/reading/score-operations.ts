import * as z from "zod"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Criterion } from "../../../shared/domain/selection/criterion.ts"
import { differs, toSend } from "../../../shared/domain/selection/scoring.ts"
import type { SentSheet, Sheet } from "../../../shared/domain/selection/sheet.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { expressionAt } from "../../../shared/web/panel/addresses.ts"
import type { Free } from "../../../shared/web/panel/here.ts"
import { criterionHere, freeWith, type Scoring, scoringOn, sheetHere } from "./here.ts"
import { markOf } from "./mark.ts"
import { asKept, saveScore, sendScores } from "./scoring.ts"
import { criterionShape, freeText, scoresShape, seen, written } from "./shapes.ts"
import { type Sheets, sheetsOn } from "./sheets.ts"

const score = `${expressionAt(":round", ":reference")}/score`
const tag = "Scoring expressions of interest"

const lineOf = ({ id, criterion, weight, guidance }: Criterion, { scores }: Sheet) => ({
  ...{ id, criterion, weight, guidance },
  ...scores[id],
  seen: markOf(asKept(scores[id])),
})

const ownOf = ({ own, sent, closed }: Scoring, { whole: { criteria } }: Free) => {
  const last = sent.at(-1)
  return {
    criteria: criteria.map((each) => lineOf(each, own)),
    missing: toSend(criteria, own.scores).map(({ question, says }) => ({ criterion: question, says })),
    changed: last !== undefined && differs(criteria, own.scores, last.scores),
    closed,
    sent: sent.map((one) => sentOf(one, criteria)),
  }
}

/** In the order of the criteria, whatever order a store gives them back in. */
const sentOf = ({ person, name, version, at, scores }: SentSheet, criteria: Criterion[]) => ({
  ...{ person, name, version, at },
  scores: Object.fromEntries(criteria.flatMap(({ id }) => (scores[id] ? [[id, scores[id]]] : []))),
})

const comparedOf = ({ criteria, latest, earlier, moderation, readers }: Sheets) => ({
  latest: latest.map((one) => sentOf(one, criteria)),
  earlier: earlier.map((one) => sentOf(one, criteria)),
  ...(moderation && {
    settled: Object.fromEntries(
      criteria.flatMap(({ id }) => {
        const points = moderation.points[id]
        return points === undefined ? [] : [[id, { score: points, because: moderation.reasons[id] ?? "" }]]
      }),
    ),
  }),
  waitingFor: readers.filter(({ sent }) => !sent).map(({ person, name }) => ({ person, name })),
})

/** A reader's own sheet, and the sheets side by side for whoever may see them. */
export const scoreOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "readScores",
    method: "get",
    path: score,
    tag,
    summary: "Your own sheet, and what every reader sent where you may see it",
    about: "Nobody who still owes a sheet of the round sees a score but their own.",
    gives: scoresShape,
    does: async (c) => {
      const desk = await freeWith(c, "score", "compare")
      const [scoring, sheets] = await Promise.all([scoringOn(c, desk), sheetsOn(desk)])
      if (!scoring && !sheets) throw new Refused("not found")
      return {
        body: {
          reference: desk.one.reference,
          ...(scoring && { own: ownOf(scoring, desk) }),
          ...(sheets && { compared: comparedOf(sheets) }),
        },
      }
    },
  }),
  operation({
    id: "sendScores",
    method: "post",
    path: `${score}/send`,
    tag,
    summary: "Send your own sheet: every criterion with a score and a reason of 30 to 200 words",
    about: "Who sends again says why. What was sent before is kept.",
    keyed: true,
    asks: z.strictObject({ why: freeText(30).optional() }),
    gives: written.extend({ version: z.int() }),
    does: async (c, given, key) => ({ body: await sendScores(c, given, key as MoveKey) }),
  }),
  operation<SignedIn, unknown>({
    id: "readScore",
    method: "get",
    path: `${score}/:criterion`,
    tag,
    summary: "One criterion of your own sheet",
    gives: criterionShape,
    does: async (c) => {
      const desk = await sheetHere(c)
      return { body: lineOf(criterionHere(c, desk), desk.own) }
    },
  }),
  operation<SignedIn, { score?: number; because?: string; seen?: string }>({
    id: "saveScore",
    method: "post",
    path: `${score}/:criterion`,
    tag,
    summary: "Save one criterion of your own sheet, as far as it is written",
    about: "It replaces what was saved of this criterion. The same again changes nothing.",
    asks: z.strictObject({
      score: z.int().min(0).max(4).optional(),
      because: freeText(200).optional(),
      seen,
    }),
    gives: criterionShape,
    does: async (c, { seen: mark, ...given }) => {
      const criterion = await saveScore(c, given, mark)
      const { own, whole } = await sheetHere(c)
      const found = whole.criteria.find(({ id }) => id === criterion)
      if (!found) throw new Refused("not found")
      return { body: lineOf(found, own) }
    },
  }),
]
