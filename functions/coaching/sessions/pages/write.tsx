import type { Child } from "hono/jsx"
import type { Action } from "../../../../shared/domain/actions/action.ts"
import type { Clash } from "../../../../shared/domain/refused.ts"
import type { Entries, Problem } from "../../../../shared/form/question.ts"
import type { Section } from "../../../../shared/form/section.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import type { C } from "../../../../shared/web/coaching/here.ts"
import { Control } from "../../../../shared/web/form/controls.tsx"
import { keeping } from "../../../../shared/web/form/keeping.tsx"
import { EnterSaves, fieldFor } from "../../../../shared/web/form/saving.tsx"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../../shared/web/govuk/error-summary.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { NotWatched } from "../../../../shared/web/notes.tsx"
import { todayHere } from "../here.ts"
import { ActionRows } from "./action-rows.tsx"

export type Sheet = {
  section: Section
  /** Where it is sent to. */
  action: string
  entries: Entries
  /** Fields that go with it unseen: the revision that was read and what each answer was, or a key. */
  hidden: Entries
  revision: number
  open: readonly Action[]
  problems: Problem[]
  /** What was typed came back with it. */
  tried: boolean
  clashes: Clash[]
}

type Props = { c: C; sheet: Sheet; last?: boolean }

/** What is wrong with a page of a session, before anything else on it. */
export const WrongOn = ({ sheet: { section, problems, clashes } }: { sheet: Sheet }) => {
  const errors = [
    ...clashes.map(({ question, by }) => ({
      text: `${by} saved “${section.asks[question]?.label}” after you opened this page. Read both, then save again`,
      href: `#clash.${question}`,
    })),
    ...problems.map((one) => ({ text: one.says, href: `#${fieldFor(section, one)}` })),
  ]
  return errors.length > 0 ? <ErrorSummary errors={errors} /> : null
}

/** The questions of one page of a session, kept by the browser as they are typed. */
export const SheetForm = ({ c, sheet, last }: Props) => {
  const { section, action, entries, hidden, revision, open, problems, tried, clashes } = sheet
  return (
    <>
      <NotWatched />
      <form method="post" action={action} novalidate {...keeping(c, { path: action, at: revision, tried })}>
        <EnterSaves />
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {Object.entries(section.asks).map(
          ([key, question]): Child => (
            <>
              {clashes
                .filter((one) => one.question === key)
                .map((one) => (
                  <Theirs clash={one} />
                ))}
              {key === "actions" ? (
                <ActionRows
                  question={question}
                  entries={entries}
                  problems={problems}
                  open={open}
                  today={todayHere(c)}
                />
              ) : (
                <Control question={question} name={key} entries={entries} problems={problems} size="s" />
              )}
            </>
          ),
        )}
        <ButtonGroup>
          <Button name="go" value="next">
            Save and look at it before you share it
          </Button>
          {!last && (
            <Button name="go" value="more" variant="secondary">
              Save and add more
            </Button>
          )}
          <Button name="go" value="later" variant="secondary">
            Save and come back later
          </Button>
        </ButtonGroup>
      </form>
    </>
  )
}

/** What somebody else saved in the same answer meanwhile: what you typed stands in the field below it. */
const Theirs = ({ clash: { question, theirs, by, at } }: { clash: Clash }) => (
  <div id={`clash.${question}`} class="anchor">
    <InsetText>
      <strong>
        {by} saved this on {stampWords(new Date(at))}, after you opened the page:
      </strong>
      <span class="answer beside">{theirs || "(no answer)"}</span>
      <span class="beside">What you typed is below. If you save, it takes the place of this.</span>
    </InsetText>
  </div>
)
