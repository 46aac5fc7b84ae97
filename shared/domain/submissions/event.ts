import * as z from "zod"
import { canonical, type Json } from "../../values/canonical.ts"
import { sha256 } from "../../values/hash.ts"

/**
 * One line of a record's history. Each holds the hash of the one before. What somebody wrote (a note) is
 * an item of its own: the chain holds only its salted hash, so that the words can go and the chain stand.
 */
export const event = z.object({
  record: z.string(),
  number: z.int(),
  previous: z.string(),
  at: z.iso.datetime(),
  move: z.string(),
  by: z.object({ person: z.string(), name: z.string(), role: z.string(), grant: z.string() }),
  revision: z.int(),
  version: z.int(),
  /** What of a record with many parts it is about. */
  about: z.object({ kind: z.string(), id: z.string(), title: z.string() }).optional(),
  /** Which answers changed, by section: their names, never their words. */
  changed: z.record(z.string(), z.array(z.string())).optional(),
  contents: z.string().optional(),
  hash: z.string(),
})
export type Event = z.infer<typeof event>

export const contents = z.object({ record: z.string(), number: z.int(), salt: z.string(), note: z.string() })
export type Contents = z.infer<typeof contents>

export type Draft = Omit<Event, "hash" | "contents">

/** The next event of a chain, and what was written with it. */
export const link = (
  draft: Draft,
  note: string | undefined,
  salt: string,
): { event: Event; contents?: Contents } => {
  const written = note === undefined ? undefined : { record: draft.record, number: draft.number, salt, note }
  const rest = { ...draft, ...(written && { contents: contentsHash(written) }) }
  return { event: { ...rest, hash: hashOf(rest) }, contents: written }
}

const hashOf = (rest: Omit<Event, "hash">) => sha256(canonical(rest as unknown as Json))

const contentsHash = ({ salt, note }: Contents) => sha256(canonical({ salt, note }))

export const beginning = ""

/** Where a chain breaks: the number of the first event that is not what was written, or nothing. */
export const brokenAt = (
  events: Event[],
  last: { number: number; hash: string },
  written: Contents[] = [],
): number | undefined => {
  let previous = beginning
  for (const [index, one] of events.entries()) {
    const { hash, ...rest } = one
    const note = written.find(({ number }) => number === one.number)
    if (one.number !== index + 1 || one.previous !== previous || hashOf(rest) !== hash) return index + 1
    if (note && contentsHash(note) !== one.contents) return index + 1
    previous = hash
  }
  if (events.length !== last.number || previous !== last.hash) return events.length + 1
  return undefined
}
