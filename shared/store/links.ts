import * as z from "zod"
import { shortHash } from "../values/hash.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/**
 * A sign-in link that was asked for. The secret part is not here: it is worked out from `id` and a key that
 * the table does not hold, so that nobody who can read the table can sign in. Times are machine time, in ms.
 */
export const signInLink = z.object({
  id: z.string(),
  email: z.string(),
  until: z.number(),
  /** Whether anybody may sign in with it. No letter goes where nobody may. */
  known: z.boolean(),
  next: z.string().optional(),
})
export type SignInLink = z.infer<typeof signInLink>

export const linksIn = (table: Table) => ({
  /** The newest link of an address takes the place of any earlier one. */
  ask: (link: SignInLink) =>
    table.write([
      {
        put: {
          ...keys.link(addressHash(link.email)),
          ...link,
          ...(link.known && { letter: "sign-in link" }),
          expires: Math.ceil(link.until / 1000) + 3600,
        },
      },
    ]),
  find: async (hash: string): Promise<SignInLink | undefined> => {
    const item = await table.get(keys.link(hash), { strong: true })
    const found = item && signInLink.safeParse(item)
    return found?.success ? found.data : undefined
  },
  /** Once: the second of two at the same moment gets false. */
  use: async (hash: string, id: string): Promise<boolean> =>
    (await table.write([{ remove: keys.link(hash), when: { is: { id } } }])).written,
})

export const addressHash = (email: string) => shortHash(email.trim().toLowerCase())
