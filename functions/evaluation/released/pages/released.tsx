import { isMonth } from "../../../../shared/domain/evaluation/analysis/gathered.ts"
import type { MeasureCell } from "../../../../shared/domain/evaluation/analysis/table.ts"
import { atWords, cellWords, measureOf } from "../../../../shared/domain/evaluation/analysis/words.ts"
import {
  isInRelease,
  lastOf,
  standsFor,
} from "../../../../shared/domain/evaluation/releasing/releasing-figure.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { measuresAt } from "../../../../shared/web/evaluation/addresses.ts"
import { type C, mayHere } from "../../../../shared/web/evaluation/here.ts"
import { Rule } from "../../../../shared/web/evaluation/measure-table.tsx"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { figureAt, type OnReleased } from "../desk.ts"

/** Each figure of the site, what others see of it now, and whether it is released as it is. */
export const ReleasedPage = ({ c, on }: { c: C; on: OnReleased }) => {
  const { place, seen, cells } = on
  const { site, phase } = place
  const inMonths = cells.filter(({ at }) => isMonth(at))
  return (
    <Page
      c={c}
      title={`Figures released as they are – ${site.name}`}
      back={{ href: measuresAt(site.organisation, phase.id), text: "What was measured" }}
      wide
    >
      <span class="govuk-caption-l">
        {site.name}, {phase.title}
      </span>
      <h1 class="govuk-heading-l">Figures released as they are</h1>
      <p class="govuk-body-l" data-first-line>
        {cells.length === 0
          ? "There is no figure to release yet: no return of the site was accepted, and no tally was sent."
          : "Others see small numbers hidden and everything else rounded. The information-governance officer can release a figure as it is, such as “no one was admitted”."}
      </p>
      <p class="govuk-body">
        It takes effect with the evaluator’s next release. Until then it can be taken back; after that
        everybody knows it, and it stays known.
      </p>
      {cells.length > 0 && (
        <>
          <Rule {...seen} />
          <Figures
            c={c}
            on={on}
            cells={cells.filter(({ at }) => !isMonth(at))}
            caption="At the baseline, at the end and to date"
          />
          {inMonths.length > 0 && (
            <Details summary="Month by month">
              <Figures c={c} on={on} cells={inMonths} caption="Month by month" />
            </Details>
          )}
        </>
      )}
    </Page>
  )
}

type FiguresProps = { c: C; on: OnReleased; cells: MeasureCell[]; caption: string }

const Figures = ({ c, on, cells, caption }: FiguresProps) => {
  const may = mayHere(c, "release figure")
  return (
    <Table
      caption={caption}
      captionSize="m"
      stacks
      firstCellIsHeader
      head={[
        { text: "Figure" },
        { text: "True" },
        { text: "What others see now" },
        { text: "Released as it is" },
        ...(may ? [{ text: "What you can do" }] : []),
      ]}
      rows={cells.map((cell) => [
        { content: nameOf(on, cell) },
        { content: cellWords(cell) },
        { content: othersSee(on, cell) },
        { content: stateOf(on, cell) },
        ...(may ? [{ content: <Ways c={c} on={on} cell={cell} /> }] : []),
      ])}
    />
  )
}

export const nameOf = ({ seen }: Pick<OnReleased, "seen">, { measure, at }: MeasureCell) =>
  `${measureOf(seen.table, measure)?.name ?? measure}, ${atWords(at)}`

/** In the words of the last release. */
export const othersSee = ({ release }: OnReleased, cell: MeasureCell): string => {
  if (!release) return "Nothing: nothing was released yet"
  const found = release.table.cells.find(
    ({ place, measure, at }) => place === cell.place && measure === cell.measure && at === cell.at,
  )
  return found ? cellWords(found) : `Nothing: it is not in release ${release.number}`
}

const stateOf = ({ figures, release }: OnReleased, cell: MeasureCell) => {
  const last = lastOf(figures, cell)
  if (!last) return "No"
  const by = `${last.by.name}, ${stampWords(new Date(last.on))}: ${last.because}`
  if (last.takenBack) return `No. Taken back ${stampWords(new Date(last.takenBack.on))}.`
  if (!standsFor(figures, cell)) return `No: the figure has changed since it was released (${by})`
  const known = release && isInRelease(release, cell.place, cell)
  return `Yes, ${known ? `in release ${release.number}` : "with the next release"}. ${by}`
}

const Ways = ({ c, on, cell }: { c: C; on: OnReleased; cell: MeasureCell }) => {
  const { figures, release } = on
  const hidden = <span class="govuk-visually-hidden">: {nameOf(on, cell)}</span>
  if (!standsFor(figures, cell))
    return (
      <a class="govuk-link" href={figureAt(c, cell)}>
        Release this figure{hidden}
      </a>
    )
  if (release && isInRelease(release, cell.place, cell)) return <span>Nothing: it stays known</span>
  return (
    <a class="govuk-link" href={`${figureAt(c, cell)}/take-back`}>
      Take back{hidden}
    </a>
  )
}
