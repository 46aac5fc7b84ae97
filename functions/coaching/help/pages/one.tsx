import { stuckOn } from "../../../../shared/domain/coaching/going-words.ts"
import { clockOf, type Help, helpTitle } from "../../../../shared/domain/coaching/help.ts"
import { clockWords, pausedWords } from "../../../../shared/domain/coaching/help-clock.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { helpAt, helpOneAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, mayHere } from "../../../../shared/web/coaching/here.ts"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { Doubts, recognised } from "../../../../shared/web/programme/doubts.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { type HelpStepName, helpStepNames, helpSteps } from "../steps.ts"

/** One thing that the department was asked: where it stands, what was said, and what can be done about it. */
export const HelpPage = ({ c, one }: { c: C; one: Help }) => {
  const at = c.var.world.now()
  const clock = clockOf(one)
  const paused = pausedWords(clock, at)
  const open = stepsOpen(c, one)
  return (
    <Page
      c={c}
      title={`${helpTitle(one)} – ${one.name}`}
      back={{ href: helpAt(one.organisation, one.phase), text: "Help from the Department" }}
    >
      <span class="govuk-caption-l">{one.name}</span>
      <h1 class="govuk-heading-l">{helpTitle(one)}</h1>
      <p class="govuk-body-l" data-first-line>
        {clockWords(clock, at)}
      </p>
      {paused && <p class="govuk-body">{paused}</p>}
      <SummaryList rows={saidIn(one)} />
      {open.length > 0 && (
        <ButtonGroup>
          {open.map((name, place) => (
            <Button
              href={`${helpOneAt(one.organisation, one.phase, one.number)}/${name}`}
              variant={place > 0 || name === "withdraw" ? "secondary" : undefined}
            >
              {helpSteps[name].form.title}
            </Button>
          ))}
        </ButtonGroup>
      )}
      {open.length === 0 && <p class="govuk-body">Nothing for you to do here.</p>}
    </Page>
  )
}

const stepsOpen = (c: C, one: Help): HelpStepName[] =>
  helpStepNames.filter(
    (name) => helpSteps[name].open(one, c.var.actor.id) && mayHere(c, helpSteps[name].right),
  )

type Said = { by: { name: string }; at: string }
const whose = ({ by, at }: Said) => `${by.name}, ${stampWords(new Date(at))}`

/** Everything that was said about it, in the order it was said. */
const saidIn = (one: Help) => [
  { key: "About", value: stuckOn[one.what] },
  { key: "Asked", value: <Words says={one.asks} said={one.asked} /> },
  ...one.backs.flatMap(({ asks, asked, says, said }) => [
    { key: "The Department asked back", value: <Words says={asks} said={asked} /> },
    ...(says && said ? [{ key: "The site said", value: <Words says={says} said={said} /> }] : []),
  ]),
  ...(one.answered ? [{ key: "Answer", value: <Words says={one.answered.says} said={one.answered} /> }] : []),
  ...(one.withdrawn
    ? [{ key: "Taken back", value: <Words says={one.withdrawn.because} said={one.withdrawn} /> }]
    : []),
]

const Words = ({ says, said }: { says: string; said: Said }) => (
  <>
    <span class="answer">{says}</span>
    <span class="beside">{whose(said)}</span>
  </>
)

type Step = { c: C; one: Help; name: HelpStepName; tried?: Tried }

export const StepPage = ({ c, one, name, tried }: Step) => {
  const at = helpOneAt(one.organisation, one.phase, one.number)
  const { form, button } = helpSteps[name]
  return (
    <FormPage
      c={c}
      section={form}
      action={`${at}/${name}`}
      back={{ href: at, text: helpTitle(one) }}
      caption={`${one.name}, ${helpTitle(one)}`}
      button={button}
      keyed
      tried={tried}
      before={
        <>
          <p class="govuk-body">{clockWords(clockOf(one), c.var.world.now())}</p>
          <SummaryList rows={saidIn(one)} />
        </>
      }
      after={<Doubts tried={tried} hint={recognised} />}
    />
  )
}
