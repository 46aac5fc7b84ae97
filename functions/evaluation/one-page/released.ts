import type { ReleasedOf } from "../../../shared/domain/evaluation/one-page.ts"
import type { Table } from "../../../shared/store/table.ts"

type Of = { programme: string; phase: string; organisation: string }

/** What was released last of the figures of one site. No release is made yet: nothing is. */
export const releasedFiguresOf = async (_table: Table, _of: Of): Promise<ReleasedOf | undefined> => undefined

/** What people agreed to have read in council meetings, in their own words. */
export const heardInCouncil = async (_table: Table, _of: Of): Promise<{ name: string; words: string }[]> => []
