import { answered } from "../../../shared/domain/answered.ts"
import { askOnce, doubtsIn } from "../../../shared/domain/learning/doubts.ts"
import {
  answersOf,
  endsAt,
  isListed,
  type ListedPerson,
  listed,
  listingForm,
} from "../../../shared/domain/learning/listing.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Section } from "../../../shared/form/section.ts"
import { putListing } from "../../../shared/store/community.ts"
import { keyedWrite } from "../../../shared/store/keyed.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { takeOffList } from "../../../shared/store/off-list.ts"
import { londonDate } from "../../../shared/values/london.ts"
import type { Given } from "../given.ts"
import { type C, communityHere, only, ownSiteHere, ownSites, programmeHere, siteName } from "../here.ts"

/** Everybody who is listed now, by site and name. */
export const listedHere = async (c: C): Promise<ListedPerson[]> => {
  only(c, "see listed people")
  return (await communityHere(c).listed()).filter((one) => isListed(one, c.var.world.now()))
}

/** One's own listings: one at each site, at most. */
export const ownHere = async (c: C): Promise<ListedPerson[]> =>
  (await listedHere(c)).filter(({ person }) => person === c.var.actor.id)

/** The form, for whoever may list themselves. */
export const listingFormHere = (c: C): Section => {
  only(c, "list oneself")
  const { actor, world } = c.var
  const sites = ownSites(c, "list oneself")
  const ends = Object.keys(sites).flatMap((site) => endsAt(actor, site) ?? [])
  return listingForm({
    email: actor.email,
    today: londonDate(world.now()),
    ends: ends.sort().at(-1) ?? world.now().toISOString(),
    sites,
  })
}

/** What stands in the form before anything is typed. */
export const answersHere = async (c: C): Promise<ReturnType<typeof answersOf> | undefined> => {
  const [one] = await ownHere(c)
  return one && answersOf(one)
}

export type Moved = { organisation: string; state: string }

/** Oneself, and nobody else: name and email are the account's. */
export const listMe = async (c: C, { read, stays }: Given, key: MoveKey): Promise<Moved> => {
  const form = listingFormHere(c)
  const { actor, world } = c.var
  const at = world.now()
  const given = read(form)
  const answers = answered(form, given, at)
  askOnce(doubtsIn(form, answers, { read: ["role", "about"], now: at }), stays)
  const organisation = ownSite(c, given.site)
  const ends = endsAt(actor, organisation)
  if (!ends) throw new Refused("not found")
  const one = listed(answers, { actor, organisation, site: siteName(c, organisation), ends, at })
  if (!isListed({ until: String(answers.until), ends }, at) || String(answers.until) > lastDayOf(ends))
    throw new Refused("not valid", {
      problems: [
        { question: "until", says: "Your access at this site ends earlier: choose a day before that" },
      ],
    })
  return moving(c, key, async () => {
    const before = await communityHere(c).listing(organisation, actor.id)
    return {
      actions: [putListing(programmeHere(c), one, before)],
      result: { organisation, state: "listed" },
    }
  })
}

const lastDayOf = (ends: string) => londonDate(new Date(Date.parse(ends) - 1))

/** At once. */
export const stopListing = async (c: C, given: unknown, key: MoveKey): Promise<Moved> => {
  only(c, "list oneself")
  const site = ownSite(c, given)
  return moving(c, key, async () => ({
    actions: [takeOffList(programmeHere(c), site, c.var.actor.id)],
    result: { organisation: site, state: "not listed" },
  }))
}

const ownSite = (c: C, given: unknown): string => {
  const site = ownSiteHere(c, "list oneself", given)
  if (site === undefined) throw new Refused("not found")
  return site
}

const moving = async (
  c: C,
  key: MoveKey,
  decide: Parameters<typeof keyedWrite<Moved>>[2],
): Promise<Moved> => {
  const { actor, world } = c.var
  const at = keys.learningMove(programmeHere(c), actor.id, key.key)
  const { organisation, state } = await keyedWrite<Moved>(world.table, { at, key }, decide)
  return { organisation, state }
}
