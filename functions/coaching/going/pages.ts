import type { Hono } from "hono"
import { type Side, sideNames, sides, stillSayable } from "../../../shared/domain/coaching/going.ts"
import { saysForm } from "../../../shared/domain/coaching/going-form.ts"
import { answerForm } from "../../../shared/domain/coaching/rating-form.ts"
import { csvFile } from "../../../shared/web/coaching/csv-file.ts"
import type { C, Inside } from "../../../shared/web/coaching/here.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { goingRows } from "./csv.ts"
import { goesAt, goingHere, monthToRate, monthToSay, ratingFacts } from "./desk.ts"
import { say, sayTheSame } from "./moves.ts"
import { GoingPage } from "./pages/going.tsx"
import { AnswerPage, RatePage } from "./pages/rating-forms.tsx"
import { SayPage } from "./pages/saying.tsx"
import { answerRatings, rate, ratedToAnswer, ratingFormHere } from "./rating-moves.ts"

const going = "/coaching/:phase/going"
const ratings = `${going}/:month/ratings`

const goingPage = async (c: C, says?: string) => GoingPage({ c, desk: await goingHere(c), says })
const sayPage = async (c: C, side: Side, rest: Partial<Parameters<typeof SayPage>[0]> = {}) => {
  const month = monthToSay(c, sides[side].right)
  const { months } = await goingHere(c)
  const said = months.find(({ id }) => id === month)?.going?.words[side]
  return SayPage({ c, side, month, said, ...rest })
}

/** How it is going, month by month, and each side's word of it. */
export const addGoingPages = (pages: Hono<Inside>) => {
  pages.get(going, async (c) => c.html(await goingPage(c)))
  pages.get("/coaching/:phase/going.csv", async (c) => {
    const desk = await goingHere(c)
    return csvFile(c, `how-it-is-going-${desk.place.organisation}-${desk.place.phase}`, goingRows(desk))
  })
  for (const side of sideNames) addSaying(pages, side)
  return addRatings(pages)
}

const addSaying = (pages: Hono<Inside>, side: Side) => {
  const one = `${going}/:month/${side}`
  const { right } = sides[side]
  pages
    .get(one, async (c) => {
      stillSayable(monthToSay(c, right), c.var.world.now())
      return c.html(await sayPage(c, side, { chosen: c.req.query("says") }))
    })
    .post(one, (c) => {
      const month = monthToSay(c, right)
      return submitting(
        c,
        async ({ key, seen, ...typed }) => {
          const given = typed.says === "on-track" ? { says: typed.says } : readOn(saysForm(month), typed)
          await say(c, side, given, { key: moveKey(c, key, typed), seen })
          return goesAt(c)
        },
        (tried) =>
          tried.entries.says === "on-track" ? goingPage(c, tried.says) : sayPage(c, side, { tried }),
      )
    })
    .post(`${one}/same`, (c) => {
      monthToSay(c, right)
      return submitting(
        c,
        async ({ key, seen }) => {
          await sayTheSame(c, side, { key: moveKey(c, key, {}), seen })
          return goesAt(c)
        },
        ({ says }) => goingPage(c, says),
      )
    })
}

const addRatings = (pages: Hono<Inside>) =>
  pages
    .get(ratings, async (c) => {
      const month = monthToRate(c, "rate")
      stillSayable(month, c.var.world.now())
      const { before } = await ratingFacts(c, month)
      const facts = await ratingFormHere(c, month, before?.now ? ratingsOf(before.now) : {})
      return c.html(RatePage({ c, month, ...facts }))
    })
    .post(ratings, (c) => {
      const month = monthToRate(c, "rate")
      return submitting(
        c,
        async ({ key, seen, ...typed }) => {
          const { form } = await ratingFormHere(c, month, typed)
          await rate(c, readOn(form, typed), moveKey(c, key, typed), seen)
          return goesAt(c)
        },
        async (tried) => RatePage({ c, month, ...(await ratingFormHere(c, month, tried.entries)), tried }),
      )
    })
    .get(`${ratings}/answer`, async (c) => c.html(AnswerPage({ c, rated: await ratedToAnswer(c) })))
    .post(`${ratings}/answer`, async (c) => {
      const rated = await ratedToAnswer(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await answerRatings(c, readOn(answerForm, typed), moveKey(c, key, typed))
          return goesAt(c)
        },
        (tried) => AnswerPage({ c, rated, tried }),
      )
    })

const ratingsOf = <Area extends string>(now: Record<Area, { is: string }>): Record<string, string> =>
  Object.fromEntries(Object.entries<{ is: string }>(now).map(([area, { is }]) => [area, is]))
