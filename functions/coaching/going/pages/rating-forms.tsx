import { firstDayOf, type Month } from "../../../../shared/domain/coaching/going-month.ts"
import { areaNames, areas, type RatedMonth, ratings } from "../../../../shared/domain/coaching/rating.ts"
import { answerForm, ratingAnswers } from "../../../../shared/domain/coaching/rating-form.ts"
import type { Section } from "../../../../shared/form/section.ts"
import { monthWords } from "../../../../shared/values/london.ts"
import { goingAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, placeHere } from "../../../../shared/web/coaching/here.ts"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"

type RateProps = { c: C; month: Month; form: Section; before?: RatedMonth; tried?: Tried }

const around = (c: C, month: Month) => {
  const { organisation, phase, name } = placeHere(c)
  const at = goingAt(organisation, phase)
  return { c, caption: name, back: { href: at, text: "How it is going" }, here: `${at}/${month}/ratings` }
}

/** The coach's three ratings of a month; what they owe is asked beside each. */
export const RatePage = ({ c, month, form, before, tried }: RateProps) => {
  const { here, ...rest } = around(c, month)
  const clash = tried?.refusal === "changed by someone else"
  return (
    <FormPage
      {...rest}
      section={form}
      action={here}
      button="Save these ratings"
      entries={fieldsOf(form, ratingAnswers(before))}
      hidden={{ seen: (!clash && tried?.entries.seen) || (before?.at ?? "") }}
      keyed
      tried={tried}
    />
  )
}

type AnswerProps = { c: C; rated: RatedMonth; tried?: Tried }

/** What the site says about the ratings of a month. */
export const AnswerPage = ({ c, rated, tried }: AnswerProps) => {
  const { here, ...rest } = around(c, rated.id)
  return (
    <FormPage
      {...rest}
      section={answerForm}
      action={`${here}/answer`}
      button="Answer"
      entries={rated.answer ? { comment: rated.answer.text } : {}}
      keyed
      tried={tried}
      before={<InsetText>{ratedWords(rated)}</InsetText>}
    />
  )
}

const ratedWords = ({ id, now }: RatedMonth) =>
  `${monthWords(firstDayOf(id))}: ${areaNames.map((area) => `${areas[area].toLowerCase()} ${ratings[now[area].is]}`).join(", ")}.`
