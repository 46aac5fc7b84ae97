import { Hono } from "hono"
import { Refused } from "../../shared/domain/refused.ts"
import type { Entries, Problem } from "../../shared/form/question.ts"
import { formOf } from "../../shared/web/body.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { moveKey } from "../../shared/web/move-key.ts"
import { addAskPages } from "./asks/pages.ts"
import { addBoardPages } from "./board/pages.ts"
import { type C, questionsHere, roundHere } from "./desk.ts"
import { close, publish } from "./ending.ts"
import { questionsAt } from "./operations.ts"
import { anchorOf } from "./pages/question.tsx"
import { QuestionsPage } from "./pages/questions.tsx"

const questions = "/rounds/:round/questions"

/** The pages of the programme itself. A move from a page whose session ended comes back to its question. */
export const programmePages = () => {
  const pages = new Hono<SignedIn>()
    .get(questions, async (c) =>
      c.html(QuestionsPage({ c, ...(await questionsHere(c)), done: c.req.query() })),
    )
    .post(`${questions}/:question/publish`, (c) =>
      moving(c, async ({ question = "", answer = "", key }) => {
        const { number } = await publish(c, { question, answer }, moveKey(c, key, { question, answer }))
        return `answered=${number}`
      }),
    )
    .post(`${questions}/:question/close`, (c) =>
      moving(c, async ({ reason = "", key }) => {
        const { question } = await close(c, { reason }, moveKey(c, key, { reason }))
        return `closed=${encodeURIComponent(question)}`
      }),
    )
  for (const move of ["publish", "close"])
    pages.get(`${questions}/:question/${move}`, async (c) => {
      const { id } = await roundHere(c)
      return c.redirect(`${questionsAt(id)}#${anchorOf(c.req.param("question"))}`, 303)
    })
  return addBoardPages(addAskPages(pages))
}

/** What was typed comes back where it cannot be taken: wrong, or too late because somebody was quicker. */
const moving = async (c: C, move: (typed: Entries) => Promise<string>) => {
  const typed = await formOf(c)
  try {
    const done = await move(typed)
    return c.redirect(`${questionsAt(c.req.param("round") ?? "")}?${done}`, 303)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { refusal, details } = error
    if (refusal !== "not valid" && refusal !== "not possible now") throw error
    const problems: Problem[] = details.problems ?? []
    const tried = { id: c.req.param("question") ?? "", typed, problems, says: details.says }
    const page = QuestionsPage({ c, ...(await questionsHere(c)), tried })
    return c.html(page, refusal === "not valid" ? 422 : 409)
  }
}
