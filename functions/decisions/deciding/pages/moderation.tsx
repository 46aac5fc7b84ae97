import { asSettled, moderationForm, toModerate } from "../../../../shared/domain/selection/moderating.ts"
import type { Moderation } from "../../../../shared/domain/selection/moderation.ts"
import type { SentSheet } from "../../../../shared/domain/selection/sheet.ts"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { NotificationBanner } from "../../../../shared/web/govuk/notification-banner.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { expressionAt, roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import type { Comparing } from "../desk.ts"
import { Arithmetic } from "./arithmetic.tsx"
import { SettledScores } from "./settled.tsx"
import { SideBySide } from "./sheets.tsx"

type Props = { c: C; desk: Comparing; sheets: SentSheet[]; moderation?: Moderation; tried?: Tried }

/** The sheets of one side by side, and where they are too far apart, what is settled of them. */
export const ModerationPage = ({ c, desk, sheets, moderation, tried }: Props) => {
  const { round, one, raw, whole } = desk
  const settles = toModerate(raw, whole)
  const back = { href: `${roundAt(round.id)}/ranking`, text: "The ranking" }
  const saved = c.req.query("settled") === "yes" && !tried
  const before = (
    <>
      {saved && <NotificationBanner type="success">It is settled.</NotificationBanner>}
      <p class="govuk-body-l" data-first-line>
        {"not" in settles ? settles.not : lineOf(settles, moderation)}
      </p>
      {!("not" in settles) && settles.acrossLine && (
        <WarningText>
          Its readers stand on both sides of the pass line of {whole.rules.passLine} out of 100.
        </WarningText>
      )}
      <SettledScores desk={desk} moderation={moderation} />
      <SideBySide desk={desk} sheets={sheets} />
      {one.compared.total && (
        <Arithmetic
          total={one.compared.total}
          readers={one.compared.readers}
          caption="The total as it stands"
        />
      )}
    </>
  )
  if ("not" in settles)
    return (
      <Page c={c} title={`Moderate the scores – ${one.name}`} back={back}>
        <span class="govuk-caption-l">{one.name}</span>
        <h1 class="govuk-heading-l">Moderate the scores</h1>
        {tried?.says && tried.says !== settles.not && <InsetText>{tried.says}</InsetText>}
        {before}
      </Page>
    )
  const section = moderationForm(whole.criteria, settles)
  return (
    <FormPage
      c={c}
      section={section}
      action={`${expressionAt(round.id, one.reference)}/moderation`}
      back={back}
      caption={one.name}
      button={moderation ? "Settle it anew" : "Settle these scores"}
      keyed
      entries={moderation ? fieldsOf(section, asSettled(moderation)) : {}}
      tried={tried}
      before={
        <>
          {before}
          <p class="govuk-body">
            What the readers gave stays as they gave it. Whoever settles a score cannot decide about it.
          </p>
        </>
      }
    />
  )
}

const lineOf = ({ criteria }: { criteria: unknown[] }, moderation?: Moderation) => {
  if (moderation) return "It is moderated. It can be settled anew until it is decided."
  if (criteria.length === 0) return "No criterion is far apart, and it must be moderated all the same."
  return `${criteria.length === 1 ? "1 criterion has" : `${criteria.length} criteria have`} a gap of 2 points or more.`
}
