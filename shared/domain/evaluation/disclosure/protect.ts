import type { Model, Telling } from "./model.ts"
import { isSmall, shownAs, toNearestFive } from "./rule.ts"
import { searchIn } from "./search.ts"
import { byText } from "./variables.ts"
import { type Answer, holds, type Question, type Witness } from "./witness.ts"

/** That one count may be another than it is, for somebody: what makes it safe. */
export type Proof = Question & { witness: Witness }

export type Protected = {
  proofs: Proof[]
  /** Small counts of which nothing that may still be hidden keeps somebody from working them out. */
  exposed: number[]
}

/** How long it is looked at last, where nothing was found. */
const patient = 2000
/** How much of what was found is kept for each count, the newest. */
const mostKept = 8
const tellings: readonly Telling[] = ["all", "itself", "nothing"]

/** What has to be kept from being worked out: hidden counts under five, and what the scores of so few come to. */
export const targetsOf = (model: Model): number[] => {
  const isHidden = (index: number) => {
    const one = model.variables[index]
    if (one?.kind !== "small" || !isSmall(one.value) || model.known[index]) return false
    const rest = model.rests[index]
    return !rest?.of.every((one) => model.known[one])
  }
  return model.variables.flatMap((_, index) =>
    isHidden(index) ? [index, ...(model.scoresOf[index] ?? [])] : [],
  )
}

/** What was released is first shown like any other; what is not enough goes altogether. */
const hide = (model: Model, { counts, figures, witness }: Answer) => {
  for (const index of counts) {
    const { value } = model.variables[index] ?? { value: 0 }
    const [least, most] = shownAs(toNearestFive(value))
    const other = witness.get(index) ?? value
    const isRounded = (model.known[index] ?? false) && !isSmall(value) && least <= other && other <= most
    model.known[index] = false
    model.seen[index] = isRounded || (model.settled[index] ?? false)
  }
  for (const one of figures) one.open = false
}

/**
 * Hides until every small count that is hidden may be another than it is, for everybody and for each who knows figures
 * of their own: other values of the whole are found with which all would see the very same. What is hidden is never
 * shown again on the way, so what was found stays true.
 */
export const protect = (model: Model, secondCells = true): Protected => {
  const proofs: Proof[] = []
  const exposed = new Set<number>()
  const search = searchIn(model)
  const withOther = new Map<number, Witness[]>()
  const knowers = [...new Set(model.variables.flatMap(({ knownTo }) => knownTo))].sort(byText)

  const isProven = (question: Question, found: Answer | undefined): boolean => {
    if (!found) return false
    if (secondCells) hide(model, found)
    if (!holds(model, found.witness, question)) return false
    proofs.push({ ...question, witness: found.witness })
    if (question.telling === "all")
      for (const index of found.witness.keys()) {
        const there = withOther.get(index) ?? []
        withOther.set(index, [...there, found.witness].slice(-mostKept))
      }
    return true
  }
  /** What was found for another count is looked at first: it is proof of this one wherever it holds for it too. */
  const isProvenAlready = (target: number, knower: string | undefined) => {
    const question: Question = { target, knower, telling: "all" }
    const witness = withOther.get(target)?.find((one) => holds(model, one, question))
    return witness !== undefined && proofs.push({ ...question, witness }) > 0
  }
  const isAnswered = (target: number, knower: string | undefined) => {
    const last: Question = { target, knower, telling: "nothing" }
    return (
      tellings.some((telling) => {
        const question = { target, knower, telling }
        if (isProven(question, search(question, false))) return true
        return secondCells && isProven(question, search(question, true))
      }) || isProven(last, search(last, false, patient))
    )
  }

  const knows = (knower: string | undefined, index: number) =>
    knower !== undefined && (model.variables[index]?.knownTo.includes(knower) ?? false)

  const keep = (target: number) => {
    const first = proofs.length
    const only = model.onlyFrom[target]
    for (const knower of only === undefined ? [undefined, ...knowers] : [only]) {
      if (knows(knower, target)) continue
      const isKept = proofs
        .slice(first)
        .some(({ witness }) => ![...witness.keys()].some((index) => knows(knower, index)))
      if (isKept || isProvenAlready(target, knower)) continue
      if (!isAnswered(target, knower)) exposed.add(target)
    }
  }

  const done = new Set<number>()
  for (;;) {
    const next = targetsOf(model).filter((one) => !done.has(one))
    if (next.length === 0) break
    for (const target of next) {
      done.add(target)
      keep(target)
    }
  }
  return { proofs, exposed: [...exposed].sort((one, two) => one - two) }
}
