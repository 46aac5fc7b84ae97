import type { Hono } from "hono"
import { addendumForm, remarkKindNames } from "../../../shared/domain/coaching/remark.ts"
import { sessionMoves } from "../../../shared/domain/coaching/session-life.ts"
import { cancelForm, planForm } from "../../../shared/domain/coaching/session-planning.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Entries } from "../../../shared/form/question.ts"
import { sessionAt } from "../../../shared/web/coaching/addresses.ts"
import { type C, type Inside, only, placeHere, viewHere } from "../../../shared/web/coaching/here.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { staysIn } from "../../../shared/web/programme/doubts.tsx"
import type { Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { agreeSession, changeSession } from "./answering.ts"
import { addAddendum, closeSession } from "./ending.ts"
import { changeForm, sessionHere, textHere } from "./here.ts"
import { listHere, sessionsCsv } from "./listing.ts"
import { ChangePage } from "./pages/change.tsx"
import { SessionsPage } from "./pages/list.tsx"
import { PrintPage, VersionPage } from "./pages/papers.tsx"
import { WholeSession } from "./pages/session.tsx"
import { SharePage } from "./pages/share.tsx"
import { addressOf } from "./pages/shell.tsx"
import { AddendumPage, CancelPage, NotNowPage, PlanPage, ReplanPage } from "./pages/short.tsx"
import { SummaryPage } from "./pages/summary.tsx"
import { cancelSession, planSession, replanSession } from "./planning.ts"
import { summarySession, versionHere, wholeSession } from "./reading.ts"
import { toShare } from "./ready.ts"
import { shareSession } from "./sharing.ts"
import { backToSession, discardSession, showTyped } from "./typed.ts"
import { addWritingPages } from "./writing-pages.ts"

const at = "/coaching/:phase/sessions"
const one = `${at}/:session`

/** The sessions of a site: what is to come, what was written, what the site says of it. */
export const addSessionPages = (pages: Hono<Inside>) => {
  pages
    .get(at, async (c) => c.html(SessionsPage({ c, listed: await listHere(c) })))
    .get(`${at}.csv`, sessionsCsv)
    .get("/coaching/:phase/typed/:typed", showTyped)
    .get("/coaching/:phase/typed/:typed/discard", backToSession)
    .post("/coaching/:phase/typed/:typed/discard", discardSession)
    .get(`${at}/plan`, (c) => {
      only(c, "plan session")
      placeHere(c)
      return c.html(PlanPage({ c }))
    })
    .post(`${at}/plan`, (c) => {
      only(c, "plan session")
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const form = planForm(c.var.world.now())
          return after(c, await planSession(c, readOn(form, typed), moveKey(c, key, typed)))
        },
        async (tried) => PlanPage({ c, tried }),
      )
    })
  addWritingPages(pages, at)
  return pages
    .get(one, async (c) =>
      viewHere(c) === "summary"
        ? c.html(SummaryPage({ c, summary: await summarySession(c) }))
        : c.html(WholeSession({ c, whole: await wholeSession(c) })),
    )
    .get(`${one}/print`, async (c) =>
      viewHere(c) === "summary"
        ? c.html(SummaryPage({ c, summary: await summarySession(c) }))
        : c.html(PrintPage({ c, whole: await wholeSession(c) })),
    )
    .get(`${one}/versions/:version`, async (c) => c.html(VersionPage({ c, one: await versionHere(c) })))
    .get(`${one}/plan`, async (c) => {
      only(c, "plan session")
      return c.html(ReplanPage({ c, session: await sessionHere(c) }))
    })
    .post(`${one}/plan`, (c) => {
      only(c, "plan session")
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const form = planForm(c.var.world.now())
          return after(c, await replanSession(c, readOn(form, typed), moveKey(c, key, typed)))
        },
        async (tried) => ReplanPage({ c, session: await sessionHere(c), tried }),
      )
    })
    .get(`${one}/cancel`, async (c) => {
      only(c, "plan session")
      return c.html(CancelPage({ c, session: await sessionHere(c) }))
    })
    .post(`${one}/cancel`, (c) => {
      only(c, "plan session")
      return submitting(
        c,
        async ({ key, ...typed }) =>
          after(c, await cancelSession(c, readOn(cancelForm, typed), moveKey(c, key, typed))),
        async (tried) => CancelPage({ c, session: await sessionHere(c), tried }),
      )
    })
    .get(`${one}/share`, async (c) => {
      only(c, "write session")
      return c.html(SharePage({ c, ready: await toShare(c) }))
    })
    .post(`${one}/share`, (c) => {
      only(c, "write session")
      return submitting(
        c,
        async ({ key, revision, ...typed }) => {
          const read = { revision: numberIn(revision), stays: staysIn(typed) }
          return after(c, await shareSession(c, read, moveKey(c, key, read)))
        },
        async (tried) =>
          tried.refusal === "not possible now"
            ? notNow(c, tried)
            : SharePage({ c, ready: await toShare(c), tried }),
      )
    })
    .get(`${one}/agree`, async (c) => c.redirect(addressOf(await sessionHere(c)), 303))
    .post(`${one}/agree`, (c) => {
      only(c, "answer session")
      return submitting(
        c,
        async ({ key, version, seen }) => {
          const read = { version: numberIn(version), answer: seen }
          return after(c, await agreeSession(c, read, moveKey(c, key, { version: read.version })))
        },
        (tried) => notNow(c, tried),
      )
    })
    .get(`${one}/change`, async (c) => {
      only(c, "comment on session")
      const session = await sessionHere(c)
      return c.html(ChangePage({ c, session, text: await textHere(c, session) }))
    })
    .post(`${one}/change`, (c) => {
      only(c, "comment on session")
      return submitting(
        c,
        async ({ key, version, as, ...typed }) => {
          const named = remarkKindNames.find((name) => name === as) ?? "comment"
          only(c, sessionMoves[named].right)
          const session = await sessionHere(c)
          const given = readOn(changeForm(await textHere(c, session)), typed)
          const answer = {
            version: numberIn(version),
            answer: typed.seen,
            as: named,
            given,
            stays: staysIn(typed),
          }
          return after(
            c,
            await changeSession(c, answer, moveKey(c, key, { ...typed, version: version ?? "", as: named })),
          )
        },
        async (tried) => {
          if (tried.refusal === "not possible now") return notNow(c, tried)
          const session = await sessionHere(c)
          return ChangePage({ c, session, text: await textHere(c, session), tried })
        },
      )
    })
    .get(`${one}/addendum`, async (c) => {
      only(c, "add addendum")
      return c.html(AddendumPage({ c, session: await sessionHere(c) }))
    })
    .post(`${one}/addendum`, (c) => {
      only(c, "add addendum")
      return submitting(
        c,
        async ({ key, ...typed }) =>
          after(c, await addAddendum(c, readOn(addendumForm, typed), staysIn(typed), moveKey(c, key, typed))),
        async (tried) => AddendumPage({ c, session: await sessionHere(c), tried }),
      )
    })
    .get(`${one}/close`, async (c) => c.redirect(addressOf(await sessionHere(c)), 303))
    .post(`${one}/close`, (c) => {
      only(c, "write session")
      return submitting(
        c,
        async ({ key }) => after(c, await closeSession(c, moveKey(c, key, null))),
        (tried) => notNow(c, tried),
      )
    })
}

const after = (c: C, { session }: { session: string }) => {
  const { organisation, phase } = placeHere(c)
  return sessionAt(organisation, phase, session)
}

const notNow = async (c: C, tried: Tried) => NotNowPage({ c, session: await sessionHere(c), tried })

const numberIn = (given: Entries[string] | undefined) => {
  if (!/^\d{1,7}$/.test(given ?? "")) throw new Refused("not understood")
  return Number(given)
}
