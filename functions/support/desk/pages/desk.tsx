import { mayFind } from "../../../../shared/domain/people/evaluation-policy.ts"
import { mayInProgramme } from "../../../../shared/domain/people/policy.ts"
import { roles } from "../../../../shared/domain/people/role.ts"
import { clockTime } from "../../../../shared/values/london.ts"
import { supportAt } from "../../../../shared/web/coaching/addresses.ts"
import { findingsAt } from "../../../../shared/web/evaluation/addresses.ts"
import { Page } from "../../../../shared/web/layout.tsx"
import { PhaseFilter } from "../../../../shared/web/programme/phase-filter.tsx"
import { actionsCsvAt, clocksAt, highlightsAt, inPhase, patternsAt, sitesCsvAt } from "../../addresses.ts"
import type { C } from "../../scope.ts"
import { followsSites, type OnDesk } from "../desk.ts"
import { Actions, Desks } from "./actions.tsx"
import { Help } from "./help.tsx"
import { Sites } from "./sites.tsx"

/** What is to be known first by whoever supports sites, then what waits, then each site. Never empty. */
export const DeskPage = ({ c, desk }: { c: C; desk: OnDesk }) => {
  const { lines, phase, every, at } = desk
  const [main, ...others] = lines
  const follows = followsSites(c)
  const title = every ? "Coaching of all sites" : "The sites you support"
  return (
    <Page c={c} title={title} back={backFor(c)} wide>
      <span class="govuk-caption-l">
        {phase ? `${phase.title}. ` : ""}You are here as{" "}
        {lines.map(({ role }) => roles[role].words).join(", ")}
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l" data-first-line>
        {main?.says}
      </p>
      {others.map(({ role, says }) => (
        <p class="govuk-body">
          As {roles[role].words}: {says}
        </p>
      ))}
      <Help c={c} desk={desk} />
      {!follows && <Actions c={c} desk={desk} on="department" title="Actions on the Department’s desk" />}
      <Sites desk={desk} follows={follows} />
      {follows && <Desks desk={desk} />}
      {follows && <Actions c={c} desk={desk} on="coach" title="Actions on the desk of the coach" />}
      <p class="govuk-body">Lists over sites are as at {clockTime(at)}.</p>
      <PhaseFilter scope={desk} at={supportAt} />
      <h2 class="govuk-heading-m">More</h2>
      <ul class="govuk-list govuk-list--bullet">
        {[
          { href: inPhase(clocksAt, phase), text: "Clocks on both sides: who keeps what was promised" },
          { href: inPhase(patternsAt, phase), text: "What sites are stuck on, counted without naming any" },
          { href: inPhase(highlightsAt, phase), text: "Each month of each site on one page" },
          { href: inPhase(sitesCsvAt, phase), text: "Download the sites as a CSV file" },
          { href: inPhase(actionsCsvAt, phase), text: "Download the actions as a CSV file" },
          ...(mayFind(c.var.actor, "see findings")
            ? [{ href: findingsAt, text: "The evaluation: what is sent and accepted, and what waits" }]
            : []),
          { href: "/learning", text: "What sites have learned" },
        ].map(({ href, text }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

const backFor = ({ var: { actor } }: C) =>
  mayInProgramme(actor, "see programme")
    ? { href: "/programme", text: "The programme" }
    : { href: "/home", text: "Your work" }
