import { type Words, wholeLetter } from "../../shared/domain/letters/whole.ts"
import { askingRules } from "../../shared/domain/selection/asking.ts"
import type { PanelQuestionLetter } from "../../shared/domain/selection/asking-letter.ts"
import type { GivenLetter } from "../../shared/domain/selection/assigning-form.ts"
import { dayMomentWords, dayWords } from "../../shared/values/london.ts"
import type { Settings } from "../../shared/web/world.ts"

/** A question of the selection panel about what was sent: it never says who asked. */
export const panelAsks = (settings: Settings, letter: PanelQuestionLetter, name: string): Words => {
  const { organisation, organisationName, reference, number, title, sectionTitle } = letter
  const here = `${settings.origin}/organisations/${organisation}/submissions/${reference}`
  const by = dayMomentWords(new Date(letter.answerBy))
  return wholeLetter(settings, `A question about ${reference}: answer by ${by}`, [
    `${name},`,
    `The selection panel asks ${organisationName} about ${title}, reference ${reference}, in the section “${sectionTitle}”:`,
    letter.question,
    `Answer by ${by}, in ${askingRules.answer} words or fewer: ${here}/panel-questions/${number}`,
    "One answer is taken, from the site lead or a contributor. What you sent stands as it is.",
  ])
}

/** That somebody was given something to read: it names no organisation, because mail is not sealed. */
export const givenToRead = (
  settings: Settings,
  { round, roundTitle, count, scoresBy, by }: GivenLetter,
  name: string,
): Words => {
  const some = count === 1 ? "1 expression of interest" : `${count} expressions of interest`
  const until = scoresBy ? ` by ${dayWords(scoresBy)}` : ""
  return wholeLetter(settings, `To read${until}: ${some}`, [
    `${name},`,
    `You have been given ${some} to read${until}, in “${roundTitle}”. ${by} gave ${count === 1 ? "it" : "them"} to you.`,
    `Read and score ${count === 1 ? "it" : "them"}: ${settings.origin}/department/rounds/${round}`,
    "Where you have not said yet whether you have a link with one, you are asked that first.",
    "This letter names none of them, because mail is not sealed.",
  ])
}
