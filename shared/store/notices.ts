import * as z from "zod"
import type { Expected } from "../domain/calendar/expected.ts"
import { lineOf } from "../domain/notices/addressed.ts"
import type { NoticeName } from "../domain/notices/notices.ts"
import type { NoticeLetter } from "../domain/notices/words.ts"
import type { Role } from "../domain/people/role.ts"
import { type PlainDate, plainDate } from "../values/london.ts"
import { checkExpected } from "./expected.ts"
import { keys } from "./keys.ts"
import type { Action, Table } from "./table.ts"

const run = z.object({ through: plainDate })

export type Telling = { one: Expected; notice: NoticeName; role: Role }

/** What became of an attempt to tell somebody: how many letters, and what is still to be told. */
export type Tried = { letters: number; tomorrow: Telling[]; changed: Telling[] }

/** As many things as are in one letter: each is two actions, and a write takes a hundred. */
const inOne = 40

type To = { person: string; name: string; email: string }
type LetterOf = (tellings: Telling[], id: string) => NoticeLetter

/** The calendar's letters, one a person a day; and how far its daily run has come. */
export const noticesIn = (table: Table, programme: string) => {
  /**
   * Writes a letter with a line against each return it is about; several where they are very many. Nothing is told
   * twice, whatever run was broken off; nothing is said of a return that has changed since it was read. What comes
   * after the letters of a day were written is for the next.
   */
  const tell = async (to: To, on: PlainDate, tellings: Telling[], letterOf: LetterOf): Promise<Tried> => {
    const tried: Tried = { letters: 0, tomorrow: [], changed: [] }
    for (let from = 0; from < tellings.length; from += inOne)
      await telling(
        to,
        on,
        { left: tellings.slice(from, from + inOne), part: from / inOne + 1 },
        letterOf,
        tried,
      )
    return tried
  }

  const telling = async (
    to: To,
    on: PlainDate,
    { left: all, part }: { left: Telling[]; part: number },
    letterOf: LetterOf,
    tried: Tried,
  ) => {
    const key = keys.notice(programme, on, to.person, part)
    for (let left = all; left.length > 0; ) {
      const written = await table.write([
        { put: { ...key, ...letterOf(left, key.sk) }, when: "new" },
        ...left.flatMap((one) => [lineFor(one, to, on), checkExpected(one.one)]),
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

const keyOf =
  (person: string) =>
  ({ one, notice }: Telling) => {
    const { pk, sk } = keys.told(one.organisation, one.round, lineOf(one, notice, person))
    return { pk, sk }
  }

const lineFor = (telling: Telling, { person, name, email }: To, on: PlainDate): Action => ({
  put: {
    ...keyOf(person)(telling),
    person,
    name,
    email,
    role: telling.role,
    notice: telling.notice,
    round: telling.one.round,
    on,
  },
  when: "new",
})
