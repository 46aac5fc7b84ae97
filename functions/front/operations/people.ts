import * as z from "zod"
import { organisationRoles, role } from "../../../shared/domain/people/role.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { emailOf } from "../email.ts"
import { nameOf } from "../name.ts"
import { endAccess, invite, peopleHere } from "../people.ts"

const at = "/organisations/:organisation/people"
const tag = "People and access"
const shown = z.object({
  person: z.string(),
  grant: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  from: z.iso.datetime(),
  to: z.iso.datetime(),
})
const done = z.object({ done: z.literal(true) })

export const peopleOperations: Operation<SignedIn>[] = [
  operation({
    id: "listPeople",
    method: "get",
    path: at,
    tag,
    summary: "Who has access to an organisation's records, and until when",
    gives: z.object({ people: z.array(shown) }),
    does: async (c) => ({ body: { people: (await peopleHere(c, "see people")).live } }),
  }),
  operation({
    id: "invitePerson",
    method: "post",
    path: `${at}/invite`,
    tag,
    summary: "Give somebody a role here, until a day",
    keyed: true,
    asks: z.strictObject({
      name: z.string().trim().min(1).max(100),
      email: z.string().max(254),
      role: role.extract(organisationRoles as ["lead"]),
      until: z.iso.datetime().optional(),
    }),
    gives: done,
    does: async (c, { until, email, name: typed, ...rest }, key) => {
      const address = emailOf(email)
      const name = nameOf(typed)
      if (!address || !name)
        throw new Refused("not valid", {
          problems: [{ question: address ? "name" : "email", says: "Enter a real name and email address" }],
        })
      await invite(
        c,
        { ...rest, name, email: address, until: until === undefined ? undefined : new Date(until) },
        key as MoveKey,
      )
      return { body: { done: true }, at: `/organisations/${c.req.param("organisation")}/people` }
    },
  }),
  operation({
    id: "endAccess",
    method: "post",
    path: `${at}/:person/:grant/end`,
    tag,
    summary: "End one role of one person now",
    asks: z.strictObject({}),
    gives: done,
    does: async (c) => {
      await endAccess(c, c.req.param("person") ?? "", c.req.param("grant") ?? "")
      return { body: { done: true } }
    },
  }),
]
