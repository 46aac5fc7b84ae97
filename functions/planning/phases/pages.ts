import type { Hono } from "hono"
import { factsForm, factsOf, newPhase } from "../../../shared/domain/calendar/phase-forms.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { fieldsOf } from "../../../shared/web/form/typed.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import { calendarHere } from "../../../shared/web/programme/spread.ts"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { phaseAt, phasesAt } from "./addresses.ts"
import { type C, deskHere, phaseToPlan, plannersOnly, seenOf } from "./desk.ts"
import { changeFacts, prepare, publish } from "./moves.ts"
import { PhasesPage } from "./pages/list.tsx"
import { PeriodPage } from "./pages/period.tsx"
import { PhasePage } from "./pages/phase.tsx"
import { PublishPage } from "./pages/publish.tsx"
import { addPartPages } from "./part-pages.ts"
import { changeDueDate, periodHere } from "./periods.ts"

const one = "/phases/:phase"

/** The pages on which phases are prepared and published, and their due dates changed. */
export const addPhasePages = (pages: Hono<SignedIn>) => {
  pages
    .get("/phases", async (c) => c.html(PhasesPage({ c, phases: await calendarHere(c).phases() })))
    .get("/phases/new", (c) => {
      plannersOnly(c)
      return c.html(newPage(c))
    })
    .post("/phases/new", (c) => {
      plannersOnly(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const { phase } = await prepare(c, readOn(newPhase, typed), moveKey(c, key, typed))
          return phaseAt(phase)
        },
        (tried) => newPage(c, tried),
      )
    })
    .get(one, async (c) => c.html(PhasePage({ c, desk: await deskHere(c), saved: c.req.query("saved") })))
    .get(`${one}/facts`, async (c) => c.html(await factsPage(c)))
    .post(`${one}/facts`, async (c) => {
      const phase = await phaseToPlan(c)
      return submitting(
        c,
        async ({ seen, ...typed }) => {
          await changeFacts(c, readOn(factsForm(phase, c.var.world.now()), typed), seen)
          return `${phaseAt(phase.id)}?saved=yes`
        },
        (tried) => factsPage(c, tried),
      )
    })
    .get(`${one}/publish`, async (c) => {
      plannersOnly(c)
      const desk = await deskHere(c)
      if (desk.phase.published) return c.redirect(phaseAt(desk.phase.id), 303)
      return c.html(PublishPage({ c, desk }))
    })
    .post(`${one}/publish`, async (c) => {
      const { id } = await phaseToPlan(c)
      return submitting(
        c,
        async ({ key, seen = "" }) => {
          await publish(c, /^\d{1,7}$/.test(seen) ? Number(seen) : -1, moveKey(c, key, { seen }))
          return phaseAt(id)
        },
        async (tried) => PublishPage({ c, desk: await deskHere(c), tried }),
      )
    })
    .get(`${one}/periods/:period`, async (c) => c.html(PeriodPage({ c, here: await periodHere(c) })))
    .post(`${one}/periods/:period`, async (c) => {
      await phaseToPlan(c)
      const { form } = await periodHere(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const { phase } = await changeDueDate(c, readOn(form, typed), moveKey(c, key, typed))
          return `${phaseAt(phase)}?saved=yes`
        },
        async (tried) => PeriodPage({ c, here: await periodHere(c), tried }),
      )
    })
  return addPartPages(pages)
}

const newPage = (c: C, tried?: Tried) =>
  FormPage({
    c,
    section: newPhase,
    action: `${phasesAt}/new`,
    back: { href: phasesAt, text: "All phases" },
    button: "Prepare it",
    keyed: true,
    tried,
  })

const factsPage = async (c: C, tried?: Tried) => {
  const phase = await phaseToPlan(c)
  const section = factsForm(phase, c.var.world.now())
  const clash = tried?.refusal === "changed by someone else"
  return FormPage({
    c,
    section,
    action: `${phaseAt(phase.id)}/facts`,
    back: { href: phaseAt(phase.id), text: "The phase" },
    caption: phase.title,
    button: "Save",
    entries: fieldsOf(section, factsOf(phase)),
    hidden: { seen: (!clash && tried?.entries.seen) || seenOf(factsOf(phase)) },
    tried,
  })
}
