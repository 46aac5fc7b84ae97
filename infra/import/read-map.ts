import type * as z from "zod"
import { unusable } from "./unusable.ts"

/** A map as it was written: refused with every place that cannot be used, and why. */
export const readMap = <Map>(text: string, schema: z.ZodType<Map>): Map => {
  const parsed = schema.safeParse(json(text), { reportInput: true })
  if (parsed.success) return parsed.data
  throw unusable("The map cannot be used.", ...parsed.error.issues.flatMap(issueLines))
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""))
  } catch (error) {
    throw unusable(`The map is no JSON: ${error instanceof Error ? error.message : "it cannot be read"}.`)
  }
}

type Issue = z.core.$ZodIssue
type Path = Issue["path"]

const issueLines = (issue: Issue, _at?: number, _all?: unknown, before: Path = []): string[] => {
  const path = [...before, ...issue.path]
  const line = (says: string) => [`${placeOf(path)} ${says}`]
  if (issue.input === undefined && issue.code !== "unrecognized_keys") return line("is missing.")
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => `${placeOf([...path, key])} is no setting of the map.`)
    case "invalid_type":
      return line(`must be ${types[issue.expected] ?? issue.expected}.`)
    case "invalid_value":
      return line(`must be one of: ${issue.values.map(String).join(", ")}.`)
    case "too_small":
      return line(
        issue.origin === "number" || issue.origin === "int" ? "is too small." : "must not be empty.",
      )
    case "too_big":
      return line(`is too large: ${issue.maximum} at the most.`)
    case "invalid_union":
      return nearest(issue.errors).flatMap((one) => issueLines(one, 0, [], path))
    case "invalid_key":
    case "invalid_element":
      return line("has a name that cannot be used.")
    default:
      return line(issue.code === "invalid_format" ? "must be an email address." : "cannot be used.")
  }
}

const types: Record<string, string> = {
  string: "text",
  object: "a list of settings in { }",
  record: "a list of settings in { }",
  array: "a list in [ ]",
  number: "a number",
  int: "a whole number",
}

/** Of the ways that something may be written, the one that was nearly met: not another type of thing, and fewest wrong. */
const nearest = (ways: Issue[][]): Issue[] => {
  const weight = (way: Issue[]) =>
    way.length + way.filter(({ code, path }) => code === "invalid_type" && path.length === 0).length * 10
  return ways.toSorted((a, b) => weight(a) - weight(b))[0] ?? []
}

/** "actions", the 2nd, "owner" */
const placeOf = (path: Path): string =>
  path.length === 0
    ? "The map"
    : path.map((part) => (typeof part === "number" ? ordinal(part + 1) : `“${String(part)}”`)).join(", ")

const ordinal = (number: number) => {
  const ending =
    number % 100 > 10 && number % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th")
  return `the ${number}${ending}`
}
