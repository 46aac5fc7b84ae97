import type { PlainDate } from "../../../values/london.ts"
import type { Role } from "../../people/role.ts"
import { agreedUses, consentTo } from "./consent.ts"
import { type Agreed, mayRead } from "./readers.ts"
import type { Story, StoryText } from "./story.ts"

type Person = { id: string; roles: readonly Role[] }

/**
 * Who reads a story at its own site whatever was agreed: whoever wrote it, the lead, and the officer while it is or was
 * with them. They alone read it before it was checked.
 */
export const keepsStory = ({ state, writers }: Story, { id, roles }: Person): boolean =>
  roles.includes("lead") ||
  writers.some(({ person }) => person === id) ||
  (roles.includes("governance") && state !== "draft")

/** What was agreed about the words as they are now; nothing before anybody was asked about them. */
export const agreedNow = (one: Pick<Story, "version">, text: StoryText): Agreed | undefined => {
  const found = consentTo(text.consents, one.version)
  return found && { uses: agreedUses(found), reviewBy: found.reviewBy }
}

/** Whether somebody of its own site may read it. */
export const readsAtSite = (one: Story, text: StoryText, person: Person, today: PlainDate): boolean => {
  if (one.state === "withdrawn") return false
  if (keepsStory(one, person)) return true
  const agreed = one.state === "shared" ? agreedNow(one, text) : undefined
  return agreed !== undefined && mayRead("site", agreed, today)
}
