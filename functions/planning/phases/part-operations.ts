import * as z from "zod"
import { lineForm } from "../../../shared/domain/calendar/phase-forms.ts"
import { siteForm } from "../../../shared/domain/calendar/site-form.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { phaseAt, phasesAt } from "./addresses.ts"
import { bodyOf } from "./body.ts"
import { addLine, changeLine, removeLine } from "./lines.ts"
import { addSite, changeSite, removeSite } from "./sites.ts"

const one = `${phasesAt}/:phase`
const tag = "Phases"
const onLine = z.object({ phase: z.string(), line: z.string() })
const onSite = z.object({ phase: z.string(), organisation: z.string() })
const nothing = z.strictObject({})
const seen = z.string().max(100).optional()

const lineBody = bodyOf(lineForm, ["kind", "cadence", "workingDays", "locksAfter", "because"])
const site = siteForm({ phase: {}, coaches: [] })
const { coach: _, ...plain } = site.asks
const siteBody = bodyOf({ ...site, asks: plain }, ["joined", "from", "to"]).extend({
  coach: z
    .string()
    .max(100)
    .meta({ description: "Who is its coach, by the id of the person; `nobody` where nobody is yet" }),
})

/** What a phase asks of each site, and its sites. */
export const partOperations: Operation<SignedIn>[] = [
  operation<SignedIn, Record<string, unknown>>({
    id: "addLine",
    method: "post",
    path: `${one}/lines/new`,
    tag,
    summary: "Ask each site of a phase that is not published for something more",
    keyed: true,
    status: 201,
    asks: lineBody,
    gives: onLine,
    does: async (c, given, key) => {
      const body = await addLine(c, given, key as MoveKey)
      return { body, at: phaseAt(body.phase) }
    },
  }),
  operation<SignedIn, { answers: Record<string, unknown>; seen?: string }>({
    id: "changeLine",
    method: "post",
    path: `${one}/lines/:line`,
    tag,
    summary: "Change one thing that is asked, of a phase that is not published",
    asks: z.strictObject({ answers: lineBody, seen }),
    gives: onLine,
    does: async (c, { answers, seen: read }) => {
      const body = await changeLine(c, answers, read)
      return { body, at: phaseAt(body.phase) }
    },
  }),
  operation({
    id: "removeLine",
    method: "post",
    path: `${one}/lines/:line/remove`,
    tag,
    summary: "Ask for one thing no longer, of a phase that is not published",
    keyed: true,
    asks: nothing,
    gives: onLine,
    does: async (c, _given, key) => {
      const body = await removeLine(c, key as MoveKey)
      return { body, at: phaseAt(body.phase) }
    },
  }),
  operation<SignedIn, Record<string, unknown>>({
    id: "addSite",
    method: "post",
    path: `${one}/sites/new`,
    tag,
    summary: "Add a site to a phase: an organisation of the directory",
    about: "Where the phase is published, it is expected to send what it owes at once.",
    keyed: true,
    status: 201,
    asks: siteBody.extend({
      organisation: z.string().max(100).meta({ description: "The id of an organisation" }),
    }),
    gives: onSite,
    does: async (c, given, key) => {
      const body = await addSite(c, given, key as MoveKey)
      return { body, at: phaseAt(body.phase) }
    },
  }),
  operation<SignedIn, { answers: Record<string, unknown>; seen?: string }>({
    id: "changeSite",
    method: "post",
    path: `${one}/sites/:organisation`,
    tag,
    summary: "Change the dates, award, coach or name of a site in a phase",
    about: "What nobody has begun follows its dates or goes; what was begun stays.",
    asks: z.strictObject({ answers: siteBody, seen }),
    gives: onSite,
    does: async (c, { answers, seen: read }) => {
      const body = await changeSite(c, answers, read)
      return { body, at: phaseAt(body.phase) }
    },
  }),
  operation({
    id: "removeSite",
    method: "post",
    path: `${one}/sites/:organisation/remove`,
    tag,
    summary: "Take a site out of a phase, as long as it has begun nothing there",
    keyed: true,
    asks: nothing,
    gives: onSite,
    does: async (c, _given, key) => {
      const body = await removeSite(c, key as MoveKey)
      return { body, at: phaseAt(body.phase) }
    },
  }),
]
