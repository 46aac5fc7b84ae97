import { Hono } from "hono"
import { standingOf } from "../../../shared/domain/calendar/round.ts"
import type { Actor } from "../../../shared/domain/people/actor.ts"
import { mayInSupport } from "../../../shared/domain/people/coaching-policy.ts"
import { hasEnded, isLive } from "../../../shared/domain/people/grant.ts"
import { mayInProgramme } from "../../../shared/domain/people/policy.ts"
import { mayInSelection } from "../../../shared/domain/people/selection-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { formOf } from "../../../shared/web/body.ts"
import type { Base, SignedIn } from "../../../shared/web/env.ts"
import { lead } from "../leading.ts"
import { HomesPage } from "../pages/homes.tsx"
import type { C } from "../people.ts"

/** Where somebody arrives who has signed in: at their one organisation, in the programme, or where they choose. */
export const homePages = () =>
  new Hono<Base>()
    .get("/home", async (c) => {
      const { actor, world } = c.var
      if (!actor) throw new Refused("not signed in")
      const places = [...new Set(actor.grants.flatMap(({ organisation }) => organisation ?? []))]
      const inProgramme = actor.grants.some(({ organisation }) => organisation === undefined)
      const [only] = places
      if (places.length === 1 && only && !inProgramme) return c.redirect(`/organisations/${only}`, 303)
      if (places.length === 0 && mayInSelection(actor, "read expressions"))
        return c.redirect("/department", 303)
      if (places.length === 0 && isOfOwnSites(actor)) return c.redirect("/support", 303)
      if (places.length === 0 && mayInProgramme(actor, "see programme")) return c.redirect("/programme", 303)
      const directory = directoryIn(world.table)
      const [names, rounds, own, coming] = await Promise.all([
        Promise.all(places.map((id) => directory.organisation(id))),
        directory.rounds(world.settings.programme),
        places.length === 0 ? directory.organisationOf(actor.email) : undefined,
        actor.grants.length === 0 ? comingFor(c as unknown as C) : [],
      ])
      const open = rounds.filter((round) => standingOf(round, world.now()) === "open")
      return c.html(
        HomesPage({ c, actor, places: names.filter((one) => one !== undefined), open, own, coming }),
      )
    })
    .get("/home/lead", (c) => c.redirect("/home", 303))
    .post("/home/lead", async (c) => {
      const { actor } = c.var
      if (!actor) throw new Refused("not signed in")
      const { organisation = "" } = await formOf(c)
      await lead(c as unknown as C, organisation)
      return c.redirect(`/organisations/${organisation}`, 303)
    })

/** Whoever supports the sites that a phase names them for begins with those: what waits there, and whom they meet today. */
const isOfOwnSites = (actor: Actor) =>
  mayInSupport(actor, "see support") && !mayInSupport(actor, "see every site")

/** What somebody who has no access yet will have, soonest first. */
const comingFor = async ({ var: { actor, world } }: { var: SignedIn["Variables"] }) => {
  const known = await peopleIn(world.table).known(actor.id)
  const later = (known?.grants ?? []).filter(
    (one) => !hasEnded(one, world.now()) && !isLive(one, world.now()),
  )
  return Promise.all(
    later
      .toSorted((a, b) => a.from.localeCompare(b.from))
      .map(async ({ role, organisation, from }) => ({
        role,
        from,
        place: organisation && (await directoryIn(world.table).organisation(organisation))?.name,
      })),
  )
}
