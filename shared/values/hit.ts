/** What the personal-data check looks for. */
export type PersonalData =
  | "nhs number"
  | "ni number"
  | "postcode"
  | "email"
  | "phone"
  | "birth date"
  | "titled name"
  | "case number"

/** Where something was seen in a folded text. `same` is equal for two ways of writing the same thing. */
export type Hit = { kind: PersonalData; severity: "block" | "ask"; start: number; end: number; same: string }

/** What a pattern finds: a hit for each match from which `sameOf` can say what it is. It asks, unless told to block. */
export const hitsOf = (
  text: string,
  kind: PersonalData,
  pattern: RegExp,
  sameOf: (match: RegExpExecArray) => string | undefined,
  severityOf: (match: RegExpExecArray) => Hit["severity"] = () => "ask",
): Hit[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const same = sameOf(match)
    if (same === undefined) return []
    const end = match.index + match[0].length
    return [{ kind, severity: severityOf(match), start: match.index, end, same }]
  })

/** Letters and digits alone, in lower case. */
export const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase()
