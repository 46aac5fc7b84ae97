import * as z from "zod"
import { listedPerson } from "../../../shared/domain/learning/listing.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { peopleAt, stopAt, youAt } from "../addresses.ts"
import { inBody } from "../given.ts"
import type { Inside } from "../here.ts"
import * as shape from "../library/shapes.ts"
import { listedHere, listMe, stopListing } from "./moves.ts"

const tag = "Learning"
const moved = z.object({ organisation: z.string(), state: z.string() })
const seen = listedPerson.pick({
  name: true,
  organisation: true,
  site: true,
  role: true,
  about: true,
  email: true,
  phone: true,
  until: true,
})

/** People who chose to be listed: nobody lists anybody else. */
export const listedOperations: Operation<Inside>[] = [
  operation({
    id: "listListedPeople",
    method: "get",
    path: peopleAt,
    tag,
    summary: "Named social workers who chose to be listed for other sites",
    gives: z.object({ people: z.array(seen) }),
    does: async (c) => ({ body: { people: (await listedHere(c)).map((one) => seen.parse(one)) } }),
  }),
  operation<Inside, Record<string, unknown>>({
    id: "listMe",
    method: "post",
    path: youAt,
    tag,
    summary: "Be listed for other sites, or change what stands there",
    about: "Your name and your email are those of your account. Nobody can list somebody else.",
    keyed: true,
    asks: z.strictObject({
      site: shape.site,
      role: z.string().max(200).meta({ description: "60 characters or fewer" }),
      about: shape.words.meta({ description: "30 words or fewer" }),
      showEmail: z.boolean(),
      phone: z.string().max(100).optional(),
      until: z.string().max(10).meta({ description: "The last day, such as 2018-03-31" }),
      stays: shape.stays,
    }),
    gives: moved,
    does: async (c, body, key) => ({ body: await listMe(c, inBody(body), key as MoveKey), at: peopleAt }),
  }),
  operation({
    id: "stopListingMe",
    method: "post",
    path: stopAt,
    tag,
    summary: "Stop being listed, at once",
    keyed: true,
    asks: z.strictObject({ site: shape.site }),
    gives: moved,
    does: async (c, { site }, key) => ({
      body: await stopListing(c, site, key as MoveKey),
      at: peopleAt,
    }),
  }),
]
