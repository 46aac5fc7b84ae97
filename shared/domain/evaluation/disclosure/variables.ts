import { isSmall } from "./rule.ts"
import type { Claims, Count, ReleaseTruth, Sum } from "./types.ts"

export type Variable = ReleaseTruth["variables"][number]
export type Added = Pick<ReleaseTruth, "variables" | "sums" | "shares" | "means">

/** Everything that any release said, one after the other, and which variable each claim of the newest is. */
export type Told = Added & {
  added: Added
  /** Keys of variables by the ids of counts and of means; nothing of what has no value. */
  counts: Map<string, string>
  meanKeys: Map<string, string>
  /** What is left of a total for somebody who knows some of its parts, by the keys of variables: it stands in no table. */
  others: Others[]
  /** Pairs of keys whose values are known to differ: a value, and what it was corrected to. */
  differ: [string, string][]
}

export type Others = { key: string; total: string; own: string[]; knower: string }

/**
 * A site that takes its own figures from a total has what the others come to. Where that is few it is kept from it like
 * a cell: it may be a total by itself when the site's own are corrected.
 */
const othersIn = (
  sums: Added["sums"],
  all: Map<string, Variable>,
): { others: Others; variable: Variable }[] =>
  sums.flatMap(({ total, over, parts }) => {
    const whole = all.get(total)
    if (whole?.kind !== "small") return []
    const of = parts.flatMap((part) => all.get(part) ?? [])
    const knowers = [...new Set(of.flatMap(({ knownTo }) => knownTo))].sort(byText)
    return knowers.flatMap((knower) => {
      if (whole.knownTo.includes(knower)) return []
      const own = of.filter(({ knownTo }) => knownTo.includes(knower))
      const value = own.reduce((left, one) => left - one.value, whole.value)
      if (!isSmall(value) || of.length - own.length < 2) return []
      const key = `${total} over ${over} without ${knower}`
      return [
        {
          others: { key, total, own: own.map((one) => one.key), knower },
          variable: { key, id: key, value, kind: "small" as const, knownTo: [] },
        },
      ]
    })
  })

export const byText = (one: string, two: string) => (one < two ? -1 : Number(one > two))
const byId = (one: { id: string }, two: { id: string }) => byText(one.id, two.id)

const fault = (words: string) => new Error(`These claims do not hang together: ${words}`)

const checked = ({ id, value, kind }: Count): number | undefined => {
  if (value === undefined) return
  const whole = kind === "free" ? Number.isFinite(value) : Number.isSafeInteger(value)
  if (!whole || (kind === "small" && value < 0)) throw fault(`${id} cannot be ${value}`)
  return value
}

/** As a later release says it: who knows a value can only become more. */
const latest = (variables: readonly Variable[]): Map<string, Variable> =>
  new Map(variables.map((one) => [one.key, one]))

const withKnowers = (was: Variable, count: Count): Variable | undefined => {
  const knownTo = [...new Set([...was.knownTo, ...count.knownTo])].sort(byText)
  return knownTo.length > was.knownTo.length ? { ...was, knownTo } : undefined
}

const corrected = (variables: Iterable<Variable>, isTotal: (key: string) => boolean): [string, string][] =>
  [...Map.groupBy(variables, ({ id }) => id).values()].flatMap((versions) =>
    versions.flatMap((one, at): [string, string][] => {
      const next = versions[at + 1]
      const apart = next && next.value !== one.value && !isTotal(one.key) && !isTotal(next.key)
      return apart ? [[one.key, next.key]] : []
    }),
  )

/** Which variable every claim is: one that was there, or a new one where its value, or what it is the total of, changed. */
export const told = (claims: Claims, earlier: readonly ReleaseTruth[]): Told => {
  const before = {
    sums: earlier.flatMap(({ sums }) => sums),
    shares: earlier.flatMap(({ shares }) => shares),
    means: earlier.flatMap(({ means }) => means),
  }
  const added: Added = { variables: [], sums: [], shares: [], means: [] }
  const all = latest(earlier.flatMap(({ variables }) => variables))
  const versions = Map.groupBy(all.values(), ({ id }) => id)
  const claimed = new Map(claims.counts.map((one) => [one.id, one]))
  if (claimed.size < claims.counts.length) throw fault("two counts have one id")
  const sumsBefore = new Map(before.sums.map(({ total, over, parts }) => [`${total} ${over}`, parts]))
  const sumsOf = Map.groupBy(claims.sums, ({ total }) => total)
  const counts = new Map<string, string>()
  const underway = new Set<string>()

  const add = (variable: Variable) => {
    added.variables.push(variable)
    all.set(variable.key, variable)
  }
  const trueValue = (key: string) => all.get(key)?.value ?? Number.NaN
  const partsOf = (sum: Sum): string[] =>
    [...new Set(sum.parts)].flatMap((part) => keyOf(part) ?? []).sort(byText)
  const isOtherSum = (key: string, { over, parts }: { over: string; parts: string[] }) => {
    const then = sumsBefore.get(`${key} ${over}`)
    return then !== undefined && then.join("\n") !== parts.join("\n")
  }

  const keyOf = (id: string): string | undefined => {
    const found = counts.get(id)
    if (found) return found
    const count = claimed.get(id)
    if (!count) throw fault(`nothing counts ${id}`)
    const value = checked(count)
    if (value === undefined) return
    if (underway.has(id)) throw fault(`${id} is a part of itself`)
    underway.add(id)
    const sums = (sumsOf.get(id) ?? [])
      .map((sum) => ({ over: sum.over, parts: partsOf(sum) }))
      .filter(({ parts }) => parts.length > 0)
    const past = versions.get(id) ?? []
    const was = past.at(-1)
    const isSame = was?.value === value && !sums.some((sum) => isOtherSum(was.key, sum))
    const key = isSame ? was.key : `${id}#${past.length + 1}`
    if (!isSame) add({ key, id, value, kind: count.kind, knownTo: [...new Set(count.knownTo)].sort(byText) })
    const more = isSame && withKnowers(was, count)
    if (more) add(more)
    counts.set(id, key)
    for (const { over, parts } of sums) {
      const come = parts.reduce((sum, part) => sum + trueValue(part), 0)
      if (Math.abs(come - value) > 1e-6)
        throw fault(`${id} is ${value}, its parts over ${over} come to ${come}`)
      if (!sumsBefore.has(`${key} ${over}`)) added.sums.push({ total: key, over, parts })
    }
    return key
  }
  for (const { id } of [...claims.counts].sort(byId)) keyOf(id)

  for (const { numerator, denominator } of [...claims.shares].sort(byId)) {
    const some = all.get(keyOf(numerator) ?? "")
    const many = all.get(keyOf(denominator) ?? "")
    if (!some || !many) continue
    if (some.value > many.value) throw fault(`${numerator} is more than ${denominator}`)
    const key = `${some.key} of ${many.key}`
    const rest = `${key}!rest`
    const kind = some.kind === "small" || many.kind === "small" ? "small" : "free"
    const knownTo = some.knownTo.filter((one) => many.knownTo.includes(one))
    const was = all.get(rest)
    if (was && was.knownTo.length === knownTo.length) continue
    add({ key: rest, id: rest, value: many.value - some.value, kind, knownTo })
    if (!was) added.shares.push({ id: key, numerator: some.key, rest, denominator: many.key })
  }

  const meanKeys = new Map<string, string>()
  const meansBefore = new Set(before.means.map(({ id }) => id))
  for (const { id, units, least, most, ...of } of [...claims.means].sort(byId)) {
    const n = all.get(keyOf(of.n) ?? "")
    const scores = all.get(keyOf(of.scores) ?? "")
    if (!n || !scores) continue
    const key = `${scores.key} over ${n.key}`
    const come = scores.value / units
    if (come < least * n.value || come > most * n.value) throw fault(`${id} is outside its scale`)
    meanKeys.set(id, key)
    if (meansBefore.has(key)) continue
    meansBefore.add(key)
    added.means.push({ id: key, n: n.key, scores: scores.key, units, least, most })
  }

  const sums = [...before.sums, ...added.sums]
  const totals = new Set(sums.map(({ total }) => total))
  const left = othersIn(sums, all)
  const variables = [...all.values(), ...left.map(({ variable }) => variable)].sort((one, two) =>
    byText(one.key, two.key),
  )
  return {
    variables,
    sums,
    shares: [...before.shares, ...added.shares],
    means: [...before.means, ...added.means],
    added,
    counts,
    meanKeys,
    others: left.map(({ others }) => others),
    differ: corrected(all.values(), (key) => totals.has(key)),
  }
}
