import type { Context } from "hono"
import { answered } from "../../../shared/domain/answered.ts"
import {
  answerForm,
  answerOf,
  firstSentence,
  kindProblems,
} from "../../../shared/domain/evaluation/answers/form.ts"
import { type Asking, isOpen } from "../../../shared/domain/evaluation/answers/wave.ts"
import { askOnce, doubtsIn } from "../../../shared/domain/learning/doubts.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Entries } from "../../../shared/form/question.ts"
import { answersIn } from "../../../shared/store/answers.ts"
import { limitsIn } from "../../../shared/store/limits.ts"
import { hmac, shortHash } from "../../../shared/values/hash.ts"
import { londonDate } from "../../../shared/values/london.ts"
import type { Base } from "../../../shared/web/env.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { staysIn } from "../../../shared/web/programme/doubts.tsx"
import { readOn } from "../../../shared/web/programme/typed.ts"
import { clientAddress } from "../../../shared/web/secure.ts"

export type C = Context<Base>

export const secretIn = (c: C) => c.req.param("secret") ?? ""

/** What the link in the address asks. One that was never given looks like any other that is not there. */
export const askingHere = async (c: C): Promise<Asking> => {
  const secret = secretIn(c)
  const found = /^[\w-]{43}$/.test(secret) ? await answersIn(c.var.world.table).openedBy(secret) : undefined
  if (!found)
    throw new Refused("not found", {
      says: "This link does not work. Ask the person who gave it to you, or ask us.",
    })
  return found
}

export const isOpenHere = (c: C, one: Asking) => isOpen(one, londonDate(c.var.world.now()))

export const formHere = ({ group }: Asking) => answerForm(group, "Tell us")

/**
 * Keeps an answer, once for each form that was given out. Nothing is kept of who gave it: not an hour, not an address.
 * Tries are counted by a hash of link and address that needs our key to be made again.
 */
export const giveAnswer = async (c: C, one: Asking, { key, ...typed }: Entries): Promise<void> => {
  const { table, settings, now, machineNow } = c.var.world
  const from = clientAddress(c.req.header("cloudfront-viewer-address"))
  await limitsIn(table, machineNow).spend(
    "answers by link and client",
    hmac(settings.linkKey, `answers/${secretIn(c)}/${from}`),
  )
  const given = moveKey(c, key, typed)
  const on = londonDate(now())
  const form = formHere(one)
  const answers = answered(form, readOn(form, typed), now(), kindProblems(on))
  const doubts = doubtsIn(form, answers, { now: now() })
  askOnce(
    doubts.map((doubt) => ({ ...doubt, says: `${firstSentence(doubt.says)}. Can it tell who you are?` })),
    staysIn(typed),
  )
  const { organisation, phase, wave, point, group } = one
  await answersIn(table).give({
    organisation,
    phase,
    wave,
    point,
    group,
    id: shortHash(given.key),
    on,
    by: "link",
    ...answerOf(group, answers),
  })
}
