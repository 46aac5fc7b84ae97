import { type Action, actionWords } from "../../../../shared/domain/actions/action.ts"
import { londonDate } from "../../../../shared/values/london.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"

/** The conditions of a site's award: there only where it has some. */
export const Conditions = ({ actions, at }: { actions: Action[]; at: Date }) =>
  actions.length === 0 ? null : (
    <Table
      caption="Conditions of its award"
      captionSize="m"
      firstCellIsHeader
      head={[{ text: "What" }, { text: "Where it stands" }]}
      rows={actions.map((one) => [
        { content: one.text },
        {
          content: (
            <>
              {actionWords(one, londonDate(at))}
              {one.done && <span class="beside">{one.done.evidence}</span>}
            </>
          ),
        },
      ])}
    />
  )
