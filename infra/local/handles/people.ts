import { Hono } from "hono"
import { html } from "hono/html"
import { roles, signsInWithDepartment } from "../../../shared/domain/people/role.ts"
import { actorFrom } from "../../../shared/store/people.ts"
import { signIn } from "../../../shared/web/door.ts"
import type { Base } from "../../../shared/web/env.ts"
import { demonstrationPeople } from "../demonstration/people.ts"
import type { Local } from "./local.ts"
import { page, wants } from "./page.ts"

export type Listed = { email: string; name: string; roles: string[] }

/** The demonstration's people, and a way to be one of them without a letter. */
export const peopleHandles = ({
  people,
  directory,
  world,
}: Pick<Local, "people" | "directory" | "world">) => {
  const listed = async (): Promise<Listed[]> => {
    const organisations = new Map((await directory.organisations()).map(({ id, name }) => [id, name]))
    const found = await Promise.all(demonstrationPeople().map(({ person }) => people.known(person.id)))
    return found.flatMap((known) => {
      if (!known) return []
      const { email, name, grants } = actorFrom(known, world.now())
      const at = (id = "") => organisations.get(id) ?? "the programme"
      return [
        { email, name, roles: grants.map((one) => `${roles[one.role].words}, ${at(one.organisation)}`) },
      ]
    })
  }

  return new Hono<Base>()
    .get("/people", async (c) => c.json(await listed()))
    .get("/sign-in", async (c) => {
      const email = c.req.query("as") ?? ""
      const id = await people.idOf(email)
      if (!id) {
        const says = `Nobody here has the address ${email || "(none given)"}.`
        const all = await listed()
        return wants(c, "html") === "json"
          ? c.json({ type: "about:blank", title: "Not Found", status: 404, detail: says, people: all }, 404)
          : c.html(
              page("Nobody has that address", html`<p>${says} Sign in as one of these:</p>`, list(all)),
              404,
            )
      }
      c.set("world", world)
      const known = await people.known(id)
      const ofDepartment = known?.grants.some(({ role }) => signsInWithDepartment(role))
      await signIn(c, id, ofDepartment ? "the department" : undefined)
      return c.redirect("/home", 303)
    })
}

const list = (people: Listed[]) =>
  html`<ul>${people.map(
    ({ email, name, roles }) =>
      html`<li><a href="/local/sign-in?as=${encodeURIComponent(email)}">${name}</a>: ${roles.join("; ")} (${email})</li>`,
  )}</ul>`
