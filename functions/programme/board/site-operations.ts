import * as z from "zod"
import { action } from "../../../shared/domain/actions/action.ts"
import { joined } from "../../../shared/domain/calendar/site-phase.ts"
import { toldWords } from "../../../shared/domain/letters/told.ts"
import type { Member } from "../../../shared/domain/people/member.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { returnAt, siteAt } from "./addresses.ts"
import { cellBody, cellShape } from "./shapes.ts"
import { type Happened, happenedTo, returnHere, siteHere } from "./sites.ts"
import { sponsorHere, writeToSponsor } from "./sponsor.ts"

const tag = "The board"
const one = returnAt(":organisation", ":round")

const happened = z.array(
  z.object({ at: z.string(), round: z.string(), title: z.string(), says: z.string(), by: z.string() }),
)
const people = z.array(
  z.object({
    name: z.string(),
    email: z.string(),
    role: z.string(),
    until: z.iso.datetime(),
    bounced: z.iso.datetime().optional().meta({ description: "Since when letters to them come back" }),
  }),
)
const peopleBody = (members: Member[]) =>
  members.map(({ name, email, role, to, bounced }) => ({ name, email, role, until: to, bounced }))

const tellings = z.array(z.object({ name: z.string(), state: z.string(), says: z.string() }))

/** One site, one of its returns, and the letter to its sponsor. */
export const siteOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "readSite",
    method: "get",
    path: siteAt(":organisation"),
    tag,
    summary: "A site: who is there, its dates, what it owes in a phase and what happened",
    query: { phase: "The id of a phase; else the one that runs now" },
    gives: z.object({
      asAt: z.iso.datetime(),
      organisation: z.string(),
      name: z.string(),
      phase: z.string().optional(),
      people,
      phases: z.array(
        z.object({
          phase: z.string(),
          title: z.string(),
          from: plainDate.optional(),
          to: plainDate.optional(),
          award: z.int().optional().meta({ description: "Pence, where it is published" }),
          coach: z.string().optional(),
          joined: z.enum(Object.keys(joined)),
        }),
      ),
      returns: z.array(cellShape),
      actions: z.array(action.omit({ revision: true })).meta({ description: "The conditions of its award" }),
      happened,
    }),
    does: async (c) => {
      const { organisation, phase, phases, members, cells, actions, timeline, asAt } = await siteHere(c)
      return {
        body: {
          asAt: asAt.toISOString(),
          organisation: organisation.id,
          name: organisation.name,
          phase: phase?.id,
          people: peopleBody(members),
          phases: phases.flatMap(({ id, title, sites }) =>
            sites
              .filter((each) => each.organisation === organisation.id)
              .map(({ from, to, award, coach, joined }) => ({
                phase: id,
                title,
                from,
                to,
                award,
                coach: coach?.name,
                joined,
              })),
          ),
          returns: cells.map(cellBody),
          actions: actions.map(({ revision: _, ...one }) => one),
          happened: timeline satisfies Happened[],
        },
      }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readSiteReturn",
    method: "get",
    path: one,
    tag,
    summary: "One return of a site: where it stands, what was done about it, who was told",
    gives: z.object({
      return: cellShape,
      people,
      happened,
      toSponsor: z.object({ at: z.iso.datetime(), by: z.string(), to: tellings }).optional(),
    }),
    does: async (c) => {
      const found = await returnHere(c)
      const { cell, members, toSponsor } = found
      return {
        body: {
          return: cellBody(cell),
          people: peopleBody(members),
          happened: happenedTo(found),
          toSponsor: toSponsor && {
            at: toSponsor.letter.at,
            by: toSponsor.letter.by,
            to: toSponsor.tellings.map((each) => ({
              name: each.name,
              state: each.state,
              says: toldWords(each),
            })),
          },
        },
      }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readSponsorLetter",
    method: "get",
    path: `${one}/sponsor`,
    tag,
    summary: "The letter to the sponsor as it would go now, or why it cannot",
    gives: z.object({
      sent: z.boolean(),
      subject: z.string().optional(),
      text: z.string().optional(),
      seen: z.string().optional().meta({ description: "What to send it with" }),
      to: z.array(z.object({ name: z.string(), email: z.string() })).optional(),
      refused: z.string().optional(),
    }),
    does: async (c) => {
      const { toSponsor, letter, words, seen, refused } = await sponsorHere(c)
      const to = letter?.to.map(({ name, email }) => ({ name, email }))
      return { body: { sent: toSponsor !== undefined, ...words, seen, to, refused } }
    },
  }),
  operation<SignedIn, { seen: string }>({
    id: "writeToSponsor",
    method: "post",
    path: `${one}/sponsor`,
    tag,
    summary: "Write to the sponsor of a return that is five working days late, once",
    about: "The letter that `readSponsorLetter` gives. Somebody has read it and telephoned the lead first.",
    keyed: true,
    asks: z.strictObject({
      seen: z.string().max(100).meta({ description: "The `seen` of the letter that was read" }),
    }),
    gives: z.object({ round: z.string(), to: z.int() }),
    does: async (c, { seen }, key) => {
      const body = await writeToSponsor(c, seen, key as MoveKey)
      return { body, at: returnAt(c.req.param("organisation") ?? "", body.round) }
    },
  }),
]
