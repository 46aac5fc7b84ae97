import type { MiddlewareHandler } from "hono"
import { mayEvaluate } from "../../shared/domain/people/evaluation-policy.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { limitsIn } from "../../shared/store/limits.ts"
import { actorFrom, peopleIn } from "../../shared/store/people.ts"
import { londonDate } from "../../shared/values/london.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { tallyAt, tallyByLetterAt } from "../../shared/web/evaluation/addresses.ts"
import { tallyLinkIn } from "../../shared/web/link-token.ts"
import { clientAddress } from "../../shared/web/secure.ts"
import type { Here } from "./here.ts"

/** Whoever does not fill in tallies at this organisation finds none there. */
export const enterTally: MiddlewareHandler<Here & SignedIn> = async (c, next) => {
  const { actor } = c.var
  const organisation = c.req.param("organisation") ?? ""
  const round = c.req.param("round") ?? ""
  if (!mayEvaluate(actor, "fill in tally", { organisation, coaches: [] })) throw new Refused("not found")
  c.set("filling", { filler: actor, organisation, round, at: tallyAt(organisation, round) })
  await next()
}

/** Every way in which the link of a letter can have ended is answered alike. */
export const ended = () =>
  new Refused("not found", {
    says: "This link opens one monthly tally, and it does not work now. Its ten working days are over, the tally cannot be changed any longer, your access has ended, or it was not copied whole. Sign in to go on.",
  })

/**
 * The link of a letter: nobody is signed in by it, and it opens one tally and nothing else. What its person may do is read
 * anew each time. Looking at it changes nothing: mail is looked at by machines.
 */
export const enterByLetter: MiddlewareHandler<Here> = async (c, next) => {
  const { world } = c.var
  const token = c.req.param("token") ?? ""
  if (c.req.method === "POST")
    await limitsIn(world.table, world.machineNow).spend(
      "tally by client",
      clientAddress(c.req.header("cloudfront-viewer-address")),
    )
  const link = tallyLinkIn(world.settings.linkKey, token)
  if (!link || londonDate(world.now()) > link.until) throw ended()
  const { organisation, round, person, until } = link
  const known = await peopleIn(world.table).known(person)
  const whole = known && actorFrom(known, world.now())
  if (!whole || !mayEvaluate(whole, "fill in tally", { organisation, coaches: [] })) throw ended()
  const grants = whole.grants.filter((one) => one.organisation === organisation)
  const at = tallyByLetterAt(token)
  c.set("filling", { filler: { ...whole, grants }, organisation, round, at, until })
  await next()
}
