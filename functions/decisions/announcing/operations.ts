import * as z from "zod"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import { timeOfDay } from "../../../shared/values/time-of-day.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { announcementAt } from "./addresses.ts"
import { announcementHere, setMinute } from "./announcement.ts"
import { foiOperations } from "./foi-operations.ts"
import { joiningOperations } from "./joining-operations.ts"
import { makeLink, officeHere, stopLink } from "./office.ts"

const tag = "Announcing"
const announcement = announcementAt(":round")
const instant = z.iso.datetime()
const pence = z.int().meta({ description: "Pence" })

const factsShape = z.object({
  programme: z.string(),
  about: z.array(z.string()),
  phase: z.string(),
  span: z.object({ from: plainDate, to: plainDate }).optional(),
  announced: instant.optional(),
  isPublic: z.boolean(),
  sites: z.array(
    z.object({
      name: z.string(),
      region: z.string().optional(),
      award: pence.optional(),
      continuing: z.boolean(),
    }),
  ),
  awards: pence,
  regions: z.array(z.object({ region: z.string(), councils: z.int() })),
  people: z.object({ expected: z.int(), sites: z.int() }),
  next: z.string(),
})

const announcing: Operation<SignedIn>[] = [
  operation({
    id: "readAnnouncement",
    method: "get",
    path: announcement,
    tag,
    summary: "When a round is announced, with the facts that may be used then",
    gives: z.object({
      told: instant.optional().meta({ description: "When all applicants were told, in confidence" }),
      facts: factsShape,
      office: z.object({ until: instant, by: z.string(), address: z.string().optional() }).optional(),
    }),
    does: async (c) => {
      const { told, facts, round } = await announcementHere(c)
      return { body: { told: told?.at, facts, office: await officeHere(c, round.id) } }
    },
  }),
  operation<SignedIn, Record<string, unknown>>({
    id: "setAnnouncement",
    method: "post",
    path: announcement,
    tag,
    summary: "Set the minute from which public pages name the sites; movable until it has come",
    keyed: true,
    asks: z.strictObject({
      when: z.enum(["later", "now"]),
      on: plainDate.optional().meta({ description: "With `later`: the day, at most 60 days ahead" }),
      time: timeOfDay.optional().meta({ description: "With `later`: London time, like 09:30" }),
    }),
    gives: z.object({ round: z.string(), phase: z.string(), announced: instant }),
    does: async (c, body, key) => {
      const given = await setMinute(c, body, key as MoveKey)
      return { body: given, at: announcementAt(given.round) }
    },
  }),
  operation<SignedIn, Record<string, unknown>>({
    id: "makeOfficeLink",
    method: "post",
    path: `${announcement}/office`,
    tag,
    summary: "Make the private office’s link to the facts; one that is out stops with it",
    keyed: true,
    asks: z.strictObject({
      days: z.int().min(1).max(90).optional().meta({ description: "30 where it is left out" }),
    }),
    gives: z.object({ round: z.string(), until: instant }),
    does: async (c, body, key) => {
      const given = await makeLink(c, body, key as MoveKey)
      return { body: given, at: announcementAt(given.round) }
    },
  }),
  operation({
    id: "stopOfficeLink",
    method: "post",
    path: `${announcement}/office/stop`,
    tag,
    summary: "Stop the private office’s link",
    keyed: true,
    asks: z.strictObject({}),
    gives: z.object({ round: z.string() }),
    does: async (c, _, key) => ({ body: await stopLink(c, key as MoveKey) }),
  }),
]

export const announcingOperations: Operation<SignedIn>[] = [
  ...announcing,
  ...joiningOperations,
  ...foiOperations,
]
