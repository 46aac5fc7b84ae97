import { dateWords, londonDate } from "../../values/london.ts"
import { type Actor, grantFor } from "../people/actor.ts"
import { fundingPolicy } from "../people/funding-policy.ts"
import type { Grant } from "../people/grant.ts"
import { type Role, roles } from "../people/role.ts"
import type { Account } from "./account.ts"
import { type SetUpTask, setUpTasks } from "./set-up-tasks.ts"

type Pilot = Pick<Account, "setUp" | "versions">

/** What each task of setting up is called, wherever it is listed. */
export const taskTitles: Record<SetUpTask, string> = {
  people: "People and deputies",
  profile: "When the money is spent",
  impact: "Data protection impact assessment",
  sharing: "Information-sharing agreement",
  privacy: "Privacy notice for people",
  dates: "First day, and the visit of the evaluators",
}

const ofInformation: readonly SetUpTask[] = ["impact", "sharing", "privacy"]

/** Who answers a task: the information-governance officer what is about people’s information alone. */
export const taskRoles = (task: SetUpTask): Role[] =>
  fundingPolicy["set up"].filter((role) => role !== "governance" || ofInformation.includes(task))

/** "Site lead, contributor or information-governance officer" */
export const taskRoleWords = (task: SetUpTask): string => {
  const words = taskRoles(task).map((role) => roles[role].words)
  const all = `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`
  return all.charAt(0).toUpperCase() + all.slice(1)
}

/** The grant by which somebody answers a task, where they hold one. */
export const taskGrantFor = (actor: Actor, organisation: string, task: SetUpTask): Grant | undefined =>
  grantFor(actor, organisation, taskRoles(task))

export const openTasks = ({ setUp }: Pick<Pilot, "setUp">): SetUpTask[] =>
  setUpTasks.filter((task) => setUp[task] === undefined)

/** "4 of 6 answered" */
export const setUpProgress = (one: Pick<Pilot, "setUp">): string =>
  `${setUpTasks.length - openTasks(one).length} of ${setUpTasks.length} answered`

/** Where a task stands: who answered it, when; and where the profile was changed since they agreed with it. */
export const taskWords = (one: Pilot, task: SetUpTask): string => {
  const found = one.setUp[task]
  if (!found) return ""
  const { by, at, answers } = found
  const version = one.versions.at(-1)?.version
  const since =
    task === "profile" && typeof answers.version === "number" && answers.version !== version
      ? ` The award was changed since: version ${version} is not agreed with yet.`
      : ""
  return `Answered by ${by.name} on ${dateWords(londonDate(new Date(at)))}.${since}`
}
