import { isHeavyFor, siteBurdenWords } from "../../../../shared/domain/calendar/phase-burden.ts"
import { whenWords } from "../../../../shared/domain/calendar/phase-forms.ts"
import { hourWords } from "../../../../shared/domain/calendar/round-burden.ts"
import { joined } from "../../../../shared/domain/calendar/site-phase.ts"
import { kindOf } from "../../../../shared/kinds/index.ts"
import { dayMomentWords } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { lineAt, periodAt, phaseAt, siteInPhaseAt } from "../addresses.ts"
import type { OnDesk } from "../desk.ts"
import { spanWords } from "../words.ts"

type Props = { desk: OnDesk }

const Link = ({ href, text, hidden }: { href: string; text: string; hidden: string }) => (
  <a class="govuk-link" href={href}>
    {text}
    <span class="govuk-visually-hidden"> {hidden}</span>
  </a>
)

const action = (mayPlan: boolean, words: string) => (mayPlan ? [{ text: words }] : [])

const change = (mayPlan: boolean, href: string, hidden: string) =>
  mayPlan ? [{ content: <Link href={href} text="Change" hidden={hidden} /> }] : []

/** The sites of a phase, each with its own dates. */
export const Sites = ({ desk: { phase, mayPlan } }: Props) => (
  <>
    {phase.sites.length === 0 && (
      <>
        <h2 class="govuk-heading-m">Sites</h2>
        <p class="govuk-body">There is no site yet. Each has dates, an award and a coach of its own.</p>
      </>
    )}
    {phase.sites.length > 0 && (
      <Table
        caption="Sites"
        captionSize="m"
        small
        firstCellIsHeader
        head={[
          { text: "Site" },
          { text: "Its pilot" },
          { text: "Award" },
          { text: "Coach" },
          ...action(mayPlan, "Change"),
        ]}
        rows={phase.sites.map((one) => [
          {
            content: (
              <>
                {one.name}
                <span class="beside">
                  {[
                    joined[one.joined],
                    one.because,
                    one.decidedBy && `Decided by: ${one.decidedBy}`,
                    one.note,
                  ]
                    .filter((words) => words !== undefined)
                    .map((words) => words.replace(/\.$/, ""))
                    .join(". ")}
                </span>
              </>
            ),
          },
          { content: spanWords(one) },
          { content: one.award === undefined ? "Not published" : pounds(one.award) },
          { content: one.coach?.name ?? "Nobody yet" },
          ...change(mayPlan, siteInPhaseAt(phase.id, one.organisation), one.name),
        ])}
      />
    )}
    {mayPlan && (
      <p class="govuk-body">
        <a class="govuk-link" href={`${phaseAt(phase.id)}/sites/new`}>
          Add a site
        </a>
      </p>
    )}
  </>
)

/** What is asked of each site. */
export const Lines = ({ desk: { phase, mayPlan } }: Props) => {
  const changes = mayPlan && phase.published === undefined
  return (
    <>
      {phase.asks.length === 0 && (
        <>
          <h2 class="govuk-heading-m">What is asked of each site</h2>
          <p class="govuk-body">Nothing is asked yet.</p>
        </>
      )}
      {phase.asks.length > 0 && (
        <Table
          caption="What is asked of each site"
          captionSize="m"
          small
          firstCellIsHeader
          head={[{ text: "What" }, { text: "When" }, { text: "Why" }, ...action(changes, "Change")]}
          rows={phase.asks.map((one) => {
            const { title } = kindOf(one.kind)
            return [
              { content: title },
              { content: whenWords(one) },
              { content: one.because },
              ...change(changes, lineAt(phase.id, one.id), `${title}: ${whenWords(one)}`),
            ]
          })}
        />
      )}
      {changes && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${phaseAt(phase.id)}/lines/new`}>
            Ask for something more
          </a>
        </p>
      )}
    </>
  )
}

/** What it asks of each site, in hours and of its award. */
export const Burdens = ({ desk: { burdens, phase } }: Props) => (
  <>
    <h2 class="govuk-heading-m">What it asks of them</h2>
    {burdens.length === 0 && (
      <p class="govuk-body">It is worked out for each site that has its dates. The target is 20 hours.</p>
    )}
    {burdens.length > 0 && (
      <>
        <ul class="govuk-list govuk-list--bullet">
          {burdens.map((one) => (
            <li>
              {siteBurdenWords(one)}
              {isHeavyFor(one) && <strong> More than 20 hours, or 5% of its award.</strong>}
            </li>
          ))}
        </ul>
        <p class="govuk-body-s">{hourWords}</p>
        {phase.because && <p class="govuk-body">Why it asks a lot: {phase.because}</p>}
      </>
    )}
  </>
)

/** Every return of a published phase, with its date. */
export const Periods = ({ desk: { phase, periods, burdens, mayPlan } }: Props) => {
  const rows = periods.flatMap((one) => {
    const owing = burdens.flatMap(({ expected }) => expected.filter(({ round }) => round === one.id))
    return owing.length > 0 ? [{ one, owing }] : []
  })
  return (
    <Table
      caption="Due dates"
      captionSize="m"
      small
      firstCellIsHeader
      head={[
        { text: "Return" },
        { text: "Due for most sites" },
        { text: "Sites", numeric: true },
        { text: mayPlan ? "See or change" : "See" },
      ]}
      rows={rows.map(({ one, owing }) => [
        { content: one.title },
        { content: `${dayMomentWords(new Date(mostly(owing)))}${one.by ? " (changed)" : ""}` },
        { content: owing.length, numeric: true },
        {
          content: (
            <Link
              href={periodAt(phase.id, one.id)}
              text={mayPlan ? "See or change" : "See"}
              hidden={`the date of ${one.title}`}
            />
          ),
        },
      ])}
    />
  )
}

/** The date that most have; the earliest of those that as many have. */
const mostly = (owing: { by: string }[]): string => {
  const dates = [...new Set(owing.map(({ by }) => by))].sort()
  const having = (date: string) => owing.filter(({ by }) => by === date).length
  return dates.toSorted((a, b) => having(b) - having(a))[0] ?? ""
}
