import * as z from "zod"
import { links } from "../../../shared/domain/selection/reading.ts"
import { isOpen } from "../../../shared/domain/selection/seen.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { expressionAt, roundAt } from "../../../shared/web/panel/addresses.ts"
import { deskHere, oneHere, only } from "../../../shared/web/panel/here.ts"
import { linkAt, linkedAt } from "./addresses.ts"
import { assignOperations } from "./assign-operations.ts"
import { checkOperations } from "./check-operations.ts"
import { declarers, sayLink, sayLinks } from "./declaring.ts"
import { liftLink, linkedHere } from "./linked.ts"

const round = roundAt(":round")
const one = expressionAt(":round", ":reference")
const tag = "Links and checks"

const { none: _, ...kinds } = links
const link = z.enum(Object.keys(links) as (keyof typeof links)[])
const kind = z.enum(Object.keys(kinds) as (keyof typeof kinds)[])
const words = z.string().max(2_000).optional().meta({ description: "With `other`: 20 words or fewer" })
const reference = z.string().max(100)
const named = z.object({ reference: z.string(), name: z.string() })

const ofLinks: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "readLink",
    method: "get",
    path: `${one}/links`,
    tag,
    summary: "Whether you have said that you have no link with an expression of interest",
    gives: named.extend({ said: z.enum(["not said", "none"]) }),
    does: async (c) => {
      only(c, "declare links", declarers)
      const found = (await oneHere(c)).one
      return {
        body: {
          reference: found.reference,
          name: found.name,
          said: isOpen(found) ? "none" : "not said",
        },
      }
    },
  }),
  operation({
    id: "sayLink",
    method: "post",
    path: `${one}/links`,
    tag,
    summary: "Say whether you have a link with an expression of interest",
    about: "With a link it is not found by you from then on, anywhere.",
    keyed: true,
    asks: z.strictObject({ link, words }),
    gives: z.object({ reference: z.string(), link }),
    does: async (c, given, key) => {
      const body = await sayLink(c, given, key as MoveKey)
      const id = c.req.param("round") ?? ""
      return { body, at: body.link === "none" ? linkAt(id, body.reference) : roundAt(id) }
    },
  }),
  operation<SignedIn, unknown>({
    id: "listLinksToSay",
    method: "get",
    path: `${round}/links`,
    tag,
    summary: "Every expression of interest of which you have not said whether you have a link with it",
    gives: z.object({ expressions: z.array(named) }),
    does: async (c) => {
      only(c, "declare links", declarers)
      const { seen } = await deskHere(c)
      const expressions = seen
        .filter((each) => !isOpen(each))
        .map(({ reference, name }) => ({ reference, name }))
      return { body: { expressions } }
    },
  }),
  operation({
    id: "sayLinks",
    method: "post",
    path: `${round}/links`,
    tag,
    summary: "Say of many at once which you have a link with, and which you have none with",
    about: "All of it is checked first. Again with the same key it goes on where it was broken off.",
    keyed: true,
    asks: z.strictObject({
      linked: z.array(reference).max(2_000).optional(),
      link: kind.optional().meta({ description: "What link you have with those that are `linked`" }),
      words,
      none: z.array(reference).max(2_000).optional(),
    }),
    gives: z.object({ linked: z.int(), none: z.int() }),
    does: async (c, given, key) => {
      const body = await sayLinks(c, given, key as MoveKey)
      return { body, at: roundAt(c.req.param("round") ?? "") }
    },
  }),
  operation<SignedIn, unknown>({
    id: "listLinked",
    method: "get",
    path: `${round}/linked`,
    tag,
    summary: "Who is kept from which expression of interest, of those that you are free of",
    gives: z.object({
      said: z.array(
        named.extend({
          person: z.string(),
          by: z.string(),
          says: z.string(),
          at: z.iso.datetime(),
          before: z.array(z.string()).meta({ description: "What they did before, which stands" }),
          mayLift: z.boolean(),
        }),
      ),
      barred: z.array(named.extend({ person: z.string(), by: z.string(), because: z.string() })),
      stuck: z.array(named.extend({ nobody: z.array(z.string()), next: z.string() })),
    }),
    does: async (c) => {
      const { said, barred, stuck } = await linkedHere(c)
      return { body: { said, barred, stuck } }
    },
  }),
  operation({
    id: "liftLink",
    method: "post",
    path: `${round}/linked/lift`,
    tag,
    summary: "Take away a link that was said by mistake: that person is asked again",
    keyed: true,
    asks: z.strictObject({
      reference,
      person: z.string().max(200),
      because: z.string().max(20_000).meta({ description: "50 words or fewer" }),
    }),
    gives: z.object({ reference: z.string(), person: z.string() }),
    does: async (c, given, key) => {
      const body = await liftLink(c, given, key as MoveKey)
      return { body, at: linkedAt(c.req.param("round") ?? "") }
    },
  }),
]

export const linkOperations: Operation<SignedIn>[] = [...ofLinks, ...checkOperations, ...assignOperations]
