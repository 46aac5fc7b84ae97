import type { Hono } from "hono"
import { writingForm } from "../../../shared/domain/learning/community-forms.ts"
import { formOf } from "../../../shared/web/body.ts"
import { withoutRemoved, withRow } from "../../../shared/web/form/typed.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { submitting } from "../../../shared/web/programme/typed.ts"
import { sessionAt } from "../addresses.ts"
import { onPage } from "../given.ts"
import { type Inside, only } from "../here.ts"
import { sessionsHere } from "./desk.ts"
import { cancel, change, endedHere, plan, sessionHere, toComeHere, writeUp } from "./moves.ts"
import { CancelPage, ChangePage, PlanPage, WriteUpPage } from "./pages/forms.tsx"
import { SessionPage } from "./pages/session.tsx"
import { SessionsPage } from "./pages/sessions.tsx"

/** Sessions of the community of practice, and how coordinators keep them. */
export const addCommunityPages = (pages: Hono<Inside>) => {
  pages
    .get("/sessions", async (c) => c.html(SessionsPage({ c, sessions: await sessionsHere(c) })))
    .get("/sessions/plan", (c) => {
      only(c, "keep community sessions")
      return c.html(PlanPage({ c }))
    })
    .post("/sessions/plan", (c) => {
      only(c, "keep community sessions")
      return submitting(
        c,
        async ({ key, ...typed }) =>
          sessionAt((await plan(c, onPage(typed), moveKey(c, key, typed))).session),
        (tried) => PlanPage({ c, tried }),
      )
    })
    .get("/sessions/:session", async (c) => c.html(SessionPage({ c, one: await sessionHere(c) })))
  for (const [path, here, does, Form] of [
    ["change", toComeHere, change, ChangePage],
    ["cancel", toComeHere, cancel, CancelPage],
    ["write-up", endedHere, writeUp, WriteUpPage],
  ] as const) {
    const at = `/sessions/:session/${path}`
    pages
      .get(at, async (c) => c.html(Form({ c, one: await here(c) })))
      .post(at, async (c) => {
        const given = await formOf(c)
        if (given.add !== undefined || given.remove !== undefined) {
          const one = await here(c)
          const form = writingForm(c.var.world.now(), one.held)
          const entries = withRow(form, withoutRemoved(given), given.add)
          return c.html(Form({ c, one, tried: { entries, problems: [] } }))
        }
        return submitting(
          c,
          async ({ key, go: _, ...typed }) => {
            const { session } = await does(c, onPage(typed), moveKey(c, key, typed))
            return sessionAt(session)
          },
          async (tried) => Form({ c, one: await here(c), tried }),
          given,
        )
      })
  }
  return pages
}
