import { owesWords } from "../../../../shared/domain/actions/action-words.ts"
import {
  goingLine,
  goneBy,
  goneByWords,
  meetingLines,
  waitingWords,
} from "../../../../shared/domain/coaching/stands.ts"
import { dateWords, londonDate, type PlainDate } from "../../../../shared/values/london.ts"
import { ActionList } from "../../../../shared/web/coaching/action-list.tsx"
import {
  actionsAt,
  briefAt,
  goingAt,
  handoverAt,
  helpAt,
  highlightsAt,
  inPhaseAt,
  notesAt,
  planAt,
  risksAt,
  sessionAt,
  sessionsAt,
  timelineAt,
} from "../../../../shared/web/coaching/addresses.ts"
import { type C, mayHere } from "../../../../shared/web/coaching/here.ts"
import { mayClose } from "../../../../shared/web/coaching/may-close.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { OnRecord } from "../desk.ts"

/** The coaching of one site in a phase, the same for both sides: when they meet, what waits for whom, how it goes. */
export const RecordPage = ({ c, record }: { c: C; record: OnRecord }) => {
  const { head, place, actions, phases, view } = record
  const { organisation, phase } = place
  const today = londonDate(c.var.world.now())
  const here = phases.find((one) => one.phase.id === phase)
  const others = phases.filter((one) => one !== here)
  const late = goneBy(head, today)
  return (
    <Page c={c} title={`Coaching – ${place.name}`} back={backFrom(c, place)}>
      <span class="govuk-caption-l">
        {place.name}, {here?.phase.title ?? phase}
      </span>
      <h1 class="govuk-heading-l">Coaching</h1>
      {meetingLines(head, today).map((says, at) => (
        <p class={at === 0 ? "govuk-body-l" : "govuk-body"} {...(at === 0 && { "data-first-line": true })}>
          {says}
        </p>
      ))}
      <p class="govuk-body">
        {here?.site.coach ? `Coach: ${here.site.coach.name}.` : "This site has no coach yet."}
      </p>
      {view === "summary" && (
        <InsetText>
          You read a summary: when, of what kind and about what, how it is going, what is open and what is
          asked of you. What was said is between the site, its coach and the coordinators.
        </InsetText>
      )}
      {mayHere(c, "plan session") && (
        <Button href={`${sessionsAt(organisation, phase)}/plan`}>Plan a session</Button>
      )}
      <h2 class="govuk-heading-m">Sessions</h2>
      {head.waits.length + late.length === 0 && <p class="govuk-body">No session waits for anybody.</p>}
      {late.map((one) => (
        <p class="govuk-body">
          <a class="govuk-link" href={sessionAt(organisation, phase, one.session)}>
            {one.title}
          </a>
          <span class="beside">{goneByWords(one)}</span>
        </p>
      ))}
      {head.waits.map((one) => (
        <p class="govuk-body">
          <a class="govuk-link" href={sessionAt(organisation, phase, one.session)}>
            {one.title}
          </a>
          <span class="beside">{waitingWords(one, today)}</span>
        </p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={sessionsAt(organisation, phase)}>
          Every session
        </a>
      </p>
      <h2 class="govuk-heading-m">What is to be done</h2>
      {actions.length === 0 && <p class="govuk-body">Nothing is open.</p>}
      <ActionList
        c={c}
        actions={actions}
        mayClose={(one) => mayClose(c, one)}
        more={({ owner }) => <p class="govuk-body">{owesWords(owner)}.</p>}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={actionsAt(organisation)}>
          Everything that is to be done, with what is done
        </a>
      </p>
      <h2 class="govuk-heading-m">How it is going</h2>
      <p class="govuk-body">{goingLine(head) ?? "Nobody has said yet how it is going."}</p>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={goingAt(organisation, phase)}>
            How it is going, month by month
          </a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">Plan, risks and help</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={planAt(organisation, phase)}>
            The pilot plan
          </a>
          {planWords(head, today)}
        </li>
        <li>
          <a class="govuk-link" href={risksAt(organisation, phase)}>
            Risks
          </a>
          {head.highRisks > 0 && `: ${head.highRisks} high`}
        </li>
        <li>
          <a class="govuk-link" href={helpAt(organisation, phase)}>
            Help from the Department
          </a>
          {head.help.length > 0 && `: ${head.help.length} without an answer`}
        </li>
      </ul>
      <h2 class="govuk-heading-m">Made from the record</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={timelineAt(organisation, phase)}>
            Everything that happened, newest first
          </a>
        </li>
        <li>
          <a class="govuk-link" href={highlightsAt(organisation, phase)}>
            Each month on one page
          </a>
        </li>
        {mayHere(c, "read brief") && (
          <li>
            <a class="govuk-link" href={briefAt(organisation, phase)}>
              Before the next visit: what moved, what is late, what is open
            </a>
          </li>
        )}
        {mayHere(c, "keep notes") && (
          <li>
            <a class="govuk-link" href={notesAt(organisation, phase)}>
              Coordinators’ notes
            </a>
          </li>
        )}
        {mayHere(c, "take handover") && (
          <li>
            <a class="govuk-link" href={handoverAt(organisation, phase)}>
              Handover pack, for whoever takes over
            </a>
          </li>
        )}
      </ul>
      {others.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Other phases</h2>
          <ul class="govuk-list">
            {others.map((one) => (
              <li>
                <a class="govuk-link" href={inPhaseAt(organisation, one.phase.id)}>
                  {one.phase.title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

const planWords = ({ plan }: OnRecord["head"], today: PlainDate) => {
  if (!plan) return ": not begun"
  if (plan.waitsFor.length > 0) return `: proposed, waits for ${plan.waitsFor.join(" and ")}`
  if (!plan.agreedAt) return ": not agreed yet"
  const { milestones } = plan
  const next = milestones?.next
  return `: agreed ${dateWords(londonDate(new Date(plan.agreedAt)))}${milestones ? `; ${milestones.done} of ${milestones.all} milestones done` : ""}${next ? `, the next ${next < today ? "was due" : "by"} ${dateWords(next)}` : ""}`
}

/** Whoever belongs to the site goes back to its home, everybody else to the sites that they support. */
export const backFrom = (
  { var: { actor } }: C,
  { organisation, name }: Pick<OnRecord["place"], "organisation" | "name">,
) =>
  actor.grants.some((one) => one.organisation === organisation)
    ? { href: `/organisations/${organisation}`, text: name }
    : { href: "/support", text: "The sites you support" }
