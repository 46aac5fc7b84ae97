import type { Pattern } from "../../../../shared/domain/coaching/patterns.ts"
import { goingAt, supportAt } from "../../../../shared/web/coaching/addresses.ts"
import { PatternList } from "../../../../shared/web/coaching/pattern-list.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { PhaseFilter } from "../../../../shared/web/programme/phase-filter.tsx"
import { inPhase, patternsAt } from "../../addresses.ts"
import type { C } from "../../scope.ts"
import type { OnPatterns } from "../desk.ts"

/** What sites have in common that is in their way. */
export const PatternsPage = ({ c, found }: { c: C; found: OnPatterns }) => {
  const { phase, patterns, sites, named, at, every } = found
  const Names = ({ organisations }: Pattern) => (
    <ul class="govuk-list">
      {phase?.sites
        .filter(({ organisation }) => organisations.includes(organisation))
        .map(({ organisation, name }) => (
          <li>
            <a class="govuk-link" href={goingAt(organisation, phase.id)}>
              {name}
            </a>
          </li>
        ))}
    </ul>
  )
  return (
    <Page
      c={c}
      title="What sites are stuck on – Support"
      back={{
        href: inPhase(supportAt, phase),
        text: every ? "Coaching of all sites" : "The sites you support",
      }}
    >
      {phase && <span class="govuk-caption-l">{phase.title}</span>}
      <h1 class="govuk-heading-l">What sites are stuck on</h1>
      {phase ? (
        <PatternList patterns={patterns} sites={sites} at={at} {...(named && { named: Names })} />
      ) : (
        <p class="govuk-body">No phase is published yet: there is nothing to count.</p>
      )}
      <PhaseFilter scope={found} at={patternsAt} />
    </Page>
  )
}
