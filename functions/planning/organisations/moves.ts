import * as z from "zod"
import { answered } from "../../../shared/domain/answered.ts"
import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import { organisationKinds } from "../../../shared/domain/people/organisation.ts"
import {
  ended,
  founded,
  recoded,
  renamed,
  withDomain,
  withoutDomain,
} from "../../../shared/domain/people/organisation-change.ts"
import {
  addingDomain,
  ending,
  founding,
  recoding,
  removingDomain,
  renaming,
} from "../../../shared/domain/people/organisation-forms.ts"
import type { Answers } from "../../../shared/form/question.ts"
import type { Section } from "../../../shared/form/section.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { organisationsIn } from "../../../shared/store/organisations.ts"
import { londonDate } from "../../../shared/values/london.ts"
import type { C } from "../desk.ts"
import { type Changed, change, changersOnly, changing } from "./desk.ts"

type Given = Record<string, unknown>

/** One way to change an organisation: a form of its own, and what it comes to. */
export type Way = {
  /** The end of its address. */
  at: string
  operation: string
  summary: string
  button: string
  form: (all: Organisation[]) => Section
  /** What the form begins with. */
  begins?: (one: Organisation) => Answers
  does: (c: C, given: Given, key: MoveKey) => Promise<Changed>
}

const because = z.object({ because: z.string() })
const domain = because.extend({ domain: z.string() })

export const ways: Way[] = [
  {
    at: "names",
    operation: "renameOrganisation",
    summary: "Give an organisation a new name since a day; those before stay with their days",
    button: "Save the new name",
    form: () => renaming,
    begins: ({ name, shortName }) => ({ name, shortName }),
    does: (c, given, key) =>
      changing(
        c,
        { move: "rename", form: () => renaming, given, key },
        because.extend({ name: z.string(), shortName: z.string(), from: z.string() }),
        (one, { name, shortName, from }) =>
          renamed(one, { name, shortName, from }, londonDate(c.var.world.now())),
      ),
  },
  {
    at: "gss",
    operation: "recodeOrganisation",
    summary: "Give an organisation a new GSS code from a day; the one before ends",
    button: "Save the new code",
    form: () => recoding,
    does: (c, given, key) =>
      changing(
        c,
        { move: "new GSS code", form: () => recoding, given, key },
        because.extend({ code: z.string(), from: z.string() }),
        (one, { code, from }, all) => recoded(one, { code, from }, all),
      ),
  },
  {
    at: "domains",
    operation: "addMailDomain",
    summary: "Add a mail domain of an organisation's own: whoever has an address there can start for it",
    button: "Add the mail domain",
    form: () => addingDomain,
    does: (c, given, key) =>
      changing(
        c,
        { move: "add a mail domain", form: () => addingDomain, given, key },
        domain,
        (one, read, all) => withDomain(one, read.domain, all),
      ),
  },
  {
    at: "domains-take-away",
    operation: "takeMailDomainAway",
    summary: "Take a mail domain of an organisation away: nobody can start for it from there",
    button: "Take the mail domain away",
    form: () => removingDomain,
    does: (c, given, key) =>
      changing(
        c,
        { move: "take a mail domain away", form: () => removingDomain, given, key },
        domain,
        (one, read) => withoutDomain(one, read.domain),
      ),
  },
  {
    at: "end",
    operation: "endOrganisation",
    summary: "Give an organisation its last day, and say who comes after it",
    button: "Save its end",
    form: ending,
    begins: ({ to, successors }) => ({
      ...(to && { to }),
      ...(successors && {
        successors: successors.map((organisation, at) => ({ id: `r${at + 1}`, organisation })),
      }),
    }),
    does: (c, given, key) =>
      changing(
        c,
        { move: "end", form: ending, given, key },
        because.extend({
          to: z.string(),
          successors: z.array(z.object({ id: z.string(), organisation: z.string() })).default([]),
        }),
        (one, { to, successors }, all) => ended(one, { to, successors }, all),
      ),
  },
]

const founds = because.extend({
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(Object.keys(organisationKinds) as [Organisation["kind"]]),
  code: z.string(),
  region: z.string().optional(),
  gss: z.string().optional(),
  domain: z.string().optional(),
  from: z.string().optional(),
})

/** An organisation that was not there. */
export const found = async (c: C, given: Given, key: MoveKey): Promise<Changed> => {
  changersOnly(c)
  const { table, now } = c.var.world
  const organisations = organisationsIn(table)
  const { because: note, ...read } = founds.parse(answered(founding, given, now()))
  const { id } = founded(read, [])
  return change(c, { id, move: "add", note, key }, async () => {
    const turn = await organisations.turn()
    const one = { ...founded(read, await organisations.all()), changedAt: now().toISOString() }
    return { actions: [turn, ...organisations.adding(one)], result: { organisation: one.id } }
  })
}
