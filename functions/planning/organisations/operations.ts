import * as z from "zod"
import { organisation, organisationKinds } from "../../../shared/domain/people/organisation.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { organisationAt, organisationsAt } from "./addresses.ts"
import { listedHere, organisationHere } from "./desk.ts"
import { found, ways } from "./moves.ts"

const tag = "Organisations"
const line = (most: number) => z.string().max(most)
const because = line(20_000).meta({ description: "60 words or fewer" })
const changed = z.object({ organisation: z.string() })

/** What each way of changing one asks, by the end of its address. */
const asks: Record<string, z.ZodType<Record<string, unknown>>> = {
  names: z.strictObject({ name: line(2_000), shortName: line(1_000), from: plainDate, because }),
  gss: z.strictObject({ code: line(100), from: plainDate, because }),
  domains: z.strictObject({ domain: line(300), because }),
  "domains-take-away": z.strictObject({ domain: line(300), because }),
  end: z.strictObject({
    to: plainDate,
    successors: z
      .array(z.strictObject({ organisation: line(100) }))
      .min(1)
      .max(10)
      .optional(),
    because,
  }),
}

/** Organisations as coordinators and administrators look them up and change them. */
export const organisationOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "listOrganisations",
    method: "get",
    path: organisationsAt,
    tag,
    summary: "Organisations by name, fifty at a time",
    query: { q: "A part of a name, a code or a mail domain", page: "Which fifty, from 1" },
    gives: z.object({
      organisations: z.array(organisation),
      total: z.int(),
      page: z.int(),
      pages: z.int(),
    }),
    does: async (c) => {
      const { found: organisations, total, page, pages } = await listedHere(c)
      return { body: { organisations, total, page, pages } }
    },
  }),
  operation({
    id: "addOrganisation",
    method: "post",
    path: `${organisationsAt}/new`,
    tag,
    summary: "Add an organisation, under an id from its short name",
    keyed: true,
    status: 201,
    asks: z.strictObject({
      name: line(2_000),
      shortName: line(1_000),
      kind: z.enum(Object.keys(organisationKinds) as [keyof typeof organisationKinds]),
      code: line(100),
      region: line(1_000).optional(),
      gss: line(100).optional(),
      domain: line(300).optional(),
      from: plainDate.optional(),
      because,
    }),
    gives: changed,
    does: async (c, given, key) => {
      const body = await found(c, given, key as MoveKey)
      return { body, at: organisationAt(body.organisation) }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readOrganisation",
    method: "get",
    path: `${organisationsAt}/:id`,
    tag,
    summary: "An organisation with its names, codes and mail domains, and who comes after it",
    gives: organisation,
    does: async (c) => ({ body: (await organisationHere(c)).one }),
  }),
  ...ways.map((way) =>
    operation<SignedIn, Record<string, unknown>>({
      id: way.operation,
      method: "post",
      path: `${organisationsAt}/:id/${way.at}`,
      tag,
      summary: way.summary,
      keyed: true,
      asks: asks[way.at] ?? z.strictObject({}),
      gives: changed,
      does: async (c, given, key) => {
        const body = await way.does(c, given, key as MoveKey)
        return { body, at: organisationAt(body.organisation) }
      },
    }),
  ),
]
