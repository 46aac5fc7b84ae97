import { type Action, dueWords } from "../../../../shared/domain/actions/action.ts"
import type { Entries, Problem, Question } from "../../../../shared/form/question.ts"
import { idsIn } from "../../../../shared/form/questions/repeated.ts"
import type { PlainDate } from "../../../../shared/values/london.ts"
import { Control } from "../../../../shared/web/form/controls.tsx"
import { Whole } from "../../../../shared/web/form/field.tsx"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { Fieldset } from "../../../../shared/web/govuk/fieldset.tsx"

type Props = {
  question: Question
  entries: Entries
  problems: Problem[]
  open: readonly Action[]
  today: PlainDate
}

const name = "actions"

/** What was open before, each with what became of it; then rows for what is new. */
export const ActionRows = ({ question, entries, problems, open, today }: Props) => {
  const ids = idsIn(entries, name)
  const before = ids.flatMap((id) => open.filter((one) => one.id === id))
  const others = ids.filter((id) => !before.some((one) => one.id === id))
  const shown = others.length > 0 ? others : ["new-1"]
  const all = [...before.map(({ id }) => id), ...shown]
  const parts = { question, entries, problems }
  return (
    <Fieldset legend={{ text: question.label, size: "s" }}>
      <div class="govuk-hint">{question.hint}</div>
      <Whole name={name} problems={problems} />
      <input type="hidden" name={`${name}.rows`} value={all.join(",")} />
      {before.map((action) => (
        <OpenRow {...parts} action={action} today={today} />
      ))}
      {shown.map((id, place) => (
        <NewRow {...parts} id={id} place={place} removes={others.length > 0} />
      ))}
      {all.length < (question.shape.upTo ?? 1) && (
        <Button variant="secondary" name="add" value={name}>
          Add another action
        </Button>
      )}
    </Fieldset>
  )
}

type Row = Pick<Props, "question" | "entries" | "problems">

/** An action that was open: its words are its own; what became of it, and its day, are said here. */
const OpenRow = ({
  question,
  entries,
  problems,
  action,
  today,
}: Row & Pick<Props, "today"> & { action: Action }) => {
  const field = (key: string) => `${name}.${action.id}.${key}`
  const of = question.shape.of ?? {}
  const wrongDay = problems.some(({ part }) => part?.startsWith(`${action.id}.due`))
  const draw = (key: string) => {
    const one = of[key]
    return one && <Control question={one} name={field(key)} entries={entries} problems={problems} />
  }
  return (
    <div class="row-of-many unless-open" id={`${name}.${action.id}`}>
      <Fieldset legend={{ text: action.text, size: "s" }}>
        <p class="govuk-body">
          {action.owner === "site" ? "The site" : "The coach"}. {dueWords(action, today)}.
        </p>
        {draw("now")}
        <div class="once-closed">{draw("because")}</div>
        <Details summary="Give it another day" open={wrongDay}>
          {draw("due")}
        </Details>
      </Fieldset>
    </div>
  )
}

/** One that is set here: whether it is done is asked the next time. */
const NewRow = ({
  question,
  entries,
  problems,
  id,
  place,
  removes,
}: Row & { id: string; place: number; removes: boolean }) => (
  <div class="row-of-many">
    <Fieldset legend={{ text: `New action ${place + 1}`, size: "s" }}>
      {Object.entries(question.shape.of ?? {})
        .filter(([key]) => key !== "now" && key !== "because")
        .map(([key, one]) => (
          <Control question={one} name={`${name}.${id}.${key}`} entries={entries} problems={problems} />
        ))}
    </Fieldset>
    {removes && (
      <Button variant="secondary" name="remove" value={`${name}.${id}`}>
        Remove new action {place + 1}
      </Button>
    )}
  </div>
)
