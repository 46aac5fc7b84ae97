import { grantFor } from "../../shared/domain/people/actor.ts"
import type { Role } from "../../shared/domain/people/role.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { figuresIn, type Place, placeName, withFigure } from "../../shared/domain/submissions/figures.ts"
import { answersOf } from "../../shared/domain/submissions/progress.ts"
import { suggestionAt } from "../../shared/domain/submissions/suggesting.ts"
import { choice, longText, money } from "../../shared/form/questions/index.ts"
import { section } from "../../shared/form/section.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { pounds } from "../../shared/values/money.ts"
import { type C, load, type OnDesk, replayed, submissionsHere } from "./desk.ts"
import { moved, moving } from "./moving.ts"

/** The figures that stand there: what a certifier may put another in the place of. */
export const figuresOn = ({ visible, sections }: Pick<OnDesk, "visible" | "sections">) =>
  figuresIn(visible, answersOf(sections)).filter(({ pence }) => pence !== undefined)

export const suggestForm = (desk: Pick<OnDesk, "visible" | "sections">) =>
  section({
    id: "suggestion",
    title: "Suggest a figure",
    minutes: 0,
    intro:
      "Whoever writes it takes it or leaves it with one press, and it comes back to you. Suggesting is not preparing: you may still certify.",
    asks: {
      figure: choice({
        label: "Which figure should be another?",
        called: "the figure that should be another",
        options: Object.fromEntries(
          figuresOn(desk).map((one) => [placeName(one), `${one.label}: ${pounds(one.pence ?? 0)}`]),
        ),
      }),
      after: money({ label: "What should it be?", called: "what it should be" }),
      note: longText({ label: "Why?", called: "why", words: 100 }),
    },
  })

export type Suggesting = { figure: string; after: number; note: string }

/** The place that a form or the API names; one that is nowhere is no figure of it. */
const placeIn = (figure: string): Place => {
  const [section = "", question = "", part] = figure.split("/")
  return { section, question, ...(part !== undefined && { part }) }
}

export const suggesting = (c: C, { figure, after, note }: Suggesting, seen: number, key: MoveKey) =>
  moving(c, { move: "suggest", suggestion: { ...placeIn(figure), after, note }, seen }, key)

export const keeping = (c: C, figure: string, seen: number, key: MoveKey) =>
  moving(c, { move: "keep", place: placeIn(figure), seen }, key)

/**
 * Takes a suggestion: the figure is saved and, where this person confirms as well, confirmed, by one act, so that it is
 * with the certifier again. Where another figure has to follow it first, it is only saved.
 */
export const taking = async (c: C, figure: string, seen: number, key: MoveKey) => {
  const done = await submissionsHere(c).replay(key.key)
  if (done) return moved(c, replayed(done, key))
  const desk = await load(c)
  const { section, question, part, after } = suggestionIn(desk, figure)
  const answer = desk.sections[section]?.answers[question]
  const step = {
    move: "save" as const,
    section,
    edit: { answers: { [question]: withFigure(answer, part, after) }, seen },
  }
  if (!confirms(c, desk)) return moving(c, step, key, desk)
  try {
    return await moving(c, { ...step, also: "sign" }, key, desk)
  } catch (error) {
    if (error instanceof Refused && error.refusal === "not complete") return moving(c, step, key)
    throw error
  }
}

const suggestionIn = (desk: OnDesk, figure: string) => suggestionAt(desk.head, placeIn(figure))

/** Whether this person confirms it in a role that may have written in it. */
const confirms = (c: C, { kind, facts, head }: OnDesk) =>
  kind
    .signatures(facts)
    .some(
      ({ role, differsFrom }) =>
        !differsFrom.includes("writer") &&
        grantFor(c.var.actor, head.organisation, [role as Role]) !== undefined,
    )
