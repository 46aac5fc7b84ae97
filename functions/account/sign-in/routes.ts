import { type Context, Hono } from "hono"
import { deleteCookie, getCookie, setCookie } from "hono/cookie"
import type { Actor } from "../../../shared/domain/people/actor.ts"
import { signsInWithDepartment } from "../../../shared/domain/people/role.ts"
import { mayEnterSelection } from "../../../shared/domain/people/selection-policy.ts"
import { actorFrom, peopleIn } from "../../../shared/store/people.ts"
import { sameText } from "../../../shared/values/hash.ts"
import { signIn } from "../../../shared/web/door.ts"
import type { Base } from "../../../shared/web/env.ts"
import { insideOnly } from "../../../shared/web/inside-only.ts"
import type { World } from "../../../shared/web/world.ts"
import { addressOf, backAt, signInAt, startAt } from "./addresses.ts"
import { type Attempt, lasts, newAttempt, opened, sealed } from "./attempt.ts"
import { DepartmentSignInPage, NoAccessPage, NoAnswerPage, NotFinishedPage } from "./pages.tsx"
import { type Claims, type Failure, providerOf } from "./provider.ts"

const cookie = "__Host-department-sign-in"

/** Lax: it comes along when the provider sends the browser back. */
const attributes = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const

/**
 * Signing in with the department's own account. It is begun by a link, not a form: browsers hold every redirect after
 * a form to our `form-action`, and a provider may send people on to addresses that nobody here knows.
 */
export const departmentSignIn = ({ settings: { identity, origin } }: World) => {
  const provider = identity?.provider && providerOf(identity.provider, `${origin}${backAt}`)
  return new Hono<Base>()
    .get(signInAt, (c) => c.html(DepartmentSignInPage({ c, next: insideOnly(c.req.query("next")) })))
    .get(startAt, async (c) => {
      const next = insideOnly(c.req.query("next"))
      const elsewhere = c.req.header("sec-fetch-site") === "cross-site"
      if (!provider || elsewhere) return c.redirect(addressOf(signInAt, next), 303)
      const attempt = newAttempt(c.var.world, next)
      const there = await provider.start(attempt)
      if ("failed" in there) return notSignedIn(c, there, next)
      setCookie(c, cookie, sealed(c.var.world, attempt), { ...attributes, maxAge: lasts })
      return c.redirect(there.href, 303)
    })
    .get(backAt, async (c) => {
      const attempt = attemptOf(c)
      if (!provider || !attempt) return notSignedIn(c, { failed: "not valid", why: "NO_ATTEMPT" })
      deleteCookie(c, cookie, attributes)
      const said = await provider.finish(new URL(c.req.url).search, attempt)
      if ("failed" in said) return notSignedIn(c, said, attempt.next)
      const email = emailIn(said)
      if (!email) return notSignedIn(c, { failed: "not valid", why: "NO_EMAIL" }, attempt.next)
      const actor = await admitted(c.var.world, email)
      if (!actor) {
        note(c, "NOT_INVITED")
        return c.html(NoAccessPage({ c }), 403)
      }
      await signIn(c, actor.id, "the department")
      return c.redirect(attempt.next ?? (mayEnterSelection(actor) ? "/department" : "/home"), 303)
    })
}

/** The attempt that this answer belongs to: one of this browser's own, and no other that it has begun since. */
const attemptOf = (c: Context<Base>): Attempt | undefined => {
  const found = opened(c.var.world, getCookie(c, cookie))
  return found && sameText(found.state, c.req.query("state") ?? "") ? found : undefined
}

const notSignedIn = (c: Context<Base>, { failed, why }: Failure, next?: string) => {
  note(c, why)
  return failed === "no answer"
    ? c.html(NoAnswerPage({ c, next }), 503)
    : c.html(NotFinishedPage({ c, next }), 400)
}

/** One line, without a token, a code or an address. */
const note = (c: Context<Base>, why: string) =>
  c.var.world.log.info("not signed in with the department", { requestId: c.var.requestId, why })

/** An address that the provider stands for. */
const emailIn = ({ email, email_verified: verified }: Claims): string | undefined => {
  if (typeof email !== "string" || !/^[\x21-\x7e]{3,254}$/.test(email)) return undefined
  return verified === false || verified === "false" ? undefined : email.toLowerCase()
}

/** Whoever has the address, if they hold a role of the department's at this moment. */
const admitted = async ({ table, now }: World, email: string): Promise<Actor | undefined> => {
  const people = peopleIn(table)
  const id = await people.idOf(email)
  const known = id === undefined ? undefined : await people.known(id)
  const actor = known && actorFrom(known, now())
  return actor?.grants.some(({ role }) => signsInWithDepartment(role)) ? actor : undefined
}
