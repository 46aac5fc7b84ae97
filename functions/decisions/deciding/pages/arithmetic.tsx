import { lineWords, roundedAtTheEnd, totalWords } from "../../../../shared/domain/selection/arithmetic.ts"
import { exactWords, type Total } from "../../../../shared/domain/selection/total.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"

type Props = { total: Total; readers: { name: string }[]; caption: string }

/** How a total is worked out: what each reader gave, what counts of it, and what it brings. */
export const Arithmetic = ({ total, readers, caption }: Props) => (
  <>
    <Table
      caption={caption}
      captionSize="s"
      firstCellIsHeader
      head={[{ text: "Criterion" }, { text: "Its readers gave" }, { text: "Weight × score ÷ 4" }]}
      rows={total.lines.map((line) => [
        { content: line.criterion },
        {
          content: (
            <>
              {line.given.map((score, at) => `${readers[at]?.name ?? "Reader"}: ${score}`).join(", ")}
              {line.settled !== undefined && <span class="beside">Moderated: {line.settled} counts</span>}
            </>
          ),
        },
        { content: lineWords(line) },
      ])}
    />
    <p class="govuk-body">
      Total: {totalWords(total)} out of 100. {roundedAtTheEnd}
    </p>
  </>
)

/** "64.375 out of 100" */
export const totalOutOf = ({ total }: Total) => `${exactWords(total)} out of 100`
