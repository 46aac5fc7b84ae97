import { type Words, wholeLetter } from "../../shared/domain/letters/whole.ts"
import { linesOf, type NoticeLetter, subjectOf } from "../../shared/domain/notices/words.ts"
import { tallyByLetterAt } from "../../shared/web/evaluation/addresses.ts"
import { tallyTokenFor } from "../../shared/web/link-token.ts"
import type { Settings } from "../../shared/web/world.ts"

/** Everything that the calendar tells one person on one day. What a letter opens, it opens for that person alone. */
export const calendarNotices = (settings: Settings, letter: NoticeLetter): Words =>
  wholeLetter(
    settings,
    subjectOf(letter),
    linesOf(letter, settings.origin, ({ organisation, round, opensUntil }) =>
      tallyByLetterAt(
        tallyTokenFor(settings.linkKey, { organisation, round, person: letter.person, until: opensUntil }),
      ),
    ),
  )
