import { lineWords } from "../../../../shared/domain/coaching/timeline.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { inPhaseAt, timelineAt } from "../../../../shared/web/coaching/addresses.ts"
import type { C } from "../../../../shared/web/coaching/here.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { Timeline } from "../desk.ts"

/** What happened in the coaching of a site, newest first, one page at a time. */
export const TimelinePage = ({ c, timeline: { place, events, earlier } }: { c: C; timeline: Timeline }) => (
  <Page
    c={c}
    title={`Everything that happened – ${place.name}`}
    back={{ href: inPhaseAt(place.organisation, place.phase), text: "Coaching" }}
  >
    <span class="govuk-caption-l">{place.name}</span>
    <h1 class="govuk-heading-l">Everything that happened</h1>
    {events.length === 0 ? (
      <p class="govuk-body">Nothing has happened yet. Each session, action and answer becomes a line here.</p>
    ) : (
      <Table
        caption="Newest first"
        captionSize="m"
        head={[{ text: "What" }, { text: "Who" }, { text: "When" }]}
        rows={events.map((one) => [
          { content: lineWords(one) },
          { content: one.by.name },
          { content: stampWords(new Date(one.at)) },
        ])}
      />
    )}
    {earlier !== undefined && (
      <p class="govuk-body">
        <a class="govuk-link" href={`${timelineAt(place.organisation, place.phase)}?before=${earlier}`}>
          Earlier
        </a>
      </p>
    )}
  </Page>
)
