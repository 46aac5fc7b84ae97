import type { Question } from "../form/question.ts"
import type { Typed } from "../store/typed.ts"
import { stampWords } from "../values/london.ts"
import type { Asking } from "./env.ts"
import { Button } from "./govuk/button.tsx"
import { SummaryList } from "./govuk/summary-list.tsx"
import { Page } from "./layout.tsx"

type Props = { c: Asking; typed: Typed; asks: Record<string, Question> }

/** What was typed after the session had ended, to save now or to let go. */
export const TypedPage = ({ c, typed, asks }: Props) => {
  const words = Object.entries(typed.entries).filter(([name, value]) => readable(name) && value.trim() !== "")
  return (
    <Page c={c} title="What you typed was kept">
      <h1 class="govuk-heading-l">What you typed was kept</h1>
      <p class="govuk-body">
        You had been signed out when you pressed Save on {stampWords(new Date(typed.at))}. It is{" "}
        <strong>not saved yet</strong>. Nobody else can see this page.
      </p>
      <SummaryList
        rows={words.map(([name, value]) => ({
          key: asks[name.split(".")[0] ?? ""]?.label ?? name,
          value: <div class="answer">{value}</div>,
        }))}
      />
      <form method="post" action={typed.path}>
        {Object.entries(typed.entries).map(([name, value]) => (
          <Field name={name} value={value} />
        ))}
        <Button preventDoubleClick>Save it now</Button>
      </form>
      <form method="post" action={`${c.req.path}/discard`}>
        <Button variant="secondary">Discard it</Button>
      </form>
    </Page>
  )
}

/** A textarea keeps lines as they are; hidden from everybody, as it is shown above. */
const Field = ({ name, value }: { name: string; value: string }) =>
  value.includes("\n") ? (
    <textarea name={name} hidden>
      {`\n${value}`}
    </textarea>
  ) : (
    <input type="hidden" name={name} value={value} />
  )

const readable = (name: string) =>
  !["revision", "go", "add", "remove", "key"].includes(name) &&
  !/^(was|cleared|choose)\./.test(name) &&
  !name.endsWith(".rows")
