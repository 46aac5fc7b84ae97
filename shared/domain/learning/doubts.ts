import type { Answers, Problem } from "../../form/question.ts"
import type { Section } from "../../form/section.ts"
import { shortHash } from "../../values/hash.ts"
import { londonDate } from "../../values/london.ts"
import { findPersonalData } from "../../values/personal-data.ts"
import { Refused } from "../refused.ts"

/** Something in a free text that may let somebody or a site be recognised: asked once, by its mark. */
export type Doubt = { question: string; mark: string; says: string }

type Looking = {
  /** The questions whose answers others will read; all of them, where none is named. */
  read?: readonly string[]
  /** What sites are called: others never read which one something comes from. */
  sites?: readonly string[]
  now: Date
}

/** What is doubtful in the words that others will read. What is certain is refused before (`answered`). */
export const doubtsIn = ({ asks }: Section, answers: Answers, looking: Looking): Doubt[] => {
  const { read = Object.keys(asks), sites = [], now } = looking
  return read
    .flatMap((question) =>
      answers[question] === undefined
        ? []
        : (asks[question]?.texts(answers[question]) ?? []).flatMap((text) =>
            [...personalIn(text, now), ...sitesIn(text, sites)].map((one) => ({ question, ...one })),
          ),
    )
    .filter(({ mark }, at, all) => all.findIndex((one) => one.mark === mark) === at)
}

const personalIn = (text: string, now: Date) =>
  findPersonalData(text, { workMailDomains: [], today: londonDate(now) })
    .filter(({ severity }) => severity === "ask")
    .map(({ mark, says }) => ({ mark, says }))

const sitesIn = (text: string, sites: readonly string[]) =>
  [...new Set(sites.map(shortNameOf))]
    .filter((name) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, "u").test(text))
    .map((name) => ({
      mark: shortHash(`site:${name}`),
      says: `“${name}” is the name of a site. Others do not read where this comes from. Is it needed?`,
    }))

/** "Halton" of "Halton Borough Council": what people write. */
const shortNameOf = (name: string) =>
  name
    .replace(/\s*\((?:invented|demonstration)\)$/u, "")
    .replace(/\s+(?:(?:Metropolitan |London )?Borough |City |County )?Council$/u, "")

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** Refused until each was answered with "it stays": one that was answered before is not asked again. */
export const askOnce = (doubts: readonly Doubt[], cleared: readonly string[]) => {
  const open = doubts.filter(({ mark }) => !cleared.includes(mark))
  if (open.length === 0) return
  const problems: Problem[] = open.map(({ question, says }) => ({ question, says }))
  throw new Refused("not valid", { problems, asks: open })
}
