import { clockOf, helpTitle, isOpen } from "../../../../shared/domain/coaching/help.ts"
import { clockWords } from "../../../../shared/domain/coaching/help-clock.ts"
import { askForm } from "../../../../shared/domain/coaching/help-forms.ts"
import { helpAt, helpOneAt, inPhaseAt } from "../../../../shared/web/coaching/addresses.ts"
import { ClockList } from "../../../../shared/web/coaching/clock-list.tsx"
import { type C, mayHere, placeHere } from "../../../../shared/web/coaching/here.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { Doubts, recognised } from "../../../../shared/web/programme/doubts.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import type { HelpDesk } from "../desk.ts"

/** What was asked of the department about this site, each with its clock; and the clocks of both sides. */
export const HelpListPage = ({ c, desk: { place, helps, clocks } }: { c: C; desk: HelpDesk }) => {
  const { organisation, phase, name } = place
  const open = helps.filter(isOpen)
  const over = helps.filter((one) => !open.includes(one))
  return (
    <Page
      c={c}
      title={`Help from the Department – ${name}`}
      back={{ href: inPhaseAt(organisation, phase), text: "Coaching" }}
    >
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Help from the Department</h1>
      <p class="govuk-body-l" data-first-line>
        {standsIn(helps.length, open.length)}
      </p>
      {mayHere(c, "ask for help") && (
        <Button href={`${helpAt(organisation, phase)}/ask`}>Ask the Department for help</Button>
      )}
      <Helps c={c} helps={open} />
      {over.length > 0 && <h2 class="govuk-heading-m">Answered or taken back</h2>}
      <Helps c={c} helps={over} />
      <h2 class="govuk-heading-m">Clocks on both sides</h2>
      <p class="govuk-body">
        The Department, over all sites of this phase, beside what the coach and {name} do here.
      </p>
      <ClockList lines={clocks} />
    </Page>
  )
}

const standsIn = (all: number, open: number): string => {
  if (all === 0) return "Nothing has been asked yet. Whatever is asked is answered within 5 working days."
  if (open === 0) return "Nothing waits for an answer of the Department."
  return `${open === 1 ? "1 waits" : `${open} wait`} for an answer of the Department.`
}

const Helps = ({ c, helps }: { c: C; helps: HelpDesk["helps"] }) => (
  <>
    {helps.map((one) => (
      <p class="govuk-body">
        <a class="govuk-link" href={helpOneAt(one.organisation, one.phase, one.number)}>
          {helpTitle(one)}
        </a>
        <span class="beside">{clockWords(clockOf(one), c.var.world.now())}</span>
      </p>
    ))}
  </>
)

export const AskPage = ({ c, tried }: { c: C; tried?: Tried }) => {
  const { organisation, phase, name } = placeHere(c)
  const at = helpAt(organisation, phase)
  return (
    <FormPage
      c={c}
      section={askForm}
      action={`${at}/ask`}
      back={{ href: at, text: "Help from the Department" }}
      caption={name}
      button="Send it to the Department"
      keyed
      tried={tried}
      after={<Doubts tried={tried} hint={recognised} />}
    />
  )
}
