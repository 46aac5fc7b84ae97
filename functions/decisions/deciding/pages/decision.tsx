import { aboutDecision, decidedWords, notDecidable } from "../../../../shared/domain/selection/deciding.ts"
import { decisionForm } from "../../../../shared/domain/selection/deciding-form.ts"
import { decidedBy } from "../../../../shared/domain/selection/deciding-seen.ts"
import type { Decision } from "../../../../shared/domain/selection/decision.ts"
import type { Answers } from "../../../../shared/form/question.ts"
import { fieldsOf, withRow } from "../../../../shared/web/form/typed.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { NotificationBanner } from "../../../../shared/web/govuk/notification-banner.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { expressionAt, roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { type Comparing, decidingHere } from "../desk.ts"
import type { DecisionParts } from "../loaded.ts"
import { AboutOne } from "./about.tsx"
import { DecisionRecord } from "./decided.tsx"

type Props = { c: C; desk: Comparing; parts: DecisionParts; tried?: Tried }

/** Everything that a decision is made by, then the decision; or why this person does not make it now. */
export const DecisionPage = ({ c, desk, parts, tried }: Props) => {
  const { round, one, raw } = desk
  const deciding = decidingHere(c, desk)
  const refused = notDecidable(raw, deciding)
  const back = { href: `${roundAt(round.id)}/ranking`, text: "The ranking" }
  const [last, ...earlier] = parts.decisions.toReversed()
  const before = (
    <>
      {c.req.query("decided") === "yes" && !tried && (
        <NotificationBanner type="success">
          It is decided. Nobody outside the panel is told yet.
        </NotificationBanner>
      )}
      <p class="govuk-body-l" data-first-line>
        {refused?.details.says ??
          (last
            ? `Decided: ${decidedWords(last)}. It can be decided anew until the applicants are told.`
            : "It waits for a decision.")}
      </p>
      {last && <DecisionRecord decision={last} title="What is decided" />}
      <AboutOne desk={desk} parts={parts} />
      {earlier.map((one) => (
        <DecisionRecord decision={one} title={`Decision ${one.version}, before`} />
      ))}
    </>
  )
  if (refused)
    return (
      <Page c={c} title={`Decide – ${one.name}`} back={back}>
        <span class="govuk-caption-l">{one.name}</span>
        <h1 class="govuk-heading-l">Decide</h1>
        {tried?.says && tried.says !== refused.details.says && <InsetText>{tried.says}</InsetText>}
        {before}
      </Page>
    )
  const section = decisionForm(aboutDecision(raw, deciding))
  return (
    <FormPage
      c={c}
      section={section}
      action={`${expressionAt(round.id, one.reference)}/decision`}
      back={back}
      caption={one.name}
      button="Decide"
      keyed
      hidden={{ seen: decidedBy(raw) }}
      entries={withRow(section, last ? fieldsOf(section, asDecided(last)) : {}, c.req.query("add"))}
      tried={tried}
      before={before}
    />
  )
}

/** What is decided, as the form asks it: whoever decides anew changes what they must. */
const asDecided = (last: Decision): Answers => {
  const { decision, amount, place, conditions, reason, viewsUsed, zeroBecause, overBecause } = last
  const asked = { decision, amount, place, reason, viewsUsed, zeroBecause, overBecause }
  const said = Object.entries(asked).filter((one): one is [string, string | number] => one[1] !== undefined)
  return { ...Object.fromEntries(said), ...(conditions.length > 0 && { conditions }) }
}
