import type { ListedRound } from "../../../shared/domain/calendar/round.ts"
import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import { dayMomentWords } from "../../../shared/values/london.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import type { C } from "../desk.ts"

type Props = { c: C; organisation: Organisation; round: ListedRound; minutes: number }

export const Start = ({ c, organisation, round, minutes }: Props) => (
  <Page
    c={c}
    title={`Start an expression of interest for ${organisation.name}`}
    back={{ href: `/organisations/${organisation.id}`, text: organisation.shortName }}
  >
    <span class="govuk-caption-l">{round.title}</span>
    <h1 class="govuk-heading-l">Start an expression of interest for {organisation.name}</h1>
    <p class="govuk-body">
      It takes about {minutes} minutes in all. You can stop and come back, and write it with colleagues.
      Nothing is sent until somebody presses Send, and the page says so until then.
    </p>
    <p class="govuk-body">The round closes at {dayMomentWords(new Date(round.closes))}.</p>
    <form method="post" action={`/organisations/${organisation.id}/submissions`}>
      <input type="hidden" name="round" value={round.id} />
      <input type="hidden" name="key" value={newKey(c.var.world)} />
      <Button preventDoubleClick>Start now</Button>
    </form>
  </Page>
)
