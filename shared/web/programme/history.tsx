import type { Event } from "../../domain/submissions/event.ts"
import { stampWords } from "../../values/london.ts"
import { Table } from "../govuk/table.tsx"

type Props = { lines: (Event & { note?: string })[]; words: (move: string) => string }

/** What was done to a record of the programme, newest first. */
export const History = ({ lines, words }: Props) =>
  lines.length === 0 ? (
    <p class="govuk-body">Nothing was changed here yet.</p>
  ) : (
    <Table
      caption="What was changed, newest first"
      captionSize="m"
      head={[{ text: "What" }, { text: "Who" }, { text: "When" }]}
      rows={lines.map(({ move, note, by, at }) => [
        {
          content: (
            <>
              {words(move)}
              {note && <span class="beside answer">{note}</span>}
            </>
          ),
        },
        { content: by.name },
        { content: stampWords(new Date(at)) },
      ])}
    />
  )
