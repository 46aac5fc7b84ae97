import type { Cell } from "../../../shared/domain/calendar/board.ts"
import { expectedStates } from "../../../shared/domain/calendar/state.ts"

/** A row for each return of each site; days are working days, instants as the API gives them. */
export const boardColumns = [
  "site",
  "organisation",
  "return",
  "round",
  "covers from",
  "covers to",
  "opens",
  "due",
  "state",
  "in words",
  "who has it",
  "working days late",
  "reference",
  "sent at",
  "asked until",
  "asked because",
  "was due",
  "extended because",
  "not needed because",
] as const

export const boardRow = (cell: Cell): string[] => {
  const { one, state, says, who, daysLate } = cell
  const { covers, stands, asked, extended, notNeeded } = one
  return [
    one.name,
    one.organisation,
    one.title,
    one.round,
    covers?.from ?? "",
    covers?.to ?? "",
    one.opens,
    one.by,
    expectedStates[state],
    says,
    who,
    String(daysLate),
    stands?.reference ?? "",
    stands?.sentAt ?? "",
    asked?.until ?? "",
    asked?.reason ?? "",
    extended?.before ?? "",
    extended?.because ?? "",
    notNeeded?.because ?? "",
  ]
}
