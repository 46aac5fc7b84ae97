/** Chance that is the same for the same seed. */
export type Chance = ReturnType<typeof chanceFrom>

export const chanceFrom = (seed: number) => {
  let state = (seed * 2654435761 + 97) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const upTo = (most: number) => Math.floor(next() * (most + 1))
  return {
    upTo,
    from: (least: number, most: number) => least + upTo(most - least),
    oneIn: (many: number) => upTo(many - 1) === 0,
    one: <Item>(of: readonly Item[]): Item => of[upTo(of.length - 1)] as Item,
    mixed: <Item>(of: readonly Item[]): Item[] => {
      const all = [...of]
      for (let at = all.length - 1; at > 0; at--) {
        const other = upTo(at)
        const kept = all[at] as Item
        all[at] = all[other] as Item
        all[other] = kept
      }
      return all
    },
  }
}
