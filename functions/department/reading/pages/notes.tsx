import { noteForm } from "../../../../shared/domain/selection/note.ts"
import type { PanelNote } from "../../../../shared/domain/selection/notes.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import type { C, Free } from "../../../../shared/web/panel/here.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { hereAt } from "../here.ts"

type Props = { c: C; desk: Free; notes: PanelNote[]; tried?: Tried }

/** The notes of one: numbers stand on them only where none of them is hidden. */
export const NotesPage = ({ c, desk, notes, tried }: Props) => {
  const { one } = desk
  return (
    <FormPage
      c={c}
      section={noteForm}
      action={`${hereAt(desk)}/notes`}
      back={{ href: hereAt(desk), text: one.name }}
      caption={one.name}
      button="Add the note"
      keyed
      tried={tried}
      before={
        <>
          <p class="govuk-body">
            {one.compared
              ? "Everybody on the selection panel who may compare scores reads these."
              : "You read your own notes here. You read the others’ once you may see what they scored."}
          </p>
          {notes.length === 0 ? (
            <p class="govuk-body">Nothing is noted yet.</p>
          ) : (
            <SummaryList
              rows={notes.map(({ number, text, by, at }) => ({
                key: (
                  <>
                    {one.compared && `${number}. `}
                    {by.name}
                    <span class="beside">{stampWords(new Date(at))}</span>
                  </>
                ),
                value: <AnswerWords words={text} />,
              }))}
            />
          )}
        </>
      }
    />
  )
}
