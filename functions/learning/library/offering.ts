import { answered } from "../../../shared/domain/answered.ts"
import { askOnce, doubtsIn } from "../../../shared/domain/learning/doubts.ts"
import { type From, offeredIdea } from "../../../shared/domain/learning/offering.ts"
import { goodNewsForm, shareForm } from "../../../shared/domain/learning/sharing-forms.ts"
import type { LearningRight } from "../../../shared/domain/people/coaching-policy.ts"
import type { Section } from "../../../shared/form/section.ts"
import { keyedWrite } from "../../../shared/store/keyed.ts"
import { keys } from "../../../shared/store/keys.ts"
import { offerIdea } from "../../../shared/store/learning.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { Given } from "../given.ts"
import {
  type C,
  only,
  ownSiteHere,
  ownSites,
  programmeHere,
  randomHere,
  siteNames,
  whoHere,
} from "../here.ts"

/** The two ways in which somebody offers something straight. */
const ways = {
  "by hand": { right: "share learning", form: shareForm },
  "good news": { right: "share good news", form: goodNewsForm },
} as const satisfies Record<string, { right: LearningRight; form: typeof shareForm }>
export type Way = keyof typeof ways

/** The form, for whoever may offer something so. */
export const offeringForm = (c: C, way: Way): Section => {
  const { right, form } = ways[way]
  only(c, right)
  return form(ownSites(c, right))
}

export type Offered = { offer: string; state: string }

/** To the coordinators' desk. Nobody else reads it before they have decided. */
export const offer = async (c: C, way: Way, given: Given, key: MoveKey): Promise<Offered> => {
  const form = offeringForm(c, way)
  const { actor, world } = c.var
  const now = world.now()
  const typed = given.read(form)
  const answers = answered(form, typed, now)
  askOnce(doubtsIn(form, answers, { read: ["text"], sites: siteNames(c), now }), given.stays)
  const organisation = ownSiteHere(c, ways[way].right, typed.site)
  const at = keys.learningMove(programmeHere(c), actor.id, key.key)
  const made = await keyedWrite<Offered>(world.table, { at, key }, async () => {
    const from = fromOf(way, organisation)
    const one = offeredIdea(answers, { id: randomHere(c), from, by: whoHere(c), at: now })
    return { actions: [offerIdea(programmeHere(c), one)], result: { offer: one.id, state: "waiting" } }
  })
  return { offer: made.offer, state: made.state }
}

const fromOf = (way: Way, organisation: string | undefined): From =>
  way === "good news" && organisation !== undefined
    ? { kind: "good news", organisation }
    : { kind: "by hand", ...(organisation !== undefined && { organisation }) }
