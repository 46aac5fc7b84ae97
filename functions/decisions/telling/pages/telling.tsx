import { isByLinked } from "../../../../shared/domain/selection/linking.ts"
import {
  allSealed,
  isMissing,
  type LetterRow,
  letterStates,
} from "../../../../shared/domain/selection/telling.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { expressionAt, roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import type { MyRow, TellingDesk } from "../desk.ts"

export const tellingAt = (round: string) => `${roundAt(round)}/telling`

/** What still stands between the panel and telling, one line an applicant, and the one thing to do next. */
export const TellingPage = ({ c, desk, says }: { c: C; desk: TellingDesk; says?: string }) => {
  const { round, mine, hidden } = desk
  return (
    <Page
      c={c}
      title={`Telling the applicants – ${round.title}`}
      back={{ href: roundAt(round.id), text: "The round" }}
      wide
    >
      <span class="govuk-caption-l">{round.title}</span>
      <h1 class="govuk-heading-l">Telling the applicants</h1>
      {says && <InsetText>{says}</InsetText>}
      <p class="govuk-body-l" data-first-line>
        {standsAt(desk)}
      </p>
      {hidden && (
        <p class="govuk-body">
          This acts on the whole round. What you have a link with is not counted or listed here.
        </p>
      )}
      <Doubtful desk={desk} />
      <Next c={c} desk={desk} />
      {mine.length > 0 && (
        <Table
          caption="Letters"
          captionSize="m"
          head={[{ text: "Applicant" }, { text: "Letter" }, { text: "Read it over" }]}
          rows={mine.map((one) => [
            { content: one.name },
            { content: rowWords(one, desk) },
            { content: <Preview round={round.id} one={one} /> },
          ])}
        />
      )}
    </Page>
  )
}

/** What somebody decided or settled who said a link since: it stands, and is not passed over in silence. */
const Doubtful = ({ desk: { round, mine, whole } }: { desk: TellingDesk }) => {
  const doubtful = mine.filter(({ row }) => row && isByLinked(row.reading))
  if (doubtful.length === 0 || whole.panel?.told) return null
  return (
    <InsetText>
      {doubtful.map(({ name }) => name).join(", ")}: decided or settled by somebody who said a link since. It
      stands, unless another decision-maker decides it anew.{" "}
      <a class="govuk-link" href={`${roundAt(round.id)}/linked`}>
        Who said which link
      </a>
    </InsetText>
  )
}

/** Where it stands, counted over what this person sees. */
export const standsAt = ({ whole: { panel }, rows, mine }: TellingDesk): string => {
  if (rows.length === 0) return "No letter to write. Next: the round is opened for reading."
  const known = mine.flatMap(({ row }) => row ?? [])
  const count = (of: (row: LetterRow) => boolean) => known.filter(of).length
  const put = count(hasLetter)
  if (panel?.told)
    return `Told by ${panel.told.by.name}, ${stampWords(new Date(panel.told.at))}. Letters: ${put} of ${known.length} put${put < known.length ? "; go on" : ""}.`
  if (allSealed(rows, panel)) return `All ${known.length} letters are sealed. Nobody is told yet.`
  const parts = [
    [count(({ state }) => state === "not decided"), "not decided"],
    [count(({ state }) => state === "no feedback"), "without strengths and gaps"],
    [count(({ state }) => state === "same place"), "on the same place in reserve"],
    [count(({ state }) => state === "not sealed"), "to be sealed"],
    [count(({ state }) => state === "changed"), "changed since sealed"],
    [count(({ state }) => state === "sealed"), "sealed"],
  ] as const
  const named = parts.filter(([many]) => many > 0).map(([many, words]) => `${many} ${words}`)
  return `Nobody is told yet. Letters: ${named.join(", ") || "none that you see"}.`
}

export const hasLetter = ({ reading: { lettered, decided } }: LetterRow) =>
  lettered !== undefined && lettered === decided?.version

const rowWords = ({ row }: MyRow, { whole: { panel } }: TellingDesk) => {
  if (!row) return "Say first whether you have a link with it"
  if (panel?.told && hasLetter(row)) return "Told, and its letter is put"
  return panel?.told && row.state === "sealed"
    ? "Told. Its letter is still to be put"
    : letterStates[row.state]
}

const Preview = ({ round, one: { reference, name, row } }: { round: string; one: MyRow }) => {
  if (!row)
    return (
      <a class="govuk-link" href={`${expressionAt(round, reference)}/links`}>
        Say it<span class="govuk-visually-hidden"> for {name}</span>
      </a>
    )
  if (!row.told) return <>Not yet</>
  return (
    <a class="govuk-link" href={`${tellingAt(round)}/letters/${reference}`}>
      The letter<span class="govuk-visually-hidden"> to {name}</span>
    </a>
  )
}

/** One main action, whatever is to be done next. */
const Next = ({ c, desk }: { c: C; desk: TellingDesk }) => {
  const { round, whole, rows, mine } = desk
  const here = tellingAt(round.id)
  if (rows.length === 0) return null
  if (rows.some(({ state }) => isMissing(state)))
    return (
      <p class="govuk-body">
        {mine.some(({ row }) => row && isMissing(row.state))
          ? "Next: what is missing below is decided and written. Then the letters can be sealed."
          : "Next: what is missing elsewhere in the round is decided and written by others. Then the letters can be sealed."}
      </p>
    )
  if (!allSealed(rows, whole.panel))
    return (
      <>
        <p class="govuk-body">
          Read the letters over, then seal them. Sealing tells nobody: it fixes what each applicant will read.{" "}
          {whole.panel?.told &&
            "The round is told: whoever it concerns reads a letter as soon as it is sealed. "}
          What is decided or written again afterwards has to be sealed anew.
        </p>
        <form method="post" action={`${here}/seal`}>
          <input type="hidden" name="key" value={newKey(c.var.world)} />
          <Button preventDoubleClick>Seal the letters</Button>
        </form>
      </>
    )
  if (!whole.panel?.told) return <Button href={`${here}/tell`}>Tell the applicants</Button>
  return rows.every(hasLetter) ? null : (
    <form method="post" action={`${here}/tell`}>
      <input type="hidden" name="key" value={newKey(c.var.world)} />
      <Button preventDoubleClick>Go on with the letters</Button>
    </form>
  )
}
