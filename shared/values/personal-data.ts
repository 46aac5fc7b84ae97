import { birthDatesIn } from "./birth-date.ts"
import { caseNumbersIn } from "./case-number.ts"
import { emailsIn, phonesIn, postcodesIn } from "./contact-details.ts"
import { folded } from "./folded.ts"
import { shortHash } from "./hash.ts"
import { insuranceNumbersIn, nhsNumbersIn } from "./health-and-insurance-numbers.ts"
import { bare, type Hit, hitsOf, type PersonalData } from "./hit.ts"
import type { PlainDate } from "./london.ts"
import { referencesIn } from "./reference.ts"

/**
 * What was seen, never the text itself. `word` counts from 1. `mark` is the same wherever the same thing stands,
 * so that an answer given once can be found again; who can guess the thing can check the guess against it.
 */
export type Finding = {
  kind: PersonalData
  severity: "block" | "ask"
  word: number
  says: string
  mark: string
}

type Context = { workMailDomains: string[]; today: PlainDate; casePattern?: string }

const words = {
  "nhs number": "an NHS number",
  "ni number": "a National Insurance number",
  postcode: "a postcode",
  email: "an email address",
  phone: "a telephone number",
  "birth date": "a date of birth",
  "titled name": "the name of a person",
  "case number": "a case number",
} satisfies Record<PersonalData, string>

const endings = {
  block: "Take it out; we cannot accept it.",
  ask: "Is this about a person you support?",
} satisfies Record<Finding["severity"], string>

/** The personal-data check over one free text or file name, in the order of the text. No pattern finds every name. */
export function findPersonalData(text: string, context: Context): Finding[] {
  const matched = folded(text)
  let word = 1
  let reached = 0
  return hitsIn(matched, context).map(({ kind, severity, start, same }) => {
    for (; reached < start; reached += 1) if (/[ \n]/.test(matched[reached] ?? "")) word += 1
    const says = `Word ${word} looks like ${words[kind]}. ${endings[severity]}`
    return { kind, severity, word, says, mark: shortHash(`${kind}:${same}`) }
  })
}

/**
 * A text with `instead` in place of everything that the check sees in it: folded where there is something, and as it is
 * where there is nothing.
 */
export function withoutPersonalData(text: string, context: Context, instead: string): string {
  const matched = folded(text)
  let reached = 0
  let masked = ""
  for (const { start, end } of hitsIn(matched, context)) {
    if (start >= reached) masked += `${matched.slice(reached, start)}${instead}`
    reached = Math.max(reached, end)
  }
  return reached === 0 ? text : masked + matched.slice(reached)
}

const hitsIn = (matched: string, context: Context): Hit[] => {
  const claimed = new Uint8Array(matched.length)
  for (const { index, 0: own } of referencesIn(matched)) claimed.fill(1, index, index + own.length)
  return everything(matched, context)
    .filter(({ start, end }) => {
      if (!claimed.subarray(start, end).includes(0)) return false
      claimed.fill(1, start, end)
      return true
    })
    .sort((one, other) => one.start - other.start)
}

/** Earlier kinds first: a hit that lies wholly inside earlier ones is another reading of the same characters. */
const everything = (text: string, { workMailDomains, today, casePattern }: Context): Hit[] => [
  ...phonesIn(text),
  ...insuranceNumbersIn(text),
  ...nhsNumbersIn(text),
  ...emailsIn(text, workMailDomains),
  ...(casePattern ? caseNumbersIn(text, casePattern) : []),
  ...birthDatesIn(text, today),
  ...postcodesIn(text),
  ...titledNamesIn(text),
]

const capitalised = "\\p{Lu}[\\p{L}'-]{0,40}(?![\\p{L}\\p{N}])"
const titled = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:Mr|Mrs|Ms|Miss|Mx)\\.?[ _\\n]{1,2}${capitalised}(?:[ _](?!M(?:r|rs|s|iss|x)[ ._\\n])${capitalised})?`,
  "gu",
)

const titledNamesIn = (text: string) => hitsOf(text, "titled name", titled, ([match]) => bare(match))
