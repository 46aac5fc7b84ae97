import { boardForm } from "../../../shared/domain/actions/from-board.ts"
import { onePageForm } from "../../../shared/domain/evaluation/one-page.ts"
import { dateWords, londonDate } from "../../../shared/values/london.ts"
import { evaluationIn, onePageAt } from "../../../shared/web/evaluation/addresses.ts"
import { type C, mayHere } from "../../../shared/web/evaluation/here.ts"
import { Page } from "../../../shared/web/layout.tsx"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import type { Taken } from "./desk.ts"

/** The page as it is printed for a council: one side, and every figure on it as it was released. */
export const OnePagePage = ({ c, taken: { place, title, parts } }: { c: C; taken: Taken }) => {
  const here = onePageAt(place.organisation, place.phase)
  return (
    <Page
      c={c}
      title={`${title} – one page for the council`}
      back={{ href: evaluationIn(place.organisation, place.phase), text: "Evaluation" }}
      wide
    >
      <div class="one-page">
        <span class="govuk-caption-l">One page for the council</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {parts.map(({ heading, lines, none }) => (
          <section>
            <h2 class="govuk-heading-s">{heading}</h2>
            {lines.length === 0 ? (
              <p class="govuk-body">{none}</p>
            ) : (
              lines.map(({ says }) => <p class="govuk-body answer">{says}</p>)
            )}
          </section>
        ))}
        <p class="govuk-body-s">Made from the record on {dateWords(londonDate(c.var.world.now()))}.</p>
      </div>
      <div class="no-print">
        <ul class="govuk-list">
          {mayHere(c, "write one page") && (
            <>
              <li>
                <a class="govuk-link" href={`${here}/words`}>
                  Change what it says in your words
                </a>
              </li>
              <li>
                <a class="govuk-link" href={`${here}/question`}>
                  The Board asked a question
                </a>
              </li>
            </>
          )}
          <li>
            <a class="govuk-link" href={`${here}/file`}>
              Save it as a text file
            </a>
          </li>
        </ul>
      </div>
    </Page>
  )
}

const back = (c: C) => {
  const { organisation = "", phase = "" } = c.req.param() as Record<string, string>
  return { href: onePageAt(organisation, phase), text: "One page for the council" }
}

type Form = { c: C; entries?: Record<string, string>; seen?: string; tried?: Tried }

export const WordsPage = ({ c, entries, seen, tried }: Form) => (
  <FormPage
    c={c}
    section={onePageForm}
    action={`${back(c).href}/words`}
    back={back(c)}
    button="Save"
    entries={entries}
    tried={tried}
    hidden={{ seen: tried?.entries.seen ?? seen ?? "0" }}
    keyed
  />
)

export const QuestionPage = ({ c, tried }: Form) => (
  <FormPage
    c={c}
    section={boardForm(c.var.world.now())}
    action={`${back(c).href}/question`}
    back={back(c)}
    button="Make it an action"
    tried={tried}
    keyed
  />
)
