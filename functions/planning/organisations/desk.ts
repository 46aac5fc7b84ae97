import { answered } from "../../../shared/domain/answered.ts"
import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import { mayInProgramme } from "../../../shared/domain/people/policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Event } from "../../../shared/domain/submissions/event.ts"
import type { Section } from "../../../shared/form/section.ts"
import { changesIn } from "../../../shared/store/changes.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { organisationsIn } from "../../../shared/store/organisations.ts"
import { changeHere } from "../../../shared/web/programme/change.ts"
import type { C } from "../desk.ts"

/** As many as one looks through. */
const most = 50

export type Listed = { q: string; found: Organisation[]; total: number; page: number; pages: number }

/** The organisations whose name, code or mail domain holds what was asked for, in the order of their names. */
export const listedHere = async (c: C): Promise<Listed> => {
  const all = await organisationsIn(c.var.world.table).all()
  const q = (c.req.query("q") ?? "").trim().slice(0, 100)
  const wanted = q.toLowerCase()
  const found = all
    .filter((one) => textsOf(one).some((text) => text.toLowerCase().includes(wanted)))
    .sort((a, b) => a.shortName.localeCompare(b.shortName))
  const pages = Math.max(1, Math.ceil(found.length / most))
  const page = Math.min(pageIn(c.req.query("page")), pages)
  return { q, found: found.slice((page - 1) * most, page * most), total: found.length, page, pages }
}

const pageIn = (given: string | undefined) => (given && /^[1-9]\d{0,2}$/.test(given) ? Number(given) : 1)

const textsOf = ({ id, name, shortName, code, names = [], gss, domains }: Organisation) => [
  id,
  name,
  shortName,
  code,
  ...names.flatMap((one) => [one.name, one.shortName]),
  ...gss.map((one) => one.code),
  ...domains,
]

export type OnDesk = {
  one: Organisation
  all: Organisation[]
  history: (Event & { note?: string })[]
  mayChange: boolean
}

export const organisationHere = async (c: C): Promise<{ one: Organisation; all: Organisation[] }> => {
  const all = await organisationsIn(c.var.world.table).all()
  const one = all.find(({ id }) => id === c.req.param("id"))
  if (!one) throw new Refused("not found")
  return { one, all }
}

export const organisationDesk = async (c: C): Promise<OnDesk> => {
  const { actor, world } = c.var
  const here = await organisationHere(c)
  const history = await changesIn(world.table).history(recordOf(here.one.id))
  return { ...here, history, mayChange: mayInProgramme(actor, "change organisations") }
}

const recordOf = (id: string) => `organisation-${id}`

const changers = "You can look up organisations. A programme coordinator or an administrator changes them."

export const changersOnly = (c: C) => {
  if (!mayInProgramme(c.var.actor, "change organisations"))
    throw new Refused("not allowed", { says: changers })
}

export type Changed = { organisation: string }

type Asked = {
  move: string
  form: (all: Organisation[]) => Section
  given: Record<string, unknown>
  key: MoveKey
}
type Decide<Given> = (before: Organisation, given: Given, all: Organisation[]) => Organisation

/** Changes one organisation, with its line of history; no other change of the directory comes between. */
export const changing = async <Given>(
  c: C,
  { move, form, given, key }: Asked,
  shape: { parse: (given: unknown) => Given & { because: string } },
  decide: Decide<Given>,
): Promise<Changed> => {
  changersOnly(c)
  const { table, now } = c.var.world
  const organisations = organisationsIn(table)
  const { one, all } = await organisationHere(c)
  const read = shape.parse(answered(form(all), given, now()))
  return change(c, { id: one.id, move, note: read.because, key }, async () => {
    const turn = await organisations.turn()
    const { one: before, all: others } = await organisationHere(c)
    const after = { ...decide(before, read, others), changedAt: now().toISOString() }
    return { actions: [turn, ...organisations.changing(before, after)], result: { organisation: after.id } }
  })
}

type Change = { id: string; move: string; note: string; key: MoveKey }

export const change = (
  c: C,
  { id, ...asked }: Change,
  decide: Parameters<typeof changeHere<Changed>>[2],
): Promise<Changed> =>
  changeHere<Changed>(
    c,
    { right: "change organisations", says: changers, record: recordOf(id), ...asked },
    decide,
  )
