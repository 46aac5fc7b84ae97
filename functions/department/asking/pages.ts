import type { Hono } from "hono"
import { questionForm } from "../../../shared/domain/selection/asking.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { expressionAt } from "../../../shared/web/panel/addresses.ts"
import { type C, type Free, freeHere, only, shown } from "../../../shared/web/panel/here.ts"
import type { Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { askApplicant, askers, cannotHere, questionsHere, toRead } from "./moves.ts"
import { QuestionsPage } from "./pages/questions.tsx"

const at = "/rounds/:round/expressions/:reference/questions"

/** Where an applicant is asked, and the answers are read. */
export const addAskingPages = (pages: Hono<SignedIn>) =>
  pages
    .get(at, (c) => {
      toRead(c)
      return shown(c, (desk) => questionsPage(c, desk))
    })
    .post(at, async (c) => {
      only(c, "ask applicants", askers)
      const desk = await freeHere(c)
      const { sections } = await questionsHere(c, desk)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const given = readOn(questionForm(sections, c.var.world.now()), typed)
          const { reference } = await askApplicant(c, given, moveKey(c, key, typed))
          return `${expressionAt(desk.round.id, reference)}/questions`
        },
        async (tried) => questionsPage(c, await freeHere(c), tried),
      )
    })

const questionsPage = async (c: C, desk: Free, tried?: Tried) =>
  QuestionsPage({ c, desk, ...(await questionsHere(c, desk)), cannot: cannotHere(c, desk), tried })
