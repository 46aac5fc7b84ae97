import { type Action, actionWords, isLate } from "../../../../shared/domain/actions/action.ts"
import { ageWords, fromWords, whoseWords } from "../../../../shared/domain/actions/action-words.ts"
import { seenIn } from "../../../../shared/domain/actions/seen.ts"
import { coachesOf } from "../../../../shared/domain/coaching/assigned.ts"
import { coachingViewOf } from "../../../../shared/domain/people/coaching-policy.ts"
import { londonDate } from "../../../../shared/values/london.ts"
import { actionAt } from "../../../../shared/web/coaching/addresses.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import type { C } from "../../desk.ts"
import type { OnSite } from "../sites.ts"

type Props = { c: C; site: OnSite }

/** What is to be done about a site, late first, as far as whoever asks may see it: there only where something is. */
export const ToDo = ({ c, site: { organisation, phases, actions, asAt } }: Props) => {
  const today = londonDate(asAt)
  const seen = actions.flatMap((one) => {
    const among = one.phase === undefined ? phases.map(({ id }) => id) : [one.phase]
    const coaches = among.flatMap((id) => coachesOf(phases, organisation.id, id))
    const view = coachingViewOf(c.var.actor, { organisation: organisation.id, coaches }, "see actions")
    return (view && seenIn(view, one)) ?? []
  })
  if (seen.length === 0) return null
  return (
    <Table
      caption="What is to be done"
      captionSize="m"
      firstCellIsHeader
      head={[
        { text: "What" },
        { text: "On whose desk" },
        { text: "Comes from" },
        { text: "Where it stands" },
      ]}
      rows={seen.map((one) => [
        {
          content: (
            <a class="govuk-link" href={actionAt(organisation.id, one.id)}>
              {one.text}
            </a>
          ),
        },
        { content: whoseWords(one, coachOf(phases, one)) },
        { content: fromWords(one) },
        { content: <Stands one={one} today={today} /> },
      ])}
    />
  )
}

const coachOf = (phases: OnSite["phases"], { organisation, phase }: Action) =>
  phases.find(({ id }) => id === phase)?.sites.find((one) => one.organisation === organisation)?.coach?.name

const Stands = ({ one, today }: { one: Action; today: string }) => {
  const stands = actionWords(one, today)
  const age = one.state === "open" && ageWords(one, today)
  return (
    <>
      {isLate(one, today) ? <strong>Late. {stands}</strong> : stands}
      {age && <span class="beside">{age}</span>}
      {one.done && <span class="beside">{one.done.evidence}</span>}
    </>
  )
}
