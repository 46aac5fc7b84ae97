import type { Choice, FilterName, Filters } from "../../../../shared/domain/calendar/board.ts"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { Select } from "../../../../shared/web/govuk/select.tsx"
import { boardAt, withQuery } from "../addresses.ts"
import type { OnBoard } from "../board.ts"

type Props = { board: OnBoard; choices: Record<FilterName, Choice[]> }

export const called: Record<FilterName, string> = {
  state: "State",
  kind: "Kind of return",
  site: "Site",
  round: "Return",
}

/** The board with these filters: what else the address says stays. */
export const boardWith = (
  { phase, later }: Pick<OnBoard, "phase" | "later">,
  filters: Filters,
  path = boardAt,
) => withQuery(path, { phase: phase?.id, ...filters, later: later ? "yes" : undefined })

/** How many there are in each state: each number is the length of the list behind it. */
export const StateCounts = ({ board, choices }: Props) => (
  <nav aria-label="By state">
    <ul class="govuk-list">
      {choices.state.map(({ value, words, count }) => (
        <li>
          <a
            class="govuk-link"
            href={boardWith(board, { ...board.filters, state: value })}
            aria-current={board.filters.state === value ? "true" : undefined}
          >
            {words}: {count}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** What was chosen, each with a link that takes it away. */
export const Chosen = ({ board, choices }: Props) => {
  const chosen = (Object.keys(called) as FilterName[]).flatMap((by) => {
    const value = board.filters[by]
    if (value === undefined) return []
    const words = choices[by].find((one) => one.value === value)?.words ?? value
    return [{ by, words, href: boardWith(board, { ...board.filters, [by]: undefined }) }]
  })
  if (chosen.length === 0) return null
  return (
    <ul class="govuk-list" aria-label="Chosen">
      {chosen.map(({ by, words, href }) => (
        <li>
          {called[by]}: {words}.{" "}
          <a class="govuk-link" href={href}>
            Show all
            <span class="govuk-visually-hidden">, without “{words}”</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The same choices as a form, for whoever does not want to follow links. */
export const FilterForm = ({ board, choices }: Props) => {
  const items = (by: FilterName) => [
    { value: "", text: "All" },
    ...choices[by].map(({ value, words, count }) => ({ value, text: `${words} (${count})` })),
  ]
  return (
    <form method="get" action={boardAt}>
      <Select
        id="phase"
        name="phase"
        label={{ text: "Phase" }}
        items={board.phases.map(({ id, title }) => ({ value: id, text: title }))}
        value={board.phase?.id}
      />
      {(Object.keys(called) as FilterName[]).map((by) => (
        <Select
          id={by}
          name={by}
          label={{ text: called[by] }}
          items={items(by)}
          value={board.filters[by] ?? ""}
        />
      ))}
      {board.later && <input type="hidden" name="later" value="yes" />}
      <ButtonGroup>
        <Button variant="secondary">Show these</Button>
      </ButtonGroup>
    </form>
  )
}
