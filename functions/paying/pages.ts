import type { Hono } from "hono"
import { checkingForm, owingForm, reconcilingForm } from "../../shared/domain/funding/paying-forms.ts"
import { csvOf } from "../../shared/web/csv.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import {
  accountAt,
  checkAt,
  closeAt,
  paymentAt,
  reconcileAt,
  recoveryAt,
} from "../../shared/web/funding/addresses.ts"
import { accountIn, type C } from "../../shared/web/funding/here.ts"
import { moveKey } from "../../shared/web/move-key.ts"
import { readOn, submitting } from "../../shared/web/programme/typed.ts"
import { CheckPage } from "./pages/checking.tsx"
import { PaymentPage } from "./pages/payment.tsx"
import { PaymentsPage } from "./pages/payments.tsx"
import { OwingPage, RecoveryPage } from "./pages/recovery.tsx"
import { ClosePage, ReconcilePage } from "./pages/settling.tsx"
import { addPayerPages } from "./payer-pages.ts"
import { authorise, payerRows, paymentHere, paymentsHere } from "./payments.ts"
import { oweBack, owingHere, recoveryHere } from "./recoveries.ts"
import { stepOf } from "./recovery-steps.ts"
import { check, checkingHere, close, closingHere, reconcile, reconcilingHere } from "./settling.ts"

/** Below `/funding`, where these pages lie. */
const site = accountAt(":phase", ":organisation").replace("/funding", "")

/** Paying, getting back, reconciling and closing: the money of one site after it was accepted, and the payer. */
export const addPayingPages = (pages: Hono<SignedIn>) => {
  addPayments(pages)
  addRecoveries(pages)
  addSettling(pages)
  addPayerPages(pages)
  return pages
}

const addPayments = (pages: Hono<SignedIn>) =>
  pages
    .get("/payments", async (c) => c.html(PaymentsPage({ c, desk: await paymentsHere(c) })))
    .get("/payments.csv", async (c) => {
      const rows = await payerRows(c)
      c.header("content-type", "text/csv; charset=utf-8")
      c.header("content-disposition", 'attachment; filename="payments.csv"')
      return c.body(csvOf(rows))
    })
    .get(`${site}/payments/:number`, async (c) => c.html(PaymentPage({ c, desk: await paymentHere(c) })))
    .post(`${site}/payments/:number`, (c) =>
      submitting(
        c,
        async ({ key }) => {
          const { number } = await authorise(c, moveKey(c, key, null))
          return of(c, paymentAt, number)
        },
        async ({ says }) => PaymentPage({ c, desk: await paymentHere(c), says }),
      ),
    )

const addRecoveries = (pages: Hono<SignedIn>) =>
  pages
    .get(`${site}/recoveries`, async (c) =>
      c.html(OwingPage({ c, desk: await owingHere(c), entries: amountAsked(c) })),
    )
    .post(`${site}/recoveries`, (c) =>
      submitting(
        c,
        async ({ key, ...typed }) => {
          await owingHere(c)
          const { number } = await oweBack(c, readOn(owingForm, typed), moveKey(c, key, typed))
          return of(c, recoveryAt, number)
        },
        async (tried) => OwingPage({ c, desk: await owingHere(c), tried }),
      ),
    )
    .get(`${site}/recoveries/:number`, async (c) => c.html(RecoveryPage({ c, desk: await recoveryHere(c) })))
    .post(`${site}/recoveries/:number`, (c) =>
      submitting(
        c,
        async ({ key, step = "", ...typed }) => {
          await recoveryHere(c)
          const { number } = await stepOf(step)(c, typed, moveKey(c, key, { step, ...typed }))
          return of(c, recoveryAt, number)
        },
        async (tried) => RecoveryPage({ c, desk: await recoveryHere(c), tried }),
      ),
    )

/** The amount that a check found wrong begins the form. */
const amountAsked = (c: C) => {
  const pence = Number(c.req.query("amount"))
  return Number.isSafeInteger(pence) && pence > 0 ? owingForm.asks.amount?.write(pence, "amount") : {}
}

const addSettling = (pages: Hono<SignedIn>) =>
  pages
    .get(`${site}/reconcile`, async (c) => c.html(ReconcilePage({ c, desk: await reconcilingHere(c) })))
    .post(`${site}/reconcile`, (c) =>
      submitting(
        c,
        async ({ key, ...typed }) => {
          await reconcile(c, readOn(reconcilingForm, typed), moveKey(c, key, typed))
          return at(c, reconcileAt)
        },
        async (tried) => ReconcilePage({ c, desk: await reconcilingHere(c), tried }),
      ),
    )
    .get(`${site}/close`, async (c) => c.html(ClosePage({ c, desk: await closingHere(c) })))
    .post(`${site}/close`, (c) =>
      submitting(
        c,
        async ({ key }) => {
          await close(c, moveKey(c, key, null))
          return at(c, closeAt)
        },
        async (tried) => ClosePage({ c, desk: await closingHere(c), tried }),
      ),
    )
    .get(`${site}/checks/:round`, async (c) => c.html(CheckPage({ c, desk: await checkingHere(c) })))
    .post(`${site}/checks/:round`, (c) =>
      submitting(
        c,
        async ({ key, ...typed }) => {
          await checkingHere(c)
          const { round } = await check(c, readOn(checkingForm, typed), moveKey(c, key, typed))
          return at(c, (phase, organisation) => checkAt(phase, organisation, round))
        },
        async (tried) => CheckPage({ c, desk: await checkingHere(c), tried }),
      ),
    )

const at = (c: C, address: (phase: string, organisation: string) => string) => {
  const { phase, organisation } = accountIn(c)
  return address(phase, organisation)
}

const of = (c: C, address: (phase: string, organisation: string, number: number) => string, number: number) =>
  at(c, (phase, organisation) => address(phase, organisation, number))
