import { bare, type Hit, hitsOf } from "./hit.ts"

const nhs =
  /(?<!\d|\d[.,/]|£ ?|\+\d{1,3}[ -]?)(\d{3})([ \n]?[-._]?[ \n]?)(\d{3})([ \n]?[-._]?[ \n]?)(\d{4})(?!\d|[.,/]\d)/g
const insurance =
  /(?<![a-z\d])(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z][ ._-]?(?:\d\d[ ._-]?){3}[a-d](?![a-z\d])/gi
const reach = 40

/**
 * NHS numbers, by their check digit. One that is written 3-3-4 or stands near the letters NHS is blocked; ten
 * digits alone may be anything (one in eleven passes the check), so they ask. None begins with 0 in England:
 * what does is a telephone number.
 */
export const nhsNumbersIn = (text: string): Hit[] =>
  hitsOf(
    text,
    "nhs number",
    nhs,
    (match) => {
      const digits = bare(match[0])
      const plain = grouping(match) === "plain" && standsAlone(text, match)
      const likely = plain || grouping(match) === "3-3-4" || nearNhs(text, match)
      return likely && isNhsNumber(digits) ? digits : undefined
    },
    (match) => (grouping(match) === "3-3-4" || nearNhs(text, match) ? "block" : "ask"),
  )

/** Ten digits whose last is right by modulus 11, which is not one digit ten times. */
export function isNhsNumber(digits: string): boolean {
  if (!/^[1-9]\d{9}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false
  const weighed = Array.from(digits.slice(0, 9)).reduce(
    (sum, digit, at) => sum + Number(digit) * (10 - at),
    0,
  )
  return (11 - (weighed % 11)) % 11 === Number(digits[9])
}

/** National Insurance numbers, with or without spaces, in either case. */
export const insuranceNumbersIn = (text: string): Hit[] =>
  hitsOf(
    text,
    "ni number",
    insurance,
    (match) => bare(match[0]),
    () => "block",
  )

const grouping = ([, , first = "", , second = ""]: RegExpExecArray) => {
  if (first === "" && second === "") return "plain"
  return first === "" || second === "" || `${first}${second}`.includes("\n") ? "odd" : "3-3-4"
}

const standsAlone = (text: string, { index, 0: match }: RegExpExecArray) =>
  !/\p{L}/u.test(`${text[index - 1] ?? ""}${text[index + match.length] ?? ""}`)

const nearNhs = (text: string, { index, 0: match }: RegExpExecArray) =>
  /nhs/i.test(text.slice(Math.max(0, index - reach), index + match.length + reach))
