import * as z from "zod"
import { type Action, action, ageOf, desks, isLate } from "../../../shared/domain/actions/action.ts"
import { actionWordsMost } from "../../../shared/domain/actions/hand-forms.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { londonDate, plainDate } from "../../../shared/values/london.ts"
import { actionAt, actionsAt } from "../../../shared/web/coaching/addresses.ts"
import { type C, type Inside, siteHere } from "../../../shared/web/coaching/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import type { Made } from "./changing.ts"
import { actionStates, actionsHere, actionWhole, chosenHere } from "./desk.ts"
import { carryAction, closeAction, dropAction, setAction } from "./moves.ts"

const tag = "Actions"
const one = actionAt(":organisation", ":action")

const shape = action.omit({ revision: true }).extend({
  late: z.boolean(),
  age: z
    .int()
    .optional()
    .meta({ description: "Working days of London since it was set; open ones have one" }),
})

const shown = ({ revision: _, ...all }: Action, today: string) => {
  const age = all.state === "open" ? ageOf(all, today) : undefined
  return { ...all, late: isLate(all, today), ...(age !== undefined && { age }) }
}

const made = z.object({ action: z.string(), state: z.string() })
const because = z
  .string()
  .max(2_000)
  .meta({ description: `${actionWordsMost} words or fewer` })

type Does<Body> = (c: C, body: Body, key: MoveKey) => Promise<Made>
type Move<Body> = { id: string; path: string; summary: string; asks: z.ZodType<Body>; does: Does<Body> }

const move = <Body>({ id, path, summary, asks, does }: Move<Body>): Operation<Inside> =>
  operation<Inside, Body>({
    id,
    method: "post",
    path,
    tag,
    summary,
    keyed: true,
    asks,
    gives: made,
    does: async (c, body, key) => ({
      body: await does(c, body, key as MoveKey),
      at: actionsAt(siteHere(c)),
    }),
  })

/** What is to be done about a site, below the address of its organisation. */
export const actionOperations: Operation<Inside>[] = [
  operation({
    id: "listActions",
    method: "get",
    path: actionsAt(":organisation"),
    tag,
    summary: "What is to be done about the site, wherever it comes from: what is open first",
    query: {
      desk: `On whose desk: ${Object.keys(desks).join(", ")}`,
      state: `Which of them: ${Object.keys(actionStates).join(", ")}; all where nothing is said`,
    },
    gives: z.object({ actions: z.array(shape) }),
    does: async (c) => {
      const today = londonDate(c.var.world.now())
      const actions = await actionsHere(c, chosenHere(c))
      return { body: { actions: actions.map((each) => shown(each, today)) } }
    },
  }),
  operation({
    id: "readAction",
    method: "get",
    path: one,
    tag,
    summary: "One action with all that became of it, and the returns on which it stood",
    gives: shape.extend({
      stoodOn: z.array(
        z.object({ round: z.string(), title: z.string(), reference: z.string(), at: z.iso.datetime() }),
      ),
    }),
    does: async (c) => {
      const { one: found, stood } = await actionWhole(c)
      return { body: { ...shown(found, londonDate(c.var.world.now())), stoodOn: stood } }
    },
  }),
  move({
    id: "setAction",
    path: actionsAt(":organisation"),
    summary: "Set an action on a desk of the site or of the programme",
    asks: z.strictObject({
      text: because,
      owner: z.enum(Object.keys(desks) as [keyof typeof desks]),
      who: z.string().max(60).optional().meta({ description: "Somebody of that desk, by their id" }),
      due: plainDate,
    }),
    does: setAction,
  }),
  move({
    id: "closeAction",
    path: `${one}/done`,
    summary: "Say that something is done, and how that can be seen",
    asks: z.strictObject({ evidence: z.string().max(2_000).meta({ description: "60 words or fewer" }) }),
    does: closeAction,
  }),
  move({
    id: "dropAction",
    path: `${one}/drop`,
    summary: "Say that nobody has to do something any more, and why",
    asks: z.strictObject({ because }),
    does: dropAction,
  }),
  move({
    id: "carryAction",
    path: `${one}/carry`,
    summary: "Give an action another day, with why",
    asks: z.strictObject({
      due: plainDate,
      was: plainDate.meta({ description: "The day it had as you read it" }),
      because,
    }),
    does: carryAction,
  }),
]
