import {
  isLateMilestone,
  isOpen,
  type Milestone,
  milestoneWords,
  movedWords,
} from "../../../../shared/domain/coaching/plan-milestones.ts"
import { londonDate } from "../../../../shared/values/london.ts"
import { type C, mayHere } from "../../../../shared/web/coaching/here.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { milestoneAt } from "../addresses.ts"
import type { OnPlan } from "../desk.ts"

/** Each milestone as it stands, and the two things that the site says of one. */
export const Milestones = ({ c, on, print }: { c: C; on: OnPlan; print?: boolean }) => (
  <Table
    caption="Milestones"
    captionSize="m"
    stacks
    firstCellIsHeader
    head={[{ text: "What" }, { text: "Who sees to it" }, { text: "Where it stands" }]}
    rows={on.milestones.map((one) => [
      { content: one.what },
      { content: one.who },
      {
        content: (
          <>
            <Stands c={c} one={one} />
            {!print && isOpen(one) && mayHere(c, "write plan") && (
              <span class="beside">
                <a class="govuk-link" href={milestoneAt(on.place, one.id, "done")}>
                  Say that it is done<span class="govuk-visually-hidden">: {one.what}</span>
                </a>
                {" or "}
                <a class="govuk-link" href={milestoneAt(on.place, one.id, "moved")}>
                  move it<span class="govuk-visually-hidden">: {one.what}</span>
                </a>
              </span>
            )}
          </>
        ),
      },
    ])}
  />
)

const Stands = ({ c, one }: { c: C; one: Milestone }) => {
  const today = londonDate(c.var.world.now())
  const words = milestoneWords(one, today)
  return (
    <>
      {isLateMilestone(one, today) ? <strong>{words}</strong> : words}
      {one.done && (
        <span class="beside">
          {one.done.says} ({one.done.by.name})
        </span>
      )}
      {one.moved.map((each) => (
        <span class="beside">{movedWords(each)}</span>
      ))}
    </>
  )
}
