import { Refused } from "../domain/refused.ts"
import type { Json } from "../values/canonical.ts"
import type { Action, Key } from "./action.ts"
import { type Done, done, type MoveKey } from "./moves.ts"
import type { Table } from "./table.ts"

/** What is decided: the actions carry the conditions that they were decided by. */
export type Decision<Result> = { actions: Action[]; result: Result }

/** The tries a move is given while others change the same at the same moment. */
const tries = 5

/**
 * Decides by what stands there now, writes it with the move's key, and decides again where somebody was quicker.
 * `decide` refuses by throwing. The same key gives what it gave the first time, and does nothing more; a move without
 * one is made as often as it is asked for, and writes nothing where nothing is to be changed.
 */
export const keyedWrite = async <Result extends Json>(
  table: Table,
  keyed: { at: Key; key: MoveKey } | undefined,
  decide: () => Promise<Decision<Result>>,
): Promise<Result> => {
  const replay = async (): Promise<Result | undefined> => {
    const item = keyed && (await table.get(keyed.at, { strong: true }))
    return item && replayed(done.parse(item), keyed?.key)
  }
  const before = await replay()
  if (before !== undefined) return before
  for (let attempt = 1; attempt <= tries; attempt++) {
    const decided = await orReplayed(decide(), replay)
    if ("replayed" in decided) return decided.replayed
    const { actions, result } = decided
    if (!keyed && actions.length === 0) return result
    const written = await table.write([...(keyed ? [keyedBy(keyed, result)] : []), ...actions])
    if (written.written) return result
    const meanwhile = await replay()
    if (meanwhile !== undefined) return meanwhile
  }
  throw new Refused("busy", { retryAfterSeconds: 2 })
}

const keyedBy = ({ at, key }: { at: Key; key: MoveKey }, result: Json): Action => ({
  put: { ...at, fingerprint: key.fingerprint, result, expires: key.expires },
  when: "new",
})

const replayed = <Result extends Json>({ fingerprint, result }: Done, key: MoveKey | undefined): Result => {
  if (fingerprint !== key?.fingerprint) throw new Refused("key used for something else")
  return result as Result
}

/** What is decided; or, where it is refused because the same key was used a moment before, what that gave. */
const orReplayed = async <Result>(
  deciding: Promise<Decision<Result>>,
  replay: () => Promise<Result | undefined>,
): Promise<Decision<Result> | { replayed: Result }> => {
  try {
    return await deciding
  } catch (error) {
    const before = error instanceof Refused ? await replay() : undefined
    if (before === undefined) throw error
    return { replayed: before }
  }
}
