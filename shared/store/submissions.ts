import { gunzipSync, gzipSync } from "node:zlib"
import type { Actor } from "../domain/people/actor.ts"
import { may } from "../domain/people/policy.ts"
import { Refused } from "../domain/refused.ts"
import { contents as contentsSchema, type Event, event as eventSchema } from "../domain/submissions/event.ts"
import {
  type Head,
  head as headSchema,
  type SectionItem,
  type SentVersion,
  type Shelved,
  sectionItem,
  sentVersion,
  shelved,
  type Whole,
} from "../domain/submissions/submission.ts"
import type { Change } from "../domain/submissions/take.ts"
import type { Json } from "../values/canonical.ts"
import { keys, newest } from "./keys.ts"
import { type Done, done, type MoveKey } from "./moves.ts"
import type { Action, Table } from "./table.ts"

export type Saved = "saved" | "changed meanwhile" | { done: Done }

const pageSize = 20

/**
 * One organisation's submissions, as one person may see them. Both are bound here, once, so that nobody
 * can name a submission without them: what is another organisation's is simply not found.
 */
export const submissionsOf = (organisation: string, actor: Actor, table: Table) => {
  const readable = (one: Pick<Head, "kind">) => may(actor, "read", { kind: one.kind, organisation })

  /** Newest first, a page at a time: what it costs does not grow with the years. */
  const list = async (after?: string): Promise<{ items: Shelved[]; next?: string }> => {
    const pk = keys.submission(organisation, "").pk
    const { items, next } = await table.query({
      pk,
      index: newest,
      newestFirst: true,
      strong: true,
      limit: pageSize,
      after: after === undefined ? undefined : startAfter(pk, after),
    })
    return {
      items: items.map((item) => shelved.parse(item)).filter(readable),
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
    const item = await table.get(keys.sent(organisation, reference, version), { strong: true })
    if (!item) throw new Refused("not found")
    return unpacked(item)
  }

  const history = async (reference: string): Promise<(Event & { note?: string })[]> => {
    const first = keys.event(organisation, reference, 0).sk.slice(0, -6)
    const [{ items }, written] = await Promise.all([
      table.query({
        pk: keys.event(organisation, reference, 0).pk,
        begins: first,
        newestFirst: true,
        limit: 100,
        strong: true,
      }),
      table.query({
        pk: keys.event(organisation, reference, 0).pk,
        begins: `CONTENTS#${first}`,
        newestFirst: true,
        limit: 100,
      }),
    ])
    const notes = written.items.map((item) => contentsSchema.parse(item))
    return items.map((item) => {
      const one = eventSchema.parse(item)
      return { ...one, note: notes.find(({ number }) => number === one.number)?.note }
    })
  }

  /** The one live submission of a round, if the organisation has begun one. */
  const live = async (round: string): Promise<string | undefined> => {
    const item = await table.get(keys.live(organisation, round), { strong: true })
    return item && String(item.reference)
  }

  const begin = async (
    { head, event }: { head: Head; event: Event },
    key: MoveKey,
    result: Json,
  ): Promise<Saved> => {
    const actions: Action[] = [
      keyed(key, result),
      { put: { ...keys.live(organisation, head.round), reference: head.reference }, when: "new" },
      { put: { ...keys.submission(organisation, head.reference), ...head }, when: "new" },
      { put: { ...keys.event(organisation, head.reference, 1), ...event }, when: "new" },
    ]
    return outcome(await table.write(actions), key)
  }

  /** The head, its section, the line of history, what was sent and the letters: together or not at all. */
  const save = async (change: Change, code: string, key?: MoveKey, result: Json = null): Promise<Saved> => {
    const { before, head, section, event, contents, sent, letters, ends } = change
    if (!event) return "saved"
    const { reference } = head
    const actions: Action[] = [
      ...(key ? [keyed(key, result)] : []),
      {
        put: { ...keys.submission(organisation, reference), ...head },
        when: { is: { revision: before.revision } },
      },
      { put: { ...keys.event(organisation, reference, event.number), ...event }, when: "new" },
      ...(section
        ? [{ put: { ...keys.section(organisation, reference, section.section), ...section } }]
        : []),
      ...(contents
        ? [
            {
              put: { ...keys.contents(organisation, reference, event.number), ...contents },
              when: "new" as const,
            },
          ]
        : []),
      ...(sent
        ? [
            {
              put: { ...keys.sent(organisation, reference, sent.version), ...packed(sent) },
              when: "new" as const,
            },
            {
              put: {
                ...keys.proof(code, reference, sent.version),
                hash: sent.hash,
                at: sent.at,
                organisation,
                version: sent.version,
              },
              when: "new" as const,
            },
          ]
        : []),
      ...(ends ? [{ remove: keys.live(organisation, head.round) }] : []),
      ...letters.map((one) => ({
        put: { ...keys.letter(organisation, one.id), ...one },
        when: "new" as const,
      })),
    ]
    return outcome(await table.write(actions), key)
  }

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

  return { organisation, list, whole, sent, history, live, begin, save, replay }
}

export type Submissions = ReturnType<typeof submissionsOf>

/** All that begins with a key: a head with its sections. References have one length, so none begins another. */
const prefix = ({ pk, sk }: { pk: string; sk: string }) => ({ pk, begins: sk })

const startAfter = (pk: string, opened: string) => {
  const reference = opened.split("#").at(-1) ?? ""
  return { pk, sk: `SUB#${reference}`, opened }
}

/** Sent versions are kept as the gzip of their exact bytes. */
const packed = ({ bytes, ...rest }: SentVersion) => ({ ...rest, packed: gzipSync(bytes) })

export const unpacked = (item: Record<string, unknown>): SentVersion =>
  sentVersion.parse({ ...item, bytes: gunzipSync(item.packed as Uint8Array).toString("utf8") })
