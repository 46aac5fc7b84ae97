import type { Child } from "hono/jsx"
import type { Clash, Details, Refusal } from "../../domain/refused.ts"
import type { Entries, Problem } from "../../form/question.ts"
import type { Section } from "../../form/section.ts"
import type { Asking } from "../env.ts"
import { keeping } from "../form/keeping.tsx"
import { EnterSaves, fieldFor } from "../form/saving.tsx"
import { SectionQuestions } from "../form/section-form.tsx"
import { Button } from "../govuk/button.tsx"
import { ErrorSummary } from "../govuk/error-summary.tsx"
import { InsetText } from "../govuk/inset-text.tsx"
import { Page } from "../layout.tsx"
import { newKey } from "../move-key.ts"
import { NotWatched } from "../notes.tsx"

/** What was typed and could not be taken, with why. */
export type Tried = {
  entries: Entries
  problems: Problem[]
  says?: string
  refusal?: Refusal
  /** What is doubtful in it, and is asked once. */
  asks?: Details["asks"]
  clashes?: Clash[]
}

type Props = {
  c: Asking
  section: Section
  /** Where it is sent to. */
  action: string
  back: { href: string; text: string }
  caption?: string
  button: string
  entries?: Entries
  tried?: Tried
  /** Fields that go with it unseen. */
  hidden?: Entries
  /** A move that has one effect, however often it is pressed. */
  keyed?: boolean
  /** What is typed is kept by the browser until a page says that a later revision is saved. */
  keeps?: { at: number }
  before?: Child
  /** Beside its free texts, in place of what stands there everywhere. */
  beside?: Child
  after?: Child
}

/** A short form on a page of its own: what was typed stands in it, and each problem beside its cause. */
export const FormPage = ({ c, section, action, back, caption, button, tried, keyed, ...rest }: Props) => {
  const { entries = {}, hidden = {}, keeps, before, beside = <NotWatched />, after } = rest
  const problems = tried?.problems ?? []
  const errors = problems.map((one) => ({
    text: one.says,
    ...(one.question && { href: `#${fieldFor(section, one, tried?.entries)}` }),
  }))
  return (
    <Page
      c={c}
      title={caption ? `${section.title} – ${caption}` : section.title}
      back={back}
      wrong={errors.length > 0}
      plain
    >
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      {tried?.says && <InsetText>{tried.says}</InsetText>}
      {caption && <span class="govuk-caption-l">{caption}</span>}
      <h1 class="govuk-heading-l">{section.title}</h1>
      {section.intro && <p class="govuk-body">{section.intro}</p>}
      {before}
      {hasFreeText(section) && beside}
      <form
        method="post"
        action={action}
        novalidate
        {...(keeps && keeping(c, { path: action, at: keeps.at, tried: tried !== undefined }))}
      >
        <EnterSaves />
        {keyed && <input type="hidden" name="key" value={newKey(c.var.world)} />}
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <SectionQuestions section={section} entries={tried?.entries ?? entries} problems={problems} />
        {after}
        <Button preventDoubleClick={keyed}>{button}</Button>
      </form>
    </Page>
  )
}

const hasFreeText = ({ asks }: Section) =>
  Object.values(asks).some(({ type, shape }) => type === "longText" || shape.of !== undefined)
