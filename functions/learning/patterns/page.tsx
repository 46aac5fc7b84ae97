import { learningAt } from "../../../shared/web/coaching/addresses.ts"
import { PatternList } from "../../../shared/web/coaching/pattern-list.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import type { C } from "../here.ts"
import type { OnPatterns } from "./desk.ts"

/** What sites have in common that is in their way: nobody is alone with it, and nobody is named. */
export const PatternsPage = ({ c, found }: { c: C; found: OnPatterns }) => {
  const { title, patterns, sites, at } = found
  return (
    <Page c={c} title="What sites are stuck on" back={{ href: learningAt, text: "What sites have learned" }}>
      {title && <span class="govuk-caption-l">{title}</span>}
      <h1 class="govuk-heading-l">What sites are stuck on</h1>
      {title ? (
        <PatternList
          patterns={patterns.map((one) => ({ ...one, organisations: [] }))}
          sites={sites}
          at={at}
        />
      ) : (
        <p class="govuk-body">No phase is published yet: there is nothing to count.</p>
      )}
    </Page>
  )
}
