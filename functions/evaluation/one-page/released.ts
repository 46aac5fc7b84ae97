import type { Heard, ReleasedOf } from "../../../shared/domain/evaluation/one-page.ts"
import { forCouncil } from "../../../shared/domain/evaluation/one-page-figures.ts"
import { mayRead } from "../../../shared/domain/evaluation/stories/readers.ts"
import { latestRelease } from "../../../shared/store/releases.ts"
import { sharedStoriesIn } from "../../../shared/store/stories.ts"
import type { Table } from "../../../shared/store/table.ts"
import type { PlainDate } from "../../../shared/values/london.ts"

type Of = { programme: string; phase: string; organisation: string }

/** What was released last of the figures of one site. */
export const releasedFiguresOf = async (table: Table, of: Of): Promise<ReleasedOf | undefined> => {
  const release = await latestRelease(table, of)
  return release && forCouncil(release, of.organisation)
}

/** What people of the site agreed to have read in council meetings: their own words first. */
export const heardInCouncil = async (
  table: Table,
  { programme, phase, organisation }: Of,
  today: PlainDate,
): Promise<Heard[]> =>
  (await sharedStoriesIn(table, programme).all())
    .filter((one) => one.organisation === organisation && one.phase === phase)
    .filter((one) => mayRead("council paper", one, today))
    .map(({ pseudonym, text, quote }) => ({
      name: pseudonym,
      words: quote ?? text,
      own: quote !== undefined,
    }))
    .sort((a, b) => Number(b.own) - Number(a.own))
