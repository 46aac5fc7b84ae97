import { Hono } from "hono"
import { mayAtSite, type SiteRight, sitePolicy } from "../../shared/domain/people/policy.ts"
import { roles } from "../../shared/domain/people/role.ts"
import { Refused } from "../../shared/domain/refused.ts"
import type { Entries, Problem } from "../../shared/form/question.ts"
import type { Json } from "../../shared/values/canonical.ts"
import { formOf, understood } from "../../shared/web/body.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { moveKey } from "../../shared/web/move-key.ts"
import { type C, organisationHere } from "./desk.ts"
import { ReturnsPage } from "./pages/returns.tsx"
import { ReturnFormPage } from "./pages/returns-form.tsx"
import { ReturnPage } from "./pages/returns-one.tsx"
import { type ReturnForm, returnFormNames, returnForms, typedOn } from "./return-forms.ts"
import { membersHere, returnHere, returnRows, returnsCsv, returnWhole } from "./returns.ts"

/** The pages of what a site is expected to send. */
export const returnPages = () => {
  const pages = new Hono<SignedIn>()
    .get("/returns", async (c) => {
      const [organisation, rows] = await Promise.all([organisationHere(c), returnRows(c)])
      return c.html(ReturnsPage({ c, organisation, rows }))
    })
    .get("/returns.csv", returnsCsv)
    .get("/returns/:round", async (c) => c.html(ReturnPage({ c, ...(await returnWhole(c)) })))
  for (const name of returnFormNames)
    pages
      .get(`/returns/:round/${name}`, async (c) => c.html(await shown(c, name)))
      .post(`/returns/:round/${name}`, (c) => done(c, name))
  return pages
}

const shown = async (c: C, name: ReturnForm, entries?: Entries, problems?: Problem[]) => {
  const [one, members] = await Promise.all([returnHere(c), membersHere(c)])
  const { right, exists } = returnForms[name]
  if (!exists(one)) throw new Refused("not found")
  if (!mayAtSite(c.var.actor, right, one.organisation)) throw notYours(right)
  return ReturnFormPage({ c, one, members, name, entries, problems })
}

const notYours = (right: SiteRight) =>
  new Refused("not allowed", {
    says: `This is for the ${sitePolicy[right].map((role) => roles[role].words).join(" or the ")}.`,
  })

const done = async (c: C, name: ReturnForm) => {
  const entries = await formOf(c)
  const { section, exists } = returnForms[name]
  if (!exists(await returnHere(c))) throw new Refused("not found")
  const { answers, problems } = typedOn(section, entries)
  try {
    if (problems.length > 0) throw new Refused("not valid", { problems })
    const given = await does(c, name, answers, entries.key)
    return c.redirect(given.at, 303)
  } catch (error) {
    if (!(error instanceof Refused) || !error.details.problems) throw error
    return c.html(await shown(c, name, entries, error.details.problems), 422)
  }
}

const does = (c: C, name: ReturnForm, answers: Record<string, unknown>, typedKey: string | undefined) => {
  const key = moveKey(c, typedKey, answers as Json)
  switch (name) {
    case "nothing":
      return returnForms.nothing.does(c, understood(returnForms.nothing.asks, answers), key)
    case "more-time":
      return returnForms["more-time"].does(c, understood(returnForms["more-time"].asks, answers), key)
    case "cover":
      return returnForms.cover.does(c, understood(returnForms.cover.asks, answers), key)
  }
}
