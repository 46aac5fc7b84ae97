import * as z from "zod"
import type { ReturnStands } from "../../../shared/domain/evaluation/return-stands.ts"
import { findingsAt } from "../../../shared/web/evaluation/addresses.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import type { Inside } from "../here.ts"
import { deskHere, type SiteRow } from "./desk.ts"

const stands = z.object({
  round: z.string(),
  kind: z.string(),
  title: z.string(),
  due: z.iso.datetime(),
  state: z.string(),
  who: z.string(),
  waitsFor: z.enum(["the site", "the evaluator"]).optional(),
  workingDays: z.int().optional(),
  reference: z.string().optional(),
})

const shownReturn = ({ one, says, who, waitsFor, days }: ReturnStands) => ({
  round: one.round,
  kind: one.kind,
  title: one.title,
  due: one.by,
  state: says,
  who,
  ...(waitsFor && { waitsFor, workingDays: days ?? 0 }),
  ...(one.stands && one.stands.version > 0 && { reference: one.stands.reference }),
})

const shownSite = ({ organisation, name, head, returns }: SiteRow) => ({
  organisation,
  name,
  plan: {
    version: head.plan?.version ?? 0,
    waitsFor: head.plan?.waitsFor ?? [],
    ...(head.plan?.lockedAt !== undefined && { lockedAt: head.plan.lockedAt }),
  },
  storiesShared: head.storiesShared,
  returns: returns.map(shownReturn),
})

/** The evaluation of every site, for whoever follows it. */
export const deskOperations: Operation<Inside>[] = [
  operation<Inside, unknown>({
    id: "readFindings",
    method: "get",
    path: findingsAt,
    tag: "Evaluation of all sites",
    summary: "Where the evaluation of each site stands, who has what, and what was released last",
    about:
      "No figure is here. A coach sees the sites that a phase names them for. Lists are as they were a moment ago.",
    query: { phase: "A phase; without it, the one that runs now" },
    gives: z.object({
      phase: z.string().optional(),
      line: z.string(),
      released: z.object({ number: z.int(), at: z.iso.datetime() }).optional(),
      sites: z.array(
        z.object({
          organisation: z.string(),
          name: z.string(),
          plan: z.object({
            version: z.int(),
            waitsFor: z.array(z.string()),
            lockedAt: z.iso.datetime().optional(),
          }),
          storiesShared: z.int(),
          returns: z.array(stands),
        }),
      ),
    }),
    does: async (c) => {
      const { phase, line, sites, released } = await deskHere(c)
      return {
        body: {
          ...(phase && { phase: phase.id }),
          line,
          ...(released && { released }),
          sites: sites.map(shownSite),
        },
      }
    },
  }),
]
