import { coreMeasures, notEveryGroup } from "../../../kinds/measures/core.ts"
import {
  acrossSites,
  acrossTime,
  directions,
  levels,
  type Measure,
  points,
  sources,
  units,
} from "../../../kinds/measures/measure.ts"

/** What a measure is, line by line, in the words of its page. */
export const measureRows = (one: Measure): { label: string; words: string }[] => [
  { label: "Question", words: one.question },
  { label: "Definition", words: one.definition },
  { label: "About", words: levels[one.level] },
  { label: "One value is", words: valueWords(one) },
  { label: "Direction", words: directions[one.direction] },
  {
    label: "How it adds up",
    words: `Over sites: ${lower(acrossSites[one.acrossSites])}. Over time: ${lower(acrossTime[one.acrossTime])}.`,
  },
  {
    label: "When",
    words: one.points.map((point, at) => (at === 0 ? points[point] : lower(points[point]))).join(", "),
  },
  ...(one.noBaseline === undefined ? [] : [{ label: "No baseline, because", words: one.noBaseline }]),
  ...(one.bridge ? [{ label: "It takes the place of another measure", words: one.bridge.note }] : []),
  { label: "From", words: `${sources[one.from]}. ${one.source}` },
  ...(one.collectedBy ? [{ label: "Collected by", words: one.collectedBy }] : []),
  ...(one.tool
    ? [{ label: "Tool", words: `${one.tool.name}. ${one.tool.licensed ? "With" : "Without"} a licence.` }]
    : []),
]

const valueWords = ({ unit, counts, outOf, scale }: Measure): string => {
  if (unit === "share") return `So many ${counts} of so many ${outOf}`
  if (unit === "mean")
    return `An average score${scale ? ` from ${scale.least} to ${scale.most}` : ""}, and the number of ${counts}`
  return `${units[unit]}: ${counts}`
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

/** Core measures that are not asked, in a sentence each. */
export const notAskedWords = (notOurGroup: Record<string, string>): string[] =>
  notEveryGroup.flatMap((id) =>
    notOurGroup[id] === undefined ? [] : [`${coreMeasures[id].name}: not our group. ${notOurGroup[id]}`],
  )
