import { type OfficeLink, type OpensOffice, officeLink, opensOffice } from "../domain/selection/office.ts"
import { sha256 } from "../values/hash.ts"
import { keys } from "./keys.ts"
import type { Action, Table } from "./table.ts"

/** The links by which a private office reads the facts of a round, one a round. Of each secret only a hash is here. */
export const officesIn = (table: Table) => ({
  openedBy: async (secret: string): Promise<OpensOffice | undefined> => {
    const item = await table.get(keys.office(sha256(secret)), { strong: true })
    return item && opensOffice.parse(item)
  },

  of: async (round: string): Promise<OfficeLink | undefined> => {
    const item = await table.get(keys.roundOffice(round), { strong: true })
    return item && officeLink.parse(item)
  },
})

/** One in place of the one before, or none in its place: refused where it is no longer the one before. */
export const changeOffice = (
  round: string,
  { before, made }: { before?: OfficeLink; made?: OfficeLink },
): Action[] => {
  const as = before ? { is: { id: before.id } } : ("new" as const)
  return [
    ...(before ? [{ remove: keys.office(before.hash) }] : []),
    made
      ? { put: { ...keys.roundOffice(round), ...officeLink.parse(made) }, when: as }
      : { remove: keys.roundOffice(round), when: as },
    ...(made
      ? [
          {
            put: { ...keys.office(made.hash), round, id: made.id, until: made.until },
            when: "new" as const,
          },
        ]
      : []),
  ]
}
