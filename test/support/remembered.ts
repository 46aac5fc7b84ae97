import type { Action, Cost, Meter, Table } from "../../shared/store/table.ts"

/**
 * The same table: what is asked again of a partition that nobody has written to since is answered, and metered, as
 * it was. All that is written has to go through it.
 */
export const remembered = (table: Table): Table => through(table, memory())

const through = (table: Table, memory: Memory, meter: Meter = () => {}): Table => {
  const metered = table.metered(meter)
  return {
    get: (key, options) =>
      memory.ask({ pk: key.pk, words: ["get", key.pk, key.sk, options] }, meter, (kept) =>
        table.metered(kept).get(key, options),
      ),
    query: (asked) =>
      memory.ask({ pk: asked.index?.hash ? everywhere : asked.pk, words: ["query", asked] }, meter, (kept) =>
        table.metered(kept).query(asked),
      ),
    write: (actions) => memory.change(actions.map(partitionOf), () => metered.write(actions)),
    count: (key, expires) => memory.change([key.pk], () => metered.count(key, expires)),
    metered: (next) => through(table, memory, next),
  }
}

/** Where an index leads across partitions, which tells of all of them. */
const everywhere = "*"

type Answered = { answer: unknown; costs: Cost[] }
type Memory = ReturnType<typeof memory>

const memory = () => {
  const known = new Map<string, Map<string, Answered>>()
  const changing = new Map<string, number>()

  const isChanging = (pk: string) => (changing.get(pk) ?? 0) > 0
  const marked = (partitions: string[], by: number) => {
    for (const pk of [...partitions, everywhere]) {
      known.delete(pk)
      changing.set(pk, (changing.get(pk) ?? 0) + by)
    }
  }

  return {
    ask: async <Answer>(
      { pk, words }: { pk: string; words: unknown[] },
      meter: Meter,
      ask: (meter: Meter) => Promise<Answer>,
    ): Promise<Answer> => {
      if (isChanging(pk)) return ask(meter)
      const here = known.get(pk) ?? new Map<string, Answered>()
      known.set(pk, here)
      const asked = JSON.stringify(words)
      const before = here.get(asked)
      if (before) {
        before.costs.forEach(meter)
        return copied(before.answer) as Answer
      }
      const costs: Cost[] = []
      const answer = await ask((cost) => {
        costs.push(cost)
        meter(cost)
      })
      // A change meanwhile has taken this place away, and what is put into it is never read.
      here.set(asked, { answer: copied(answer), costs })
      return answer
    },
    change: async <Done>(partitions: string[], change: () => Promise<Done>): Promise<Done> => {
      marked(partitions, 1)
      try {
        return await change()
      } finally {
        marked(partitions, -1)
      }
    },
  }
}

const partitionOf = (action: Action) =>
  "put" in action
    ? action.put.pk
    : "set" in action
      ? action.set.pk
      : "remove" in action
        ? action.remove.pk
        : action.check.pk

const copied = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) return value.map(copied)
  if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value)
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copied(one)]))
}
