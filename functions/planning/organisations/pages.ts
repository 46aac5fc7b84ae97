import type { Hono } from "hono"
import { founding } from "../../../shared/domain/people/organisation-forms.ts"
import { formOf } from "../../../shared/web/body.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { fieldsOf, withoutRemoved, withRow } from "../../../shared/web/form/typed.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import type { C } from "../desk.ts"
import { organisationAt, organisationsAt } from "./addresses.ts"
import { changersOnly, listedHere, organisationDesk, organisationHere } from "./desk.ts"
import { found, type Way, ways } from "./moves.ts"
import { OrganisationsPage } from "./pages/list.tsx"
import { OrganisationPage } from "./pages/organisation.tsx"

/** The pages on which organisations are looked up and changed. */
export const addOrganisationPages = (pages: Hono<SignedIn>) => {
  pages
    .get("/organisations", async (c) => c.html(OrganisationsPage({ c, ...(await listedHere(c)) })))
    .get("/organisations/new", (c) => {
      changersOnly(c)
      return c.html(newPage(c))
    })
    .post("/organisations/new", (c) => {
      changersOnly(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const { organisation } = await found(c, readOn(founding, typed), moveKey(c, key, typed))
          return `${organisationAt(organisation)}?saved=yes`
        },
        (tried) => newPage(c, tried),
      )
    })
    .get("/organisations/:id", async (c) =>
      c.html(OrganisationPage({ c, desk: await organisationDesk(c), saved: c.req.query("saved") === "yes" })),
    )
  for (const way of ways) addWay(pages, way)
  return pages
}

/** The form of one way to change an organisation. A row is added or taken away without saving. */
const addWay = (pages: Hono<SignedIn>, way: Way) => {
  const at = `/organisations/:id/${way.at}`
  pages
    .get(at, async (c) => {
      changersOnly(c)
      return c.html(await wayPage(c, way))
    })
    .post(at, async (c) => {
      changersOnly(c)
      const { one, all } = await organisationHere(c)
      const section = way.form(all)
      const given = await formOf(c)
      if (given.add !== undefined || given.remove !== undefined) {
        const entries = withRow(section, withoutRemoved(given), given.add)
        return c.html(await wayPage(c, way, { entries, problems: [] }))
      }
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await way.does(c, readOn(section, typed), moveKey(c, key, typed))
          return `${organisationAt(one.id)}?saved=yes`
        },
        (tried) => wayPage(c, way, tried),
        given,
      )
    })
}

const wayPage = async (c: C, { at, form, button, begins }: Way, tried?: Tried) => {
  const { one, all } = await organisationHere(c)
  const section = form(all)
  return FormPage({
    c,
    section,
    action: `${organisationAt(one.id)}/${at}`,
    back: { href: organisationAt(one.id), text: one.shortName },
    caption: one.name,
    button,
    keyed: true,
    entries: fieldsOf(section, begins?.(one) ?? {}),
    tried,
  })
}

const newPage = (c: C, tried?: Tried) =>
  FormPage({
    c,
    section: founding,
    action: `${organisationsAt}/new`,
    back: { href: organisationsAt, text: "All organisations" },
    button: "Add it",
    keyed: true,
    tried,
  })
