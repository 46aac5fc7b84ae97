import { answered } from "../../../shared/domain/answered.ts"
import { aboutHelp, type Help, helpInHead, newHelp } from "../../../shared/domain/coaching/help.ts"
import { askForm } from "../../../shared/domain/coaching/help-forms.ts"
import { askOnce, doubtsIn } from "../../../shared/domain/learning/doubts.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Section } from "../../../shared/form/section.ts"
import { helpIn, putHelp } from "../../../shared/store/help.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type C, changeHere, only, placeHere, viewHere, whoHere } from "../../../shared/web/coaching/here.ts"
import { helpLetters } from "./letters.ts"
import { type HelpStep, type HelpStepName, helpSteps } from "./steps.ts"

/** Everything that was asked of the department about this site, the newest first. The department reads it too. */
export const helpsHere = async (c: C): Promise<Help[]> => {
  viewHere(c)
  return (await helpIn(c.var.world.table).of(placeHere(c))).reverse()
}

export const helpHere = async (c: C): Promise<Help> => {
  viewHere(c)
  const place = placeHere(c)
  const number = c.req.param("number") ?? ""
  const found = /^[1-9]\d{0,3}$/.test(number)
    ? await helpIn(c.var.world.table).one(place, Number(number))
    : undefined
  if (!found) throw new Refused("not found")
  return found
}

export type HelpMoved = { number: number; phase: string; organisation: string }

const movedOf = ({ number, phase, organisation }: Help): HelpMoved => ({ number, phase, organisation })

/** What was typed, and the marks of what was said to stay. */
export type Said = { given: Record<string, unknown>; stays: readonly string[] }

export const askForHelp = async (c: C, said: Said, key: MoveKey): Promise<HelpMoved> => {
  const place = placeHere(c)
  only(c, "ask for help")
  const { table, settings, now } = c.var.world
  return changeHere(c, { right: "ask for help", key }, async (head) => {
    const { what, asks } = taken(askForm, said, now())
    const last = (await helpIn(table).of(place)).at(-1)?.number ?? 0
    const one = newHelp(
      { ...place, number: last + 1, what: what as Help["what"], asks: String(asks) },
      whoHere(c),
      now(),
    )
    return {
      move: "ask for help",
      about: aboutHelp(one),
      head: { help: helpInHead(head, one) },
      actions: [putHelp(settings.programme, one)],
      letters: await helpLetters(c, one, "ask"),
      result: movedOf(one),
    }
  })
}

/** The help in the address, for whoever may take this step about it. */
export const helpFor = async (c: C, name: HelpStepName): Promise<Help> => {
  const one = await helpHere(c)
  only(c, helpSteps[name].right)
  return one
}

export const moveHelp = async (c: C, name: HelpStepName, said: Said, key: MoveKey): Promise<HelpMoved> => {
  await helpFor(c, name)
  const { settings, now } = c.var.world
  const { right, move, form, field, does }: HelpStep = helpSteps[name]
  return changeHere(c, { right, key }, async (head) => {
    const before = await helpHere(c)
    const words = String(taken(form, said, now())[field])
    const after = does(before, words, whoHere(c), now())
    return {
      move,
      about: aboutHelp(after),
      head: { help: helpInHead(head, after) },
      actions: [putHelp(settings.programme, after, before)],
      letters: await helpLetters(c, after, name),
      result: movedOf(after),
    }
  })
}

const taken = (form: Section, { given, stays }: Said, now: Date) => {
  const answers = answered(form, given, now)
  askOnce(doubtsIn(form, answers, { now }), stays)
  return answers
}
