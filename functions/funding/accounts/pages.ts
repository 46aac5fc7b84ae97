import type { Hono } from "hono"
import { formOf } from "../../../shared/web/body.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { accountAt } from "../../../shared/web/funding/addresses.ts"
import { accountIn, type C } from "../../../shared/web/funding/here.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { accountDesk, ledgerHere } from "./account.ts"
import { actAt } from "./addresses.ts"
import { fileOf, ledgerCsv, sitesCsv } from "./csv.ts"
import { consentToCarryOver, decideMidPhase, decisionDesk, decisionForm, stopSite } from "./deciding.ts"
import { makeOffer, offerFrom } from "./making.ts"
import { formIn, offerDesk, offerForming, planFor } from "./offering.ts"
import { overviewHere } from "./overview.ts"
import { AccountPage } from "./pages/account.tsx"
import { DecisionPage, VaryPage } from "./pages/acts.tsx"
import { LedgerPage } from "./pages/ledger.tsx"
import { OfferPage, PreviewPage } from "./pages/offer.tsx"
import { OverviewPage } from "./pages/overview.tsx"
import { varyAward, varyDesk, varyPlan } from "./varying.ts"
import { answersIn, drawnAgain } from "./worked-out.ts"

const phase = "/phases/:phase"
const site = `${phase}/sites/:organisation`

/** The money of all sites, of one, and what is decided about an award. */
export const addAccountPages = (pages: Hono<SignedIn>) => {
  const overview = async (c: C) => c.html(OverviewPage({ c, overview: await overviewHere(c) }))
  pages
    .get("/", overview)
    .get(phase, overview)
    .get(`${phase}/sites.csv`, async (c) =>
      fileOf(c, `money-${accountIn(c).phase}`, sitesCsv(await overviewHere(c))),
    )
    .get(site, async (c) => c.html(AccountPage({ c, desk: await accountDesk(c) })))
    .get(`${site}/ledger`, async (c) => c.html(LedgerPage({ c, ledger: await ledgerHere(c) })))
    .get(`${site}/ledger.csv`, async (c) => {
      const { organisation, phase } = accountIn(c)
      return fileOf(c, `ledger-${phase}-${organisation}`, ledgerCsv((await ledgerHere(c)).lines))
    })
  addOffer(pages)
  addVary(pages)
  addDecisions(pages)
  return pages
}

const back = (c: C) => {
  const { organisation, phase } = accountIn(c)
  return accountAt(phase, organisation)
}

const addOffer = (pages: Hono<SignedIn>) => {
  pages
    .get(`${site}/offer`, async (c) =>
      c.html(OfferPage({ c, desk: await offerDesk(c, formIn(c.req.query("form"))) })),
    )
    .post(`${site}/offer/preview`, async (c) => {
      const typed = await formOf(c)
      const desk = await offerDesk(c, formIn(typed.form))
      const again = drawnAgain(desk.section, typed, (amount) => planFor(desk, amount))
      if (again) return c.html(OfferPage({ c, desk, entries: again }))
      try {
        const offered = offerFrom(c, desk, readOn(desk.section, typed))
        return c.html(PreviewPage({ c, desk, offered, typed: answersIn(typed) }))
      } catch (error) {
        return submitting(
          c,
          () => Promise.reject(error),
          (tried) => OfferPage({ c, desk, tried }),
          typed,
        )
      }
    })
    .post(`${site}/offer`, async (c) => {
      const { key, ...typed } = await formOf(c)
      const form = formIn(typed.form)
      return submitting(
        c,
        async () => {
          const { section } = await offerForming(c, form)
          await makeOffer(c, form, readOn(section, typed), moveKey(c, key, typed))
          return back(c)
        },
        async (tried) => OfferPage({ c, desk: await offerDesk(c, form), tried }),
        typed,
      )
    })
}

const addVary = (pages: Hono<SignedIn>) => {
  pages
    .get(`${site}/vary`, async (c) =>
      c.html(VaryPage({ c, desk: await varyDesk(c, formIn(c.req.query("form"))) })),
    )
    .post(`${site}/vary`, async (c) => {
      const { key, ...typed } = await formOf(c)
      const form = formIn(typed.form)
      const desk = await varyDesk(c, form)
      const again = drawnAgain(desk.section, typed, (amount) => varyPlan(desk, amount))
      if (again) return c.html(VaryPage({ c, desk, entries: again }))
      return submitting(
        c,
        async () => {
          await varyAward(c, form, readOn(desk.section, typed), moveKey(c, key, answersIn(typed)))
          return back(c)
        },
        async (tried) => VaryPage({ c, desk: await varyDesk(c, form), tried }),
        typed,
      )
    })
}

const addDecisions = (pages: Hono<SignedIn>) => {
  const decisions = [
    { at: "carry-over", right: "consent to carry over", does: consentToCarryOver, after: () => undefined },
    {
      at: "mid-phase",
      right: "decide mid-phase",
      does: decideMidPhase,
      after: (decision: unknown) =>
        decision === "amend" ? ("vary" as const) : decision === "stop" ? ("leave" as const) : undefined,
    },
    { at: "leave", right: "leave", does: stopSite, after: () => undefined },
  ] as const
  for (const { at, right, does, after } of decisions)
    pages
      .get(`${site}/${at}`, async (c) => c.html(DecisionPage({ c, desk: await decisionDesk(c, right) })))
      .post(`${site}/${at}`, (c) =>
        submitting(
          c,
          async ({ key, ...typed }) => {
            const given = readOn(await decisionForm(c, right), typed)
            await does(c, given, moveKey(c, key, typed))
            const { organisation, phase } = accountIn(c)
            const next = after(given.decision)
            return next ? actAt(next, phase, organisation) : back(c)
          },
          async (tried) => DecisionPage({ c, desk: await decisionDesk(c, right), tried }),
        ),
      )
}
