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
  reader: { words: "reader", at: "programme", signsIn: "with the department" },
  adviser: { words: "panel member with lived experience", at: "programme" },
  chair: { words: "chair of the selection panel", at: "programme", signsIn: "with the department" },
  "decision-maker": { words: "decision-maker", at: "programme", signsIn: "with the department" },
  finance: { words: "department finance", at: "programme", signsIn: "with the department" },
  administrator: { words: "administrator", at: "programme" },
} as const satisfies Record<
  string,
  { words: string; at: "organisation" | "programme"; signsIn?: "with the department" }
>

export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as Role[]
export const role = z.enum(roleNames as [Role, ...Role[]])

export const organisationRoles = roleNames.filter((one) => roles[one].at === "organisation")

export const programmeRoles = roleNames.filter((one) => roles[one].at === "programme")

/** The department's own, who sign in with it wherever it has a sign-in of its own. */
export const signsInWithDepartment = (one: Role) => "signsIn" in roles[one]

/** What each of them does, in the words of every page. */
export const roleTasks: Record<Role, string> = {
  lead: "Leads: writes, invites, sends",
  contributor: "Writes with the lead",
  sponsor: "The director or principal social worker, or a delegate: confirms",
  certifier: "Confirms the money, where that is asked",
  governance: "Looks after people’s information; confirms, where that is asked",
  coach: "Works with the sites, in sessions and visits",
  evaluator: "Reads what the sites measure, and says what was learned",
  coordinator:
    "Runs the programme day by day: answers questions, follows what is due, lets people in anywhere",
  reader: "Reads the expressions of interest and scores them",
  adviser: "Reads an easy-read page of each expression of interest, and says what they think",
  chair: "Leads the selection panel",
  "decision-maker": "Decides which sites are funded, and whether they go on",
  finance: "Accepts spending and authorises payments",
  administrator: "Lets people in and out anywhere, and sees nothing that sites write",
}
