import { Hono } from "hono"
import { existsOn, type Organisation } from "../../../shared/domain/people/organisation.ts"
import { mayEnter } from "../../../shared/domain/people/policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { type Asked, canYouApply } from "../../../shared/domain/selection/can-you-apply.ts"
import type { Problem } from "../../../shared/form/question.ts"
import { calendarIn } from "../../../shared/store/calendar.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { formOf } from "../../../shared/web/body.ts"
import type { Base } from "../../../shared/web/env.ts"
import { checkReceipt } from "../check-receipt.ts"
import { AccessibilityPage, CookiesPage, HelpPage, PrivacyPage } from "../pages/about.tsx"
import { AskedPage, AskPage } from "../pages/ask.tsx"
import { CanYouApplyPage } from "../pages/can-you-apply.tsx"
import { CheckReceiptPage } from "../pages/check-receipt.tsx"
import { ProgrammePage } from "../pages/programme.tsx"
import { QuestionsPage } from "../pages/questions.tsx"
import { RoundPage } from "../pages/round.tsx"
import { askQuestion } from "../question.ts"
import { takingPart } from "../taking-part.ts"

/** What anybody may see, without an account. */
export const publicPages = () =>
  new Hono<Base>()
    .get("/", async (c) => {
      const { world } = c.var
      const directory = directoryIn(world.table)
      const [programme, phases, rounds] = await Promise.all([
        directory.programme(world.settings.programme),
        calendarIn(world.table, world.settings.programme).phases(),
        directory.rounds(world.settings.programme),
      ])
      return c.html(ProgrammePage({ c, programme, phases, rounds }))
    })
    .get("/rounds/:round", async (c) => {
      const { round, answers } = await roundIn(c.req.param("round"), c.var.world.table)
      return c.html(RoundPage({ c, round, answers, part: await takingPart(c.var.world, round) }))
    })
    .get("/rounds/:round/questions", async (c) => {
      const { round } = await roundIn(c.req.param("round"), c.var.world.table)
      return c.html(QuestionsPage({ c, round }))
    })
    .get("/rounds/:round/can-you-apply", async (c) => {
      const { world, actor } = c.var
      const [{ round }, all] = await Promise.all([
        roundIn(c.req.param("round"), world.table),
        directoryIn(world.table).organisations(),
      ])
      const today = londonDate(world.now())
      const organisations = all.filter((one) => existsOn(one, today))
      const given = c.req.query()
      if (given.organisation === undefined) return c.html(CanYouApplyPage({ c, round, organisations, given }))
      const { asked, problems } = answersIn(given, organisations)
      if (!asked) return c.html(CanYouApplyPage({ c, round, organisations, given, problems }), 422)
      const inside = Boolean(asked.organisation && actor && mayEnter(actor, asked.organisation.id))
      return c.html(
        CanYouApplyPage({ c, round, organisations, given, answer: canYouApply(round, asked, today), inside }),
      )
    })
    .get("/rounds/:round/ask", async (c) => {
      const { round } = await roundIn(c.req.param("round"), c.var.world.table)
      return c.html(AskPage({ c, round }))
    })
    .post("/rounds/:round/ask", async (c) => {
      const { question = "", email = "" } = await formOf(c)
      const { round } = await roundIn(c.req.param("round"), c.var.world.table)
      try {
        await askQuestion(c, round, { question, email })
      } catch (error) {
        if (!(error instanceof Refused) || !error.details.problems) throw error
        return c.html(
          AskPage({ c, round, typed: { question, email }, problems: error.details.problems }),
          422,
        )
      }
      return c.html(AskedPage({ c, round }))
    })
    .get("/check-a-receipt", (c) =>
      c.html(CheckReceiptPage({ c, reference: c.req.query("reference") ?? "" })),
    )
    .post("/check-a-receipt", async (c) => {
      const file = await fileOf(c.req.raw.clone())
      const { reference = "", code = "" } = await formOf(c)
      const result = await checkReceipt(c, { reference, code, file })
      return c.html(CheckReceiptPage({ c, reference, code, result }), "problems" in result ? 422 : 200)
    })
    .get("/help", (c) => c.html(HelpPage({ c })))
    .get("/accessibility", (c) => c.html(AccessibilityPage({ c })))
    .get("/cookies", (c) => c.html(CookiesPage({ c })))
    .get("/privacy", (c) => c.html(PrivacyPage({ c })))

const roundIn = async (id: string, table: Base["Variables"]["world"]["table"]) => {
  const { round, answers } = await directoryIn(table).roundWithAnswers(id)
  if (!round) throw new Refused("not found")
  return { round, answers }
}

const answersIn = (
  given: Record<string, string>,
  organisations: Organisation[],
): { asked?: Asked; problems: Problem[] } => {
  const [director, finance] = [threeWay(given.director), threeWay(given.finance)]
  const problems = [
    ...(given.organisation ? [] : [{ question: "organisation", says: "Select your organisation" }]),
    ...(director ? [] : [{ question: "director", says: "Select whether your director supports it" }]),
    ...(finance
      ? []
      : [{ question: "finance", says: "Select whether your section 151 officer knows of it" }]),
  ]
  const organisation = organisations.find(({ id }) => id === given.organisation)
  return {
    asked: director && finance && given.organisation ? { organisation, director, finance } : undefined,
    problems,
  }
}

const threeWay = (one: string | undefined): "yes" | "no" | "not yet" | undefined =>
  one === "yes" || one === "no" || one === "not yet" ? one : undefined

/** The text of the file that was chosen, if one was. */
const fileOf = async (request: Request): Promise<string | undefined> => {
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) return undefined
  try {
    const file = (await request.formData()).get("file")
    return file instanceof File && file.size > 0 ? await file.text() : undefined
  } catch {
    return undefined
  }
}
