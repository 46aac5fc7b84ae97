import type { Cell } from "../../../shared/domain/calendar/board.ts"
import type { Ask } from "../../../shared/domain/calendar/more-time.ts"
import type { SiteRow } from "../../../shared/domain/calendar/site-rows.ts"
import { mayEnterFunding } from "../../../shared/domain/people/funding-policy.ts"
import { programmeItself } from "../../../shared/domain/people/organisation.ts"
import { mayInProgramme, mayWithPeople } from "../../../shared/domain/people/policy.ts"
import { roles } from "../../../shared/domain/people/role.ts"
import { mayEnterSelection } from "../../../shared/domain/people/selection-policy.ts"
import { clockTime, dayMomentWords, dayWords, londonDate, stampWords } from "../../../shared/values/london.ts"
import { learningAt } from "../../../shared/web/coaching/addresses.ts"
import { Table } from "../../../shared/web/govuk/table.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { asksAt } from "../asks/addresses.ts"
import {
  boardAt,
  coverAt,
  lettersAt,
  nextAt,
  noticesAt,
  returnAt,
  siteAt,
  timeAt,
  withQuery,
} from "../board/addresses.ts"
import type { First } from "../board/first.ts"
import type { C } from "../desk.ts"
import { QuestionDesk } from "./desk.tsx"
import { Elsewhere } from "./elsewhere.tsx"

/** What is to be known first, then each site, then what waits for an answer. Never empty. */
export const FirstPage = ({ c, first }: { c: C; first: First }) => {
  const { lines, sites, asks, rounds, questions, asAt } = first
  const [main, ...others] = lines
  return (
    <Page c={c} title="The programme" {...(isElsewhereToo(c) && { back: elsewhere })} wide>
      <span class="govuk-caption-l">
        You are here as {lines.map(({ role }) => roles[role].words).join(", ")}
      </span>
      <h1 class="govuk-heading-l">The programme</h1>
      <p class="govuk-body-l" data-first-line>
        {main?.says}
      </p>
      {others.map(({ role, says }) => (
        <p class="govuk-body">
          As {roles[role].words}: {says}
        </p>
      ))}
      <Elsewhere actor={c.var.actor} />
      <Sites sites={sites} asAt={asAt} />
      <Asks c={c} asks={asks} />
      <h2 class="govuk-heading-m">More</h2>
      <ul class="govuk-list govuk-list--bullet">
        {linksFor(c, rounds).map(({ href, text }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      {questions && <QuestionDesk c={c} board={questions} />}
    </Page>
  )
}

const linksFor = ({ var: { actor } }: C, rounds: First["rounds"]) => [
  { href: boardAt, text: "Who has sent what" },
  ...rounds.map(({ id, title }) => ({
    href: withQuery(boardAt, { round: id }),
    text: `Who has begun and who has sent: ${title}`,
  })),
  { href: nextAt, text: "What will happen next" },
  ...(mayEnterFunding(actor) ? [{ href: "/funding", text: "Money of all sites" }] : []),
  { href: asksAt, text: "What sites ask" },
  { href: coverAt, text: "Returns at risk for want of a person" },
  { href: lettersAt, text: "Who has been told what" },
  { href: noticesAt, text: "Letters that go by themselves" },
  { href: "/programme/rounds", text: "Rounds of expressions of interest" },
  { href: "/programme/phases", text: "Phases and their sites" },
  ...(mayEnterSelection(actor) ? [{ href: "/department", text: "The selection panel" }] : []),
  ...(mayInProgramme(actor, "see organisations")
    ? [{ href: "/programme/organisations", text: "Organisations" }]
    : []),
  ...(mayWithPeople(actor, "see people", programmeItself)
    ? [
        { href: "/programme/people", text: "People of the programme" },
        { href: "/programme/people/of", text: "People of an organisation" },
      ]
    : []),
  { href: learningAt, text: "What sites have learned" },
  { href: "/home/calendar", text: "Your calendar, for Outlook or Google" },
]

/** Whoever has a place at a site too chooses between them. */
const isElsewhereToo = ({ var: { actor } }: C) => actor.grants.some(({ organisation }) => organisation)
const elsewhere = { href: "/home", text: "Your work" }

const Sites = ({ sites, asAt }: { sites: SiteRow[]; asAt: Date }) => {
  if (sites.length === 0)
    return (
      <p class="govuk-body">
        No phase is published yet. What is due at each site is listed here as soon as one is.
      </p>
    )
  return (
    <>
      <Table
        caption="Each site: due in the last 30 days and in the next 30"
        captionSize="m"
        small
        firstCellIsHeader
        head={[{ text: "Site" }, { text: "What is due, where it stands and who has it" }]}
        rows={sites.map(({ organisation, name, cells }) => [
          {
            content: (
              <a class="govuk-link" href={siteAt(organisation)}>
                {name}
              </a>
            ),
          },
          {
            content:
              cells.length === 0 ? (
                "Nothing is due in these days."
              ) : (
                <ul class="govuk-list">
                  {cells.map((cell) => (
                    <li>
                      <Due cell={cell} />
                    </li>
                  ))}
                </ul>
              ),
          },
        ])}
      />
      <p class="govuk-body">As at {clockTime(asAt)}.</p>
    </>
  )
}

const Due = ({ cell: { one, says, who } }: { cell: Cell }) => (
  <>
    <a class="govuk-link" href={returnAt(one.organisation, one.round)}>
      <span class="govuk-visually-hidden">{one.name}, </span>
      {one.title}
    </a>
    , due {dayWords(londonDate(new Date(one.by)))}:{" "}
    <span class="beside">
      <strong>{says}</strong>
      {who && `. Who has it: ${who}`}
    </span>
  </>
)

const Asks = ({ c, asks }: { c: C; asks: Ask[] }) => {
  const mayGrant = mayInProgramme(c.var.actor, "grant time")
  return (
    <>
      <h2 class="govuk-heading-m">Requests for more time</h2>
      {asks.length === 0 && (
        <p class="govuk-body">
          Nobody waits for an answer about more time. A request is listed here at once.
        </p>
      )}
      {asks.map((one) => (
        <div class="row-of-many">
          <h3 class="govuk-heading-s">
            {one.name}: {one.title}
          </h3>
          <p class="govuk-body">
            Due at {dayMomentWords(new Date(one.by))}. {one.askedBy.name} asked on{" "}
            {stampWords(new Date(one.at))} for until {dayWords(one.until)}:
          </p>
          <blockquote class="govuk-inset-text answer">{one.reason}</blockquote>
          {mayGrant && (
            <a class="govuk-link" href={timeAt(one.organisation, one.round)}>
              Answer it
              <span class="govuk-visually-hidden">
                : {one.name}, {one.title}
              </span>
            </a>
          )}
        </div>
      ))}
    </>
  )
}
