import type { Site } from "../demonstration/sites.ts"
import type { Does, Move } from "./acts.ts"
import { about, coach, coachingOf } from "./coaching-acts.ts"
import { accountant, lead, move } from "./returns.ts"
import { coordinator } from "./selection-acts.ts"
import type { Player } from "./stage.ts"

type Milestone = { id?: string; what: string; by: string; who: string }
type Text = {
  model?: string
  changes?: string
  stops?: string
  people?: { number: number }
  team: { role: string; number: number; days?: number }[]
  milestones: Milestone[]
}
type ReadPlan = {
  whole: {
    revision: number
    milestones: Milestone[]
    comments: { id: string; text: string }[]
  }
}

const planIn = async (player: Player, site: Site) =>
  (await player.get(`${coachingOf(site)}/plan`)).body as unknown as ReadPlan

/** Writes answers of the draft, as it stands then. */
export const drafts =
  (site: Site, section: "core" | "more", answers: Record<string, unknown>): Does =>
  async (player) => {
    const { revision } = (await planIn(player, site)).whole
    return player.does(`${coachingOf(site)}/plan/sections/${section}`, { revision, answers })
  }

/** The site says that what its coach said is dealt with: known by how the comment begins. */
export const dealsWith =
  (site: Site, of: string): Does =>
  async (player) => {
    const found = (await planIn(player, site)).whole.comments.find(({ text }) => text.startsWith(of))
    return player.does(`${coachingOf(site)}/plan/comments/${found?.id}/dealt`)
  }

/** What becomes of a milestone, known by how its words begin. */
export const marks =
  (site: Site, of: string, path: "done" | "moved", body: Record<string, string>): Does =>
  async (player) => {
    const found = (await planIn(player, site)).whole.milestones.find(({ what }) => what.startsWith(of))
    return player.does(`${coachingOf(site)}/plan/milestones/${found?.id}/${path}`, body)
  }

type Planned = { begun: string; proposed: string; agreed: string; text: Text }

/** A plan from its first line to the word of both: the lead gives the site’s with proposing it. */
export const plans = (site: Site, { begun, proposed, agreed, text }: Planned): Move[] => [
  move(begun, "10:00", lead(site), about(site, "plan/begin")),
  move(begun, "14:00", accountant(site), drafts(site, "core", text)),
  move(proposed, "11:00", lead(site), about(site, "plan/propose", { agrees: true })),
  move(agreed, "15:00", coordinator, about(site, "plan/agree", { version: 1 })),
]

export const comments = (site: Site, day: string, on: string, text: string): Move =>
  move(day, "10:00", coach, about(site, "plan/comment", { on, text }))
