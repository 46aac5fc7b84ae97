import { type Returned, type Told, toldAt } from "../domain/letters/told.ts"
import { programmeItself } from "../domain/people/organisation.ts"
import type { Item, Key } from "./action.ts"
import { keys } from "./keys.ts"
import { type Known, peopleIn } from "./people.ts"
import type { Table } from "./table.ts"

/** What became of a letter, where it was before, and whom it came back from. */
type Word = {
  state: "delayed" | "bounced"
  kind?: Returned["kind"]
  before: Told | undefined
  at: string
  known?: Known
}

/** Letters that came back, and the people whose addresses they came back from. Times are programme time. */
export const bouncesIn = (table: Table) => {
  const people = peopleIn(table)

  /** Whose address this is now: somebody who has another one since is not meant. */
  const whose = async (address: string): Promise<Known | undefined> => {
    const email = address.toLowerCase()
    const id = await people.idOf(email)
    const known = id === undefined ? undefined : await people.known(id)
    return known?.person.email.toLowerCase() === email ? known : undefined
  }

  /** Each of a person's places among members, by itself: one that is not there any more holds up no other. */
  const amongMembers = async ({ person, grants }: Known, bounced: string | undefined) => {
    for (const { id, organisation = programmeItself } of grants)
      await table.write([
        {
          set: { ...keys.member(organisation, person.id, id), bounced },
          when: { is: { person: person.id } },
        },
      ])
  }

  return {
    whose,
    letter: async (key: Key): Promise<Item | undefined> => {
      const item = await table.get(key, { strong: true })
      return item?.letter ? item : undefined
    },
    /**
     * The letter and whoever it came back from, together or not at all; false where the letter moved on meanwhile.
     * Their places among members come first: whoever is stopped half-way finds the letter unmarked, and begins again.
     */
    mark: async ({ pk, sk }: Key, place: number, word: Word): Promise<boolean> => {
      const told = toldAt(place)
      const { state, kind, before, at, known } = word
      if (known) await amongMembers(known, at)
      const { written } = await table.write([
        {
          set: { pk, sk, [told.state]: state, [told.at]: at, ...(kind && { [told.returned]: { at, kind } }) },
          when: before === undefined ? { lacks: told.state } : { is: { [told.state]: before } },
        },
        ...(known ? [{ set: { ...keys.person(known.person.id), bounced: at }, when: "there" as const }] : []),
      ])
      return written
    },
    /** Of a letter that nothing is kept of: the first time it is said, until they have signed in again. */
    markPerson: async (known: Known, at: string): Promise<void> => {
      await amongMembers(known, at)
      await table.write([
        { set: { ...keys.person(known.person.id), bounced: at }, when: { lacks: "bounced" } },
      ])
    },
    /** Whoever signs in with a link has read their mail at this address. */
    clear: async (id: string, address: string): Promise<void> => {
      const item = await table.get(keys.person(id), { strong: true })
      if (item?.bounced === undefined) return
      const known = await whose(address)
      if (known?.person.id !== id) return
      await amongMembers(known, undefined)
      await table.write([
        {
          set: { ...keys.person(id), bounced: undefined },
          when: { is: { bounced: String(item.bounced) } },
        },
      ])
    },
  }
}
