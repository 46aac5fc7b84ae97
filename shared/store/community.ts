import { type CommunitySession, communitySession } from "../domain/learning/community-session.ts"
import { type ListedPerson, listedPerson } from "../domain/learning/listing.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Action, Table } from "./table.ts"

/** Sessions of the community of practice, and the people who chose to be listed. */
export const communityIn = (table: Table, programme: string) => {
  const under = ({ pk, sk }: { pk: string; sk: string }, strong: boolean) =>
    everyItem(table, { pk, begins: sk, strong })

  return {
    /** Every session, in one query: a programme has one a month. */
    sessions: async (): Promise<CommunitySession[]> =>
      (await under(keys.communitySession(programme, ""), true)).map((item) => communitySession.parse(item)),

    session: async (id: string): Promise<CommunitySession | undefined> => {
      const item = await table.get(keys.communitySession(programme, id), { strong: true })
      return item && communitySession.parse(item)
    },

    /** Whoever chose to be listed, by site and name: whether they still are is told by the day. */
    listed: async (): Promise<ListedPerson[]> => {
      const { pk } = keys.listedPerson(programme, "", "")
      return (await under({ pk, sk: "PERSON#" }, true))
        .map((item) => listedPerson.parse(item))
        .sort((a, b) => a.site.localeCompare(b.site) || a.name.localeCompare(b.name))
    },

    listing: async (organisation: string, person: string): Promise<ListedPerson | undefined> => {
      const item = await table.get(keys.listedPerson(programme, organisation, person), { strong: true })
      return item && listedPerson.parse(item)
    },
  }
}

export const putSession = (
  programme: string,
  after: CommunitySession,
  before?: CommunitySession,
): Action => ({
  put: {
    ...keys.communitySession(programme, after.id),
    ...communitySession.parse(after),
    revision: (before?.revision ?? 0) + 1,
  },
  when: before ? { is: { revision: before.revision } } : "new",
})

export const putListing = (programme: string, after: ListedPerson, before?: ListedPerson): Action => ({
  put: {
    ...keys.listedPerson(programme, after.organisation, after.person),
    ...listedPerson.parse(after),
    revision: (before?.revision ?? 0) + 1,
  },
  when: before ? { is: { revision: before.revision } } : "new",
})
