import { Hono } from "hono"
import { Refused } from "../../shared/domain/refused.ts"
import type { Entries, Problem } from "../../shared/form/question.ts"
import { mostWorkers } from "../../shared/kinds/monthly-tally/asked.ts"
import type { TallyRow } from "../../shared/kinds/monthly-tally/columns.ts"
import type { Json } from "../../shared/values/canonical.ts"
import { formOf } from "../../shared/web/body.ts"
import { moveKey } from "../../shared/web/move-key.ts"
import { staysIn } from "../../shared/web/programme/doubts.tsx"
import { readOn } from "../../shared/web/programme/typed.ts"
import { type Before, type Desk, lastSent, load } from "./desk.ts"
import { type Filled, fillIn } from "./filling.ts"
import { sameAsBefore, type Tried } from "./form.tsx"
import type { C, Here } from "./here.ts"
import { TallyPage } from "./page.tsx"
import { columnsIn, fieldsOf, namesOf, sameAs, tableOf, withoutWhy, withSpare } from "./typed.ts"

/** The one page of a tally, below its own address: the same for whoever is signed in and by the link of a letter. */
export const tallyPages = () =>
  new Hono<Here>()
    .get("/", async (c) => c.html(await shown(c)))
    .post("/send", (c) => filled(c, "send"))
    .post("/save", (c) => filled(c, "save"))
    .post("/rows", async (c) => c.html(await moreRows(c)))

const shown = async (c: C) => {
  const desk = await load(c)
  const asked = c.req.query("as")
  if (asked !== undefined && asked !== sameAsBefore) throw new Refused("not understood")
  if (desk.whole) return TallyPage({ c, desk, entries: withSpare(kept(desk), mostWorkers, 1) })
  const before = desk.open ? await lastSent(c, desk) : undefined
  const fills = before !== undefined && asked === sameAsBefore
  return TallyPage({
    c,
    desk,
    entries: withSpare(tableOf(beginning(desk, before, fills)), mostWorkers, before ? 1 : 2),
    ...(before && { before: before.title }),
    filled: fills,
  })
}

const beginning = (desk: Desk, before: Before | undefined, fills: boolean): TallyRow[] => {
  if (!before || before.rows.length === 0) return [{ id: "new-1", name: "Team" }]
  return fills ? sameAs(before, columnsIn(desk)) : namesOf(before)
}

const kept = ({ whole }: Desk): Entries => {
  const answers = whole?.sections.tally?.answers
  return tableOf((answers?.team ?? []) as unknown as TallyRow[], answers?.workers as number | undefined)
}

const moreRows = async (c: C) => {
  const typed = await formOf(c)
  const desk = await load(c)
  return TallyPage({ c, desk, entries: withSpare(typed, mostWorkers), filled: false })
}

/** Saves or sends what is typed; where that is refused, the page comes back with all of it. */
const filled = async (c: C, then: Filled["then"]) => {
  const typed = await formOf(c)
  const seen = revisionIn(typed.revision)
  const stays = staysIn(typed)
  const desk = await load(c)
  try {
    const answers = answersIn(desk, typed)
    const key = moveKey(c, typed.key, { answers, seen, then, stays } as Json)
    await fillIn(c, { answers, seen, then, stays }, key)
    return c.redirect(c.var.filling.at, 303)
  } catch (error) {
    if (!(error instanceof Refused) || !shownHere.has(error.refusal)) throw error
    const { problems = [], says, asks, clashes = [] } = error.details
    const tried: Tried = {
      problems: [...problems, ...clashes.map(clashWords)],
      ...(says && { says }),
      ...(asks && error.refusal === "not complete" && { asks }),
    }
    return c.html(
      TallyPage({ c, desk: await load(c), entries: withSpare(typed, mostWorkers, 1), tried }),
      422,
    )
  }
}

const shownHere = new Set(["not valid", "not complete", "personal data", "changed by someone else"])

const clashWords = ({ by }: { by: string }): Problem => ({
  question: "team",
  says: `${by} saved this tally after you opened it. Open it again to see what they typed: nothing of yours was kept`,
})

const answersIn = (desk: Desk, typed: Entries): Filled["answers"] => {
  const problems = withoutWhy(desk, typed)
  if (problems.length > 0) throw new Refused("not valid", { problems })
  return readOn(desk.section, fieldsOf(desk, typed))
}

const revisionIn = (given: string | undefined) => {
  if (!given || !/^\d{1,6}$/.test(given)) throw new Refused("not understood")
  return Number(given)
}
