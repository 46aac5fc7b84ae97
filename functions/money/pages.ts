import type { Hono } from "hono"
import { leavingForm } from "../../shared/domain/funding/leaving-form.ts"
import { decliningForm } from "../../shared/domain/funding/offer-words.ts"
import { formOf } from "../../shared/web/body.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { moveKey } from "../../shared/web/move-key.ts"
import { readOn, submitting } from "../../shared/web/programme/typed.ts"
import { moneyAt, offerAt, setUpAt } from "./addresses.ts"
import { moneyHere } from "./desk.ts"
import { leave, leavingHere } from "./leaving.ts"
import { accept, decline, offerHere, offerToDecline } from "./offer.ts"
import { LeavePage } from "./pages/leave.tsx"
import { MoneyPage } from "./pages/money.tsx"
import { DeclinePage, OfferPage } from "./pages/offer.tsx"
import { SetUpPage, TaskPage } from "./pages/set-up.tsx"
import { answerTask, formHere, setUpHere, taskHere } from "./set-up.ts"

const one = "/money/:phase"
const offer = `${one}/offer`
const setUp = `${one}/set-up`

/** Below `/organisations/:organisation`: all at `money`. */
export const addMoneyPages = (pages: Hono<SignedIn>) => {
  pages.get("/money", async (c) => c.html(MoneyPage({ c, desk: await moneyHere(c) })))
  addOffer(pages)
  return pages
    .get(setUp, async (c) => c.html(SetUpPage({ c, account: await setUpHere(c) })))
    .get(`${setUp}/:task`, async (c) => c.html(TaskPage({ c, desk: await taskHere(c) })))
    .post(`${setUp}/:task`, async (c) => {
      const fields = await formOf(c)
      const desk = await taskHere(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const given = readOn(formHere(c, desk), typed)
          const { organisation, phase } = await answerTask(c, given, moveKey(c, key, typed))
          return setUpAt(organisation, phase)
        },
        async (tried) => TaskPage({ c, desk: await taskHere(c), tried }),
        fields,
      )
    })
    .get(`${one}/leave`, async (c) => c.html(LeavePage({ c, desk: await leavingHere(c) })))
    .post(`${one}/leave`, async (c) => {
      const fields = await formOf(c)
      const { account } = await leavingHere(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const given = await leave(c, readOn(leavingForm(account), typed), moveKey(c, key, typed))
          return moneyAt(given.organisation)
        },
        async (tried) => LeavePage({ c, desk: await leavingHere(c), tried }),
        fields,
      )
    })
}

const addOffer = (pages: Hono<SignedIn>) =>
  pages
    .get(offer, async (c) => c.html(OfferPage({ c, desk: await offerHere(c) })))
    .post(`${offer}/accept`, async (c) => {
      const { key, hash = "" } = await formOf(c)
      return submitting(
        c,
        async () => {
          const { organisation, phase } = await accept(c, hash, moveKey(c, key, { hash }))
          return offerAt(organisation, phase)
        },
        async ({ says }) => OfferPage({ c, desk: await offerHere(c), says }),
        {},
      )
    })
    .get(`${offer}/decline`, async (c) => c.html(DeclinePage({ c, account: await offerToDecline(c) })))
    .post(`${offer}/decline`, (c) =>
      submitting(
        c,
        async ({ key, ...typed }) => {
          const given = readOn(decliningForm, typed)
          const { organisation, phase } = await decline(c, given, moveKey(c, key, typed))
          return offerAt(organisation, phase)
        },
        async (tried) => DeclinePage({ c, account: await offerToDecline(c), tried }),
      ),
    )
