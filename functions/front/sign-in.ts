import type { Context } from "hono"
import { existsOn } from "../../shared/domain/people/organisation.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { bouncesIn } from "../../shared/store/bounces.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { limitsIn } from "../../shared/store/limits.ts"
import { linksIn, type SignInLink } from "../../shared/store/links.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { sameText } from "../../shared/values/hash.ts"
import { londonDate } from "../../shared/values/london.ts"
import type { Base } from "../../shared/web/env.ts"
import { type Token, tokenFor, tokenIn } from "../../shared/web/link-token.ts"
import { clientAddress } from "../../shared/web/secure.ts"

/** Fifteen minutes, in milliseconds. */
const lasts = 15 * 60_000

/**
 * Asks for a link. What is answered, and what is written, is the same whether or not anybody is known by the
 * address: an item that leads nowhere costs what one that leads somewhere does.
 */
export const askForLink = async (c: Context<Base>, email: string, next: string | undefined) => {
  const { world } = c.var
  const limits = limitsIn(world.table, world.machineNow)
  await limits.spend("sign-in by client", clientAddress(c.req.header("cloudfront-viewer-address")))
  await limits.spend("sign-in by address", email)
  const [person, organisation] = await Promise.all([
    peopleIn(world.table).idOf(email),
    directoryIn(world.table).organisationOf(email),
  ])
  const id = Buffer.from(world.random(12)).toString("base64url")
  const until = world.machineNow().getTime() + lasts
  await linksIn(world.table).ask({
    id,
    email,
    until,
    known: Boolean(person || (organisation && existsOn(organisation, londonDate(world.now())))),
    ...(next && { next }),
  })
}

/** The link of a token, if it still stands: looking at it does not use it. */
export const linkOf = async (
  c: Context<Base>,
  given: string,
): Promise<{ link: SignInLink; token: Token } | undefined> => {
  const { world } = c.var
  const token = tokenIn(given)
  if (!token) return undefined
  const link = await linksIn(world.table).find(token.address)
  if (!link?.known || link.id !== token.id || link.until <= world.machineNow().getTime()) return undefined
  return sameText(tokenFor(world.settings.linkKey, link), given) ? { link, token } : undefined
}

/**
 * Uses a link, once, and gives the person it is for. Somebody at a council's own address who is new here is
 * added by the name they give.
 */
export const useLink = async (
  c: Context<Base>,
  given: string,
  name: string | undefined,
): Promise<{ person: string; next?: string }> => {
  const found = await linkOf(c, given)
  if (!found)
    throw new Refused("not possible now", {
      says: "This link was used already, or it is older than 15 minutes, or a newer one was asked for. Ask for a new link.",
    })
  const { world } = c.var
  const people = peopleIn(world.table)
  const { link, token } = found
  const known = await people.idOf(link.email)
  if (!known && !name)
    throw new Refused("not valid", { problems: [{ question: "name", says: "Enter your full name" }] })
  if (!(await linksIn(world.table).use(token.address, link.id)))
    throw new Refused("not possible now", { says: "This link was used already. Ask for a new link." })
  if (known) {
    await bouncesIn(world.table).clear(known, link.email)
    return { person: known, next: link.next }
  }
  const person = `p-${Buffer.from(world.random(9)).toString("base64url")}`
  await people.write(people.add({ id: person, name: name ?? "", email: link.email.toLowerCase() }))
  return { person: (await people.idOf(link.email)) ?? person, next: link.next }
}

export const isKnown = async (c: Context<Base>, email: string) =>
  Boolean(await peopleIn(c.var.world.table).idOf(email))
