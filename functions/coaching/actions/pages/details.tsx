import type { Action } from "../../../../shared/domain/actions/action.ts"
import { carriedWords, fromWords, whoseWords } from "../../../../shared/domain/actions/action-words.ts"
import type { StoodOn } from "../../../../shared/domain/actions/stood-on.ts"
import { coachingViewOf } from "../../../../shared/domain/people/coaching-policy.ts"
import { fromAt } from "../../../../shared/web/coaching/action-from.ts"
import { type C, coachedHere } from "../../../../shared/web/coaching/here.ts"
import { coachIn } from "../people.ts"

type Props = { c: C; one: Action; stood: StoodOn[] }

/** On whose desk it lies, where it comes from, and into what it was carried. */
export const ActionDetails = ({ c, one, stood }: Props) => {
  const carried = carriedWords(one)
  const last = stood.at(-1)
  return (
    <p class="govuk-body-s">
      {whoseWords(one, coachIn(c, one.phase))}. Comes from: <ComesFrom c={c} one={one} />.
      {carried && ` ${carried}.`}
      {last && ` It stood on ${last.title} when that was sent.`}
    </p>
  )
}

/** What it comes from, with the way there for whoever may read it. */
export const ComesFrom = ({ c, one }: Omit<Props, "stood">) => {
  const view = coachingViewOf(c.var.actor, coachedHere(c, one.phase))
  const href = fromAt(one, c.var.actor, view)
  return href === undefined ? (
    <span>{fromWords(one)}</span>
  ) : (
    <a class="govuk-link" href={href}>
      {fromWords(one)}
    </a>
  )
}
