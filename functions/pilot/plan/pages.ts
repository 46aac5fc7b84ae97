import type { Hono } from "hono"
import { notYetForm } from "../../../shared/domain/coaching/plan-remark.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { formOf } from "../../../shared/web/body.ts"
import { type C, type Inside, only, placeHere, viewHere } from "../../../shared/web/coaching/here.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { staysIn } from "../../../shared/web/programme/doubts.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { here } from "./addresses.ts"
import { agreePlan, notYet, openPlan, proposePlan } from "./agreeing.ts"
import { planHere, summaryHere } from "./desk.ts"
import { agreedHere, csvHere, textHere } from "./exporting.ts"
import { knownHere } from "./known.ts"
import { doneFormHere, milestoneHere, movedFormHere, moveMilestone, reachMilestone } from "./milestones.ts"
import { AgreePage } from "./pages/agree.tsx"
import { PlanPage } from "./pages/plan.tsx"
import { PrintPage } from "./pages/print.tsx"
import { ProposePage } from "./pages/propose.tsx"
import { CommentPage, MilestonePage } from "./pages/short-forms.tsx"
import { SummaryPage } from "./pages/summary.tsx"
import { ChangesPage, VersionPage } from "./pages/version.tsx"
import { saveOnPage, showDraft } from "./pages-writing.ts"
import { commentOnPlan, dealWith, remarkFormHere } from "./remarks.ts"
import { changesHere, versionHere } from "./versions.ts"
import { beginPlan, writableHere } from "./writing.ts"

const one = "/coaching/:phase/plan"

/** Below `/organisations/:organisation`: all at `coaching/:phase/plan`. */
export const addPlanPages = (pages: Hono<Inside>) => {
  pages
    .get(one, async (c) => c.html(await planPage(c)))
    .get(`${one}/versions/:version`, async (c) => c.html(VersionPage({ c, one: await versionHere(c) })))
    .get(`${one}/versions/:version/changes`, async (c) =>
      c.html(ChangesPage({ c, one: await changesHere(c) })),
    )
    .get(`${one}/print`, async (c) => {
      const agreed = await agreedHere(c)
      return c.html(PrintPage({ c, agreed, known: await knownHere(c, agreed.on) }))
    })
    .get(`${one}.csv`, csvHere)
    .get(`${one}.txt`, textHere)
  addWriting(pages)
  addAgreeing(pages)
  addRemarks(pages)
  return addMilestones(pages)
}

const planPage = async (c: C, says?: string) => {
  if (viewHere(c) === "summary") return SummaryPage({ c, on: await summaryHere(c) })
  const on = await planHere(c)
  return PlanPage({ c, on, known: await knownHere(c, on), says })
}

/** A button on the plan's own page: it comes back there, with why where nothing was done. */
const pressed = async (
  c: C,
  does: (key: string | undefined, fields: Record<string, string>) => Promise<unknown>,
) =>
  submitting(
    c,
    async ({ key, ...fields }) => {
      await does(key, fields)
      return here(placeHere(c))
    },
    ({ says }) => planPage(c, says),
  )

const addWriting = (pages: Hono<Inside>) =>
  pages
    .post(`${one}/begin`, (c) => {
      only(c, "write plan")
      return pressed(c, (key) => beginPlan(c, moveKey(c, key, {})))
    })
    .get(`${one}/sections/:section`, showDraft)
    .post(`${one}/sections/:section`, saveOnPage)
    .get(`${one}/propose`, async (c) => {
      await writableHere(c)
      return c.html(ProposePage({ c, on: await planHere(c) }))
    })
    .post(`${one}/propose`, (c) => {
      only(c, "write plan")
      return submitting(
        c,
        async ({ key, agrees = "no" }) => {
          await proposePlan(c, agrees === "yes", moveKey(c, key, { agrees }))
          return here(placeHere(c))
        },
        async ({ says }) => ProposePage({ c, on: await planHere(c), says }),
      )
    })
    .post(`${one}/open`, (c) => {
      only(c, "write plan")
      return pressed(c, (key) => openPlan(c, moveKey(c, key, {})))
    })

const addAgreeing = (pages: Hono<Inside>) =>
  pages
    .get(`${one}/agree`, async (c) => {
      only(c, "agree plan")
      return c.html(AgreePage({ c, on: await planHere(c) }))
    })
    .post(`${one}/agree`, (c) => {
      only(c, "agree plan")
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
      only(c, "agree plan")
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

const addRemarks = (pages: Hono<Inside>) =>
  pages
    .get(`${one}/comment`, async (c) => c.html(CommentPage({ c, form: await remarkFormHere(c) })))
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
        async (tried) => CommentPage({ c, form: await remarkFormHere(c), tried }),
        fields,
      )
    })
    .post(`${one}/comments/:comment/dealt`, (c) => {
      only(c, "write plan")
      return pressed(c, (key) => dealWith(c, moveKey(c, key, {})))
    })

const marking = {
  done: { form: doneFormHere, does: reachMilestone },
  moved: { form: movedFormHere, does: moveMilestone },
} as const

const addMilestones = (pages: Hono<Inside>) => {
  for (const what of ["done", "moved"] as const) {
    const { form, does } = marking[what]
    const at = `${one}/milestones/:milestone/${what}`
    pages
      .get(at, async (c) => c.html(MilestonePage({ c, form: form(c), one: await milestoneHere(c), what })))
      .post(at, async (c) => {
        const fields = await formOf(c)
        await milestoneHere(c)
        return submitting(
          c,
          async ({ key, ...typed }) => {
            await does(c, readOn(form(c), typed), moveKey(c, key, typed))
            return here(placeHere(c))
          },
          async (tried) => MilestonePage({ c, form: form(c), one: await milestoneHere(c), what, tried }),
          fields,
        )
      })
  }
  return pages
}
