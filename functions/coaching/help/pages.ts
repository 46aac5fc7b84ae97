import type { Hono } from "hono"
import { askForm } from "../../../shared/domain/coaching/help-forms.ts"
import type { Entries } from "../../../shared/form/question.ts"
import type { Section } from "../../../shared/form/section.ts"
import { helpOneAt } from "../../../shared/web/coaching/addresses.ts"
import { type C, type Inside, only, placeHere } from "../../../shared/web/coaching/here.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { staysIn } from "../../../shared/web/programme/doubts.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { helpDeskHere } from "./desk.ts"
import { askForHelp, helpFor, helpHere, moveHelp } from "./moves.ts"
import { AskPage, HelpListPage } from "./pages/list.tsx"
import { HelpPage, StepPage } from "./pages/one.tsx"
import { type HelpStepName, helpStepNames, helpSteps } from "./steps.ts"

const all = "/coaching/:phase/help"
const one = `${all}/:number`

/** What is asked of the department about this site, and what it says. */
export const addHelpPages = (pages: Hono<Inside>) => {
  pages
    .get(all, async (c) => c.html(HelpListPage({ c, desk: await helpDeskHere(c) })))
    .get(`${all}/ask`, (c) => {
      asking(c)
      return c.html(AskPage({ c }))
    })
    .post(`${all}/ask`, async (c) => {
      asking(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const made = await askForHelp(c, saidOn(askForm, typed), moveKey(c, key, typed))
          return helpOneAt(made.organisation, made.phase, made.number)
        },
        (tried) => AskPage({ c, tried }),
      )
    })
    .get(one, async (c) => c.html(HelpPage({ c, one: await helpHere(c) })))
  for (const name of helpStepNames) addStep(pages, name)
  return pages
}

const saidOn = (form: Section, typed: Entries) => ({ given: readOn(form, typed), stays: staysIn(typed) })

/** Whoever names a site that is not in this phase finds nothing, before they are told that it is not for them. */
const asking = (c: C) => {
  placeHere(c)
  only(c, "ask for help")
}

const addStep = (pages: Hono<Inside>, name: HelpStepName) =>
  pages
    .get(`${one}/${name}`, async (c) => c.html(StepPage({ c, name, one: await helpFor(c, name) })))
    .post(`${one}/${name}`, async (c) => {
      await helpFor(c, name)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const made = await moveHelp(c, name, saidOn(helpSteps[name].form, typed), moveKey(c, key, typed))
          return helpOneAt(made.organisation, made.phase, made.number)
        },
        async (tried) => StepPage({ c, name, one: await helpFor(c, name), tried }),
      )
    })
