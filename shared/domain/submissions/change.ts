import type { Figures } from "../../kinds/measures/figure.ts"
import type { Stands } from "../calendar/expected.ts"
import type { Contents, Event } from "./event.ts"
import type { Letter } from "./letter.ts"
import type { Head, SectionItem, SentVersion, Whole } from "./submission.ts"

/** What to store, all of it or nothing. Without `event` nothing changed and there is nothing to store. */
export type Change = {
  before: Head
  head: Head
  section?: SectionItem
  /** Other sections that were saved with it. */
  more?: SectionItem[]
  event?: Event
  contents?: Contents
  sent?: SentVersion
  /** What that says in figures, of a kind that says anything in figures. */
  figures?: Figures
  letters: Letter[]
  /** Where it stands now, for what expects it, where that is something else than before. */
  stands?: Stands
  /** The organisation's one live submission of the round is given up. */
  ends?: boolean
  /** What the same person does at once with what this leaves: stored with it, or neither is. */
  also?: Change
}

/** The head that a change leaves, with all that was done at once. */
export const headAfter = ({ head, also }: Change): Head => (also ? headAfter(also) : head)

/** What stands there after a change. */
export const wholeAfter = (
  { head, section, more = [] }: Change,
  { sections }: Pick<Whole, "sections">,
): Whole => ({
  head,
  sections: {
    ...sections,
    ...Object.fromEntries([...(section ? [section] : []), ...more].map((one) => [one.section, one])),
  },
})
