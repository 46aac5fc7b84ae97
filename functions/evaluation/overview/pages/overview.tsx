import { planStands } from "../../../../shared/domain/evaluation/lines.ts"
import type { ReturnStands } from "../../../../shared/domain/evaluation/return-stands.ts"
import { dateWords, dayMomentWords, londonDate } from "../../../../shared/values/london.ts"
import {
  evaluationIn,
  evaluationPlanAt,
  findingsAt,
  reviewAt,
  tallyAt,
} from "../../../../shared/web/evaluation/addresses.ts"
import { type C, mayHere } from "../../../../shared/web/evaluation/here.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { OnOverview } from "../desk.ts"
import { History, links } from "./shows.tsx"

type Props = { c: C; overview: OnOverview }

/** The evaluation of one site in a phase: what is agreed, what is sent and who has it. No figure is on it. */
export const OverviewPage = ({ c, overview }: Props) => {
  const { place, head, returns, tallies, phases, view } = overview
  const { organisation, phase } = place
  const here = phases.find((one) => one.phase.id === phase)
  const others = phases.filter((one) => one !== here)
  return (
    <Page c={c} title={`Evaluation – ${place.name}`} back={backFrom(c, place)} wide>
      <span class="govuk-caption-l">
        {place.name}, {here?.phase.title ?? phase}
      </span>
      <h1 class="govuk-heading-l">Evaluation</h1>
      <p class="govuk-body-l" data-first-line>
        {firstLine(overview)}
      </p>
      {view === "released" && (
        <InsetText>
          You read where each thing stands. Counts of people are seen by the site, its coach and the
          evaluator; everybody else reads what was released of them, with small numbers hidden.
        </InsetText>
      )}
      <h2 class="govuk-heading-m">What is measured</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={evaluationPlanAt(organisation, phase)}>
          Evaluation plan
        </a>
        : {planWords(overview)}
      </p>
      <Returns c={c} overview={overview} caption="Returns" all={returns} />
      <Returns c={c} overview={overview} caption="Monthly tallies" all={tallies} />
      {returns.length + tallies.length === 0 && (
        <p class="govuk-body">
          This phase asks for no return of the evaluation. What a phase asks is set on its page, by a
          coordinator.
        </p>
      )}
      <h2 class="govuk-heading-m">What it shows</h2>
      <ul class="govuk-list">
        {links(c, overview).map(({ href, text, more }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
            {more}
          </li>
        ))}
      </ul>
      <History overview={overview} />
      {others.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Other phases</h2>
          <ul class="govuk-list">
            {others.map((one) => (
              <li>
                <a class="govuk-link" href={evaluationIn(organisation, one.phase.id)}>
                  {one.phase.title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {head.storiesToCheck.length > 0 && mayHere(c, "check story") && (
        <p class="govuk-body">{storiesWaitWords(head.storiesToCheck.length)}</p>
      )}
    </Page>
  )
}

const storiesWaitWords = (count: number) =>
  count === 1 ? "1 story waits for you to check." : `${count} stories wait for you to check.`

/** Who has the first thing that waits; or what comes next. */
const firstLine = ({ head, returns, tallies }: OnOverview): string => {
  const waits = head.plan?.waitsFor ?? []
  if (waits.length > 0) return `The evaluation plan waits for ${waits.join(" and ")}.`
  const open = [...returns, ...tallies].find(({ waitsFor }) => waitsFor !== undefined)
  if (open)
    return `${open.one.title}: ${lower(open.says)}, due ${dayMomentWords(new Date(open.one.by))}. ${open.who}.`
  const next = [...returns, ...tallies].find(({ who }) => who.startsWith("Opens"))
  return next
    ? `Nothing waits for anybody. Next: ${next.one.title}, due ${dayMomentWords(new Date(next.one.by))}.`
    : "Nothing waits for anybody."
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

const planWords = ({ head }: OnOverview) => {
  const { plan } = head
  const agreed = plan && plan.version > 0 ? (plan.lockedAt ?? plan.agreedAt) : undefined
  const since = plan?.waitsFor.length ? plan.since : agreed
  const when = since ? `, since ${dateWords(londonDate(new Date(since)))}` : ""
  const none = "the core measures alone are asked until one is agreed"
  return `${lower(planStands(head))}${when}${plan?.version ? "" : `; ${none}`}.`
}

type ReturnsProps = Props & { caption: string; all: ReturnStands[] }

const Returns = ({ c, overview: { place }, caption, all }: ReturnsProps) =>
  all.length === 0 ? null : (
    <Table
      caption={caption}
      captionSize="m"
      firstCellIsHeader
      stacks
      head={[{ text: "What" }, { text: "Due" }, { text: "Where it stands" }, { text: "Who has it" }]}
      rows={all.map((stands) => {
        const { one, says, who } = stands
        const href = addressFor(c, place, stands)
        return [
          {
            content: href ? (
              <a class="govuk-link" href={href}>
                {one.title}
              </a>
            ) : (
              one.title
            ),
          },
          { content: dayMomentWords(new Date(one.by)) },
          { content: says },
          { content: who || "Nobody: nothing is to be done" },
        ]
      })}
    />
  )

/** Where whoever asks reads it: the evaluator what was sent, the site its own, a team its tally. */
const addressFor = (
  c: C,
  { organisation, phase }: OnOverview["place"],
  { one }: ReturnStands,
): string | undefined => {
  const sent = one.stands !== undefined && one.stands.version > 0
  const counted = one.signs.length === 0
  if (mayHere(c, "review evaluation return") && sent && !counted)
    return reviewAt(organisation, phase, one.stands?.reference ?? "")
  if (counted && mayHere(c, "fill in tally")) return tallyAt(organisation, one.round)
  return isAtSite(c, organisation) ? `/organisations/${organisation}/returns/${one.round}` : undefined
}

const isAtSite = ({ var: { actor } }: C, organisation: string) =>
  actor.grants.some((one) => one.organisation === organisation)

/** Whoever belongs to the site goes back to its home, everybody else to what is found across sites. */
const backFrom = (c: C, { organisation, name }: OnOverview["place"]) =>
  isAtSite(c, organisation)
    ? { href: `/organisations/${organisation}`, text: name }
    : { href: findingsAt, text: "The evaluation of all sites" }
