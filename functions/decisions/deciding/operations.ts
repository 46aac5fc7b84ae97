import * as z from "zod"
import { notDecidable } from "../../../shared/domain/selection/deciding.ts"
import { decidedBy } from "../../../shared/domain/selection/deciding-seen.ts"
import { decisionWord } from "../../../shared/domain/selection/decision-word.ts"
import { toModerate } from "../../../shared/domain/selection/moderating.ts"
import { portfolioOf } from "../../../shared/domain/selection/portfolio.ts"
import { isOver, scoreRows } from "../../../shared/domain/selection/ranking.ts"
import { settledIn } from "../../../shared/domain/selection/total.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { departmentAt, expressionAt } from "../../../shared/web/panel/addresses.ts"
import { comparedHere, decidingHere, rankingHere, roundCompared } from "./desk.ts"
import { feedbackOperations, tag } from "./feedback-operations.ts"
import { decidedIn, decisionParts } from "./loaded.ts"
import { decideHere, moderate, settledGiven } from "./moves.ts"
import { sheetsOn } from "./pages/sheets.tsx"
import * as shapes from "./shapes.ts"

const round = `${departmentAt}/rounds/:round`
const one = `${round}/expressions/:reference`

/** Comparing, moderating and deciding, as the pages do. */
export const decidingOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "readRanking",
    method: "get",
    path: `${round}/ranking`,
    tag,
    summary: "The ranking of a round with its arithmetic, and every score it is made of",
    about: "Of what you may compare, and nothing else. Empty while you owe a sheet of the round.",
    gives: shapes.ranking,
    does: async (c) => {
      const { whole, ranking } = await rankingHere(c)
      const { passLine } = whole.rules
      return {
        body: {
          owed: ranking.owed,
          ...(passLine !== undefined && { passLine }),
          criteria: whole.criteria.map(({ id, criterion, weight }) => ({ id, criterion, weight })),
          ranking: ranking.rows.map(({ place, tied, one, total }) => ({
            place,
            tied,
            reference: one.reference,
            name: one.name,
            total: shapes.totalShown(total),
            toModerate: one.compared.toModerate,
            ...(passLine !== undefined && { overPassLine: isOver(total, passLine) }),
          })),
          notRanked: ranking.notRanked,
          couldNotApply: ranking.cannot,
          readByOthers: ranking.others,
          notSaid: ranking.unsaid,
          scores: scoreRows(ranking.rows),
        },
      }
    },
  }),
  operation<SignedIn, unknown>({
    id: "listDecisions",
    method: "get",
    path: `${round}/decisions`,
    tag,
    summary: "What is decided of a round, each with its reason",
    gives: shapes.decisionsList,
    does: async (c) => {
      const rows = await decidedIn(await roundCompared(c, "export the round"))
      return {
        body: {
          decisions: rows.map(({ one: { reference, name }, decision }) => ({ reference, name, decision })),
        },
      }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readPortfolio",
    method: "get",
    path: `${round}/portfolio`,
    tag,
    summary: "What is decided of a round against its envelope, by region and group of people",
    about: "Totals are of what you may see.",
    gives: shapes.portfolio,
    does: async (c) => {
      const { compared, round } = await roundCompared(c, "export the round")
      return { body: portfolioOf(compared, round.envelope) }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readModeration",
    method: "get",
    path: `${one}/moderation`,
    tag,
    summary: "The sheets of one side by side, and what must be settled of them",
    gives: shapes.moderationShown,
    does: async (c) => {
      const desk = await comparedHere(c, "moderate")
      const { reference, compared } = desk.one
      const settles = toModerate(desk.raw, desk.whole)
      const [sheets, moderation] = await Promise.all([sheetsOn(desk), desk.store.moderation(reference)])
      return {
        body: {
          reference,
          sheets,
          wideGaps: "not" in settles ? [] : settles.criteria.map(({ id }) => id),
          acrossLine: "not" in settles ? false : settles.acrossLine,
          ...("not" in settles && { not: settles.not }),
          ...(compared.total && { total: shapes.totalShown(compared.total) }),
          ...(moderation && settledIn(compared) && { moderation }),
        },
      }
    },
  }),
  operation({
    id: "moderate",
    method: "post",
    path: `${one}/moderation`,
    tag,
    summary: "Settle scores that are too far apart, each with a reason",
    keyed: true,
    asks: shapes.settling,
    gives: z.object({ reference: z.string(), settled: z.array(z.string()), at: z.iso.datetime() }),
    does: async (c, given, key) => {
      const desk = await comparedHere(c, "moderate")
      const body = await moderate(c, settledGiven(desk, given), key as MoveKey)
      return { body, at: `${expressionAt(desk.round.id, body.reference)}/moderation` }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readPanelDecision",
    method: "get",
    path: `${one}/decision`,
    tag,
    summary: "Everything that one is decided by, and every decision there was",
    gives: shapes.decisionShown,
    does: async (c) => {
      const desk = await comparedHere(c, "decide")
      const refused = notDecidable(desk.raw, decidingHere(c, desk))
      const { total } = desk.one.compared
      return {
        body: {
          reference: desk.one.reference,
          seen: decidedBy(desk.raw),
          ...(refused && { not: refused.details.says }),
          ...(total && { total: shapes.totalShown(total) }),
          ...(await decisionParts(desk)),
        },
      }
    },
  }),
  operation({
    id: "decide",
    method: "post",
    path: `${one}/decision`,
    tag,
    summary: "Decide about one, or anew until the applicants are told",
    about: "Refused where what it is decided by changed since it was read, or somebody else decided.",
    keyed: true,
    asks: shapes.deciding,
    gives: z.object({
      reference: z.string(),
      decision: decisionWord,
      version: z.int(),
      at: z.iso.datetime(),
    }),
    does: async (c, { seen, ...given }, key) => {
      const body = await decideHere(c, given, seen, key as MoveKey)
      return { body, at: `${expressionAt(c.req.param("round") ?? "", body.reference)}/decision` }
    },
  }),
  ...feedbackOperations,
]
