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

export const PlainTable = ({ caption, captionSize, head, rows, firstCellIsHeader, small }: TableProps) => (
  <table class={classNames("govuk-table", small && "govuk-table--small-text-until-tablet")}>
    {caption && (
      <caption
        class={classNames("govuk-table__caption", captionSize && `govuk-table__caption--${captionSize}`)}
      >
        {caption}
      </caption>
    )}
    {head && (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {head.map(({ text, numeric }) => (
            <th
              scope="col"
              class={classNames("govuk-table__header", numeric && "govuk-table__header--numeric")}
            >
              {text}
            </th>
          ))}
        </tr>
      </thead>
    )}
    <tbody class="govuk-table__body">
      {rows.map((row) => (
        <tr class="govuk-table__row">
          {row.map(({ content, numeric, colspan }, index) =>
            firstCellIsHeader && index === 0 ? (
              <th scope="row" class="govuk-table__header" colspan={colspan}>
                {content}
              </th>
            ) : (
              <td
                class={classNames("govuk-table__cell", numeric && "govuk-table__cell--numeric")}
                colspan={colspan}
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
