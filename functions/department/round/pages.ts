import type { Hono } from "hono"
import { Refused } from "../../../shared/domain/refused.ts"
import { lateForm, refusingLate } from "../../../shared/domain/selection/late.ts"
import type { Entries } from "../../../shared/form/question.ts"
import { formOf } from "../../../shared/web/body.ts"
import { csvOf } from "../../../shared/web/csv.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { roundAt } from "../../../shared/web/panel/addresses.ts"
import { type C, only } from "../../../shared/web/panel/here.ts"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { listColumns, listRow } from "./csv.ts"
import { firstHere } from "./first.ts"
import { asksToBeLate, decideLate, oneLate } from "./late.ts"
import { listHere } from "./list.ts"
import { opener, openingHere, openRound } from "./opening.ts"
import { FirstPage } from "./pages/first.tsx"
import { LatePage } from "./pages/late.tsx"
import { OneLatePage } from "./pages/late-one.tsx"
import { ListPage } from "./pages/list.tsx"
import { OpenPage } from "./pages/open.tsx"

const one = "/rounds/:round"

/** The panel's first page, the list of a round, its opening, and asks to be late. */
export const addRoundPages = (pages: Hono<SignedIn>) =>
  pages
    .get("/", async (c) => c.html(FirstPage({ c, first: await firstHere(c) })))
    .get(one, async (c) => c.html(ListPage({ c, list: await listHere(c) })))
    .get(`${one}/list.csv`, async (c) => {
      const { rows, round } = await listHere(c)
      c.header("content-type", "text/csv; charset=utf-8")
      c.header("content-disposition", `attachment; filename="${round.id}-expressions.csv"`)
      return c.body(csvOf([[...listColumns], ...rows.map(listRow)]))
    })
    .get(`${one}/open`, async (c) => c.html(OpenPage({ c, opening: await openingHere(c) })))
    .post(`${one}/open`, open)
    .get(`${one}/late`, async (c) => c.html(LatePage({ c, late: await asksToBeLate(c) })))
    .get(`${one}/late/:organisation`, async (c) => c.html(OneLatePage({ c, found: await oneLate(c) })))
    .post(`${one}/late/:organisation`, async (c) => {
      const { round } = await oneLate(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await decideLate(c, lateTyped(typed), moveKey(c, key, typed))
          return `${roundAt(round.id)}/late`
        },
        async (tried) => OneLatePage({ c, found: await oneLate(c), tried }),
      )
    })

/** A page of a round that was opened asks only why it is refused. */
const lateTyped = (typed: Entries) =>
  typed.answer === undefined && typed["until.day"] === undefined
    ? { ...readOn(refusingLate, typed), answer: "refuse" }
    : readOn(lateForm, typed)

const open = async (c: C) => {
  only(c, "open the round", opener)
  const { key } = await formOf(c)
  try {
    const { round, done } = await openRound(c, moveKey(c, key, {}))
    return c.redirect(done ? roundAt(round) : `${roundAt(round)}/open`, 303)
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal !== "not possible now") throw error
    return c.html(OpenPage({ c, opening: await openingHere(c), says: error.details.says }), 409)
  }
}
