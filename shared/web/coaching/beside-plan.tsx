import type { Beside } from "../../domain/coaching/plan-beside.ts"
import { Table } from "../govuk/table.tsx"

const said = (words = "Not said") => ({ content: words })

/** Promised, planned, and known now; nothing where none of it is known. */
export const BesidePlan = ({ rows }: { rows: readonly Beside[] }) =>
  rows.length === 0 ? null : (
    <Table
      caption="Promised, planned, now"
      captionSize="m"
      firstCellIsHeader
      small
      head={[{ text: "What" }, { text: "Promised" }, { text: "Planned" }, { text: "Known now" }]}
      rows={rows.map(({ label, promised, planned, now }) => [
        { content: label },
        said(promised),
        said(planned),
        said(now),
      ])}
    />
  )
