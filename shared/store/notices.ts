import * as z from "zod"
import type { Expected } from "../domain/calendar/expected.ts"
import { lineOf, type Recipient } from "../domain/notices/addressed.ts"
import type { Chase } from "../domain/notices/chases.ts"
import type { NoticeName } from "../domain/notices/notices.ts"
import type { ChaseItem, NoticeItem, NoticeLetter } from "../domain/notices/words.ts"
import { type PlainDate, plainDate } from "../values/london.ts"
import { keys } from "./keys.ts"
import type { Action, Item, Table } from "./table.ts"

const run = z.object({ through: plainDate })

/**
 * One thing to say to one person: the line that says it was told, put once; what must still stand as it was read; and
 * what the letter says of it.
 */
export type Telling = { told: Item; check: Action } & ({ item: NoticeItem } | { chase: ChaseItem })

/** What became of an attempt to tell somebody: how many letters, and what is still to be told. */
export type Tried = { letters: number; tomorrow: Telling[]; changed: Telling[] }

/** As many things as are in one letter: each is two actions, and a write takes a hundred. */
const inOne = 40

type To = { person: string; name: string; email: string }

/** The calendar's letters, one a person a day; and how far its daily run has come. */
export const noticesIn = (table: Table, programme: string) => {
  /**
   * Writes a letter with a line against each thing it is about; several where they are very many. Nothing is told
   * twice, whatever run was broken off; nothing is said of what has changed since it was read. What comes
   * after the letters of a day were written is for the next.
   */
  const tell = async (to: To, on: PlainDate, tellings: Telling[]): Promise<Tried> => {
    const tried: Tried = { letters: 0, tomorrow: [], changed: [] }
    for (let from = 0; from < tellings.length; from += inOne)
      await telling(to, on, { left: tellings.slice(from, from + inOne), part: from / inOne + 1 }, tried)
    return tried
  }

  const telling = async (
    to: To,
    on: PlainDate,
    { left: all, part }: { left: Telling[]; part: number },
    tried: Tried,
  ) => {
    const key = keys.notice(programme, on, to.person, part)
    for (let left = all; left.length > 0; ) {
      const written = await table.write([
        { put: { ...key, ...letterOf(left, key.sk, to, on) }, when: "new" },
        ...left.flatMap(({ told, check }): Action[] => [
          { put: { ...told, person: to.person, name: to.name, email: to.email, on }, when: "new" },
          check,
        ]),
      ])
      if (written.written) {
        tried.letters++
        return
      }
      const failed = (at: number) => written.failed.includes(at)
      const before = left.filter((_, at) => failed(1 + at * 2))
      const changed = left.filter((_, at) => failed(2 + at * 2) && !failed(1 + at * 2))
      tried.changed.push(...changed)
      const rest = left.filter((one) => !before.includes(one) && !changed.includes(one))
      if (failed(0)) {
        tried.tomorrow.push(...rest)
        return
      }
      if (rest.length === left.length) throw new Error("A letter could not be written, and nothing says why")
      left = rest
    }
  }

  const letterOf = (left: Telling[], id: string, to: To, on: PlainDate): NoticeLetter => ({
    letter: "notices",
    id,
    programme,
    person: to.person,
    name: to.name,
    email: to.email,
    on,
    items: left.flatMap((one) => ("item" in one ? [one.item] : [])),
    chases: left.flatMap((one) => ("chase" in one ? [one.chase] : [])),
  })

  return {
    tell,
    /** The last day that was done. */
    through: async (): Promise<PlainDate | undefined> => {
      const item = await table.get(keys.run(programme), { strong: true })
      return item && run.parse(item).through
    },
    done: (through: PlainDate) => table.write([{ put: { ...keys.run(programme), through } }]),
    /** Once: the opening or closing of a round, written into the log by whoever gets there first. */
    note: (what: string, actions: Action[]) =>
      table.write([{ put: { ...keys.noted(programme, what) }, when: "new" }, ...actions]),
    isNoted: async (what: string) =>
      (await table.get(keys.noted(programme, what), { strong: true })) !== undefined,
  }
}

/** The line that a notice of a return was told to somebody, without when. */
export const toldOfReturn = (one: Expected, notice: NoticeName, { person, role }: Recipient): Item => ({
  ...keys.told(one.organisation, one.round, lineOf(one, notice, person)),
  role,
  notice,
  round: one.round,
})

/** The same of what is no return. */
export const toldOfChase = (
  { organisation, record }: { organisation: string; record: string },
  { chase, mark }: Chase,
  { person, role }: Recipient,
): Item => ({
  ...keys.told(organisation, record, `${mark}#${person}`),
  role,
  notice: chase,
  round: record,
})
