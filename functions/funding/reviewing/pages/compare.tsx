import { momentWords } from "../../../../shared/values/london.ts"
import { Differences } from "../../../../shared/web/differences.tsx"
import type { C } from "../../../../shared/web/funding/here.ts"
import { Page } from "../../../../shared/web/layout.tsx"
import type { Comparing } from "../comparing.ts"
import { hereAt } from "../desk.ts"

/** What the latest version says otherwise than an earlier one. */
export const ComparePage = ({ c, comparing: { desk, old, compared } }: { c: C; comparing: Comparing }) => {
  const { head, said, organisation } = desk
  const title = `What is otherwise than in version ${old.version}`
  return (
    <Page c={c} title={`${title} – ${head.title}`} back={{ href: hereAt(desk), text: head.title }}>
      <span class="govuk-caption-l">
        {organisation.name}, reference <span class="unbroken">{head.reference}</span>
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        Version {old.version} was sent at {momentWords(new Date(old.sentAt))} by {old.sentBy}, version{" "}
        {said.version} at {momentWords(new Date(said.sentAt))} by {said.sentBy}.
      </p>
      <Differences compared={compared} />
    </Page>
  )
}
