import { reportForm } from "../../../shared/domain/evaluation/reports/forms.ts"
import {
  type HeldStory,
  type Report,
  type ReportWords,
  reportWords,
} from "../../../shared/domain/evaluation/reports/report.ts"
import type { Answers, Entries } from "../../../shared/form/question.ts"
import type { Section } from "../../../shared/form/section.ts"
import type { Json } from "../../../shared/values/canonical.ts"
import { dateWords, londonDate } from "../../../shared/values/london.ts"
import { fieldsOf } from "../../../shared/web/form/typed.ts"
import { type C, only, phaseHere } from "../here.ts"
import { storyKey, tellable } from "./desk.ts"
import { releasesHere } from "./releases.ts"

export const addTitle = "Write a report"
export const changeTitle = "Change this report"

/** The option of a release holds its moment, so that what is kept names both. */
const releaseKey = ({ number, at }: { number: number; at: string }) => `${number}~${at}`

/** The form, with the releases and stories that a report may name now. */
export const writingForm = async (c: C, title: string): Promise<Section> => {
  only(c, "write report")
  phaseHere(c)
  const [releases, stories] = await Promise.all([releasesHere(c), tellable(c)])
  return reportForm(title, {
    releases: Object.fromEntries(
      releases.map((one) => [
        releaseKey(one),
        `Release ${one.number}, ${dateWords(londonDate(new Date(one.at)))}${one.title ? `: ${one.title}` : ""}`,
      ]),
    ),
    stories: Object.fromEntries(
      stories.map((one) => [storyKey(one), `${one.pseudonym}’s story, ${one.name}`]),
    ),
  })
}

/** From the answers of the form: what is kept of a report, and the stories that it tells. */
export const fromAnswers = (c: C, answers: Answers): { words: ReportWords; stories: HeldStory[] } => {
  const { release, stories = [], ...rest } = answers
  const [number, at] = String(release ?? "").split("~")
  const phase = phaseHere(c).id
  return {
    words: reportWords.parse({
      did: [],
      ...rest,
      ...(number && at && { release: { number: Number(number), at } }),
    }),
    stories: (stories as string[]).map((key) => {
      const [organisation = "", story = ""] = key.split("~")
      return { organisation, phase, story }
    }),
  }
}

/** The fields of the form as a report stands; a story that may not be told now is not among them. */
export const reportFields = (form: Section, one: Report): Entries => {
  const { title, summary, found, limits, costs, did, release, stories } = one
  const options = (key: string) => form.asks[key]?.shape.options ?? {}
  const told = stories
    .map(({ organisation, story }) => storyKey({ organisation, id: story }))
    .filter((key) => Object.hasOwn(options("stories"), key))
  const named = release && releaseKey(release)
  return fieldsOf(form, {
    title,
    summary,
    found: found as Json,
    limits,
    costs,
    ...(did.length > 0 && { did: did as Json }),
    ...(named && Object.hasOwn(options("release"), named) && { release: named }),
    ...(told.length > 0 && { stories: told }),
  })
}
