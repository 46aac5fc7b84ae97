import * as z from "zod"
import type { Actor } from "../people/actor.ts"
import { mayInSelection } from "../people/selection-policy.ts"
import type { Panel, Reading, Who } from "./reading.ts"
import { type Coached, standingTo } from "./standing.ts"

/** One expression of interest for one reader. */
export type Pair = { reference: string; person: string }

/** Why it can be given to nobody now, for whoever gives it out. */
export const whyNobody = (
  one: Pick<Reading, "apply" | "decided">,
  panel: Pick<Panel, "told"> | undefined,
): string | undefined => {
  if (panel?.told || one.decided) return "It can be given to nobody any longer"
  if (!one.apply) return "Say first whether they can apply"
  if (one.apply.answer === "no") return "They cannot apply, so nobody reads it"
  return undefined
}

/**
 * Why somebody cannot become its reader, and never what link they have. `sent` is whether they sent a sheet of it once:
 * whoever could see the scores of others is no fresh reader.
 */
export const whyNotReader = (
  actor: Actor,
  one: Pick<Reading, "organisation" | "said" | "scorers" | "compared">,
  { coached, sent }: { coached: Coached; sent: boolean },
): string | undefined => {
  if (standingTo(actor, one, coached) === "linked") return `${actor.name} cannot read it`
  const couldSee = mayInSelection(actor, "moderate") || mayInSelection(actor, "decide")
  if ((one.compared || one.scorers.length > 0) && couldSee && !sent)
    return `${actor.name} could already see scores of it, so cannot score it`
  return undefined
}

type Given = Reading["readers"][number]

/** A reading with more readers; whoever is one already stays as they are. */
export const withReaders = (one: Reading, given: Given[]): Reading => ({
  ...one,
  readers: [
    ...one.readers,
    ...given.filter(({ person }) => !one.readers.some((each) => each.person === person)),
  ],
})

export const withoutReader = (one: Reading, person: string): Reading => ({
  ...one,
  readers: one.readers.filter((each) => each.person !== person),
})

export type ToShare = {
  /** Those that need readers, with who reads each already. */
  expressions: { reference: string; readers: string[] }[]
  /** Those to share among, with how many each has now. */
  readers: { person: string; has: number }[]
  /** How many readers each is to have. */
  each: number
  mayRead: (reference: string, person: string) => boolean
}

export type Shared = { pairs: Pair[]; short: { reference: string; missing: number }[] }

/**
 * Gives each as many readers as it is to have, where so many may read it, and each reader as many as the others as near
 * as links allow. The same asked again is the same answer.
 */
export const sharedOut = ({ expressions, readers, each, mayRead }: ToShare): Shared => {
  const loads = new Map(readers.map(({ person, has }) => [person, has]))
  const together = new Map<string, number>()
  const order = readers.map(({ person }) => person)
  const free = ({ reference, readers: have }: ToShare["expressions"][number]) =>
    order.filter((person) => !have.includes(person) && mayRead(reference, person))
  const rows = expressions
    .map((one) => ({ ...one, free: free(one), given: [] as string[] }))
    .sort((a, b) => a.free.length - b.free.length || (a.reference < b.reference ? -1 : 1))
  for (const row of rows) {
    while (row.readers.length + row.given.length < each) {
      const [next] = row.free
        .filter((person) => !row.given.includes(person))
        .map((person) => ({
          person,
          load: loads.get(person) ?? 0,
          met: row.given.reduce((sum, other) => sum + (together.get(pairOf(person, other)) ?? 0), 0),
        }))
        .sort((a, b) => a.load - b.load || a.met - b.met || order.indexOf(a.person) - order.indexOf(b.person))
      if (!next) break
      for (const other of row.given) add(together, pairOf(next.person, other))
      row.given.push(next.person)
      add(loads, next.person)
    }
  }
  let moving = true
  while (moving) moving = evened(rows, loads, order)
  return {
    pairs: expressions.flatMap(({ reference }) =>
      (rows.find((row) => row.reference === reference)?.given ?? []).map((person) => ({ reference, person })),
    ),
    short: rows
      .map(({ reference, readers, given }) => ({
        reference,
        missing: each - readers.length - given.length,
      }))
      .filter(({ missing }) => missing > 0),
  }
}

type Row = { free: string[]; given: string[] }

/** Moves one along a chain of readers, from somebody who has two more than somebody else; says whether it could. */
const evened = (rows: Row[], loads: Map<string, number>, order: string[]): boolean => {
  const load = (person: string) => loads.get(person) ?? 0
  for (const from of order.toSorted((a, b) => load(b) - load(a))) {
    const via = new Map<string, { row: Row; before: string }>()
    const queue = [from]
    for (const person of queue) {
      if (load(person) <= load(from) - 2) {
        for (let at = person; at !== from; ) {
          const step = via.get(at)
          if (!step) break
          step.row.given[step.row.given.indexOf(step.before)] = at
          at = step.before
        }
        add(loads, from, -1)
        add(loads, person)
        return true
      }
      for (const row of rows.filter(({ given }) => given.includes(person)))
        for (const next of row.free)
          if (next !== from && !via.has(next) && !row.given.includes(next)) {
            via.set(next, { row, before: person })
            queue.push(next)
          }
    }
  }
  return false
}

const pairOf = (a: string, b: string) => [a, b].sort().join(" ")
const add = (counts: Map<string, number>, name: string, by = 1) =>
  counts.set(name, (counts.get(name) ?? 0) + by)

const who = z.object({ person: z.string(), name: z.string() })

/** One act of giving out: each row is applied by itself, and the whole again changes nothing. */
export const assignJob = z.object({
  id: z.string(),
  by: who,
  at: z.iso.datetime(),
  rows: z.array(z.object({ reference: z.string(), readers: z.array(who) })),
  done: z.boolean(),
  revision: z.int(),
})
export type AssignJob = z.infer<typeof assignJob>

/** How many of an act each person really has: for the letter that tells them. */
export const countsIn = (
  { rows }: Pick<AssignJob, "rows">,
  readings: Pick<Reading, "reference" | "readers">[],
): (Who & { count: number })[] => {
  const given = rows.flatMap(({ reference, readers }) => {
    const has = readings.find((one) => one.reference === reference)?.readers ?? []
    return readers.filter(({ person }) => has.some((each) => each.person === person))
  })
  const people = given.filter(({ person }, at) => given.findIndex((each) => each.person === person) === at)
  return people.map((one) => ({ ...one, count: given.filter(({ person }) => person === one.person).length }))
}
