import type { Hono } from "hono"
import { notYetForm } from "../../../shared/domain/evaluation/plan/not-yet.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { formOf } from "../../../shared/web/body.ts"
import { type C, type Inside, mayHere, only } from "../../../shared/web/evaluation/here.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { Doubts, recognised, staysIn } from "../../../shared/web/programme/doubts.tsx"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { commentAt, here, sectionAt } from "./addresses.ts"
import { agreePlan, notYet, openPlan, proposePlan } from "./agreeing.ts"
import { addMeasure, removeMeasure, replaceMeasure } from "./choosing.ts"
import { agreedHere, beginningHere, countingHere, inPhaseHere, planHere } from "./desk.ts"
import { csvHere, pictureHere, textHere } from "./exporting.tsx"
import { AddPage } from "./pages/add.tsx"
import { AgreePage } from "./pages/agree.tsx"
import { CountingPage, PlanPage } from "./pages/plan.tsx"
import { ProposePage } from "./pages/propose.tsx"
import { ChangesPage, PrintPage, VersionPage } from "./pages/version.tsx"
import { saveOnPage, showDraft } from "./pages-writing.ts"
import { commentOnPlan, dealWith, remarkFormHere } from "./remarks.ts"
import { changesHere, versionHere } from "./versions.ts"
import { beginPlan, writableHere } from "./writing.ts"

const one = "/evaluation/:phase/plan"

/** Below `/organisations/:organisation`: all at `evaluation/:phase/plan`. */
export const addEvaluationPlanPages = (pages: Hono<Inside>) => {
  pages
    .get(one, async (c) => c.html(await planPage(c)))
    .get(`${one}/versions/:version`, async (c) => c.html(VersionPage({ c, one: await versionHere(c) })))
    .get(`${one}/versions/:version/changes`, async (c) =>
      c.html(ChangesPage({ c, one: await changesHere(c) })),
    )
    .get(`${one}/print`, async (c) => c.html(PrintPage({ c, agreed: await agreedHere(c) })))
    .get(`${one}/theory.svg`, pictureHere)
    .get(`${one}.csv`, csvHere)
    .get(`${one}.txt`, textHere)
  addWriting(pages)
  addMeasures(pages)
  addAgreeing(pages)
  addRemarks(pages)
}

/** Whoever has a part in it reads it whole; everybody else what was agreed. */
const planPage = async (c: C, says?: string) =>
  mayHere(c, "comment on evaluation plan")
    ? PlanPage({ c, on: await planHere(c), ...(says !== undefined && { says }) })
    : CountingPage({ c, on: await countingHere(c) })

const placeHere = (c: C) => inPhaseHere(c).place

/** A button on the plan's own page: it comes back there, with why where nothing was done. */
const pressed = async (c: C, does: (key: string | undefined) => Promise<unknown>) =>
  submitting(
    c,
    async ({ key }) => {
      await does(key)
      return here(placeHere(c))
    },
    ({ says }) => planPage(c, says),
  )

const addWriting = (pages: Hono<Inside>) =>
  pages
    .post(`${one}/begin`, (c) => {
      only(c, "write evaluation plan")
      return pressed(c, (key) => beginPlan(c, moveKey(c, key, {})))
    })
    .get(`${one}/sections/:section`, showDraft)
    .post(`${one}/sections/:section`, saveOnPage)
    .get(`${one}/propose`, async (c) => {
      await writableHere(c)
      return c.html(ProposePage({ c, on: await planHere(c) }))
    })
    .post(`${one}/propose`, (c) => {
      only(c, "write evaluation plan")
      return submitting(
        c,
        async ({ key, agrees = "no" }) => {
          await proposePlan(c, agrees === "yes", moveKey(c, key, { agrees }))
          return here(placeHere(c))
        },
        async ({ says }) => ProposePage({ c, on: await planHere(c), ...(says !== undefined && { says }) }),
      )
    })
    .post(`${one}/open`, (c) => {
      only(c, "write evaluation plan")
      return pressed(c, (key) => openPlan(c, moveKey(c, key, {})))
    })

const addPage = async (c: C, tried?: Tried) => {
  const plan = await writableHere(c)
  const { promised = [] } = await beginningHere(c)
  return AddPage({ c, on: inPhaseHere(c), plan, promised, ...(tried && { tried }) })
}

const addMeasures = (pages: Hono<Inside>) =>
  pages
    .get(`${one}/measures`, async (c) => c.html(await addPage(c)))
    .post(`${one}/measures`, (c) => {
      only(c, "write evaluation plan")
      return submitting(
        c,
        async ({ key, from = "" }) => {
          const { measure } = await addMeasure(c, from, moveKey(c, key, { from }))
          return sectionAt(placeHere(c), measure)
        },
        (tried) => addPage(c, tried),
      )
    })
    .post(`${one}/measures/:measure/remove`, (c) => {
      only(c, "write evaluation plan")
      return pressed(c, (key) => removeMeasure(c, moveKey(c, key, {})))
    })
    .post(`${one}/measures/:measure/replace`, (c) => {
      only(c, "write evaluation plan")
      return submitting(
        c,
        async ({ key }) => {
          const { measure } = await replaceMeasure(c, moveKey(c, key, {}))
          return sectionAt(placeHere(c), measure)
        },
        ({ says }) => planPage(c, says),
      )
    })

const addAgreeing = (pages: Hono<Inside>) =>
  pages
    .get(`${one}/agree`, async (c) => {
      only(c, "agree evaluation plan")
      return c.html(AgreePage({ c, on: await planHere(c) }))
    })
    .post(`${one}/agree`, (c) => {
      only(c, "agree evaluation plan")
      return submitting(
        c,
        async ({ key, version = "" }) => {
          await agreePlan(c, versionIn(version), moveKey(c, key, { version }))
          return here(placeHere(c))
        },
        async (tried) => AgreePage({ c, on: await planHere(c), tried }),
      )
    })
    .post(`${one}/not-yet`, (c) => {
      only(c, "agree evaluation plan")
      return submitting(
        c,
        async ({ key, version = "", ...typed }) => {
          const given = readOn(notYetForm, typed)
          await notYet(c, versionIn(version), given, moveKey(c, key, { version, ...typed }))
          return here(placeHere(c))
        },
        async (tried) => AgreePage({ c, on: await planHere(c), tried }),
      )
    })

const versionIn = (given: string): number => {
  if (!/^[1-9]\d{0,3}$/.test(given)) throw new Refused("not understood")
  return Number(given)
}

const commentPage = async (c: C, tried?: Tried) =>
  FormPage({
    c,
    section: await remarkFormHere(c),
    action: commentAt(placeHere(c)),
    back: { href: here(placeHere(c)), text: "The evaluation plan" },
    caption: placeHere(c).name,
    button: "Comment",
    entries: { on: c.req.query("on") ?? "whole" },
    keyed: true,
    ...(tried && { tried }),
    after: Doubts({ ...(tried && { tried }), hint: recognised }),
  })

const addRemarks = (pages: Hono<Inside>) =>
  pages
    .get(`${one}/comment`, async (c) => c.html(await commentPage(c)))
    .post(`${one}/comment`, async (c) => {
      const fields = await formOf(c)
      const form = await remarkFormHere(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const comment = { given: readOn(form, typed), stays: staysIn(typed) }
          await commentOnPlan(c, comment, moveKey(c, key, typed))
          return here(placeHere(c))
        },
        (tried) => commentPage(c, tried),
        fields,
      )
    })
    .post(`${one}/comments/:comment/dealt`, (c) => {
      only(c, "write evaluation plan")
      return pressed(c, (key) => dealWith(c, moveKey(c, key, {})))
    })
