import type { Table } from "../../shared/store/table.ts"

/** How many writes are left before the process is gone; none is given where it lives. */
export type Life = { writes?: number }

/** A table whose process is killed in front of a write: what was written before stays, nothing comes after. */
export const mortal =
  (life: Life) =>
  (table: Table): Table => ({
    ...table,
    metered: (meter) => mortal(life)(table.metered(meter)),
    write: async (actions) => {
      if (life.writes !== undefined && life.writes-- <= 0) throw new Error("killed")
      return table.write(actions)
    },
  })
