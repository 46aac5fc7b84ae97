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

/** What became of an attempt to tell somebody: of each thing apart. */
export type Tried = { told: Telling[]; before: Telling[]; tomorrow: Telling[]; changed: Telling[] }

/** The calendar's letters, one a person a day; and how far its daily run has come. */
export const noticesIn = (table: Table, programme: string) => {
  /**
   * Writes one letter with a line against each return it is about. Nothing is told twice, whatever run was broken off;
   * nothing is said of a return that has changed since it was read. A second letter of one day is for the next.
   */
  const tell = async (
    to: { person: string; name: string; email: string },
    on: PlainDate,
    tellings: Telling[],
    letterOf: (tellings: Telling[]) => NoticeLetter,
  ): Promise<Tried> => {
    const tried: Tried = { told: [], before: [], tomorrow: [], changed: [] }
    for (let left = tellings; left.length > 0; ) {
      const letter = letterOf(left)
      const written = await table.write([
        {
          put: { ...keys.notice(programme, on, to.person), ...letter },
          when: "new",
        },
        ...left.flatMap((one) => [lineFor(one, to, on), checkExpected(one.one)]),
      ])
      if (written.written) return { ...tried, told: left }
      const failed = (at: number) => written.failed.includes(at)
      const before = left.filter((_, at) => failed(1 + at * 2))
      const changed = left.filter((_, at) => failed(2 + at * 2) && !failed(1 + at * 2))
      tried.before.push(...before)
      tried.changed.push(...changed)
      const rest = left.filter((one) => !before.includes(one) && !changed.includes(one))
      if (failed(0)) return { ...tried, tomorrow: rest }
      if (rest.length === left.length) throw new Error("A letter could not be written, and nothing says why")
      left = rest
    }
    return tried
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

const lineFor = (
  telling: Telling,
  { person, name, email }: { person: string; name: string; email: string },
  on: PlainDate,
): Action => ({
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
