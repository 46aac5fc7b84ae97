import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"
import type { Size } from "./heading.ts"

export type Cell = { content: Content; numeric?: boolean; colspan?: number }

type TableProps = {
  caption?: Content
  captionSize?: Size
  head?: { text: Content; numeric?: boolean }[]
  rows: Cell[][]
  firstCellIsHeader?: boolean
  /** Smaller text on a small screen, for a table with a lot in it. */
  small?: boolean
  /** On a small screen each row is a list of what its columns say, so that nobody scrolls sideways. */
  stacks?: boolean
}

/** A table of many columns scrolls by itself where a screen is too small for it, and by the keyboard too. */
export const Table = (props: TableProps) =>
  (props.head?.length ?? 0) < 3 ? (
    <PlainTable {...props} />
  ) : (
    <section
      class="scrolls"
      tabindex={0}
      aria-label={typeof props.caption === "string" ? props.caption : "Table"}
    >
      <PlainTable {...props} />
    </section>
  )

export const PlainTable = ({
  caption,
  captionSize,
  head,
  rows,
  firstCellIsHeader,
  small,
  stacks,
}: TableProps) => (
  <table
    class={classNames("govuk-table", small && "govuk-table--small-text-until-tablet", stacks && "stacks")}
    role={as(stacks, "table")}
  >
    {caption && (
      <caption
        class={classNames("govuk-table__caption", captionSize && `govuk-table__caption--${captionSize}`)}
      >
        {caption}
      </caption>
    )}
    {head && (
      <thead class="govuk-table__head" role={as(stacks, "rowgroup")}>
        <tr class="govuk-table__row" role={as(stacks, "row")}>
          {head.map(({ text, numeric }) => (
            <th
              scope="col"
              role={as(stacks, "columnheader")}
              class={classNames("govuk-table__header", numeric && "govuk-table__header--numeric")}
            >
              {text}
            </th>
          ))}
        </tr>
      </thead>
    )}
    <tbody class="govuk-table__body" role={as(stacks, "rowgroup")}>
      {rows.map((row) => (
        <tr class="govuk-table__row" role={as(stacks, "row")}>
          {row.map(({ content, numeric, colspan }, index) =>
            firstCellIsHeader && index === 0 ? (
              <th scope="row" class="govuk-table__header" colspan={colspan} role={as(stacks, "rowheader")}>
                {content}
              </th>
            ) : (
              <td
                class={classNames("govuk-table__cell", numeric && "govuk-table__cell--numeric")}
                colspan={colspan}
                role={as(stacks, "cell")}
                data-label={stacks ? labelOf(head?.[index]) : undefined}
              >
                {content}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
)

/** A table that is laid out otherwise is no table any more to some browsers, unless its parts say what they are. */
const as = (stacks: boolean | undefined, role: string) => (stacks ? role : undefined)

const labelOf = (head: { text: Content } | undefined) =>
  typeof head?.text === "string" ? head.text : undefined
