import {
  lateBegins,
  lateForm,
  refusingLate,
  tooLateToAllow,
} from "../../../../shared/domain/selection/late.ts"
import { dayMomentWords, londonDate } from "../../../../shared/values/london.ts"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import type { OneLate } from "../late.ts"
import { askedRows, decidedRows } from "./late.tsx"

type Props = { c: C; found: OneLate; tried?: Tried }

/** One ask to be late with the decision about it; once it is decided, what that was. */
export const OneLatePage = ({ c, found, tried }: Props) => {
  const { round, ask, decision, whole } = found
  const now = c.var.world.now()
  const here = `${roundAt(round.id)}/late`
  const back = { href: here, text: "Asks to be late" }
  if (decision)
    return (
      <Page c={c} title={`Asked to be late – ${ask.name}`} back={back}>
        <span class="govuk-caption-l">{round.title}</span>
        <h1 class="govuk-heading-l">{ask.name} asked to be late</h1>
        {tried?.says && <InsetText>{tried.says}</InsetText>}
        <SummaryList
          rows={[...askedRows(ask, londonDate(new Date(decision.decided.at))), ...decidedRows(decision)]}
        />
      </Page>
    )
  const opening = whole.panel?.opening
  const section = opening ? refusingLate : lateForm
  return (
    <FormPage
      c={c}
      section={section}
      action={`${here}/${ask.organisation}`}
      back={back}
      caption={`${ask.name}: ${round.title}`}
      button={opening ? "Refuse it" : "Decide"}
      entries={opening ? {} : fieldsOf(section, lateBegins(now))}
      keyed
      tried={tried}
      before={
        <>
          <SummaryList
            rows={[
              ...askedRows(ask, londonDate(now)),
              { key: "The round closes for everybody", value: dayMomentWords(new Date(round.closes)) },
            ]}
          />
          {opening && <InsetText>{tooLateToAllow(opening)}</InsetText>}
        </>
      }
    />
  )
}
