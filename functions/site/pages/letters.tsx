import { toldWords } from "../../../shared/domain/letters/told.ts"
import { type Role, roles } from "../../../shared/domain/people/role.ts"
import type { Letter } from "../../../shared/domain/submissions/letter.ts"
import type { KeptLetter } from "../../../shared/store/kept-letters.ts"
import { stampWords } from "../../../shared/values/london.ts"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import type { C, OnDesk } from "../desk.ts"
import { at, SubmissionPage } from "./submission-page.tsx"

const called: Record<string, string> = {
  "asked to confirm": "Asked to confirm it",
  "not yet": "Told that it is not confirmed yet",
  sent: "Receipt",
  changing: "Told that it was opened for changes",
  withdrawn: "Told that it was withdrawn",
  "asked to be late": "Told that somebody asked whether it may be late",
  "figure suggested": "Told that another figure is suggested",
  "figure question": "Told of a question",
  "sent back": "Told that it was sent back",
  accepted: "Told that it is accepted",
  "opened again": "Told that it was opened again",
  decision: "Told what was decided",
} satisfies Record<Letter["letter"] | "decision", string>

/** Each letter about a submission, to whom it went and what became of it. */
export const LettersPage = ({ c, desk, letters }: { c: C; desk: OnDesk; letters: KeptLetter[] }) => {
  const here = at(desk)
  const first = letters.at(-1)?.number ?? 1
  const { version } = desk.head
  return (
    <SubmissionPage c={c} desk={desk} title="Letters" back={{ href: here, text: "All sections" }}>
      <p class="govuk-body">
        Letters are email, and may not arrive. This page is the truth
        {version > 0 && (
          <>
            , and so is{" "}
            <a class="govuk-link" href={`${here}/receipts/${version}`}>
              the receipt of version {version}
            </a>
          </>
        )}
        .
      </p>
      {letters.length === 0 && (
        <p class="govuk-body">
          No letter about it has gone yet. When it is confirmed, sent, changed or withdrawn, the people it
          concerns are emailed, and each letter is listed here.
        </p>
      )}
      <ol class="govuk-list" reversed>
        {letters.map((one) => (
          <li class="row-of-many">
            <h2 class="govuk-heading-s">
              {called[one.letter] ?? one.letter}, {stampWords(new Date(one.at))}
            </h2>
            {one.note && <blockquote class="govuk-inset-text answer">{one.note}</blockquote>}
            <SummaryList
              rows={one.tellings.map((telling) => ({
                key: telling.role
                  ? `${telling.name}, ${roles[telling.role as Role]?.words ?? telling.role}`
                  : telling.name,
                value: toldWords(telling),
              }))}
            />
          </li>
        ))}
      </ol>
      {first > 1 && letters.length === 100 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${here}/letters?before=${first}`}>
            Earlier
          </a>
        </p>
      )}
    </SubmissionPage>
  )
}
