import { everySite, type MeasureTable } from "../../domain/evaluation/analysis/table.ts"
import { placeWords } from "../../domain/evaluation/analysis/words.ts"
import { ofSite } from "../../domain/evaluation/released.ts"
import { Details } from "../govuk/details.tsx"
import { MeasureGrid } from "./measure-table.tsx"

type At = { table: MeasureTable; place: string }

/** A whole table: of all sites together at once, and by month and site by site for whoever opens it. */
export const EveryMeasure = ({ table }: { table: MeasureTable }) => (
  <>
    <AtEnds table={table} place={everySite} />
    <Details summary={`${placeWords(table, everySite)}, month by month`}>
      <ByMonth table={table} place={everySite} />
    </Details>
    {table.sites.map(({ organisation: place, name }) => (
      <Details summary={name}>
        <AtEnds table={table} place={place} />
        <ByMonth table={table} place={place} />
      </Details>
    ))}
  </>
)

const AtEnds = ({ table, place }: At) => (
  <MeasureGrid
    table={ofSite(table, place)}
    rows="measures"
    times="points"
    caption={placeWords(table, place)}
  />
)

const ByMonth = ({ table, place }: At) => (
  <MeasureGrid
    table={ofSite(table, place)}
    rows="measures"
    times="months"
    caption={`${placeWords(table, place)}, month by month`}
  />
)
