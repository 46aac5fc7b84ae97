import type { Context, Hono } from "hono"
import { Refused } from "../../../shared/domain/refused.ts"
import { learningAt } from "../../../shared/web/coaching/addresses.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import type { Tried } from "../../../shared/web/programme/form.tsx"
import { submitting } from "../../../shared/web/programme/typed.ts"
import { goodNewsAt, shareAt, waitingAt, yoursAt } from "../addresses.ts"
import { onPage } from "../given.ts"
import { type C, type Inside, mayHere, storeHere } from "../here.ts"
import { decide, takeBack, waitingHere, withdraw, withdrawable } from "./deciding.ts"
import { allWaiting, decidedHere, looked, waitingFor, yoursHere } from "./desk.ts"
import { offer, offeringForm, type Way } from "./offering.ts"
import { LibraryPage } from "./pages/library.tsx"
import { OfferPage } from "./pages/offer.tsx"
import { DecidedPage, DecidePage, WaitingPage } from "./pages/waiting.tsx"
import { TakeBackPage, WithdrawPage, YoursPage } from "./pages/yours.tsx"

/** What is shared, what somebody offers, and what coordinators decide about it. */
export const addLibraryPages = (pages: Hono<Inside>) => {
  pages
    .get("/", async (c) => {
      const [found, waiting] = await Promise.all([looked(c, "community"), waitingFor(c)])
      return c.html(LibraryPage({ c, looked: found, waiting }))
    })
    .get("/yours", async (c) => c.html(YoursPage({ c, all: await yoursHere(c) })))
    .get("/yours/:offer/take-back", async (c) => c.html(TakeBackPage({ c, one: await theirs(c) })))
    .post("/yours/:offer/take-back", (c) =>
      submitting(
        c,
        async ({ key, ...typed }) => {
          await takeBack(c, offerIn(c), moveKey(c, key, typed))
          return yoursAt
        },
        refusedAgain,
      ),
    )
    .get("/waiting", async (c) => c.html(WaitingPage({ c, all: await allWaiting(c) })))
    .get("/waiting/:offer", async (c) => c.html(DecidePage({ c, one: await waitingHere(c, offerIn(c)) })))
    .post("/waiting/:offer", (c) =>
      submitting(
        c,
        async ({ key, ...typed }) => {
          await decide(c, offerIn(c), onPage(typed), moveKey(c, key, typed))
          return waitingAt
        },
        async (tried) => DecidePage({ c, one: await waitingHere(c, offerIn(c)), tried }),
      ),
    )
    .get("/decided", async (c) => c.html(DecidedPage({ c, lines: await decidedHere(c) })))
    .get("/ideas/:idea/withdraw", async (c) => c.html(await withdrawPage(c)))
    .post("/ideas/:idea/withdraw", (c) =>
      submitting(
        c,
        async ({ key, ...typed }) => {
          await withdraw(c, ideaIn(c), onPage(typed), moveKey(c, key, typed))
          return mayHere(c, "approve learning") ? learningAt : yoursAt
        },
        (tried) => withdrawPage(c, tried),
      ),
    )
  addOfferPages(pages, shareAt, "by hand")
  addOfferPages(pages, goodNewsAt, "good news")
  return pages
}

const addOfferPages = (pages: Hono<Inside>, at: string, way: Way) => {
  const path = at.slice(learningAt.length)
  pages
    .get(path, (c) => c.html(OfferPage({ c, form: offeringForm(c, way), action: at })))
    .post(path, (c) => {
      offeringForm(c, way)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await offer(c, way, onPage(typed), moveKey(c, key, typed))
          return yoursAt
        },
        (tried) => OfferPage({ c, form: offeringForm(c, way), action: at, tried }),
      )
    })
}

const offerIn = (c: Context) => c.req.param("offer") ?? ""
const ideaIn = (c: Context) => c.req.param("idea") ?? ""

/** One that this person has offered and that waits. */
const theirs = async (c: C) => {
  const one = await storeHere(c).oneWaiting(offerIn(c))
  if (one?.offered.by.person !== c.var.actor.id) throw new Refused("not found")
  return one
}

const withdrawPage = async (c: C, tried?: Tried) => {
  const one = await withdrawable(c, ideaIn(c))
  if (one.withdrawn || tried?.refusal === "not possible now") return refusedAgain(tried)
  return WithdrawPage({ c, one, idea: ideaIn(c), tried })
}

/** A page that has nothing to change: it says why not. */
const refusedAgain = (tried?: Tried): never => {
  throw new Refused(tried ? "not possible now" : "not found", { ...(tried?.says && { says: tried.says }) })
}
