import { listStates, type Row } from "./list.ts"

/** A row for each expression of interest that whoever asks may see; amounts in pounds, instants as the API gives them. */
export const listColumns = [
  "reference",
  "organisation",
  "name",
  "region",
  "state",
  "own sheet",
  "sent at",
  "amount",
  "people",
  "flags",
  "total",
] as const

export const listRow = (row: Row): string[] => [
  row.reference,
  row.organisation,
  row.name,
  row.region ?? "",
  listStates[row.state],
  row.sheet ?? "",
  row.sentAt ?? "",
  row.amount === undefined ? "" : inPounds(row.amount),
  row.people === undefined ? "" : String(row.people),
  row.state === "not said" ? "" : String(row.flags),
  row.total ?? "",
]

const inPounds = (pence: number) => `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, "0")}`
