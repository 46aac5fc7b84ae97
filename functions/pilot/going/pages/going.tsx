import { differs, type Side, sides } from "../../../../shared/domain/coaching/going.ts"
import { firstDayOf } from "../../../../shared/domain/coaching/going-month.ts"
import { monthLine } from "../../../../shared/domain/coaching/going-seen.ts"
import { monthWords } from "../../../../shared/values/london.ts"
import { goingAt, inPhaseAt } from "../../../../shared/web/coaching/addresses.ts"
import type { C } from "../../../../shared/web/coaching/here.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { OneMonth, OnGoing } from "../desk.ts"
import { Ratings } from "./ratings.tsx"
import { SayNow } from "./saying.tsx"
import { WordCell } from "./word.tsx"

type Props = { c: C; desk: OnGoing; says?: string }

/** How it is going, month by month: both sides' words beside each other, never made into one. */
export const GoingPage = ({ c, desk, says }: Props) => {
  const { place, phase, months, view } = desk
  const [latest] = months
  const at = goingAt(place.organisation, place.phase)
  return (
    <Page
      c={c}
      title={`How it is going – ${place.name}`}
      back={{ href: inPhaseAt(place.organisation, place.phase), text: "Coaching" }}
      wide
    >
      {says && <InsetText>{says}</InsetText>}
      <span class="govuk-caption-l">
        {place.name}, {phase.title}
      </span>
      <h1 class="govuk-heading-l">How it is going</h1>
      <p class="govuk-body-l" data-first-line>
        {latest ? monthLine(latest.id, latest.going) : nothingYet(desk)}
      </p>
      <p class="govuk-body">
        Once a month the site and its coach each say in one word how it is going. Nobody is reminded, and
        neither word is made into the other.{" "}
        {view === "summary"
          ? "You see both words and what they are stuck on."
          : "The Department sees both words and what they are stuck on, and not the line."}
      </p>
      <SayNow c={c} desk={desk} />
      {months.length > 0 && (
        <>
          <Table
            caption="Month by month, newest first"
            captionSize="m"
            stacks
            firstCellIsHeader
            head={[{ text: "Month" }, { text: "The site says" }, { text: "Its coach says" }]}
            rows={months.map((one) => [
              {
                content: (
                  <>
                    {monthWords(firstDayOf(one.id))}
                    {one.going && differs(one.going) && <span class="beside">They see it differently</span>}
                  </>
                ),
              },
              { content: <Said desk={desk} one={one} side="site" at={at} /> },
              { content: <Said desk={desk} one={one} side="coach" at={at} /> },
            ])}
          />
          <p class="govuk-body">
            <a class="govuk-link" href={`${at}.csv`}>
              Download the months (CSV)
            </a>
          </p>
        </>
      )}
      <Ratings c={c} desk={desk} />
    </Page>
  )
}

type SaidProps = { desk: OnGoing; one: OneMonth; side: Side; at: string }

const Said = ({ desk: { view, mine }, one: { id, going, open }, side, at }: SaidProps) => {
  const said = going?.words[side]
  if (!said) return <>{open ? "No word yet" : "Nothing was said"}</>
  return (
    <>
      <WordCell said={said} view={view} />
      {open && mine.includes(side) && (
        <a class="govuk-link" href={`${at}/${id}/${side}`}>
          Change
          <span class="govuk-visually-hidden">
            {" "}
            the word of {sides[side].words} about {monthWords(firstDayOf(id))}
          </span>
        </a>
      )}
    </>
  )
}

const nothingYet = ({ dated }: OnGoing) =>
  dated
    ? "The pilot has not begun here. Its first month is listed here when it begins."
    : "The days of the pilot at this site are not decided yet. Its months are listed here once they are."
