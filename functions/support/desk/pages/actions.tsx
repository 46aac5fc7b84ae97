import { actionWords, type Desk, isLate } from "../../../../shared/domain/actions/action.ts"
import { daysWords } from "../../../../shared/domain/coaching/help-clock.ts"
import { londonDate } from "../../../../shared/values/london.ts"
import { actionsAt } from "../../../../shared/web/coaching/addresses.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import type { C } from "../../scope.ts"
import type { OnDesk } from "../desk.ts"

type Props = { c: C; desk: OnDesk; on: Desk; title: string }

/** What lies on one desk, by when it is due: what is late stands first, and is said so. */
export const Actions = ({ c, desk: { actions, sites }, on, title }: Props) => {
  const today = londonDate(c.var.world.now())
  const own = actions[on] ?? []
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      {own.length === 0 && <p class="govuk-body">Nothing is open there.</p>}
      {own.map((one) => {
        const words = actionWords(one, today)
        return (
          <p class="govuk-body">
            <a class="govuk-link" href={actionsAt(one.organisation)}>
              {sites.find(({ organisation }) => organisation === one.organisation)?.name ?? one.organisation}
            </a>
            : {one.text}
            <span class="beside">{isLate(one, today) ? <strong>{words}</strong> : words}</span>
          </p>
        )
      })}
    </>
  )
}

/** How much lies on each desk, and for how long. */
export const Desks = ({ desk: { desks } }: { desk: OnDesk }) => (
  <Table
    caption="Actions by desk"
    captionSize="m"
    stacks
    firstCellIsHeader
    head={[
      { text: "Desk" },
      { text: "Open", numeric: true },
      { text: "Late", numeric: true },
      { text: "The oldest has been open for" },
    ]}
    rows={desks.map(({ words, open, late, oldest }) => [
      { content: words.charAt(0).toUpperCase() + words.slice(1) },
      { content: String(open), numeric: true },
      { content: String(late), numeric: true },
      { content: oldest === undefined ? "Nothing is open" : daysWords(oldest) },
    ])}
  />
)
