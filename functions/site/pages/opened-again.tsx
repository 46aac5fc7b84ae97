import { stampWords } from "../../../shared/values/london.ts"
import { WarningText } from "../../../shared/web/govuk/warning-text.tsx"
import type { OnDesk } from "../desk.ts"

const asked = { decline: "said “not yet”", "send back": "sent it back", reopen: "opened it again" } as const

/** Who asked for changes, to which sections of how many, and why; the others stand. */
export const OpenedAgain = ({ desk: { head, kind, facts } }: { desk: OnDesk }) => {
  const { back, state, version } = head
  if (!back || (state !== "draft" && state !== "waiting")) return null
  const all = kind.sections(facts).length
  const left = all - back.sections.length
  const titles = back.sections.map(({ title }) => title).join(" and ")
  return (
    <WarningText>
      {back.by.name} {asked[back.move]} on {stampWords(new Date(back.at))}, for changes to{" "}
      {back.sections.length} of {all} {all === 1 ? "section" : "sections"}, {titles}: “{back.note}”
      {left > 0 &&
        ` ${left === 1 ? `The other one is as ${version > 0 ? "you sent it" : "it was"}.` : `The other ${left} are as ${version > 0 ? "you sent them" : "they were"}.`}`}
    </WarningText>
  )
}
