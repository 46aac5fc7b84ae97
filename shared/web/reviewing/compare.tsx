import { momentWords } from "../../values/london.ts"
import { Differences } from "../differences.tsx"
import type { Asking } from "../env.ts"
import { Page } from "../layout.tsx"
import type { Comparing } from "./comparing.ts"

type Props = { c: Asking; at: string; comparing: Comparing }

/** What the latest version says otherwise than an earlier one. */
export const ComparePage = ({ c, at, comparing: { desk, old, compared } }: Props) => {
  const { head, said, organisation } = desk
  const title = `What is otherwise than in version ${old.version}`
  return (
    <Page c={c} title={`${title} – ${head.title}`} back={{ href: at, text: head.title }}>
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
