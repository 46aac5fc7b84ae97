import type { Hono } from "hono"
import { checkForm } from "../../../shared/domain/selection/checking.ts"
import { lifting, linkForm, manyForm } from "../../../shared/domain/selection/linking.ts"
import type { Entries } from "../../../shared/form/question.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { roundAt } from "../../../shared/web/panel/addresses.ts"
import { type C, deskHere, oneHere, only, shown } from "../../../shared/web/panel/here.ts"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { linkedAt } from "./addresses.ts"
import { addAssignPages } from "./assign-pages.ts"
import { afterCheck, answerCheck, checkers, checkingHere, checkingOf } from "./checking.ts"
import { declarers, sayLink, sayLinks } from "./declaring.ts"
import { lifters, liftLink, linkedHere, toLift } from "./linked.ts"
import { pageAfter } from "./next.ts"
import { CheckPage } from "./pages/check.tsx"
import { LinkPage } from "./pages/link.tsx"
import { LiftPage, LinkedPage } from "./pages/linked.tsx"
import { ManyPage } from "./pages/many.tsx"

const round = "/rounds/:round"
const one = `${round}/expressions/:reference`

/** Who has a link with what, whether they can apply, and who reads it. */
export const addLinkPages = (pages: Hono<SignedIn>) => {
  pages
    .get(`${one}/links`, async (c) => {
      only(c, "declare links", declarers)
      return c.html(LinkPage({ c, desk: await oneHere(c) }))
    })
    .post(`${one}/links`, async (c) => {
      only(c, "declare links", declarers)
      return submitting(
        c,
        ({ key, ...typed }) => sayOn(c, typed, key),
        async (tried) => LinkPage({ c, desk: await oneHere(c), tried }),
      )
    })
    .get(`${round}/links`, async (c) => {
      only(c, "declare links", declarers)
      return c.html(ManyPage({ c, desk: await deskHere(c) }))
    })
    .post(`${round}/links`, async (c) => {
      only(c, "declare links", declarers)
      return submitting(
        c,
        ({ key, ...typed }) => sayManyOn(c, typed, key),
        async (tried) => ManyPage({ c, desk: await deskHere(c), tried }),
      )
    })
    .get(`${round}/linked`, async (c) => c.html(LinkedPage({ c, linked: await linkedHere(c) })))
    .get(`${round}/linked/lift`, async (c) => {
      const { reference = "", person = "" } = c.req.query()
      return c.html(LiftPage({ c, found: await toLift(c, { reference, person }), person }))
    })
    .post(`${round}/linked/lift`, async (c) => {
      only(c, "lift links", lifters)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const { reference = "", person = "" } = typed
          await liftLink(c, { ...readOn(lifting, typed), reference, person }, moveKey(c, key, typed))
          return linkedAt(c.req.param("round"))
        },
        async (tried) => {
          const { reference = "", person = "" } = tried.entries
          return LiftPage({ c, found: await toLift(c, { reference, person }), person, tried })
        },
      )
    })
    .get(`${one}/check`, async (c) => {
      only(c, "check who can apply", checkers)
      return shown(c, async (desk) => CheckPage({ c, checking: await checkingOf(c, desk) }))
    })
    .post(`${one}/check`, async (c) => {
      only(c, "check who can apply", checkers)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const { reference } = await answerCheck(c, readOn(checkForm, typed), moveKey(c, key, typed))
          return afterCheck(await deskHere(c), reference)
        },
        async (tried) => CheckPage({ c, checking: await checkingHere(c), tried }),
      )
    })
  addAssignPages(pages)
  return pages
}

/** On to what this person is there to do with it, or back to the list, which does not name it any longer. */
const sayOn = async (c: C, typed: Entries, key: string | undefined) => {
  const said = await sayLink(c, readOn(linkForm(""), typed), moveKey(c, key, typed))
  const id = c.req.param("round") ?? ""
  return said.link === "none" ? pageAfter(c.var.actor, id, said.reference) : `${roundAt(id)}?said=link`
}

const sayManyOn = async (c: C, { asked = "", ...typed }: Entries, key: string | undefined) => {
  const all = asked.split(",", 2_000).filter(Boolean)
  const form = manyForm(Object.fromEntries(all.map((reference) => [reference, reference])))
  const { linked = [], others, ...given } = readOn(form, typed) as { linked?: string[]; others?: true }
  const none = others ? all.filter((reference) => !linked.includes(reference)) : []
  const said = await sayLinks(c, { ...given, linked, none }, moveKey(c, key, { ...typed, asked }))
  return `${roundAt(c.req.param("round") ?? "")}?said=${said.linked > 0 ? "links" : "none"}`
}
