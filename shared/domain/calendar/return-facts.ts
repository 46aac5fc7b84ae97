import type { ReturnFacts } from "../../kinds/return-facts.ts"
import type { Expected } from "./expected.ts"

/** What an expected return comes to as facts; nothing where a round asks for it, and not the calendar. */
export const returnFactsOf = ({
  round,
  title,
  organisation,
  name,
  covers,
  pilot,
}: Pick<Expected, "round" | "title" | "organisation" | "name" | "covers" | "pilot">):
  | ReturnFacts
  | undefined =>
  covers &&
  pilot && {
    return: { id: round, title, from: covers.from, to: covers.to },
    organisation: { id: organisation, name },
    site: pilot,
  }
