import type { Member } from "../../../shared/domain/people/member.ts"
import { mayEnd } from "../../../shared/domain/people/membership.ts"
import { roles } from "../../../shared/domain/people/role.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Entries, Problem } from "../../../shared/form/question.ts"
import { dateWords, londonDate } from "../../../shared/values/london.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import type { C, Place } from "../people.ts"
import { DayInput, summaryOf } from "./day-input.tsx"

type Props = { c: C; place: Place; members: Member[]; one: Member }

export const EndAccessPage = ({ c, place, members, one }: Props) => {
  const refused = refusalOf(() => mayEnd(one, members, c.var.world.now()))
  const { name, person, grant, role } = one
  return (
    <Page
      c={c}
      title={`End access as ${roles[role].words} – ${place.name}`}
      back={{ href: place.here, text: "People and access" }}
      plain
    >
      <span class="govuk-caption-l">{place.name}</span>
      <h1 class="govuk-heading-l">
        End {name}’s access as {roles[role].words}?
      </h1>
      {refused === undefined ? (
        <>
          <p class="govuk-body">
            It ends now, also where they are signed in. What they saved and confirmed stays as it is.
          </p>
          <form method="post" action={`${place.here}/${person}/${grant}/end`}>
            <Button variant="warning">End access</Button>
          </form>
        </>
      ) : (
        <p class="govuk-body">{refused}</p>
      )}
    </Page>
  )
}

const refusalOf = (does: () => void): string | undefined => {
  try {
    does()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return error.details.says ?? ""
  }
  return undefined
}

type DatesProps = Props & { typed?: Entries; problems?: Problem[] }

export const DatesPage = ({ c, place, one, typed, problems = [] }: DatesProps) => {
  const { name, person, grant, role, from, to } = one
  const last = londonDate(new Date(to))
  const begins = new Date(from) > c.var.world.now() ? ` from ${dateWords(londonDate(new Date(from)))}` : ""
  const [year = "", month = "", day = ""] = last.split("-").map((part) => String(Number(part)))
  return (
    <Page
      c={c}
      title={`Extend or shorten access as ${roles[role].words} – ${place.name}`}
      back={{ href: place.here, text: "People and access" }}
      plain
      wrong={problems.length > 0}
    >
      {problems.length > 0 && <ErrorSummary errors={summaryOf(problems)} />}
      <span class="govuk-caption-l">{place.name}</span>
      <h1 class="govuk-heading-l">Extend or shorten {name}’s access</h1>
      <p class="govuk-body">
        {name} has access as {roles[role].words}
        {begins} until {dateWords(last)}.
      </p>
      <form method="post" action={`${place.here}/${person}/${grant}/dates`} novalidate>
        <input type="hidden" name="key" value={newKey(c.var.world)} />
        <DayInput
          name="until"
          legend="Until when?"
          hint="Their last day, within two years from today."
          typed={typed ?? { "until.day": day, "until.month": month, "until.year": year }}
          problems={problems}
        />
        <Button preventDoubleClick>Change the last day</Button>
      </form>
    </Page>
  )
}
