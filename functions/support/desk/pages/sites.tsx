import { timeIn } from "../../../../shared/domain/support/lines.ts"
import type { SiteRow } from "../../../../shared/domain/support/site-row.ts"
import { dayWords } from "../../../../shared/values/london.ts"
import { inPhaseAt, sessionAt } from "../../../../shared/web/coaching/addresses.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import type { OnDesk } from "../desk.ts"

/** Each site that is seen, one row: the department’s says how it goes, and never what was said. */
export const Sites = ({ desk: { sites }, follows }: { desk: OnDesk; follows: boolean }) => {
  if (sites.length === 0)
    return (
      <>
        <h2 class="govuk-heading-m">Sites</h2>
        <p class="govuk-body">
          There is no site to support yet. Each is listed here as soon as its phase is published.
        </p>
      </>
    )
  const columns = follows ? followed : read
  return (
    <Table
      caption="Sites"
      captionSize="m"
      small
      stacks
      firstCellIsHeader
      head={[{ text: "Site" }, ...columns.map(({ text }) => ({ text }))]}
      rows={sites.map((one) => [
        {
          content: (
            <a class="govuk-link" href={inPhaseAt(one.organisation, one.phase)}>
              {one.name}
            </a>
          ),
        },
        ...columns.map(({ says }) => ({ content: says(one) })),
      ])}
    />
  )
}

type Column = { text: string; says: (one: SiteRow) => string | ReturnType<typeof Waiting> }

const next = ({ next }: SiteRow) => (next ? `${dayWords(next.on)}${timeIn(next)}` : "None is planned")

const going = ({ going, ratings }: SiteRow) =>
  [going ?? "Nobody has said yet.", ...(ratings ? [`Ratings, ${ratings}.`] : [])].join(" ")

const help = ({ help: { open, paused } }: SiteRow) =>
  open === 0 ? "None" : `${open} open${paused > 0 ? `, ${paused} of them with the site` : ""}`

const actions = ({ actions: { open, late, oldest } }: SiteRow) => {
  if (open === 0) return "None"
  return `${open} open, ${late} late${oldest === undefined ? "" : `, the oldest ${oldest} working ${oldest === 1 ? "day" : "days"}`}`
}

const Waiting = ({ one: { organisation, phase, waits } }: { one: SiteRow }) =>
  waits.length === 0 ? (
    <>Nothing</>
  ) : (
    <ul class="govuk-list">
      {waits.map(({ session, title, says }) => (
        <li>
          <a class="govuk-link" href={sessionAt(organisation, phase, session)}>
            {title}
          </a>
          <span class="beside">{says}</span>
        </li>
      ))}
    </ul>
  )

const followed: Column[] = [
  { text: "Next session", says: next },
  { text: "Held", says: ({ held }) => String(held) },
  { text: "What waits", says: (one) => <Waiting one={one} /> },
  { text: "How it is going", says: going },
  { text: "Actions", says: actions },
  { text: "Plan", says: ({ plan }) => plan },
  { text: "Help", says: help },
  { text: "High risks", says: ({ highRisks }) => String(highRisks) },
]

const read: Column[] = [
  { text: "How it is going", says: going },
  { text: "High risks", says: ({ highRisks }) => String(highRisks) },
  { text: "Help", says: help },
  { text: "Next session", says: next },
]
