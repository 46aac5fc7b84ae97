import * as z from "zod"
import { concerned } from "../../../shared/domain/people/access-change.ts"
import { member } from "../../../shared/domain/people/member.ts"
import { organisationRoles, programmeRoles, type Role, role } from "../../../shared/domain/people/role.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { changeDates, endAccess, invite } from "../access.ts"
import { changesHere } from "../changes.ts"
import { emailOf } from "../email.ts"
import { nameOf } from "../name.ts"
import { byTime, hereOf, peopleAt, peopleHere, placeId, programmePeopleAt } from "../people.ts"

type Where = { at: string; tag: string; of: string; whose: string; among: Role[] }

const instant = z.iso.datetime()
const done = z.object({ done: z.literal(true) })
const change = z.object({
  number: z.int(),
  at: instant,
  move: z.string(),
  by: z.object({ name: z.string(), role: z.string() }),
  about: concerned.extend({ name: z.string().optional() }).optional(),
  says: z.string(),
})

/** The same operations on the people of an organisation and on those of the programme itself: `of` ends their ids. */
const operationsOn = ({ at, tag, of, whose, among }: Where): Operation<SignedIn>[] => [
  operation({
    id: `list${of}`,
    method: "get",
    path: at,
    tag,
    summary: `Who has access to ${whose}, and until when; who will have it, and who had it`,
    gives: z.object({ people: z.array(member), coming: z.array(member), ended: z.array(member) }),
    does: async (c) => {
      const { members } = await peopleHere(c, "see people")
      const { live, coming, ended } = byTime(members, c.var.world.now())
      return { body: { people: live, coming, ended } }
    },
  }),
  operation({
    id: `listChangesTo${of}`,
    method: "get",
    path: `${at}/changes`,
    tag,
    summary: "What was done about access here, by whom and when, newest first",
    query: { before: "The number before which the earlier lines are: `next` of the answer before" },
    gives: z.object({ changes: z.array(change), next: z.int().optional() }),
    does: async (c) => {
      const { members } = await peopleHere(c, "see people")
      const { lines, next } = await changesHere(c, members)
      return { body: { changes: lines, next } }
    },
  }),
  operation({
    id: of === "People" ? "invitePerson" : `inviteTo${of}`,
    method: "post",
    path: `${at}/invite`,
    tag,
    summary: "Give somebody a role here, from now or from a day on, until a day",
    keyed: true,
    asks: z.strictObject({
      name: z.string().trim().min(1).max(100),
      email: z.string().max(254),
      role: role.extract(among as ["lead"]),
      from: instant.optional(),
      until: instant.optional(),
    }),
    gives: done,
    does: async (c, { from, until, email, name: typed, ...rest }, key) => {
      const address = emailOf(email)
      const name = nameOf(typed)
      if (!address || !name)
        throw new Refused("not valid", {
          problems: [{ question: address ? "name" : "email", says: "Enter a real name and email address" }],
        })
      const given = { ...rest, name, email: address, from: dated(from), until: dated(until) }
      await invite(c, given, key as MoveKey)
      return { body: { done: true }, at: hereOf(placeId(c)) }
    },
  }),
  operation({
    id: of === "People" ? "changeAccessDates" : `changeDatesOf${of}`,
    method: "post",
    path: `${at}/:person/:grant/dates`,
    tag,
    summary: "Give one role of one person a later or an earlier end",
    keyed: true,
    asks: z.strictObject({ until: instant }),
    gives: done,
    does: async (c, { until }, key) => {
      const { person = "", grant = "" } = c.req.param()
      await changeDates(c, { person, grant, until: new Date(until) }, key as MoveKey)
      return { body: { done: true }, at: hereOf(placeId(c)) }
    },
  }),
  operation({
    id: of === "People" ? "endAccess" : `endAccessOf${of}`,
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

const dated = (given: string | undefined) => (given === undefined ? undefined : new Date(given))

export const peopleOperations = operationsOn({
  at: peopleAt,
  tag: "People and access",
  of: "People",
  whose: "an organisation's records",
  among: organisationRoles,
})

export const programmePeopleOperations = operationsOn({
  at: programmePeopleAt,
  tag: "People of the programme",
  of: "ProgrammePeople",
  whose: "the programme itself",
  among: programmeRoles,
})
