import { coverQuestion, deputiesOf } from "../../../shared/domain/calendar/cover.ts"
import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import { changesTo } from "../../../shared/domain/calendar/return-words.ts"
import type { Member } from "../../../shared/domain/people/member.ts"
import type { Entries, Problem } from "../../../shared/form/question.ts"
import { kindOf } from "../../../shared/kinds/index.ts"
import { fieldFor } from "../../../shared/web/form/saving.tsx"
import { SectionQuestions } from "../../../shared/web/form/section-form.tsx"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { WarningText } from "../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import { NotWatched } from "../../../shared/web/notes.tsx"
import { StateOf } from "../../../shared/web/state.tsx"
import type { C } from "../desk.ts"
import { type ReturnForm, returnForms } from "../return-forms.ts"
import { returnAt } from "./returns-links.tsx"
import { Changes } from "./returns-one.tsx"

type Props = {
  c: C
  one: Expected
  members: Member[]
  name: ReturnForm
  entries?: Entries
  problems?: Problem[]
}

/** One thing to do about a return: one page, one button. */
export const ReturnFormPage = ({ c, one, members, name, entries = {}, problems = [] }: Props) => {
  const now = c.var.world.now()
  const { section: asked, button, cannot } = returnForms[name]
  const wrong = problems.length > 0
  const not = cannot(one, now)
  const title = name === "cover" ? coverQuestion(one) : asked.title
  return (
    <Page
      c={c}
      title={`${title} – ${name === "cover" ? one.name : `${one.title}, ${one.name}`}`}
      back={{ href: returnAt(one), text: one.title }}
      wrong={wrong}
      plain
    >
      {wrong && (
        <ErrorSummary
          errors={problems.map((each) => ({ text: each.says, href: `#${fieldFor(asked, each)}` }))}
        />
      )}
      <span class="govuk-caption-l">{one.title}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <StateOf one={one} at={now} />
      {name !== "nothing" && <Changes lines={changesTo(one, c.var.actor.id)} />}
      {not ? (
        <InsetText>{not}</InsetText>
      ) : (
        <>
          {name === "nothing" && <Statement one={one} />}
          {name === "cover" && <Deputies one={one} names={deputiesOf(one, members, c.var.actor.id)} />}
          {name !== "cover" && <NotWatched />}
          <form method="post" action={`${returnAt(one)}/${name}`} novalidate>
            <input type="hidden" name="key" value={newKey(c.var.world)} />
            <SectionQuestions section={asked} entries={entries} problems={problems} />
            <Button preventDoubleClick>{button}</Button>
          </form>
        </>
      )}
    </Page>
  )
}

const Statement = ({ one }: { one: Expected }) => {
  const { stands } = one
  return (
    <>
      <p class="govuk-body">
        This is sent in place of the return, at once and in your name. By it you state: “
        {kindOf(one.kind).nil?.declares}”
      </p>
      {stands && stands.state !== "withdrawn" && (
        <WarningText>
          Your draft {stands.reference} is withdrawn by this. What is in it stays in its history and is not
          sent.
        </WarningText>
      )}
    </>
  )
}

const Deputies = ({ one, names }: { one: Expected; names: Member[] }) => (
  <p class="govuk-body">
    {names.length > 0
      ? `Your deputy on that day: ${names.map(({ name }) => name).join(" or ")}.`
      : "Nobody else here holds the role of section 151 officer on that day."}{" "}
    <a class="govuk-link" href={`/organisations/${one.organisation}/people`}>
      People and access
    </a>
  </p>
)
