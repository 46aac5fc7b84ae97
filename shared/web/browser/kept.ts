/** The fields of a form as they were typed: a name comes as often as boxes of that name are ticked. */
export type Fields = [name: string, value: string][]

/** `at` is the revision of the page it was typed on, `sent` whether its form was sent since. */
export type Kept = { typedAt: number; at: number; sent: boolean; fields: Fields }

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">

const prefix = "typed "
const day = 24 * 3600_000

/** What was typed and may not be saved yet, in this browser alone, for a day. A browser that keeps nothing loses nothing more. */
export const keptIn = (store: () => Store, now: () => number) => {
  const trying = <Value>(does: (store: Store) => Value): Value | undefined => {
    try {
      return does(store())
    } catch {
      return undefined
    }
  }

  const find = (key: string): Kept | undefined =>
    trying((store) => {
      const found = JSON.parse(store.getItem(prefix + key) ?? "null") as Kept | null
      return found && now() - found.typedAt < day ? found : undefined
    })

  const write = (key: string, one: Kept) =>
    trying((store) => store.setItem(prefix + key, JSON.stringify(one)))
  const forget = (key: string) => trying((store) => store.removeItem(prefix + key))

  const keys = (): string[] =>
    trying((store) =>
      Array.from({ length: store.length }, (_, place) => store.key(place) ?? "")
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length)),
    ) ?? []

  return {
    find,
    forget,
    keep: (key: string, at: number, fields: Fields) =>
      write(key, { typedAt: now(), at, sent: false, fields }),
    sent: (key: string) => {
      const one = find(key)
      if (one) write(key, { ...one, sent: true })
    },
    /** A page says that this revision is saved: what was sent from an earlier one is in it. */
    saved: (key: string, at: number) => {
      const one = find(key)
      if (one?.sent && one.at < at) forget(key)
    },
    /** What is older than a day goes, whoever it belongs to. */
    sweep: () => {
      for (const key of keys()) if (!find(key)) forget(key)
    },
    forgetAll: () => {
      for (const key of keys()) forget(key)
    },
  }
}

export type KeptHere = ReturnType<typeof keptIn>

/** Whether anything that was typed is not on the page as it is now. */
export const differs = (typed: Fields, shown: Fields) =>
  typed.some(([name, value]) => !shown.some((one) => one[0] === name && one[1] === value)) ||
  shown.some(([name, value]) => !typed.some((one) => one[0] === name && one[1] === value))
