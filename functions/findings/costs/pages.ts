import type { Hono } from "hono"
import { answersFrom, costForm } from "../../../shared/domain/evaluation/costs/form.ts"
import type { Entries } from "../../../shared/form/question.ts"
import { csvOf } from "../../../shared/web/csv.ts"
import { fieldsOf } from "../../../shared/web/form/typed.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { costsAt } from "../desk/links.ts"
import type { C, Inside } from "../here.ts"
import { costRows } from "./csv.ts"
import { costsHere, estimateHere, historyHere, lineHere } from "./desk.ts"
import { addLine, changeLine, removeLine } from "./moves.ts"
import { CostsPage } from "./pages/costs.tsx"
import { PrintedCosts } from "./pages/printed.tsx"
import { RemovePage } from "./pages/remove.tsx"

const all = "/:phase/costs"

/** What the pilot costs and what it may be worth, as a range, for evaluators alone. */
export const addCostPages = (pages: Hono<Inside>) =>
  pages
    .get(all, async (c) => c.html(CostsPage({ c, desk: await costsHere(c), history: await historyHere(c) })))
    .get(`${all}/print`, async (c) => c.html(PrintedCosts({ c, desk: await costsHere(c) })))
    .get(`${all}/lines.csv`, async (c) => {
      const { costs } = await estimateHere(c)
      c.header("content-type", "text/csv; charset=utf-8")
      c.header("content-disposition", `attachment; filename="costs-and-benefits.csv"`)
      return c.body(csvOf(costRows(costs)))
    })
    .get(`${all}/lines`, async (c) => c.html(await addPage(c)))
    .post(`${all}/lines`, async (c) => {
      const { phase } = await estimateHere(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await addLine(c, readOn(adding, typed), moveKey(c, key, typed))
          return costsAt(phase.id)
        },
        (tried) => addPage(c, tried),
      )
    })
    .get(`${all}/lines/:line`, async (c) => c.html(await changePage(c)))
    .post(`${all}/lines/:line`, async (c) => {
      const { phase, costs } = await estimateHere(c)
      lineHere(c, costs)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await changeLine(c, readOn(changing, typed), seenIn(typed), moveKey(c, key, typed))
          return costsAt(phase.id)
        },
        (tried) => changePage(c, tried),
      )
    })
    .get(`${all}/lines/:line/remove`, async (c) => c.html(await removePage(c)))
    .post(`${all}/lines/:line/remove`, async (c) => {
      const { phase } = await estimateHere(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await removeLine(c, seenIn(typed), moveKey(c, key, typed))
          return costsAt(phase.id)
        },
        (tried) => removePage(c, tried),
      )
    })

const adding = costForm("Add a line")
const changing = costForm("Change a line")

/** A revision as a page sends it: nonsense matches none. */
const seenIn = ({ revision = "" }: Entries) => (/^\d{1,7}$/.test(revision) ? Number(revision) : -1)

const addPage = async (c: C, tried?: Tried): Promise<string> => {
  const { phase } = await estimateHere(c)
  return FormPage({
    c,
    section: adding,
    action: `${costsAt(phase.id)}/lines`,
    back: { href: costsAt(phase.id), text: "Costs and benefits" },
    caption: phase.title,
    button: "Add this line",
    keyed: true,
    tried,
  }) as unknown as string
}

const changePage = async (c: C, tried?: Tried): Promise<string> => {
  const { phase, costs } = await estimateHere(c)
  const one = lineHere(c, costs)
  return FormPage({
    c,
    section: changing,
    action: `${costsAt(phase.id)}/lines/${one.id}`,
    back: { href: costsAt(phase.id), text: "Costs and benefits" },
    caption: phase.title,
    button: "Save this line",
    keyed: true,
    hidden: { revision: String(costs.revision) },
    entries: fieldsOf(changing, answersFrom(one)),
    tried,
  }) as unknown as string
}

const removePage = async (c: C, tried?: Tried): Promise<string> => {
  const { phase, costs } = await estimateHere(c)
  return RemovePage({ c, phase, costs, line: lineHere(c, costs), tried }) as unknown as string
}
