import type { Hono } from "hono"
import { Refused } from "../../../shared/domain/refused.ts"
import { scoreForm } from "../../../shared/domain/selection/scoring.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import type { C, Free } from "../../../shared/web/panel/here.ts"
import type { Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { criterionHere, hereAt, scoringOn, sheetHere, sheetOn, shownWith } from "./here.ts"
import { CriterionPage } from "./pages/criterion.tsx"
import { ScorePage } from "./pages/score.tsx"
import { saveScore, sendScores } from "./scoring.ts"
import { sentHere } from "./sent.ts"
import { sheetsOn } from "./sheets.ts"

const score = "/rounds/:round/expressions/:reference/score"

/** A reader's own sheet, and the sheets side by side for whoever may see them. */
export const addScorePages = (pages: Hono<SignedIn>) =>
  pages
    .get(score, (c) => shownWith(c, ["score", "compare"], (desk) => scorePage(c, desk)))
    .post(`${score}/send`, async (c) => {
      const desk = await sheetHere(c)
      return submitting(
        c,
        async ({ key, why }) => {
          const given = why ? { why } : {}
          await sendScores(c, given, moveKey(c, key, given))
          return `${hereAt(desk)}/score`
        },
        async (tried) => scorePage(c, await sheetHere(c), tried),
      )
    })
    .get(`${score}/:criterion`, (c) =>
      shownWith(c, ["score"], async (desk) => criterionPage(c, await sheetOn(c, desk))),
    )
    .post(`${score}/:criterion`, async (c) => {
      const desk = await sheetHere(c)
      const criterion = criterionHere(c, desk)
      return submitting(
        c,
        async ({ seen = "", ...typed }) => {
          await saveScore(c, readOn(scoreForm(criterion), typed), seen)
          return nextAt(desk, criterion.id)
        },
        async (tried) => criterionPage(c, await sheetHere(c), tried),
      )
    })

const nextAt = (desk: Free, id: string) => {
  const { criteria } = desk.whole
  const next = criteria[criteria.findIndex((one) => one.id === id) + 1]
  return `${hereAt(desk)}/score${next ? `/${next.id}` : ""}`
}

const scorePage = async (c: C, desk: Free, tried?: Tried) => {
  const [scoring, sheets] = await Promise.all([scoringOn(c, desk), sheetsOn(desk)])
  if (!scoring && !sheets) throw new Refused("not found")
  return ScorePage({ c, desk, scoring, sheets, tried })
}

const criterionPage = async (c: C, desk: Awaited<ReturnType<typeof sheetHere>>, tried?: Tried) => {
  const criterion = criterionHere(c, desk)
  return CriterionPage({ c, desk, criterion, said: await sentHere(c, desk), tried })
}
