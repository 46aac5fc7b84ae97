import type { Event } from "../../../../shared/domain/submissions/event.ts"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C, Free } from "../../../../shared/web/panel/here.ts"
import { History } from "../../../../shared/web/programme/history.tsx"
import { hereAt } from "../here.ts"
import { moveWords } from "../words.ts"

type Props = { c: C; desk: Free; lines: (Event & { note?: string })[]; older?: number }

export const HistoryPage = ({ c, desk, lines, older }: Props) => (
  <Page
    c={c}
    title={`What was done – ${desk.one.name}`}
    back={{ href: hereAt(desk), text: desk.one.name }}
    wide
  >
    <span class="govuk-caption-l">{desk.one.name}</span>
    <h1 class="govuk-heading-l">What was done, and by whom</h1>
    <p class="govuk-body">Each line holds the mark of the one before it, so that none can go unnoticed.</p>
    <History lines={lines} words={moveWords} />
    {older !== undefined && (
      <p class="govuk-body">
        <a class="govuk-link" href={`?before=${older}`}>
          Older lines
        </a>
      </p>
    )}
  </Page>
)
