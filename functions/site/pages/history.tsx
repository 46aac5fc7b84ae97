import { type Role, roles } from "../../../shared/domain/people/role.ts"
import type { Event } from "../../../shared/domain/submissions/event.ts"
import { stampWords } from "../../../shared/values/london.ts"
import type { C, OnDesk } from "../desk.ts"
import { at, SubmissionPage } from "./submission-page.tsx"

const said: Record<string, string> = {
  start: "Begun",
  save: "Saved",
  sign: "Confirmed",
  decline: "Not confirmed yet",
  send: "Sent",
  change: "Opened for changes",
  withdraw: "Withdrawn",
  "ask to be late": "Asked to be late",
  suggest: "Another figure suggested",
  keep: "A suggested figure left as it was",
  look: "Opened by the department",
  "check completeness": "Found to be complete",
  ask: "A question asked",
  answer: "A question answered",
  settle: "A question closed",
  "send back": "Sent back for changes",
  accept: "Accepted",
  reopen: "Opened again",
}

/** What happened, newest first: who, when, in which role. */
export const HistoryPage = ({
  c,
  desk,
  events,
}: {
  c: C
  desk: OnDesk
  events: (Event & { note?: string })[]
}) => (
  <SubmissionPage c={c} desk={desk} title="History" back={{ href: at(desk), text: "All sections" }}>
    <ol class="govuk-list" reversed>
      {events.map((one) => (
        <li class="row-of-many">
          <h2 class="govuk-heading-s">
            {said[one.move] ?? one.move}
            {one.move === "send" && `, version ${one.version}`}
          </h2>
          <p class="govuk-body">
            By {one.by.name}, {roles[one.by.role as Role]?.words ?? one.by.role},{" "}
            {stampWords(new Date(one.at))}
          </p>
          {one.changed && <p class="govuk-body-s">{changedWords(one.changed, desk)}</p>}
          {one.note && <blockquote class="govuk-inset-text answer">{one.note}</blockquote>}
        </li>
      ))}
    </ol>
    {(events.at(-1)?.number ?? 1) > 1 && (
      <p class="govuk-body">
        <a class="govuk-link" href={`${at(desk)}/history?before=${events.at(-1)?.number}`}>
          Earlier
        </a>
      </p>
    )}
  </SubmissionPage>
)

const changedWords = (changed: Record<string, string[]>, { kind, facts }: OnDesk) =>
  Object.entries(changed)
    .map(([id, keys]) => {
      const section = kind.sections(facts).find((one) => one.id === id)
      return `${section?.title ?? id}: ${keys.map((key) => section?.asks[key]?.label ?? key).join(" ")}`
    })
    .join("; ")
