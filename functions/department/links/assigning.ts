import type { Actor } from "../../../shared/domain/people/actor.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import {
  type AssignJob,
  countsIn,
  type Pair,
  whyNobody,
  whyNotReader,
  withReaders,
} from "../../../shared/domain/selection/assigning.ts"
import type { GivenLetter } from "../../../shared/domain/selection/assigning-form.ts"
import type { Reading } from "../../../shared/domain/selection/reading.ts"
import type { Problem } from "../../../shared/form/question.ts"
import { keyedWrite } from "../../../shared/store/keyed.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type C, type Desk, deskHere, only, whoHere } from "../../../shared/web/panel/here.ts"
import { having, panelPeople } from "./people.ts"
import { applyEach } from "./row.ts"
import { type Assigning, assigners, assigningHere, jobIn, sentBefore } from "./sharing.ts"

export type Given = { given: number; expressions: number; readers: number }

/**
 * Gives expressions of interest to readers. All of it is checked first, then recorded, then each is applied, then each
 * reader is told once: broken off anywhere and asked again, it ends the same.
 */
export const assign = async (c: C, pairs: Pair[], key: MoveKey): Promise<Given> => {
  only(c, "assign", assigners)
  const { actor, world } = c.var
  await endAssigning(c)
  const at = keys.panelMove(c.req.param("round") ?? "", actor.id, key.key)
  const { given, expressions, readers } = await keyedWrite<Given>(world.table, { at, key }, async () => {
    const desk = await assigningHere(c)
    const problems = await problemsWith(desk, pairs)
    if (problems.length > 0)
      throw new Refused("not valid", { says: "Nothing was given to anybody.", problems })
    const rows = rowsOf(desk, pairs)
    const job = jobIn(c, desk.round.id)
    const before = await job.last()
    if (before && !before.done) throw new Refused("busy", { retryAfterSeconds: 1 })
    const all = rows.flatMap((row) => row.readers)
    const planned = {
      id: key.key,
      by: whoHere(c),
      at: world.now().toISOString(),
      rows,
      done: false,
      revision: 0,
    }
    return {
      actions: rows.length > 0 ? [job.put(planned, before)] : [],
      result: {
        given: all.length,
        expressions: rows.length,
        readers: new Set(all.map(({ person }) => person)).size,
      },
    }
  })
  await endAssigning(c)
  return { given, expressions, readers }
}

export const fieldOfExpression = (reference: string) => `expression.${reference}`

/** Everything that is in the way, each beside the expression of interest that it is about. */
const problemsWith = async (desk: Assigning, pairs: Pair[]): Promise<Problem[]> => {
  if (pairs.length === 0) return [{ question: "expression", says: "Select what is to be read" }]
  const problems: Problem[] = []
  for (const { reference, person } of pairs) {
    const row = desk.rows.find(({ one }) => one.reference === reference)
    const question = fieldOfExpression(reference)
    if (!row) {
      const named = desk.seen.find((one) => one.reference === reference)
      if (!named) throw new Refused("not found")
      problems.push({ question, says: `${named.name}: Say first whether you have a link with it` })
      continue
    }
    const reader = desk.readers.find(({ actor }) => actor.id === person)
    const { coached } = desk.whole
    const sent = (await sentBefore(desk, row.raw, person)) !== undefined
    const says = !reader
      ? "Select readers from the list"
      : (row.not ?? whyNotReader(reader.actor, row.raw, { coached, sent }))
    if (says) problems.push({ question, says: `${row.one.name}: ${says}` })
  }
  return problems.filter(
    (one, at) =>
      problems.findIndex((each) => each.question === one.question && each.says === one.says) === at,
  )
}

/** What of it is new, by expression of interest. */
const rowsOf = ({ rows, readers }: Assigning, pairs: Pair[]): AssignJob["rows"] =>
  rows.flatMap(({ raw }) => {
    const wanted = pairs.filter(({ reference }) => reference === raw.reference).map(({ person }) => person)
    const isNew = (person: string) => !raw.readers.some((each) => each.person === person)
    const given = readers
      .filter(({ actor }) => wanted.includes(actor.id) && isNew(actor.id))
      .map(({ actor }) => ({ person: actor.id, name: actor.name }))
    return given.length > 0 ? [{ reference: raw.reference, readers: given }] : []
  })

/** Ends what was begun: each row that is not done, then the letters, once. Who gave them out needs no letter of it. */
export const endAssigning = async (c: C): Promise<void> => {
  only(c, "assign", assigners)
  const job = jobIn(c, c.req.param("round") ?? "")
  const open = await job.last()
  if (!open || open.done) return
  const [desk, people] = await Promise.all([deskHere(c), panelPeople(c)])
  await applyEach(c, open.rows, ({ reference, readers }) => ({
    asked: {
      right: "assign",
      says: assigners,
      record: reference,
      move: "assign",
      note: `Given to ${readers.map(({ name }) => name).join(", ")}`,
    },
    decide: async () => {
      const raw = await desk.store.reading(reference)
      const given = raw ? await givenIn(desk, raw, people, readers) : []
      return raw && given.length > 0 ? [desk.store.put(withReaders(raw, given), raw)] : undefined
    },
  }))
  const { readings, panel } = await desk.store.all()
  const letters = countsIn(open, readings).flatMap((one): GivenLetter[] => {
    const isOther = one.person !== open.by.person
    const to = people
      .filter(({ id }) => isOther && id === one.person)
      .map(({ name, email }) => ({ name, email }))
    if (to.length === 0) return []
    return [
      {
        letter: "given to read",
        id: `given#${open.id}#${one.person}`,
        round: desk.round.id,
        roundTitle: desk.round.title,
        count: one.count,
        ...(panel?.scoresBy && { scoresBy: panel.scoresBy }),
        by: open.by.name,
        at: open.at,
        to,
      },
    ]
  })
  await c.var.world.table.write([
    job.done(open),
    ...letters.map((one) => ({
      put: { ...keys.panelLetter(desk.round.id, one.id), ...one },
      when: "new" as const,
    })),
  ])
}

/** The same where somebody asks for it, of a round that is there. */
export const finishAssigning = async (c: C): Promise<void> => {
  only(c, "assign", assigners)
  await deskHere(c)
  await endAssigning(c)
}

/** Those who can still become its readers: whoever sent a sheet of it before reads it by that one again. */
const givenIn = async (
  desk: Desk,
  raw: Reading,
  people: Actor[],
  wanted: AssignJob["rows"][number]["readers"],
): Promise<Reading["readers"]> => {
  if (whyNobody(raw, desk.whole.panel)) return []
  const given: Reading["readers"] = []
  for (const actor of having(people, "score").filter(({ id }) =>
    wanted.some(({ person }) => person === id),
  )) {
    if (raw.readers.some(({ person }) => person === actor.id)) continue
    const sheet = await sentBefore(desk, raw, actor.id)
    if (whyNotReader(actor, raw, { coached: desk.whole.coached, sent: sheet !== undefined })) continue
    const points = Object.entries(sheet?.scores ?? {}).map(([id, { score }]) => [id, score])
    given.push({
      person: actor.id,
      name: actor.name,
      ...(sheet && { sent: { at: sheet.at, version: sheet.version, points: Object.fromEntries(points) } }),
    })
  }
  return given
}
