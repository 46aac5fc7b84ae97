import { answered } from "../../shared/domain/answered.ts"
import { checked, saidWhy, withdrawn } from "../../shared/domain/evaluation/stories/changing.ts"
import { consentTo, waitsForReason } from "../../shared/domain/evaluation/stories/consent.ts"
import { checkForm, whyMoreForm, withdrawForm } from "../../shared/domain/evaluation/stories/forms.ts"
import { canMove, mayCheck, type StoryMove } from "../../shared/domain/evaluation/stories/life.ts"
import type { Story, StoryText } from "../../shared/domain/evaluation/stories/story.ts"
import { Refused } from "../../shared/domain/refused.ts"
import type { Section } from "../../shared/form/section.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { type C, only } from "../../shared/web/evaluation/here.ts"
import { readableHere, type Seen, storyHere } from "./desk.ts"
import type { Given } from "./given.ts"
import { type Moved, moving, movingHere, withdrawing } from "./moves.ts"

const checking = "check story"

/** A story to be checked, by an officer who wrote nothing of it. */
export const toCheck = async (c: C, move: StoryMove = "share"): Promise<Seen & { text: StoryText }> => {
  only(c, checking)
  const found = await readableHere(c)
  refuseChecking(c, found.one, move)
  return found
}

const refuseChecking = (c: C, one: Story, move: StoryMove) => {
  if (!mayCheck(one, c.var.actor.id))
    throw new Refused("not allowed", {
      says: "You wrote some of this story. Another information-governance officer checks it.",
    })
  if (!canMove(one, move))
    throw new Refused("not possible now", { says: "This story does not wait for you." })
}

const waits = ({ version }: Story, { consents }: StoryText): boolean => {
  const found = consentTo(consents, version)
  return found !== undefined && waitsForReason(found)
}

export const checkingForm = ({ one, text }: { one: Story; text: StoryText }): Section =>
  checkForm(waits(one, text))

export const checkStory = async (c: C, given: Given, key: MoveKey): Promise<Moved> => {
  only(c, checking)
  return moving(c, { right: checking, key, seen: given.seen }, async (whole) => {
    refuseChecking(c, whole.one, "share")
    const form = checkingForm(whole)
    const { decision, because, whyMore } = answered(form, given.read(form), c.var.world.now())
    const share = decision === "share"
    return {
      move: share ? "share story" : "keep story",
      told: share ? "shared" : "kept",
      ...checked(
        whole,
        {
          decision: share ? "share" : "keep",
          ...(!share && { because: String(because) }),
          ...(share && whyMore !== undefined && { whyMore: String(whyMore) }),
        },
        movingHere(c),
      ),
    }
  })
}

/** Whether an officer may still say why more than the pilot team reads it. */
export const maySayWhy = (c: C, { one, text }: { one: Story; text: StoryText }) =>
  canMove(one, "say why") && waits(one, text) && mayCheck(one, c.var.actor.id)

export const sayWhy = async (c: C, given: Given, key: MoveKey): Promise<Moved> => {
  only(c, checking)
  return moving(c, { right: checking, key, seen: given.seen }, async (whole) => {
    refuseChecking(c, whole.one, "say why")
    const { whyMore } = answered(whyMoreForm, given.read(whyMoreForm), c.var.world.now())
    return { move: "widen story", ...saidWhy(whole, String(whyMore), movingHere(c)) }
  })
}

/** A story to be withdrawn, by who may, whether or not they may read it. */
export const toWithdraw = async (c: C): Promise<Story> => {
  only(c, "withdraw story")
  const { one } = await storyHere(c)
  if (!canMove(one, "withdraw"))
    throw new Refused("not possible now", { says: "This story was withdrawn before. Its words are gone." })
  return one
}

/** At once, and whatever changed since the page was opened. */
export const withdrawStory = async (c: C, given: Given, key: MoveKey): Promise<Moved> => {
  only(c, "withdraw story")
  return withdrawing(c, { right: "withdraw story", key }, (one) => {
    const { asked, how } = answered(withdrawForm, given.read(withdrawForm), c.var.world.now())
    const stopped = { asked, how } as Parameters<typeof withdrawn>[1]
    return withdrawn(one, stopped, movingHere(c))
  })
}
