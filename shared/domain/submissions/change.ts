import type { Stands } from "../calendar/expected.ts"
import type { Contents, Event } from "./event.ts"
import type { Letter } from "./letter.ts"
import type { Head, SectionItem, SentVersion } from "./submission.ts"

/** What to store, all of it or nothing. Without `event` nothing changed and there is nothing to store. */
export type Change = {
  before: Head
  head: Head
  section?: SectionItem
  event?: Event
  contents?: Contents
  sent?: SentVersion
  letters: Letter[]
  /** Where it stands now, for what expects it, where that is something else than before. */
  stands?: Stands
  /** The organisation's one live submission of the round is given up. */
  ends?: boolean
}
