import { Hono } from "hono"
import { Refused } from "../../../shared/domain/refused.ts"
import { formOf } from "../../../shared/web/body.ts"
import { signIn, signOut } from "../../../shared/web/door.ts"
import type { Base } from "../../../shared/web/env.ts"
import { insideOnly } from "../../../shared/web/inside-only.ts"
import { emailOf } from "../email.ts"
import { nameOf } from "../name.ts"
import {
  CheckYourEmail,
  LinkIsOver,
  LinkPage,
  SignedOut,
  SignInPage,
  SignOutPage,
} from "../pages/sign-in.tsx"
import { askForLink, isKnown, linkOf, useLink } from "../sign-in.ts"

/** Signing in by a link that is sent, and out again. */
export const signInPages = () =>
  new Hono<Base>()
    .get("/sign-in", (c) => c.html(SignInPage({ c, next: insideOnly(c.req.query("next")) })))
    .post("/sign-in", async (c) => {
      const { email: typed = "", next } = await formOf(c)
      const email = emailOf(typed)
      if (!email) return c.html(SignInPage({ c, next: insideOnly(next), typed, problem: wrongAddress }), 422)
      await askForLink(c, email, insideOnly(next))
      return c.html(CheckYourEmail({ c, email, next: insideOnly(next) }))
    })
    .get("/sign-in/link", async (c) => {
      const token = c.req.query("token") ?? ""
      const found = await linkOf(c, token)
      if (!found) return c.html(LinkIsOver({ c }), 410)
      return c.html(
        LinkPage({ c, token, email: found.link.email, known: await isKnown(c, found.link.email) }),
      )
    })
    .post("/sign-in/link", async (c) => {
      const { token = "", name = "" } = await formOf(c)
      try {
        const { person, next } = await useLink(c, token, nameOf(name))
        await signIn(c, person)
        return c.redirect(next ?? "/home", 303)
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        if (error.refusal === "not possible now") return c.html(LinkIsOver({ c }), 410)
        if (error.refusal !== "not valid") throw error
        const found = await linkOf(c, token)
        const problem = error.details.problems?.[0]?.says
        return c.html(LinkPage({ c, token, email: found?.link.email ?? "", known: false, problem }), 422)
      }
    })
    .get("/sign-out", (c) => c.html(SignOutPage({ c })))
    .post("/sign-out", async (c) => {
      await signOut(c)
      c.set("actor", undefined)
      return c.html(SignedOut({ c }))
    })

const wrongAddress = "Enter an email address in the correct format, like name@example.gov.uk"
