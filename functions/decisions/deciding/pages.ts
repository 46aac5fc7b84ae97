import type { Context, Hono } from "hono"
import { Refused } from "../../../shared/domain/refused.ts"
import { aboutDecision } from "../../../shared/domain/selection/deciding.ts"
import { decisionForm } from "../../../shared/domain/selection/deciding-form.ts"
import { feedbackForm } from "../../../shared/domain/selection/feedback.ts"
import { moderationForm, toModerate } from "../../../shared/domain/selection/moderating.ts"
import { portfolioOf } from "../../../shared/domain/selection/portfolio.ts"
import { scoreRows } from "../../../shared/domain/selection/ranking.ts"
import { formOf } from "../../../shared/web/body.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { withoutRemoved, withRow } from "../../../shared/web/form/typed.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { expressionAt } from "../../../shared/web/panel/addresses.ts"
import { type C, shown } from "../../../shared/web/panel/here.ts"
import type { Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { decisionsCsv, fileOf, scoresCsv } from "./csv.ts"
import {
  allowed,
  type Comparing,
  comparedHere,
  comparing,
  type DecidingRight,
  decidingHere,
  nothingOwed,
  rankingHere,
  roundCompared,
} from "./desk.ts"
import { decidedIn, decisionParts } from "./loaded.ts"
import { decideHere, moderate, writeFeedback } from "./moves.ts"
import { DecisionPage } from "./pages/decision.tsx"
import { FeedbackPage } from "./pages/feedback.tsx"
import { ModerationPage } from "./pages/moderation.tsx"
import { PortfolioPage } from "./pages/portfolio.tsx"
import { RankingPage } from "./pages/ranking.tsx"
import { sheetsOn } from "./pages/sheets.tsx"

const round = "/rounds/:round"
const one = `${round}/expressions/:reference`

/** Where scores are compared, settled and decided upon. */
export const addDecidingPages = (pages: Hono<SignedIn>) =>
  pages
    .get(`${round}/ranking`, async (c) => c.html(RankingPage({ c, desk: await rankingHere(c) })))
    .get(`${round}/scores.csv`, async (c) => {
      const desk = await rankingHere(c)
      nothingOwed(c, desk)
      return fileOf(c, `${desk.round.id}-scores`, scoresCsv(scoreRows(desk.ranking.rows)))
    })
    .get(`${round}/decisions.csv`, async (c) => {
      const desk = await roundCompared(c, "export the round")
      return fileOf(c, `${desk.round.id}-decisions`, decisionsCsv(await decidedIn(desk)))
    })
    .get(`${round}/portfolio`, async (c) => {
      const desk = await roundCompared(c, "export the round")
      return c.html(PortfolioPage({ c, desk, portfolio: portfolioOf(desk.compared, desk.round.envelope) }))
    })
    .get(`${one}/moderation`, (c) => comparedPage(c, "moderate", (desk) => moderationPage(c, desk)))
    .post(`${one}/moderation`, async (c) => {
      const desk = await comparedHere(c, "moderate")
      const settles = toModerate(desk.raw, desk.whole)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const given = "not" in settles ? {} : readOn(moderationForm(desk.whole.criteria, settles), typed)
          await moderate(c, given, moveKey(c, key, typed))
          return `${hereAt(desk)}/moderation?settled=yes`
        },
        async (tried) => moderationPage(c, await comparedHere(c, "moderate"), tried),
      )
    })
    .get(`${one}/decision`, (c) => comparedPage(c, "decide", (desk) => decisionPage(c, desk)))
    .post(`${one}/decision`, async (c) => {
      const desk = await comparedHere(c, "decide")
      const section = decisionForm(aboutDecision(desk.raw, decidingHere(c, desk)))
      const typed = await formOf(c)
      if (typed.add !== undefined || typed.remove !== undefined) {
        const entries = withRow(section, withoutRemoved(typed), typed.add)
        return c.html((await decisionPage(c, desk, { entries, problems: [] })) as string)
      }
      return submitting(
        c,
        async ({ key, seen, ...fields }) => {
          const given = readOn(section, fields)
          await decideHere(c, given, seen, moveKey(c, key, { ...fields, seen: seen ?? "" }))
          return `${hereAt(desk)}/decision?decided=yes`
        },
        async (tried) => decisionPage(c, await comparedHere(c, "decide"), tried),
        typed,
      )
    })
    .get(`${one}/feedback`, (c) => comparedPage(c, "write feedback", (desk) => feedbackPage(c, desk)))
    .post(`${one}/feedback`, async (c) => {
      const desk = await comparedHere(c, "write feedback")
      return submitting(
        c,
        async ({ seen = "0", ...typed }) => {
          if (!/^\d{1,9}$/.test(seen)) throw new Refused("not understood")
          await writeFeedback(c, readOn(feedbackForm, typed), Number(seen))
          return `${hereAt(desk)}/feedback?saved=yes`
        },
        async (tried) => feedbackPage(c, await comparedHere(c, "write feedback"), tried),
      )
    })

const hereAt = ({ round: { id }, one: { reference } }: Comparing) => expressionAt(id, reference)

/** A page about one for whoever has a right and may compare it; whoever has not said about a link is asked that first. */
const comparedPage = (c: Context<SignedIn>, right: DecidingRight, page: (desk: Comparing) => unknown) => {
  allowed(c, right)
  return shown(c, (desk) => page(comparing(c, desk)))
}

const moderationPage = async (c: C, desk: Comparing, tried?: Tried) => {
  const [sheets, moderation] = await Promise.all([sheetsOn(desk), desk.store.moderation(desk.one.reference)])
  return ModerationPage({ c, desk, sheets, moderation, tried })
}

const decisionPage = async (c: C, desk: Comparing, tried?: Tried) =>
  DecisionPage({ c, desk, parts: await decisionParts(desk), tried })

const feedbackPage = async (c: C, desk: Comparing, tried?: Tried) =>
  FeedbackPage({ c, desk, feedback: await desk.store.feedback(desk.one.reference), tried })
