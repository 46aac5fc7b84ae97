import type { Hono } from "hono"
import { closeForm } from "../../../shared/domain/coaching/risk-form.ts"
import { csvFile } from "../../../shared/web/coaching/csv-file.ts"
import { type C, type Inside, placeHere } from "../../../shared/web/coaching/here.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import type { Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { riskRows } from "./csv.ts"
import { keepersOnly, registerHere, riskAt, riskHere, riskToKeep } from "./desk.ts"
import { foreseenHere } from "./foreseen.ts"
import { addRisk, closeRisk, formHere, lookAtRisk } from "./moves.ts"
import { AddPage, addTitle, ClosePage, LookPage, lookTitle } from "./pages/forms.tsx"
import { RegisterPage } from "./pages/register.tsx"
import { RiskPage } from "./pages/risk.tsx"

const risks = "/coaching/:phase/risks"
const one = `${risks}/:risk`

/** The risks of a site: kept by it and its coach, each look at one beside those before it. */
export const addRiskPages = (pages: Hono<Inside>) => {
  pages
    .get(risks, async (c) => c.html(RegisterPage({ c, register: await registerHere(c) })))
    .get("/coaching/:phase/risks.csv", async (c) => {
      const register = await registerHere(c)
      const { organisation, phase } = placeHere(c)
      return csvFile(c, `risks-${organisation}-${phase}`, riskRows(register))
    })
    .get(`${risks}/add`, async (c) => {
      keepersOnly(c)
      return c.html(AddPage({ c, entries: await foreseenHere(c) }))
    })
    .post(`${risks}/add`, (c) => {
      keepersOnly(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const { risk } = await addRisk(c, readOn(formHere(c, addTitle), typed), moveKey(c, key, typed))
          return riskAt(c, risk)
        },
        (tried) => AddPage({ c, tried }),
      )
    })
    .get(one, async (c) => c.html(RiskPage({ c, desk: await riskHere(c) })))
  return addLooks(pages)
}

const addLooks = (pages: Hono<Inside>) =>
  pages
    .get(`${one}/look`, async (c) => c.html(await lookPage(c)))
    .post(`${one}/look`, async (c) => {
      await riskToKeep(c)
      return submitting(
        c,
        async ({ key, seen = "", ...typed }) => {
          const revision = /^\d{1,7}$/.test(seen) ? Number(seen) : -1
          const given = readOn(formHere(c, lookTitle), typed)
          const { risk } = await lookAtRisk(c, given, revision, moveKey(c, key, typed))
          return riskAt(c, risk)
        },
        (tried) => lookPage(c, tried),
      )
    })
    .get(`${one}/close`, async (c) => c.html(await closePage(c)))
    .post(`${one}/close`, async (c) => {
      await riskToKeep(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const { risk } = await closeRisk(c, readOn(closeForm, typed), moveKey(c, key, typed))
          return riskAt(c, risk)
        },
        (tried) => closePage(c, tried),
      )
    })

const lookPage = async (c: C, tried?: Tried) => LookPage({ c, one: await riskToKeep(c), tried })
const closePage = async (c: C, tried?: Tried) => ClosePage({ c, one: await riskToKeep(c), tried })
