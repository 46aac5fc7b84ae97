import type { Action, Table } from "../../shared/store/table.ts"

/** What somebody else does between what a request has read and what it writes: once, and what it does is not interrupted. */
export type Meanwhile = { does?: () => Promise<unknown> }

/** A table on which it is done just before the next write, or the next that is about something. */
export const interrupted =
  (meanwhile: Meanwhile, isAbout: (actions: Action[]) => boolean = () => true) =>
  (table: Table): Table => ({
    ...table,
    metered: (meter) => interrupted(meanwhile, isAbout)(table.metered(meter)),
    write: async (actions) => {
      const other = isAbout(actions) ? meanwhile.does : undefined
      if (other) {
        meanwhile.does = undefined
        await other()
      }
      return table.write(actions)
    },
  })
