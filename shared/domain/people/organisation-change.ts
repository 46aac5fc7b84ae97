import type { Problem } from "../../form/question.ts"
import { addDays, dateWords, type PlainDate } from "../../values/london.ts"
import { Refused } from "../refused.ts"
import { isShared, type Organisation, organisation as schema } from "./organisation.ts"

const wrong = (question: string, says: string, part?: string): Refused => {
  const problem: Problem = { question, part, says }
  return new Refused("not valid", { problems: [problem] })
}

/** A new name since a day: the ones before stay with their own days. */
export const renamed = (
  one: Organisation,
  given: { name: string; shortName: string; from: PlainDate },
  today: PlainDate,
): Organisation => {
  const names = one.names ?? [{ name: one.name, shortName: one.shortName, from: one.from }]
  const last = names.at(-1)
  if (given.from > today)
    throw wrong("from", "The day of the new name must be today or earlier: come back on that day")
  if (last?.from && given.from <= last.from)
    throw wrong(
      "from",
      `The day of the new name must be after ${dateWords(last.from)}, when its present name began`,
    )
  if (given.name === one.name && given.shortName === one.shortName)
    throw wrong("name", `It is called ${one.name} already`)
  return { ...one, name: given.name, shortName: given.shortName, names: [...names, given] }
}

/** A new GSS code from a day: the one before ends the day before, and no other organisation ever had it. */
export const recoded = (
  one: Organisation,
  given: { code: string; from: PlainDate },
  all: Organisation[],
): Organisation => {
  const { code, from } = given
  const holder = all.find(({ gss }) => gss.some((each) => each.code === code))
  if (holder) throw wrong("code", `${code} is a code of ${holder.name}`)
  const last = one.gss.at(-1)
  const after = last?.from ?? one.from
  if (after && from <= after)
    throw wrong(
      "from",
      `The first day of the code must be after ${dateWords(after)}, when the one before began`,
    )
  if (last?.to && from <= last.to)
    throw wrong(
      "from",
      `The first day of the code must be after ${dateWords(last.to)}, when the one before ended`,
    )
  const before = last?.to
    ? one.gss
    : one.gss.map((each) => (each === last ? { ...each, to: addDays(from, -1) } : each))
  return { ...one, gss: [...before, { code, from }] }
}

/** Another mail domain of its own: none that many share, and none of another organisation. */
export const withDomain = (one: Organisation, domain: string, all: Organisation[]): Organisation => {
  freeDomain(domain, all)
  return { ...one, domains: [...one.domains, domain] }
}

const freeDomain = (domain: string, all: Organisation[]) => {
  if (isShared(domain))
    throw wrong(
      "domain",
      `${domain} is shared by many organisations: an address there says nothing about where somebody works`,
    )
  const holder = all.find(({ domains }) => domains.includes(domain))
  if (holder) throw wrong("domain", `${domain} is the mail domain of ${holder.name}`)
}

export const withoutDomain = (one: Organisation, domain: string): Organisation => {
  if (!one.domains.includes(domain)) throw wrong("domain", `${domain} is not a mail domain of ${one.name}`)
  return { ...one, domains: one.domains.filter((each) => each !== domain) }
}

/** A row of a form: its id is where a problem with it is shown. */
type Successor = { id: string; organisation: string }

/** An end, with who comes after: others that we know, and none that leads back to it. */
export const ended = (
  one: Organisation,
  given: { to: PlainDate; successors: Successor[] },
  all: Organisation[],
): Organisation => {
  const { to, successors } = given
  if (one.from && to < one.from)
    throw wrong("to", `Its last day must be no earlier than its first, ${dateWords(one.from)}`)
  const last = one.gss.at(-1)
  if (last?.from && to < last.from)
    throw wrong("to", `Its last day must be no earlier than ${dateWords(last.from)}, when its GSS code began`)
  const named = (id: string) => all.find((each) => each.id === id)
  const ids = successors.map((each) => each.organisation)
  for (const [at, { id: row, organisation: id }] of successors.entries()) {
    const part = `${row}.organisation`
    const found = named(id)
    if (!found) throw wrong("successors", "We know no organisation of this name", part)
    if (id === one.id) throw wrong("successors", `${one.name} cannot come after itself`, part)
    if (ids.indexOf(id) !== at) throw wrong("successors", `${found.name} is named twice`, part)
    if (leadsTo(id, one.id, all))
      throw wrong(
        "successors",
        `${found.name} cannot come after ${one.name}: it comes before it already`,
        part,
      )
  }
  const gss = one.gss.map((each) => (each === last && !each.to ? { ...each, to } : each))
  return { ...one, to, gss, successors: ids.length > 0 ? ids : undefined }
}

const leadsTo = (from: string, to: string, all: Organisation[], seen: string[] = []): boolean => {
  if (seen.includes(from)) return false
  const after = all.find(({ id }) => id === from)?.successors ?? []
  return after.some((next) => next === to || leadsTo(next, to, all, [...seen, from]))
}

export type Founding = {
  name: string
  shortName: string
  kind: Organisation["kind"]
  code: string
  region?: string
  gss?: string
  domain?: string
  from?: PlainDate
}

/** An organisation that was not there: under an id from its short name, and a code that no other has. */
export const founded = ({ gss, domain, ...given }: Founding, all: Organisation[]): Organisation => {
  const id = idFrom(given.shortName)
  const same = all.find(
    (one) => one.id === id || one.shortName.toLowerCase() === given.shortName.toLowerCase(),
  )
  if (same || id === "new" || !schema.shape.id.safeParse(id).success || id === "")
    throw wrong(
      "shortName",
      same ? `${same.name} has this short name, or one too like it` : "Enter another short name",
    )
  const coded = all.find(({ code }) => code === given.code)
  if (coded) throw wrong("code", `${given.code} is the code of ${coded.name}`)
  const holder = gss && all.find((one) => one.gss.some(({ code }) => code === gss))
  if (holder) throw wrong("gss", `${gss} is a code of ${holder.name}`)
  if (domain) freeDomain(domain, all)
  return {
    id,
    ...given,
    gss: gss ? [{ code: gss, from: given.from }] : [],
    domains: domain ? [domain] : [],
  }
}

const idFrom = (shortName: string) =>
  shortName
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^a-z0-9 -]/g, "")
    .split(/[ -]+/)
    .filter((word) => word !== "")
    .join("-")
    .slice(0, 60)
    .replace(/-+$/, "")
