import { untilWords } from "../../../shared/domain/calendar/window.ts"
import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import { mayAtSite } from "../../../shared/domain/people/policy.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import type { Asking } from "../asked.ts"
import type { C } from "../desk.ts"

type Props = { c: C; organisation: Organisation; asking: Asking }

/** Before it is begun: what it is, how long it takes, until when. */
export const Start = ({ c, organisation, asking }: Props) => {
  const { kind, facts, occasion } = asking
  const minutes = kind.sections(facts).reduce((sum, one) => sum + one.minutes, 0)
  const title = `Start ${kind.asked === "in a round" ? "an" : "the"} ${kind.called} for ${organisation.name}`
  return (
    <Page
      c={c}
      title={title}
      back={{ href: `/organisations/${organisation.id}`, text: organisation.shortName }}
    >
      <span class="govuk-caption-l">{occasion.title}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        It takes about {minutes} minutes in all. You can stop and come back, and write it with colleagues.
        Nothing is sent until somebody presses Send, and the page says so until then.
      </p>
      <p class="govuk-body">{untilWords(occasion.window, c.var.world.now())}</p>
      <form method="post" action={`/organisations/${organisation.id}/submissions`}>
        <input type="hidden" name="round" value={occasion.id} />
        <input type="hidden" name="key" value={newKey(c.var.world)} />
        <Button preventDoubleClick>Start now</Button>
      </form>
      {kind.nil && mayAtSite(c.var.actor, "report nothing", organisation.id) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/organisations/${organisation.id}/returns/${occasion.id}/nothing`}>
            There is nothing to report this time
          </a>
        </p>
      )}
    </Page>
  )
}
