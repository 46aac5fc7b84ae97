import type { Answers } from "../../../form/question.ts"
import type { Section } from "../../../form/section.ts"
import { folded } from "../../../values/folded.ts"
import { shortHash } from "../../../values/hash.ts"
import { type Doubt, doubtsIn } from "../../learning/doubts.ts"

const months = "January|February|March|April|May|June|July|August|September|October|November|December"
const ordinal = "\\d{1,2}(?:st|nd|rd|th)?"

const kinds: { pattern: RegExp; says: (found: string) => string }[] = [
  {
    pattern: new RegExp(
      `\\b(?:${ordinal}(?: of)? (?:${months})|(?:${months}) ${ordinal}|\\d{1,2}/\\d{1,2}/\\d{2,4})\\b`,
      "gu",
    ),
    says: (found) => `“${found}” is a date. A story has none. Is it needed?`,
  },
  {
    pattern: /\b(?:aged? (?:of )?\d{1,3}|\d{1,3}[- ]years?[- ]old)\b/giu,
    says: (found) => `“${found}” is an exact age. A story says how old somebody is by a band. Is it needed?`,
  },
  {
    pattern:
      /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}’'-]+ ){1,3}(?:Street|Road|Lane|Avenue|Close|Drive|Court|House|School|College|Academy|Hospital|Surgery|Ward|Unit|Centre|Estate|Village|Park)(?![\p{L}\p{N}])/gu,
    says: (found) => `“${found}” is a place smaller than the council’s area. Can somebody be found by it?`,
  },
]

const placesIn = (text: string) =>
  kinds.flatMap(({ pattern, says }) =>
    [...text.matchAll(pattern)].map(([found]) => ({ mark: shortHash(`story:${found}`), says: says(found) })),
  )

/** Each is asked about once: the chosen name is one of the site's people, or a text may tell who somebody is. */
export const storyDoubts = (
  form: Section,
  answers: Answers,
  { now, names }: { now: Date; names: readonly string[] },
): Doubt[] => {
  const texts = Object.keys(form.asks).flatMap((question) =>
    answers[question] === undefined
      ? []
      : (form.asks[question]?.texts(answers[question]) ?? []).flatMap((text) =>
          placesIn(text).map((one) => ({ question, ...one })),
        ),
  )
  const chosen = answers.pseudonym
  return [
    ...(typeof chosen === "string" ? namedAs(chosen, names) : []),
    ...doubtsIn(form, answers, { now }),
    ...texts,
  ].filter(({ mark }, at, all) => all.findIndex((one) => one.mark === mark) === at)
}

const namedAs = (chosen: string, names: readonly string[]): Doubt[] => {
  const same = (name: string) => plain(name) === plain(chosen)
  const found = names.some((name) => [name, ...name.split(/\s+/)].some(same))
  if (!found) return []
  return [
    {
      question: "pseudonym",
      mark: shortHash(`story:named:${plain(chosen)}`),
      says: `Somebody of this site is called ${chosen}. Is it the name that the person chose for their story?`,
    },
  ]
}

const plain = (name: string) => folded(name).trim().toLowerCase()
