import { stampWords } from "../../../../shared/values/london.ts"
import { sessionsAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, placeHere } from "../../../../shared/web/coaching/here.ts"
import { Saved } from "../../../../shared/web/form/keeping.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { Writing } from "../writing.ts"
import { addressOf, SessionPage } from "./shell.tsx"
import { type Sheet, SheetForm, WrongOn } from "./write.tsx"

type Props = { c: C; writing: Writing; sheet: Sheet }

const isWrong = ({ problems, clashes }: Sheet) => problems.length > 0 || clashes.length > 0

const SavedLast = ({ writing: { stored } }: Pick<Props, "writing">) =>
  stored?.saved ? (
    <p class="govuk-body-s">
      Saved last by {stored.saved.by.name}, {stampWords(new Date(stored.saved.at))}.
    </p>
  ) : null

/** The one page that is asked of every session. */
export const WritePage = ({ c, writing, sheet }: Props) => (
  <SessionPage
    c={c}
    session={writing.session}
    title="Write it up"
    inside
    plain
    wrong={isWrong(sheet)}
    before={<WrongOn sheet={sheet} />}
  >
    <SavedLast writing={writing} />
    {!sheet.tried && writing.stored && (
      <>
        <Saved c={c} path={`${addressOf(writing.session)}/more`} at={writing.stored.revision} />
        {writing.stored.revision === 1 && <SavedNew c={c} />}
      </>
    )}
    <SheetForm c={c} sheet={sheet} />
  </SessionPage>
)

/** Everything else that can be said: none of it is owed. */
export const MorePage = ({ c, writing, sheet }: Props) => (
  <SessionPage
    c={c}
    session={writing.session}
    title="Add more"
    inside
    plain
    wrong={isWrong(sheet)}
    before={<WrongOn sheet={sheet} />}
  >
    <p class="govuk-body">{sheet.section.intro}</p>
    <SavedLast writing={writing} />
    {!sheet.tried && writing.stored && (
      <>
        <Saved c={c} path={`${addressOf(writing.session)}/write`} at={writing.stored.revision} />
        {writing.stored.revision === 1 && <SavedNew c={c} />}
      </>
    )}
    <SheetForm c={c} sheet={sheet} last />
  </SessionPage>
)

/** The same page for a session that was never planned. */
export const UnplannedPage = ({ c, sheet }: Omit<Props, "writing">) => {
  const { organisation, phase, name } = placeHere(c)
  return (
    <Page
      c={c}
      title={`Write up a session – ${name}`}
      back={{ href: sessionsAt(organisation, phase), text: "Sessions" }}
      plain
      wrong={isWrong(sheet)}
    >
      <WrongOn sheet={sheet} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Write up a session</h1>
      <p class="govuk-body">
        For one that was not planned. It is a draft until you share it: only the coach and the coordinators
        can see it.
      </p>
      <SheetForm c={c} sheet={sheet} />
    </Page>
  )
}

/** What was typed on the page of a new session is in this draft. */
export const SavedNew = ({ c }: { c: C }) => {
  const { organisation, phase } = placeHere(c)
  return <Saved c={c} path={`${sessionsAt(organisation, phase)}/write`} at={1} />
}
