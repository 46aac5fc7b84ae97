import type { Hono } from "hono"
import { laterForm, takingBack } from "../../../shared/domain/calendar/round-changes.ts"
import { factsPages } from "../../../shared/domain/calendar/round-facts/pages.ts"
import type { Entries } from "../../../shared/form/question.ts"
import { clockTime, londonDate } from "../../../shared/values/london.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { fieldsOf } from "../../../shared/web/form/typed.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { roundAt, roundsAt } from "./addresses.ts"
import { type C, deskHere, plannersOnly, roundHere, roundsHere, roundToPlan } from "./desk.ts"
import { addFacts } from "./facts.ts"
import { begin, beginning, moveLater, publish, takeBack } from "./moves.ts"
import { RoundsPage } from "./pages/list.tsx"
import { PreviewPage } from "./pages/preview.tsx"
import { PublishPage } from "./pages/publish.tsx"
import { RoundPage } from "./pages/round.tsx"

const one = "/rounds/:round"

/** The pages on which rounds are prepared, published and moved. */
export const addRoundPages = (pages: Hono<SignedIn>) => {
  pages
    .get("/rounds", async (c) => c.html(RoundsPage({ c, ...(await roundsHere(c).all()) })))
    .get("/rounds/new", (c) => {
      plannersOnly(c)
      return c.html(newPage(c))
    })
    .post("/rounds/new", (c) => {
      plannersOnly(c)
      return submitting(
        c,
        (typed) => beginOn(c, typed),
        (tried) => newPage(c, tried),
      )
    })
    .get(one, async (c) => c.html(RoundPage({ c, desk: await deskHere(c), saved: c.req.query("saved") })))
    .get(`${one}/preview`, async (c) => c.html(PreviewPage({ c, here: await roundHere(c) })))
    .get(`${one}/publish`, async (c) => {
      plannersOnly(c)
      const desk = await deskHere(c)
      if (desk.published) return c.redirect(roundAt(desk.round.id), 303)
      return c.html(PublishPage({ c, desk }))
    })
    .post(`${one}/publish`, async (c) => {
      const { round } = await roundToPlan(c)
      return submitting(
        c,
        async ({ key, seen = "" }) => {
          await publish(c, seen, moveKey(c, key, { seen }))
          return roundAt(round.id)
        },
        async (tried) => PublishPage({ c, desk: await deskHere(c), tried }),
      )
    })
    .get(`${one}/take-back`, async (c) => {
      const { round, stage } = await roundToPlan(c)
      if (stage !== "not open yet") return c.redirect(roundAt(round.id), 303)
      return c.html(takeBackPage(c, round))
    })
    .post(`${one}/take-back`, async (c) => {
      const { round } = await roundToPlan(c)
      return submitting(
        c,
        async (typed) => {
          const { because = "" } = typed
          await takeBack(c, readOn(takingBack, typed), moveKey(c, typed.key, { because }))
          return roundAt(round.id)
        },
        (tried) => takeBackPage(c, round, tried),
      )
    })
    .get(`${one}/closing`, async (c) => {
      const { round, stage } = await roundToPlan(c)
      if (stage !== "open") return c.redirect(roundAt(round.id), 303)
      return c.html(closingPage(c, round))
    })
    .post(`${one}/closing`, async (c) => {
      const { round } = await roundToPlan(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await moveLater(c, readOn(laterForm(c.var.world.now()), typed), moveKey(c, key, typed))
          return roundAt(round.id)
        },
        (tried) => closingPage(c, round, tried),
      )
    })
  for (const page of factsPages) addFacts(pages, page)
  return pages
}

const newPage = (c: C, tried?: Tried) =>
  FormPage({
    c,
    section: beginning,
    action: `${roundsAt}/new`,
    back: { href: roundsAt, text: "All rounds" },
    button: "Prepare it",
    keyed: true,
    tried,
  })

const beginOn = async (c: C, { key, ...typed }: Entries) => {
  const { title = "", phase = "" } = typed
  const { round } = await begin(c, readOn(beginning, typed), moveKey(c, key, { title, phase }))
  return roundAt(round)
}

const takeBackPage = (c: C, { id, title }: { id: string; title: string }, tried?: Tried) =>
  FormPage({
    c,
    section: takingBack,
    action: `${roundAt(id)}/take-back`,
    back: { href: roundAt(id), text: "The round" },
    caption: title,
    button: "Take it back to draft",
    keyed: true,
    tried,
  })

type Dated = { id: string; title: string; closes?: string; decisionsBy?: string }

const closingPage = (c: C, { id, title, closes, decisionsBy }: Dated, tried?: Tried) => {
  const section = laterForm(c.var.world.now())
  const day = closes ? new Date(closes) : c.var.world.now()
  const answers = { closes: londonDate(day), closesAt: clockTime(day), ...(decisionsBy && { decisionsBy }) }
  return FormPage({
    c,
    section,
    action: `${roundAt(id)}/closing`,
    back: { href: roundAt(id), text: "The round" },
    caption: title,
    button: "Move it",
    keyed: true,
    entries: fieldsOf(section, answers),
    tried,
  })
}
