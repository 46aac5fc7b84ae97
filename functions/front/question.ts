import type { Context } from "hono"
import type { Round } from "../../shared/domain/calendar/round.ts"
import { Refused } from "../../shared/domain/refused.ts"
import type { Problem } from "../../shared/form/question.ts"
import { limitsIn } from "../../shared/store/limits.ts"
import { questionsIn } from "../../shared/store/questions.ts"
import { londonDate } from "../../shared/values/london.ts"
import { findPersonalData } from "../../shared/values/personal-data.ts"
import { cleanText } from "../../shared/values/text.ts"
import { countWords, withinWords } from "../../shared/values/words.ts"
import type { Base } from "../../shared/web/env.ts"
import { clientAddress } from "../../shared/web/secure.ts"
import { emailOf } from "./email.ts"

/** Keeps a question about a round, with where to answer. What is published later does not say who asked. */
export const askQuestion = async (
  c: Context<Base>,
  round: Round,
  given: { question: string; email: string },
) => {
  const { world } = c.var
  const now = world.now()
  const today = londonDate(now)
  if (today > round.questionsUntil)
    throw new Refused("too late", { says: "The time for questions about this round is over." })
  const cleaned = cleanText(given.question)
  const question = "text" in cleaned ? cleaned.text.trim() : ""
  const email = emailOf(given.email)
  const short = withinWords(question, 150)
  const blocked = findPersonalData(short ? question : "", { workMailDomains: [], today }).filter(
    ({ severity }) => severity === "block",
  )
  const problems: Problem[] = [
    ...("text" in cleaned
      ? []
      : [{ question: "question", says: "Your question has characters in it that we cannot keep" }]),
    ...("text" in cleaned && question === "" ? [{ question: "question", says: "Enter your question" }] : []),
    ...(short
      ? []
      : [
          {
            question: "question",
            says: `Your question must be 150 words or fewer. You have ${countWords(question)}`,
          },
        ]),
    ...blocked.map(({ says }) => ({ question: "question", says })),
    ...(email
      ? []
      : [
          {
            question: "email",
            says: "Enter an email address in the correct format, like name@example.gov.uk",
          },
        ]),
  ]
  if (!email || problems.length > 0) throw new Refused("not valid", { problems })
  await limitsIn(world.table, world.machineNow).spend(
    "question by client",
    clientAddress(c.req.header("cloudfront-viewer-address")),
  )
  const id = `${now.toISOString()}.${Buffer.from(world.random(6)).toString("base64url")}`
  await questionsIn(world.table).ask(round.id, {
    id,
    question,
    email,
    at: now.toISOString(),
    round: round.id,
    roundTitle: round.title,
  })
}
