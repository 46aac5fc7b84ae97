import { costCategories } from "../../kinds/expression-of-interest/cost-categories.ts"
import { lineWords, spendingLines } from "../../kinds/lines.ts"
import type { Form } from "./account.ts"

export type Head = { id: string; label: string }

/** The heads of cost that a profile is kept under: the lines that its form asks for. */
export const headsOf = (form: Form): Head[] => (form === "full" ? costCategories : spendingLines)

/** What a head is called, whichever form it is of. */
export const headWords = (id: string): string => lineWords(id)
