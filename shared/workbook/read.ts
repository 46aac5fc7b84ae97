import type { Question } from "../form/question.ts"
import type { Row } from "../form/questions/repeated.ts"
import type { Json } from "../values/canonical.ts"
import type { Gathered } from "./gathered.ts"

const mostTries = 100

/** An answer read as a page reads it, by the question itself: what is wrong is said with the cell it stands in. */
export const answerOf = (
  key: string,
  question: Question,
  { entries: given, places }: Gathered,
): { value?: Json; problems: string[] } => {
  const problems: string[] = []
  const entries = { ...given }
  const say = (name: string, says: string) => {
    const [at, place] = nearest(name, places)
    problems.push(place ? `${place}: ${says}` : says)
    return at
  }
  for (let tries = 0; tries < mostTries; tries++) {
    const read = question.read(entries, key)
    if ("blank" in read) return { problems }
    if ("problem" in read) {
      const at = say([key, read.part].filter(Boolean).join("."), read.problem)
      const wrong = Object.keys(entries).filter((one) => one === at || one.startsWith(`${at}.`))
      if (wrong.length === 0 || at === key) return { problems }
      for (const one of wrong) delete entries[one]
      continue
    }
    const { success, data, error } = question.schema.safeParse(read.value)
    if (success) return { value: data as Json, problems }
    for (const { path, message } of error.issues.slice(0, mostTries))
      say(nameAt(key, read.value, path), message)
    return { problems }
  }
  return { problems }
}

/** Where an issue is, by the names of fields: a row by its id, and not by its place. */
const nameAt = (key: string, value: unknown, path: PropertyKey[]) => {
  const [first, ...rest] = path
  const row = typeof first === "number" && Array.isArray(value) ? (value as Row[])[first]?.id : undefined
  return [key, ...(first === undefined ? [] : [row ?? first]), ...rest].map(String).join(".")
}

/** The cell of a field, or of what it is a part of, or of the first of its parts. */
const nearest = (name: string, places: Map<string, string>): [string, string | undefined] => {
  for (let at = name; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
    const place = places.get(at)
    if (place) return [at, place]
  }
  const first = [...places].find(([one]) => one.startsWith(`${name}.`))
  return first ? [name, first[1]] : [name, [...places.values()][0]]
}
