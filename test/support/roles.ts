import type { Role } from "../../shared/domain/people/role.ts"

/** Somebody of the demonstration in each role: of a site, at Halton. */
export const emails: Record<Role, string> = {
  coach: "coach@innovation-unit.example",
  coordinator: "coordinator@innovation-unit.example",
  evaluator: "evaluator@scie.example",
  reader: "reader@doh.example",
  adviser: "adviser@lived-experience.example",
  chair: "chair@doh.example",
  "decision-maker": "decision-maker@doh.example",
  finance: "finance@doh.example",
  administrator: "administrator@doh.example",
  lead: "site-lead@halton.example",
  contributor: "contributor@halton.example",
  sponsor: "sponsor@halton.example",
  certifier: "section-151@halton.example",
  governance: "governance@halton.example",
}
