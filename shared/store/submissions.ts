import type { Actor } from "../domain/people/actor.ts"
import { may } from "../domain/people/policy.ts"
import { Refused } from "../domain/refused.ts"
import type { AtOnce } from "../domain/submissions/at-once.ts"
import type { Change } from "../domain/submissions/change.ts"
import { contents as contentsSchema, type Event, event as eventSchema } from "../domain/submissions/event.ts"
import {
  type Head,
  head as headSchema,
  type SectionItem,
  type SentVersion,
  type Shelved,
  sectionItem,
  shelved,
  type Whole,
} from "../domain/submissions/submission.ts"
import { kindIds, kindOf } from "../kinds/index.ts"
import type { Json } from "../values/canonical.ts"
import { letterIn } from "../values/reference.ts"
import type { Action, Item, Key } from "./action.ts"
import { type KeptLetter, keptLetters } from "./kept-letters.ts"
import { keys, newest } from "./keys.ts"
import { type Done, done, type MoveKey } from "./moves.ts"
import { unpacked } from "./packed.ts"
import { storing, storingAtOnce } from "./storing.ts"
import type { Table } from "./table.ts"

export type Saved = "saved" | "changed meanwhile" | { done: Done }

/** A page of a list. One record that cannot be read never makes it fail: it is named, to be shown and reported. */
export type Listed = { items: Shelved[]; unreadable: string[]; next?: string }

const pageSize = 10

/**
 * One organisation's submissions, as one person may see them. Both are bound here, once, so that nobody
 * can name a submission without them: what is another organisation's is simply not found.
 */
export const submissionsOf = (organisation: string, actor: Actor, table: Table) => {
  const readable = (one: Pick<Head, "kind">) => may(actor, "read", { kind: one.kind, organisation })

  /**
   * What a reference is of stands in it: whoever may not read that finds nothing under it. A return has a history of its
   * own too, under its round.
   */
  const mayReadUnder = (record: string) => {
    const letter = letterIn(record)
    if (!kindIds.some((kind) => [undefined, kindOf(kind).letter].includes(letter) && readable({ kind })))
      throw new Refused("not found")
  }

  /** Newest first, a page at a time: what it costs does not grow with the years. */
  const list = async (after?: string): Promise<Listed> => {
    const pk = keys.submission(organisation, "").pk
    const { items, next } = await table.query({
      pk,
      index: newest,
      newestFirst: true,
      strong: true,
      limit: pageSize,
      after: after === undefined ? undefined : startAfter(pk, after),
    })
    const read = items.map((item) => ({ item, parsed: shelved.safeParse(item) }))
    return {
      items: read.flatMap(({ parsed }) => (parsed.success && readable(parsed.data) ? [parsed.data] : [])),
      unreadable: read.flatMap(({ item, parsed }) => (parsed.success ? [] : [referenceIn(item)])),
      next: next && String(next.opened),
    }
  }

  const whole = async (reference: string): Promise<Whole> => {
    const { items } = await table.query({ ...prefix(keys.submission(organisation, reference)), strong: true })
    const [first, ...rest] = items
    if (!first || first.sk !== keys.submission(organisation, reference).sk) throw new Refused("not found")
    const head = headSchema.parse(first)
    if (!readable(head)) throw new Refused("not found")
    const sections: Record<string, SectionItem> = {}
    for (const item of rest) {
      const one = sectionItem.parse(item)
      sections[one.section] = one
    }
    return { head, sections }
  }

  const sent = async (reference: string, version: number): Promise<SentVersion> => {
    mayReadUnder(reference)
    const item = await table.get(keys.sent(organisation, reference, version), { strong: true })
    if (!item) throw new Refused("not found")
    return unpacked(item)
  }

  /**
   * A hundred lines, newest first, each with what was written where that is still there; those before a number
   * where one is given.
   */
  const history = async (reference: string, before?: number): Promise<(Event & { note?: string })[]> => {
    mayReadUnder(reference)
    const lines = (at: (organisation: string, reference: string, number: number) => Key) =>
      table.query({
        ...chainOf(at(organisation, reference, 0)),
        newestFirst: true,
        limit: 100,
        strong: true,
        after: before === undefined ? undefined : at(organisation, reference, before),
      })
    const [{ items }, written] = await Promise.all([lines(keys.event), lines(keys.contents)])
    const notes = written.items.map((item) => contentsSchema.parse(item))
    return items.map((item) => {
      const one = eventSchema.parse(item)
      return { ...one, note: notes.find(({ number }) => number === one.number)?.note }
    })
  }

  const letters = async (reference: string, before?: number): Promise<KeptLetter[]> => {
    mayReadUnder(reference)
    return keptLetters(table, organisation, reference, before)
  }

  /** The one live submission of a round, if the organisation has begun one. */
  const live = async (round: string): Promise<string | undefined> => {
    const item = await table.get(keys.live(organisation, round), { strong: true })
    return item && String(item.reference)
  }

  const begin = async (
    { head, event }: { head: Head; event: Event },
    expects: Action,
    key: MoveKey,
    result: Json,
  ): Promise<Saved> => {
    const actions: Action[] = [
      keyed(key, result),
      { put: { ...keys.live(organisation, head.round), reference: head.reference }, when: "new" },
      { put: { ...keys.submission(organisation, head.reference), ...head }, when: "new" },
      { put: { ...keys.event(organisation, head.reference, 1), ...event }, when: "new" },
      expects,
    ]
    return outcome(await table.write(actions), key)
  }

  /** The head, its section, the line of history, what was sent and the letters: together or not at all. */
  const save = async (
    change: Change,
    code: string,
    key?: MoveKey,
    result: Json = null,
    more: Action[] = [],
  ): Promise<Saved> => {
    if (!change.event) return "saved"
    const actions = [...(key ? [keyed(key, result)] : []), ...storing(organisation, code, change), ...more]
    return outcome(await table.write(actions), key)
  }

  /** What was done by one act, from its beginning where it was begun by it: together or not at all. */
  const saveAtOnce = async (one: AtOnce, code: string, key: MoveKey, result: Json): Promise<Saved> =>
    outcome(await table.write([keyed(key, result), ...storingAtOnce(organisation, code, one)]), key)

  /** What this key gave before, if it was ever used by this person. */
  const replay = async (key: string): Promise<Done | undefined> => {
    const item = await table.get(keys.move(organisation, actor.id, key), { strong: true })
    return item && done.parse(item)
  }

  const keyed = ({ key, fingerprint, expires }: MoveKey, result: Json): Action => ({
    put: { ...keys.move(organisation, actor.id, key), fingerprint, result, expires },
    when: "new",
  })

  const outcome = async (
    written: Awaited<ReturnType<Table["write"]>>,
    key: MoveKey | undefined,
  ): Promise<Saved> => {
    if (written.written) return "saved"
    const before = key && (await replay(key.key))
    return before ? { done: before } : "changed meanwhile"
  }

  return { organisation, list, whole, sent, history, letters, live, begin, save, saveAtOnce, replay }
}

export type Submissions = ReturnType<typeof submissionsOf>

/** Every line of one record's chain: what stands before the number. */
const chainOf = ({ pk, sk }: { pk: string; sk: string }) => ({ pk, begins: sk.slice(0, -6) })

/** All that begins with a key: a head with its sections. References have one length, so none begins another. */
const prefix = ({ pk, sk }: { pk: string; sk: string }) => ({ pk, begins: sk })

/** Where the page before ended, as it said: whoever makes one up is not understood. */
const startAfter = (pk: string, opened: string) => {
  const { 0: whole, 1: known } = /^[\dT:.-]{1,40}Z#([A-Z\d-]{1,40})$/.exec(opened) ?? []
  if (whole === undefined || known === undefined) throw new Refused("not understood")
  return { pk, sk: keys.submission("", known).sk, opened: whole }
}

const referenceIn = ({ sk }: Item) => sk.split("#")[1] ?? ""
