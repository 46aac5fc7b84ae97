import type { Hono } from "hono"
import { notYetOpened } from "../../../shared/domain/calendar/round-changes.ts"
import type { FactsPage } from "../../../shared/domain/calendar/round-facts/page.ts"
import { formOf } from "../../../shared/web/body.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { withoutRemoved, withRow } from "../../../shared/web/form/typed.ts"
import type { Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { roundAt } from "./addresses.ts"
import { type C, canChange, knownHere, roundHere, roundToPlan } from "./desk.ts"
import { FactsFormPage } from "./pages/facts.tsx"
import { saveFacts } from "./saving.ts"

/** The form of one group of facts. A row is added or taken away without saving. */
export const addFacts = (pages: Hono<SignedIn>, page: FactsPage) => {
  const at = `/rounds/:round/${page.id}`
  const drawn = async (c: C, tried?: Tried) => {
    const [here, known] = await Promise.all([roundHere(c), knownHere(c, page.id === "who-may-lead")])
    return FactsFormPage({ c, here, page, known, tried })
  }
  pages
    .get(at, async (c) => {
      const here = await roundToPlan(c)
      if (!canChange(here)) return c.redirect(roundAt(here.round.id), 303)
      return c.html(await drawn(c))
    })
    .post(at, async (c) => {
      const here = await roundToPlan(c)
      const known = await knownHere(c, page.id === "who-may-lead")
      const section = page.section(here.round, known)
      const typed = await formOf(c)
      if (canChange(here) && (typed.add !== undefined || typed.remove !== undefined)) {
        const entries = withRow(section, withoutRemoved(typed), typed.add)
        return c.html(await drawn(c, { entries, problems: [] }))
      }
      return submitting(
        c,
        async (entries) => {
          if (here.published) notYetOpened(here.published, known.now)
          const answers = readOn(section, entries)
          await saveFacts(c, page, { answers, whole: true, seen: entries.seen })
          return `${roundAt(here.round.id)}?saved=yes`
        },
        (tried) => drawn(c, tried),
        typed,
      )
    })
}
