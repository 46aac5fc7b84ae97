import { answered } from "../../shared/domain/answered.ts"
import { asked, changed, newStory, sentToOfficer } from "../../shared/domain/evaluation/stories/changing.ts"
import { consentForm } from "../../shared/domain/evaluation/stories/consent-form.ts"
import { askedBefore, consentFrom } from "../../shared/domain/evaluation/stories/consent-from.ts"
import { type About, storyForm } from "../../shared/domain/evaluation/stories/forms.ts"
import { canMove, type StoryMove } from "../../shared/domain/evaluation/stories/life.ts"
import type { Story, StoryText, StoryWords } from "../../shared/domain/evaluation/stories/story.ts"
import { storyDoubts } from "../../shared/domain/evaluation/stories/story-doubts.ts"
import { askOnce } from "../../shared/domain/learning/doubts.ts"
import { Refused } from "../../shared/domain/refused.ts"
import type { Answers, Entries } from "../../shared/form/question.ts"
import type { Section } from "../../shared/form/section.ts"
import { coreMeasureList } from "../../shared/kinds/measures/core.ts"
import { evaluationIn } from "../../shared/store/evaluation.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { type C, only, placeHere, siteHere, whoHere } from "../../shared/web/evaluation/here.ts"
import { fieldsOf } from "../../shared/web/form/typed.ts"
import { readableHere, type Seen, todayHere } from "./desk.ts"
import type { Given } from "./given.ts"
import { adding, type Moved, moving, movingHere } from "./moves.ts"

const right = "write story"

export const addTitle = "Write a story"
export const changeTitle = "Change this story"

/** The form, with the measures that the site and the evaluator agreed; the core ones where there is no plan yet. */
export const writingForm = async (c: C, title: string): Promise<Section> => {
  only(c, right)
  return storyForm(title, await aboutHere(c))
}

const aboutHere = async (c: C): Promise<About> => {
  const { organisation, phase } = placeHere(c)
  const plan = await evaluationIn(c.var.world.table).agreed(organisation, phase)
  return Object.fromEntries((plan?.measures ?? coreMeasureList).map(({ id, name }) => [id, name]))
}

export const addStory = async (c: C, given: Given, key: MoveKey): Promise<Moved> => {
  const { words, stays } = await wordsIn(c, addTitle, given, [])
  return adding(c, { right, key }, async (all) => newStory(placeHere(c), all, words, stays, movingHere(c)))
}

/** Other words, over those that were seen. */
export const changeStory = async (c: C, given: Given, key: MoveKey): Promise<Moved> => {
  only(c, right)
  return moving(c, { right, key, seen: given.seen }, async (whole) => {
    refuseOver(whole.one, "change")
    const { words, stays } = await wordsIn(c, changeTitle, given, whole.text.stays)
    return { move: "change story", ...changed(whole, words, stays, movingHere(c)) }
  })
}

const wordsIn = async (c: C, title: string, given: Given, before: readonly string[]) => {
  const form = await writingForm(c, title)
  const now = c.var.world.now()
  const answers = answered(form, given.read(form), now)
  const names = (await peopleIn(c.var.world.table).membersOf(siteHere(c))).map(({ name }) => name)
  const doubts = storyDoubts(form, answers, { now, names })
  askOnce(doubts, [...before, ...given.stays])
  const stays = given.stays.filter((mark) => doubts.some((one) => one.mark === mark))
  const { about, ...rest } = answers
  const measure = form.asks.about?.shape.options?.[String(about)]
  return {
    stays,
    words: {
      ...(rest as Omit<StoryWords, "about">),
      ...(measure !== undefined && { about: { id: String(about), name: measure } }),
    },
  }
}

/** A story to be written in, by who may. */
export const toWrite = async (c: C, move: StoryMove): Promise<Seen & { text: StoryText }> => {
  only(c, right)
  const found = await readableHere(c)
  refuseOver(found.one, move)
  return found
}

const refuseOver = (one: Story, move: StoryMove) => {
  if (!canMove(one, move))
    throw new Refused("not possible now", { says: "This cannot be done with the story as it stands now." })
}

/** The fields of the form as the story stands. */
export const wordsFields = (form: Section, { words: { about, ...words } }: StoryText): Entries =>
  fieldsOf(form, {
    ...words,
    ...(about && form.asks.about?.shape.options?.[about.id] && { about: about.id }),
  })

export const askingForm = (c: C, { words }: StoryText): Section =>
  consentForm({ band: words.band, today: todayHere(c) })

/** What stands on it as somebody is asked again. */
export const askedFields = (form: Section, { words, consents }: StoryText): Entries =>
  fieldsOf(form, askedBefore(consents.at(-1), words.band))

/** What its person, or whoever decided, said: about the words as they are. */
export const askPerson = async (c: C, given: Given, key: MoveKey): Promise<Moved> => {
  only(c, right)
  return moving(c, { right, key, seen: given.seen }, async (whole) => {
    refuseOver(whole.one, "ask")
    const form = askingForm(c, whole.text)
    const now = c.var.world.now()
    const answers: Answers = answered(form, given.read(form), now)
    askOnce(storyDoubts(form, answers, { now, names: [] }), [...whole.text.stays, ...given.stays])
    const { band } = whole.text.words
    const recording = { band, version: whole.one.version, by: whoHere(c), at: now }
    const first = whole.text.consents.every(({ version }) => version !== whole.one.version)
    return {
      move: first ? "ask about story" : "agree to more",
      ...asked(whole, consentFrom(answers, recording), movingHere(c)),
    }
  })
}

/** To the officer: from now on they may read it. */
export const sendStory = async (c: C, seen: number | undefined, key: MoveKey): Promise<Moved> => {
  only(c, right)
  return moving(c, { right, key, seen }, async (whole) => {
    refuseOver(whole.one, "send")
    return { move: "send story", ...sentToOfficer(whole, todayHere(c), movingHere(c)), told: "sent" }
  })
}
