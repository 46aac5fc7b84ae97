import * as z from "zod"
import type { Answers, Question } from "../../form/question.ts"
import { choice, date, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { addMonths, monthWords, type PlainDate } from "../../values/london.ts"
import { type Action, type Desk, deskChoices, desks } from "../actions/action.ts"
import { firstDayOf, type Month } from "./going-month.ts"
import {
  type AreaName,
  areaNames,
  areas,
  isRating,
  owes,
  type RatedMonth,
  rating,
  ratings,
} from "./rating.ts"

type Facts = {
  month: Month
  last: RatedMonth | undefined
  /** What is typed so far: what it owes is asked with it. */
  given: Record<string, unknown>
  open: readonly Action[]
  today: PlainDate
}

const field = (area: AreaName, what: "Because" | "Action" | "Text" | "Owner" | "Due") => `${area}${what}`

/** The three ratings; and for each that is Red or has moved two steps, why, and what is done. */
export const ratingForm = (facts: Facts): Section =>
  section({
    id: "ratings",
    title: `Rate ${monthWords(firstDayOf(facts.month))}`,
    minutes: 2,
    intro:
      "The site reads these and can answer. Red, or a move of two steps or more, needs a reason and an action: what is needed is asked once you have chosen.",
    asks: Object.assign({}, ...areaNames.map((area) => asksOf(area, facts))),
  })

/** Which of the three owe a reason and an action, by what is typed. */
export const owing = ({ given, last }: Pick<Facts, "given" | "last">): AreaName[] =>
  areaNames.filter((area) => {
    const is = given[area]
    return isRating(is) && owes(is, last?.now[area].is)
  })

const asksOf = (area: AreaName, facts: Facts): Record<string, Question> => {
  const { last } = facts
  const needed = owing(facts).includes(area)
  return {
    [area]: choice({
      label: areas[area],
      called: `a rating for ${areas[area].toLowerCase()}`,
      hint: last
        ? `Last rated ${ratings[last.now[area].is]}, in ${monthWords(firstDayOf(last.id))}.`
        : "Not rated before.",
      options: ratings,
    }),
    [field(area, "Because")]: longText({
      label: `Why? (${areas[area].toLowerCase()})`,
      called: `why ${areas[area].toLowerCase()} is rated so`,
      hint: needed
        ? "Needed: it is Red or has moved two steps. The Department reads it."
        : "The Department reads it.",
      words: 50,
      optional: !needed,
    }),
    ...(needed && actionAsks(area, facts)),
  }
}

const actionAsks = (area: AreaName, { open, today }: Facts): Record<string, Question> => {
  const action = field(area, "Action")
  const name = areas[area].toLowerCase()
  const when = { question: action, is: "new" }
  return {
    [action]: choice({
      label: `What is done about it? (${name})`,
      called: `what is done about ${name}`,
      options: { ...Object.fromEntries(open.map(({ id, text }) => [id, text])), new: "A new action" },
    }),
    [field(area, "Text")]: longText({
      label: "What",
      called: `what is to be done about ${name}`,
      words: 40,
      when,
    }),
    [field(area, "Owner")]: choice({
      label: "Who does it",
      called: `who does what is to be done about ${name}`,
      options: deskChoices,
      when,
    }),
    [field(area, "Due")]: date({
      label: "By when",
      called: `the day by which something is done about ${name}`,
      notBefore: today,
      notAfter: addMonths(today, 24),
      when,
    }),
  }
}

const areaAnswers = z.object({
  is: rating,
  because: z.string().optional(),
  /** An open action that was chosen, or "new". */
  action: z.string().optional(),
  text: z.string().default(""),
  owner: z.enum(Object.keys(desks) as [Desk, ...Desk[]]).default("site"),
  due: z.string().default(""),
})

/** What was answered about one of the three, read back out of the form. */
export const ratedFrom = (area: AreaName, answers: Answers) =>
  areaAnswers.parse({
    is: answers[area],
    because: answers[field(area, "Because")],
    action: answers[field(area, "Action")],
    text: answers[field(area, "Text")],
    owner: answers[field(area, "Owner")],
    due: answers[field(area, "Due")],
  })

/** What is on the form already: the ratings that were given for this month. */
export const ratingAnswers = (one: RatedMonth | undefined): Answers =>
  Object.fromEntries(
    areaNames.flatMap((area) => {
      const had = one?.now[area]
      const fields: [string, string | undefined][] = [
        [area, had?.is],
        [field(area, "Because"), had?.because],
        [field(area, "Action"), had?.action],
      ]
      return fields.filter((each): each is [string, string] => each[1] !== undefined)
    }),
  )

/** The site's answer to the ratings that it reads. */
export const answerForm: Section = section({
  id: "answer",
  title: "Answer these ratings",
  minutes: 2,
  asks: {
    comment: longText({
      label: "What do you want to say about them?",
      called: "what you want to say about them",
      hint: "Your coach and the coordinators read it; the Department does not.",
      words: 100,
    }),
  },
})
