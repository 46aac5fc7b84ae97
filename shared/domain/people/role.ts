import * as z from "zod"

/** What somebody may be, in the words of every page. */
export const roles = {
  lead: { words: "site lead", at: "organisation" },
  contributor: { words: "contributor", at: "organisation" },
  sponsor: { words: "sponsor", at: "organisation" },
  certifier: { words: "section 151 officer", at: "organisation" },
  governance: { words: "information-governance officer", at: "organisation" },
  coach: { words: "coach", at: "programme" },
  evaluator: { words: "evaluator", at: "programme" },
  coordinator: { words: "programme coordinator", at: "programme" },
  reader: { words: "reader", at: "programme" },
  chair: { words: "chair of the selection panel", at: "programme" },
  "decision-maker": { words: "decision-maker", at: "programme" },
  finance: { words: "department finance", at: "programme" },
  administrator: { words: "administrator", at: "programme" },
} as const satisfies Record<string, { words: string; at: "organisation" | "programme" }>

export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as Role[]
export const role = z.enum(roleNames as [Role, ...Role[]])

export const organisationRoles = roleNames.filter((one) => roles[one].at === "organisation")
