import { everySite, type MeasureTable } from "../../domain/evaluation/analysis/table.ts"
import { placeWords } from "../../domain/evaluation/analysis/words.ts"
import { ofSite } from "../../domain/evaluation/released.ts"
import { MeasureGrid } from "./measure-table.tsx"

/** A whole table, for all sites together and then site by site. */
export const EveryMeasure = ({ table }: { table: MeasureTable }) => (
  <>
    {[everySite, ...table.sites.map(({ organisation }) => organisation)].map((place) => {
      const own = ofSite(table, place)
      const name = placeWords(table, place)
      return (
        <>
          <MeasureGrid table={own} rows="measures" times="points" caption={name} />
          <MeasureGrid table={own} rows="measures" times="months" caption={`${name}, month by month`} />
        </>
      )
    })}
  </>
)
