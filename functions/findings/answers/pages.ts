import type { Hono } from "hono"
import { formOf } from "../../../shared/web/body.ts"
import { csvFile } from "../../../shared/web/coaching/csv-file.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import type { Inside } from "../here.ts"
import { totalRows, wordRows } from "./csv.ts"
import { collectedHere, collectorOnly, oneWaveHere, waveAt, waveHere } from "./desk.ts"
import { closeWave, enterSlip, openWave, slipFormHere, waveFormHere } from "./moves.ts"
import { AskFormPage, ClosePage, PaperPage, SlipsPage } from "./pages/forms.tsx"
import { AnswersPage } from "./pages/list.tsx"
import { WavePage } from "./pages/wave.tsx"

const list = "/:phase/answers"
const one = `${list}/waves/:wave`

/** Answers that come straight to evaluators, below `/findings`. */
export const addAnswerPages = (pages: Hono<Inside>) => {
  pages
    .get(list, async (c) => c.html(AnswersPage({ c, collected: await collectedHere(c) })))
    .get(`${list}/totals.csv`, async (c) => {
      const { phase, all } = await collectedHere(c)
      return csvFile(c, `direct-answers-${phase.id}`, totalRows(all))
    })
    .get(`${list}/words.csv`, async (c) => {
      const { phase, all } = await collectedHere(c)
      return csvFile(c, `words-of-people-${phase.id}`, wordRows(all))
    })
    .get(`${list}/ask`, (c) => {
      collectorOnly(c)
      return c.html(AskFormPage({ c }))
    })
    .post(`${list}/ask`, (c) => {
      const phase = collectorOnly(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const { wave } = await openWave(c, readOn(waveFormHere(c), typed), moveKey(c, key, typed))
          return waveAt(phase.id, wave)
        },
        (tried) => AskFormPage({ c, tried }),
      )
    })
  return addWavePages(pages)
}

const addWavePages = (pages: Hono<Inside>) =>
  pages
    .get(one, async (c) => c.html(WavePage({ c, desk: await oneWaveHere(c) })))
    .get(`${one}/slips`, async (c) => c.html(SlipsPage({ c, one: await waveHere(c) })))
    .get(`${one}/paper`, async (c) => c.html(PaperPage({ c, one: await waveHere(c) })))
    .post(`${one}/paper`, async (c) => {
      const here = await waveHere(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await enterSlip(c, readOn(slipFormHere(here), typed), moveKey(c, key, typed))
          return waveAt(here.phase, here.wave)
        },
        (tried) => PaperPage({ c, one: here, tried }),
      )
    })
    .get(`${one}/close`, async (c) => c.html(ClosePage({ c, one: await waveHere(c) })))
    .post(`${one}/close`, async (c) => {
      const here = await waveHere(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await closeWave(c, moveKey(c, key, typed))
          return waveAt(here.phase, here.wave)
        },
        (tried) => ClosePage({ c, one: here, tried }),
        await formOf(c),
      )
    })
