import { Refused } from "../../../shared/domain/refused.ts"
import type { Action } from "../../../shared/store/table.ts"
import { type C, changing } from "../../../shared/web/panel/here.ts"

/** As many rows of a job as are written at a time. */
const together = 8

type Asked = Omit<Parameters<typeof changing>[1], "key">

/**
 * One row of a job, with its line of history: nothing is written where there is nothing left to do, which is decided by
 * what stands there now.
 */
const apply = async (c: C, asked: Asked, decide: () => Promise<Action[] | undefined>): Promise<void> => {
  const nothingLeft = new Refused("not possible now")
  try {
    await changing(c, asked, async () => {
      const actions = await decide()
      if (!actions) throw nothingLeft
      return { actions, result: null }
    })
  } catch (error) {
    if (error !== nothingLeft) throw error
  }
}

type Step<Row> = (row: Row) => { asked: Asked; decide: () => Promise<Action[] | undefined> }

/** Every row of a job, a few at a time. */
export const applyEach = async <Row>(c: C, rows: Row[], step: Step<Row>): Promise<void> => {
  for (let from = 0; from < rows.length; from += together)
    await Promise.all(
      rows.slice(from, from + together).map((row) => {
        const { asked, decide } = step(row)
        return apply(c, asked, decide)
      }),
    )
}
