import { dateWords, londonDate, type PlainDate } from "../../../values/london.ts"
import { addWorkingDays } from "../../../values/working-days.ts"
import { Refused } from "../../refused.ts"
import type { Who } from "../stories/story.ts"
import type { HeldStory, Report, ReportWords } from "./report.ts"

type Moving = { by: Who; at: Date }
const stamp = ({ by, at }: Moving) => ({ by, at: at.toISOString() })

/** So many working days sites and the Department have to check facts. */
export const factDays = 10

export const newReport = (
  phase: string,
  all: readonly Pick<Report, "id">[],
  words: ReportWords,
  stories: HeldStory[],
  moving: Moving,
): Report => ({
  ...words,
  id: `${phase.toLowerCase()}-${all.length + 1}`,
  phase,
  state: "draft",
  stories,
  written: stamp(moving),
  changed: stamp(moving),
  revision: 0,
})

/** Other words; of one that was published none: what everybody has read stands. */
export const rewritten = (one: Report, words: ReportWords, stories: HeldStory[], moving: Moving): Report => {
  notPublished(one)
  const { release: _, ...rest } = one
  const gone = one.stories.filter(({ withdrawn }) => withdrawn !== undefined)
  return { ...rest, ...words, stories: [...stories, ...gone], changed: stamp(moving) }
}

export const withEasyRead = (one: Report, text: string, moving: Moving): Report => {
  notPublished(one)
  const same = one.easyRead?.text === text
  return {
    ...one,
    easyRead: { text, ...(same && one.easyRead?.checked && { checked: one.easyRead.checked }) },
    changed: stamp(moving),
  }
}

export const groupChecked = (
  one: Report,
  checked: { group: string; who: string; on: PlainDate },
  moving: Moving,
): Report => {
  notPublished(one)
  if (!one.easyRead) throw new Refused("not possible now", { says: "There is no easy-read version yet." })
  return { ...one, easyRead: { ...one.easyRead, checked }, changed: stamp(moving) }
}

export const issued = (one: Report, moving: Moving): Report => {
  if (one.state !== "draft")
    throw new Refused("not possible now", { says: "It was issued before. It stands." })
  const factsBy = addWorkingDays(londonDate(moving.at), factDays)
  return { ...one, state: "issued", issued: { ...stamp(moving), factsBy } }
}

/** What stands between a report and everybody: nothing, once facts were checked and a group has read its easy read. */
export const hinders = (one: Report, today: PlainDate): string | undefined => {
  if (one.state === "draft" || !one.issued) return "It was not issued yet."
  if (one.state === "published") return "It was published before. It stands."
  if (today <= one.issued.factsBy)
    return `Sites and the Department check its facts until ${dateWords(one.issued.factsBy)}.`
  if (!one.easyRead) return "Its easy-read version is not written yet."
  if (!one.easyRead.checked) return "No self-advocacy group has read its easy-read version yet."
  return undefined
}

export const published = (one: Report, moving: Moving): Report => {
  const says = hinders(one, londonDate(moving.at))
  if (says) throw new Refused("not possible now", { says })
  return { ...one, state: "published", published: stamp(moving) }
}

const notPublished = ({ state }: Report) => {
  if (state === "published")
    throw new Refused("not possible now", {
      says: "It was published, and stands as everybody has read it. Write another report that says what changed.",
    })
}
