import { planStands } from "../../../../shared/domain/evaluation/lines.ts"
import type { ReturnStands } from "../../../../shared/domain/evaluation/return-stands.ts"
import { roles } from "../../../../shared/domain/people/role.ts"
import { clockTime, dateWords, dayWords, londonDate } from "../../../../shared/values/london.ts"
import {
  evaluationIn,
  evaluationPlanAt,
  findingsAt,
  reviewAt,
} from "../../../../shared/web/evaluation/addresses.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { PhaseFilter } from "../../../../shared/web/programme/phase-filter.tsx"
import { type C, mayHere } from "../../here.ts"
import type { OnDesk, SiteRow } from "../desk.ts"
import { linksHere } from "../links.ts"

type Props = { c: C; desk: OnDesk }

/** What is to be known first, then what waits, then each site. Never empty. */
export const DeskPage = ({ c, desk }: Props) => {
  const { phase, line, sites, released, at, own } = desk
  const title = own ? "The evaluation of your sites" : "The evaluation of all sites"
  return (
    <Page c={c} title={title} back={{ href: "/home", text: "Your work" }} wide>
      <span class="govuk-caption-l">
        {phase ? `${phase.title}. ` : ""}You are here as {heldIn(c)}
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l" data-first-line>
        {line}
      </p>
      <p class="govuk-body">
        {released
          ? `Release ${released.number} was made on ${dateWords(londonDate(new Date(released.at)))}: everybody may read it, with small numbers hidden.`
          : "Nothing is released yet: until it is, only the site, its coach and the evaluator see figures."}
      </p>
      <Waiting c={c} desk={desk} />
      <Sites desk={desk} c={c} />
      {sites.length > 0 && <p class="govuk-body">As at {clockTime(at)}.</p>}
      {phase && (
        <>
          <h2 class="govuk-heading-m">Findings</h2>
          <ul class="govuk-list govuk-list--bullet">
            {linksHere(c, phase.id).map(({ href, text, more }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {text}
                </a>
                {more}
              </li>
            ))}
            <li>
              <a class="govuk-link" href={`${findingsAt}/sites.csv?phase=${encodeURIComponent(phase.id)}`}>
                Download the sites as a CSV file
              </a>
            </li>
          </ul>
        </>
      )}
      <PhaseFilter scope={desk} at={findingsAt} />
    </Page>
  )
}

const heldIn = ({ var: { actor } }: C) =>
  [...new Set(actor.grants.filter(({ organisation }) => organisation === undefined).map(({ role }) => role))]
    .map((role) => roles[role].words)
    .join(", ")

type Item = { href: string; text: string; says: string }

/** What the evaluator has to do, longest first. */
const Waiting = ({ c, desk: { phase, sites } }: Props) => {
  if (!phase || !mayHere(c, "see every figure")) return null
  const items = sites.flatMap((site) => [...planItems(site, phase.id), ...returnItems(site, phase.id)])
  return (
    <>
      <h2 class="govuk-heading-m">What waits for you</h2>
      {items.length === 0 && (
        <p class="govuk-body">Nothing waits for you. What a site sends or proposes is listed here.</p>
      )}
      <ul class="govuk-list">
        {items.map(({ href, text, says }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
            <span class="beside">{says}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const planItems = ({ head, name, organisation }: SiteRow, phase: string): Item[] =>
  head.plan?.waitsFor.includes("the evaluator")
    ? [
        {
          href: evaluationPlanAt(organisation, phase),
          text: `Evaluation plan of ${name}`,
          says: `Proposed${head.plan.since ? ` on ${dayWords(londonDate(new Date(head.plan.since)))}` : ""}: agree it, or say not yet`,
        },
      ]
    : []

const returnItems = ({ returns, name, organisation }: SiteRow, phase: string): Item[] =>
  returns
    .filter(({ waitsFor }) => waitsFor === "the evaluator")
    .toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0))
    .map(({ one, days = 0 }) => ({
      href: reviewAt(organisation, phase, one.stands?.reference ?? ""),
      text: `${one.title} of ${name}`,
      says: `Sent ${days === 0 ? "today" : `${days} working ${days === 1 ? "day" : "days"} ago`}`,
    }))

const Sites = ({ desk: { phase, sites, own } }: Props) => {
  if (!phase)
    return <p class="govuk-body">What each site owes is listed here as soon as a phase is published.</p>
  if (sites.length === 0)
    return (
      <p class="govuk-body">{own ? "You coach no site in this phase." : "No site is in this phase yet."}</p>
    )
  return (
    <Table
      caption="Each site"
      captionSize="m"
      firstCellIsHeader
      stacks
      small
      head={[
        { text: "Site" },
        { text: "Evaluation plan" },
        { text: "Due last" },
        { text: "Due next" },
        { text: "Who has what" },
      ]}
      rows={sites.map((site) => [
        {
          content: (
            <a class="govuk-link" href={evaluationIn(site.organisation, phase.id)}>
              {site.name}
            </a>
          ),
        },
        { content: planStands(site.head) },
        { content: site.last ? returnWords(site.last) : "Nothing was due yet" },
        { content: site.next ? returnWords(site.next) : "Nothing more is due" },
        { content: <WhoHas site={site} /> },
      ])}
    />
  )
}

const returnWords = ({ one, says }: ReturnStands) =>
  `${one.title}: ${lower(says)}, due ${dateWords(londonDate(new Date(one.by)))}`

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

const WhoHas = ({ site: { returns } }: { site: SiteRow }) => {
  const waits = returns.filter(({ waitsFor }) => waitsFor !== undefined)
  if (waits.length === 0) return <>Nothing waits</>
  return (
    <ul class="govuk-list">
      {waits.map(({ one, who }) => (
        <li>
          {one.title}: {who}
        </li>
      ))}
    </ul>
  )
}
