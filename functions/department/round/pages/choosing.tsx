import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { Input } from "../../../../shared/web/govuk/input.tsx"
import { Select } from "../../../../shared/web/govuk/select.tsx"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import { type Filters, type ListState, listStates, listWith, type OnList, type Row } from "../list.ts"

type Item = { value: string; text: string }

/** What of the list is shown: a form that works by its address alone. */
export const Choosing = ({ list: { round, filters, all } }: { list: OnList }) => (
  <Details summary="Search, choose and sort" open={Object.keys(filters).length > 0}>
    <form method="get" action={roundAt(round.id)}>
      <Input id="q" name="q" label={{ text: "Name or reference" }} value={filters.q ?? ""} type="search" />
      <Select
        id="state"
        name="state"
        label={{ text: "State" }}
        items={[any, ...statesIn(all)]}
        value={filters.state ?? ""}
      />
      <Select
        id="region"
        name="region"
        label={{ text: "Region" }}
        items={[any, ...regionsIn(all)]}
        value={filters.region ?? ""}
      />
      <Select
        id="mine"
        name="mine"
        label={{ text: "Whose" }}
        items={[
          { value: "", text: "Everybody’s" },
          { value: "yes", text: "Mine" },
        ]}
        value={filters.mine ?? ""}
      />
      <Select
        id="flagged"
        name="flagged"
        label={{ text: "Flags" }}
        items={[any, { value: "yes", text: "Flagged" }]}
        value={filters.flagged ?? ""}
      />
      <Select
        id="sort"
        name="sort"
        label={{ text: "In order of" }}
        items={[
          { value: "", text: "Name" },
          { value: "sent", text: "When it was sent" },
        ]}
        value={filters.sort ?? ""}
      />
      <ButtonGroup>
        <Button variant="secondary">Show these</Button>
        <a class="govuk-link" href={roundAt(round.id)}>
          Show all
        </a>
      </ButtonGroup>
    </form>
  </Details>
)

const any: Item = { value: "", text: "All" }

const statesIn = (rows: Row[]): Item[] =>
  (Object.keys(listStates) as ListState[]).flatMap((state) => {
    const count = rows.filter((one) => one.state === state).length
    return count > 0 ? [{ value: state, text: `${listStates[state]} (${count})` }] : []
  })

const regionsIn = (rows: Row[]): Item[] =>
  [...new Set(rows.flatMap(({ region }) => region ?? []))].sort().map((region) => ({
    value: region,
    text: `${region} (${rows.filter((one) => one.region === region).length})`,
  }))

/** How many there are in each state, each with the list behind it. */
export const StateCounts = ({ list: { round, all } }: { list: OnList }) => (
  <nav aria-label="By state">
    <ul class="govuk-list">
      {statesIn(all).map(({ value, text }) => (
        <li>
          <a class="govuk-link" href={listWith(roundAt(round.id), { state: value } satisfies Filters)}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
