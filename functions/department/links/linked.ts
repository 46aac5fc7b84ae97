import * as z from "zod"
import { answered } from "../../../shared/domain/answered.ts"
import type { Actor } from "../../../shared/domain/people/actor.ts"
import type { SelectionRight } from "../../../shared/domain/people/selection-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { asked, lifting, linkWords } from "../../../shared/domain/selection/linking.ts"
import type { Reading } from "../../../shared/domain/selection/reading.ts"
import { isOpen, type Seen } from "../../../shared/domain/selection/seen.ts"
import { barredBy, standingTo } from "../../../shared/domain/selection/standing.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type C, changing, type Desk, deskHere, only } from "../../../shared/web/panel/here.ts"
import { having, nameOf, panelPeople } from "./people.ts"

export const lifters = "The chair of the selection panel and decision-makers see who has which link."

type Named = { reference: string; name: string }

export type SaidLink = Named & {
  person: string
  by: string
  says: string
  at: string
  /** What they did before they said so, which stands: only for whoever may see it. */
  before: string[]
  mayLift: boolean
}
export type Barred = Named & { person: string; by: string; because: string }
/** What nobody of the panel is free to do about one of them. */
export type Stuck = Named & { nobody: string[]; next: string }

export type Linked = Desk & { said: SaidLink[]; barred: Barred[]; stuck: Stuck[] }

const needed: { right: SelectionRight; to: string; who: string }[] = [
  { right: "assign", to: "give it to readers", who: "another chair" },
  { right: "moderate", to: "settle its scores", who: "another chair" },
  { right: "decide", to: "decide about it", who: "another decision-maker" },
]

/** Who is kept from which, of those that this person is free of themselves: nothing else of the round is in it. */
export const linkedHere = async (c: C): Promise<Linked> => {
  only(c, "lift links", lifters)
  const [desk, people] = await Promise.all([deskHere(c), panelPeople(c)])
  const free = desk.seen
    .filter(isOpen)
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap((one) => {
      const raw = desk.whole.readings.find(({ reference }) => reference === one.reference)
      return raw ? [{ one, raw }] : []
    })
  return {
    ...desk,
    said: free.flatMap(({ one, raw }) =>
      raw.said
        .filter(({ link }) => link !== "none")
        .map(({ person, name: by, at, ...said }) => ({
          reference: one.reference,
          name: one.name,
          person,
          by,
          says: linkWords(said),
          at,
          before: doneBefore(person, one),
          mayLift: person !== c.var.actor.id,
        })),
    ),
    barred: free.flatMap(({ one: { reference, name }, raw }) =>
      people.flatMap((actor) => {
        const because = barredBy(actor, raw, desk.whole.coached)
        return because ? [{ reference, name, person: actor.id, by: actor.name, because }] : []
      }),
    ),
    stuck: free.flatMap(({ raw }) => stuckOf(raw, people, desk.whole.coached) ?? []),
  }
}

const doneBefore = (person: string, one: Seen) => {
  if (!isOpen(one) || !one.compared) return []
  const { moderated, decided, scorers } = one.compared
  return [
    ...(scorers.includes(person) ? ["sent scores or settled one: a sheet of theirs does not count"] : []),
    ...(moderated?.by.person === person ? ["settled the scores"] : []),
    ...(decided?.by.person === person ? ["decided about it"] : []),
  ]
}

const stuckOf = (raw: Reading, people: Actor[], coached: Desk["whole"]["coached"]): Stuck | undefined => {
  const missing = needed.filter(
    ({ right }) => !having(people, right).some((actor) => standingTo(actor, raw, coached) !== "linked"),
  )
  if (missing.length === 0) return undefined
  const { reference, name } = raw
  const who = [...new Set(missing.map((one) => one.who))]
  return { reference, name, nobody: missing.map(({ to }) => to), next: `Let in ${who.join(" and ")}` }
}

const lift = z.object({ because: z.string() })

type Lifting = { reference: string; person: string; because?: string }

/** One link that was said, of one that this person is free of; never their own. */
export const toLift = async (
  c: C,
  { reference, person }: Pick<Lifting, "reference" | "person">,
): Promise<Desk & { raw: Reading; by: string }> => {
  only(c, "lift links", lifters)
  const desk = await deskHere(c)
  const one = desk.seen.find((each) => each.reference === reference)
  const raw = desk.whole.readings.find((each) => each.reference === reference)
  const said = raw?.said.find((each) => each.person === person && each.link !== "none")
  if (!one || !isOpen(one) || !raw || !said) throw new Refused("not found")
  if (person === c.var.actor.id)
    throw new Refused("not allowed", { says: "Nobody lifts a link of their own." })
  return { ...desk, raw, by: said.name }
}

export type Lifted = { reference: string; person: string }

/** A link that was said by mistake goes, and that person is asked again. */
export const liftLink = async (c: C, given: Lifting, key: MoveKey): Promise<Lifted> => {
  only(c, "lift links", lifters)
  const { reference, person } = given
  const { because } = lift.parse(answered(lifting, { because: given.because }, c.var.world.now()))
  return changing(
    c,
    {
      right: "lift links",
      says: lifters,
      record: reference,
      move: "lift a link",
      note: `${await nameOf(c, person)}: ${because}`,
      key,
    },
    async () => {
      const { store, raw } = await toLift(c, { reference, person })
      return { actions: [store.put(asked(raw, person), raw)], result: { person, reference } }
    },
  )
}
