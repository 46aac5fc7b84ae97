import { type Cell, tableOf } from "../../../../shared/domain/calendar/board.ts"
import { clockTime, dateWords, londonDate } from "../../../../shared/values/london.ts"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../desk.ts"
import { returnAt, siteAt } from "../addresses.ts"
import { choicesOn, type OnBoard } from "../board.ts"
import { boardWith, Chosen, FilterForm, StateCounts } from "./filters.tsx"

/** Sites and what they owe, as one table of words. */
export const BoardPage = ({ c, board }: { c: C; board: OnBoard }) => {
  const { phase, cells, all, hidden, asAt } = board
  const choices = choicesOn(board)
  return (
    <Page c={c} title="Who has sent what" back={{ href: "/programme", text: "The programme" }} wide>
      {phase && <span class="govuk-caption-l">{phase.title}</span>}
      <h1 class="govuk-heading-l">Who has sent what</h1>
      <p class="govuk-body" data-as-at>
        {summary(board)} As at {clockTime(asAt)}.
      </p>
      {all.length > 0 && (
        <>
          <StateCounts board={board} choices={choices} />
          <Chosen board={board} choices={choices} />
        </>
      )}
      {cells.length > 0 ? (
        <Cells cells={cells} none={cells.length < all.length ? "Not chosen" : "Not asked"} />
      ) : (
        <Nothing board={board} />
      )}
      {hidden.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={boardWith({ ...board, later: true }, board.filters)}>
            Show {hidden.length === 1 ? "the return that opens" : `the ${hidden.length} returns that open`}{" "}
            later
          </a>
        </p>
      )}
      {board.phases.length > 0 && (
        <Details summary="Choose what is shown">
          <FilterForm board={board} choices={choices} />
        </Details>
      )}
      {cells.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={boardWith(board, board.filters, "/programme/board.csv")}>
            Download these as a CSV file
          </a>
        </p>
      )}
    </Page>
  )
}

const summary = ({ cells, all, phase }: OnBoard) => {
  if (!phase || all.length === 0) return "Nothing is asked of any site here yet."
  const sites = new Set(cells.map(({ one }) => one.organisation)).size
  const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`
  const shown = `${many(cells.length, "return", "returns")} of ${many(sites, "site", "sites")}`
  return cells.length === all.length ? `${shown}.` : `${shown}, of ${all.length} in all.`
}

const Nothing = ({ board: { all, hidden, phase, phases } }: { board: OnBoard }) => {
  if (all.length > 0) return <p class="govuk-body">Nothing here is as you chose it.</p>
  const [first] = hidden
  if (first)
    return (
      <p class="govuk-body">
        Nothing is open yet. Next: {first.title}, from {day(first.opens)}, due on {day(first.by)}.
      </p>
    )
  return (
    <p class="govuk-body">
      {phase && !phase.published
        ? "This phase is not published: nothing is expected of its sites before it is."
        : phases.length > 0
          ? "No phase is published yet. What is expected of each site is listed here as soon as one is."
          : "There is no phase yet. What is expected of each site is listed here when one is published."}
    </p>
  )
}

const day = (instant: string) => dateWords(londonDate(new Date(instant)))

const Cells = ({ cells, none }: { cells: Cell[]; none: string }) => {
  const { columns, rows } = tableOf(cells)
  return (
    <Table
      caption="Sites and what they send"
      captionSize="m"
      firstCellIsHeader
      small
      head={[{ text: "Site" }, ...columns.map(({ title }) => ({ text: title }))]}
      rows={rows.map(({ organisation, name, cells }) => [
        {
          content: (
            <a class="govuk-link" href={siteAt(organisation)}>
              {name}
            </a>
          ),
        },
        ...cells.map((cell) => ({ content: cell ? <CellLink cell={cell} /> : none })),
      ])}
    />
  )
}

/** Read by itself it says whose it is, and what. */
const CellLink = ({ cell: { one, says } }: { cell: Cell }) => (
  <a class="govuk-link" href={returnAt(one.organisation, one.round)}>
    <span class="govuk-visually-hidden">
      {one.name}, {one.title}:{" "}
    </span>
    {says}
  </a>
)
