import type { Action } from "../../../../shared/domain/actions/action.ts"
import { firstDayOf } from "../../../../shared/domain/coaching/going-month.ts"
import {
  type AreaName,
  areaNames,
  areas,
  lastRated,
  type RatedMonth,
  type Rating,
  ratings,
} from "../../../../shared/domain/coaching/rating.ts"
import { monthWords, stampWords } from "../../../../shared/values/london.ts"
import { actionsAt, goingAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, mayHere } from "../../../../shared/web/coaching/here.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Tag, type TagColour } from "../../../../shared/web/govuk/tag.tsx"
import type { OnGoing } from "../desk.ts"

const colours: Record<Rating, TagColour> = {
  green: "green",
  "amber-green": "teal",
  amber: "yellow",
  "amber-red": "orange",
  red: "red",
}

/** The coach's ratings, where the phase asks for them: what is not asked is not spoken of. */
export const Ratings = ({ c, desk }: { c: C; desk: OnGoing }) => {
  const { phase, place, months, view } = desk
  if (phase.ratings === undefined) return null
  const at = goingAt(place.organisation, place.phase)
  const given = months.flatMap(({ rated }) => (rated ? [rated] : []))
  const toRate = mayHere(c, "rate") ? months.filter((one) => one.open) : []
  return (
    <>
      <h2 class="govuk-heading-m">Ratings</h2>
      <InsetText>
        In this phase the coach rates delivery, people and spend each month, on five points from Green to Red.
        The reason: <span class="answer">{phase.ratings}</span>
      </InsetText>
      {toRate.map(({ id, rated }) => (
        <Button href={`${at}/${id}/ratings`} variant="secondary">
          {rated ? "Change the ratings of" : "Rate"} {monthWords(firstDayOf(id))}
        </Button>
      ))}
      {given.length === 0 && <p class="govuk-body">No month is rated yet.</p>}
      {given.length > 0 && (
        <Table
          caption="Ratings, newest first"
          captionSize="m"
          firstCellIsHeader
          small
          head={[{ text: "Month" }, ...areaNames.map((area) => ({ text: areas[area] }))]}
          rows={given.map((one) => [
            { content: <Month c={c} one={one} view={view} at={at} /> },
            ...areaNames.map((area) => ({
              content: <Rated one={one} last={lastRated(given, one.id)} area={area} desk={desk} />,
            })),
          ])}
        />
      )}
    </>
  )
}

type MonthProps = { c: C; one: RatedMonth; view: OnGoing["view"]; at: string }

const Month = ({ c, one, view, at }: MonthProps) => (
  <>
    {monthWords(firstDayOf(one.id))}
    {view === "whole" && (
      <>
        <span class="beside">
          {one.by.name}, {stampWords(new Date(one.at))}
          {one.before.length > 0 && `; changed ${times(one.before.length)}`}
        </span>
        {one.answer && (
          <span class="beside">
            {one.answer.by.name} answered: <span class="answer">{one.answer.text}</span>
          </span>
        )}
        {mayHere(c, "say how it goes at the site") && (
          <a class="govuk-link" href={`${at}/${one.id}/ratings/answer`}>
            {one.answer ? "Change the answer" : "Answer"}
            <span class="govuk-visually-hidden"> the ratings of {monthWords(firstDayOf(one.id))}</span>
          </a>
        )}
      </>
    )}
  </>
)

const times = (count: number) => (count === 1 ? "once" : `${count} times`)

type RatedProps = { one: RatedMonth; last?: RatedMonth; area: AreaName; desk: OnGoing }

/** One rating with the last one beside it, in words as well as in colour. */
const Rated = ({ one, last, area, desk: { actions, place } }: RatedProps) => {
  const { is, because, action } = one.now[area]
  const found = actions.find(({ id }) => id === action)
  return (
    <>
      <Tag colour={colours[is]}>{ratings[is]}</Tag>
      {last && (
        <span class="beside">
          Before: {ratings[last.now[area].is]}, {monthWords(firstDayOf(last.id))}
        </span>
      )}
      {because !== undefined && <span class="beside answer">{because}</span>}
      {found && <FollowedBy one={found} at={actionsAt(place.organisation)} />}
    </>
  )
}

const FollowedBy = ({ one, at }: { one: Action; at: string }) => (
  <span class="beside">
    What is done:{" "}
    <a class="govuk-link" href={at}>
      {one.text}
    </a>
  </span>
)
