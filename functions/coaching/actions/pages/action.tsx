import { actionWords, isLate } from "../../../../shared/domain/actions/action.ts"
import {
  ageWords,
  becameOf,
  carriedWords,
  stampOf,
  whoseWords,
} from "../../../../shared/domain/actions/action-words.ts"
import { doneElsewhere } from "../../../../shared/domain/actions/by-hand.ts"
import { londonDate } from "../../../../shared/values/london.ts"
import { actionAt, actionsAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, siteName } from "../../../../shared/web/coaching/here.ts"
import { mayClose } from "../../../../shared/web/coaching/may-close.ts"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { OnAction } from "../desk.ts"
import { mayChange } from "../moves.ts"
import { coachIn } from "../people.ts"
import { ComesFrom } from "./details.tsx"

/** One action: where it stands, whose it is, what may be done about it, and everything that became of it. */
export const ActionPage = ({ c, one, stood }: OnAction & { c: C }) => {
  const today = londonDate(c.var.world.now())
  const stands = actionWords(one, today)
  const age = one.state === "open" ? ageWords(one, today) : undefined
  const phase = c.var.phases.find(({ id }) => id === one.phase)?.title
  const carried = carriedWords(one)
  const row = (key: string, value: string | undefined) => (value ? [{ key, value }] : [])
  return (
    <Page
      c={c}
      title={`An action – ${siteName(c)}`}
      back={{ href: actionsAt(one.organisation), text: "What is to be done" }}
    >
      <span class="govuk-caption-l">{siteName(c)}</span>
      <h1 class="govuk-heading-l">{one.text}</h1>
      <p class="govuk-body-l" data-first-line>
        {isLate(one, today) ? <strong>Late. {stands}</strong> : stands}
      </p>
      <Ways c={c} one={one} />
      <SummaryList
        rows={[
          { key: "On whose desk", value: whoseWords(one, coachIn(c, one.phase)) },
          ...row("Age", age),
          { key: "Comes from", value: <ComesFrom c={c} one={one} /> },
          ...row("Carried", carried),
          ...row("Phase", phase),
        ]}
      />
      <History lines={historyOf(one, stood)} />
    </Page>
  )
}

const Ways = ({ c, one }: { c: C; one: OnAction["one"] }) => {
  if (one.state !== "open") return null
  const at = actionAt(one.organisation, one.id)
  const elsewhere = doneElsewhere(one)
  if (elsewhere) return <p class="govuk-body">{elsewhere}</p>
  return (
    <ButtonGroup>
      {mayClose(c, one) && <Button href={`${at}/done`}>Say that it is done</Button>}
      {mayChange(c, one) && (
        <a class="govuk-link" href={`${at}/carry`}>
          Give it another day
        </a>
      )}
      {mayChange(c, one) && (
        <a class="govuk-link" href={`${at}/drop`}>
          Drop it, with a reason
        </a>
      )}
    </ButtonGroup>
  )
}

const historyOf = (one: OnAction["one"], stood: OnAction["stood"]) =>
  [
    ...becameOf(one),
    ...stood.map(({ at, title }) => ({
      at,
      says: `Still open when ${title} was sent: carried into it`,
      by: undefined,
      note: undefined,
    })),
  ].sort((a, b) => a.at.localeCompare(b.at))

const History = ({ lines }: { lines: ReturnType<typeof historyOf> }) =>
  lines.length === 0 ? (
    <p class="govuk-body">When it was set was not kept.</p>
  ) : (
    <Table
      caption="What became of it"
      captionSize="m"
      head={[{ text: "What" }, { text: "Who" }, { text: "When" }]}
      rows={lines.map(({ at, says, by, note }) => [
        {
          content: (
            <>
              {says}
              {note && <span class="beside answer">{note}</span>}
            </>
          ),
        },
        { content: by ?? "" },
        { content: stampOf(at) },
      ])}
    />
  )
