import { type Telling, tellings } from "../domain/letters/told.ts"
import { type NoticeLetter, noticeLetter } from "../domain/notices/words.ts"
import { keys } from "./keys.ts"
import type { Item, Table } from "./table.ts"

export type KeptNotices = { place: string; letter: NoticeLetter; telling: Telling | undefined }

/** How many letters are looked through, at most, for those about one site. */
const furthest = 1_000

/** The calendar's letters, newest first, each with what became of it. */
export const lettersBookIn = (table: Table, programme: string) => {
  const { pk } = keys.notice(programme, "", "")

  /** A page of them, those before a place where one is given; about one site where one is. `next` only where more is known. */
  const page = async (
    limit: number,
    { before, organisation }: { before?: string; organisation?: string },
  ): Promise<{ letters: KeptNotices[]; next?: string }> => {
    const letters: KeptNotices[] = []
    let after: Record<string, unknown> | undefined = before === undefined ? undefined : { pk, sk: before }
    let looked = 0
    do {
      const { items, next } = await table.query({
        pk,
        newestFirst: true,
        limit: limit + 1,
        after,
        strong: true,
      })
      looked += items.length
      for (const item of items) {
        const kept = keptOf(item)
        if (!isAbout(kept.letter, organisation)) continue
        if (letters.length === limit) return { letters, next: letters.at(-1)?.place }
        letters.push(kept)
      }
      after = next
    } while (after && looked < furthest)
    return { letters, ...(after && { next: String(after.sk) }) }
  }

  return { page }
}

const keptOf = (item: Item): KeptNotices => {
  const letter = noticeLetter.parse(item)
  const { name, email } = letter
  const addressed = { ...item, to: [{ name, email }], programme: false }
  return { place: item.sk, letter, telling: tellings(addressed)[0] }
}

const isAbout = ({ items, chases }: NoticeLetter, organisation: string | undefined) =>
  organisation === undefined || [...items, ...chases].some((one) => one.organisation === organisation)
