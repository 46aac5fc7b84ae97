import { Hono } from "hono"
import { type Role, role as roleSchema } from "../../../shared/domain/people/role.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Entries } from "../../../shared/form/question.ts"
import { atLondon, readDate } from "../../../shared/values/london.ts"
import { formOf } from "../../../shared/web/body.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { emailOf } from "../email.ts"
import { nameOf } from "../name.ts"
import { EndAccessPage, InvitePage, PeoplePage } from "../pages/people.tsx"
import { endAccess, invite, memberIn, peopleHere } from "../people.ts"

export const peopleAt = "/organisations/:organisation/people"

/** Who can see an organisation's records, and until when. */
export const peoplePages = () =>
  new Hono<SignedIn>()
    .get("/", async (c) => c.html(PeoplePage({ c, ...(await peopleHere(c, "see people")) })))
    .get("/invite", async (c) => {
      const { organisation } = await peopleHere(c, "invite")
      return c.html(InvitePage({ c, organisation, typed: c.req.query() }))
    })
    .post("/invite", async (c) => {
      const typed = await formOf(c)
      const { organisation } = await peopleHere(c, "invite")
      try {
        const given = invitationIn(typed)
        await invite(c, given, moveKey(c, typed.key, { ...given, until: given.until?.toISOString() ?? null }))
      } catch (error) {
        if (!(error instanceof Refused) || !error.details.problems) throw error
        return c.html(InvitePage({ c, organisation, typed, problems: error.details.problems }), 422)
      }
      return c.redirect(`/organisations/${organisation.id}/people`, 303)
    })
    .get("/:person/:grant/end", async (c) => {
      const { organisation, members } = await peopleHere(c, "end access")
      return c.html(
        EndAccessPage({
          c,
          organisation,
          one: memberIn(members, c.req.param("person"), c.req.param("grant")),
        }),
      )
    })
    .post("/:person/:grant/end", async (c) => {
      await formOf(c)
      await endAccess(c, c.req.param("person"), c.req.param("grant"))
      return c.redirect(`/organisations/${c.req.param("organisation")}/people`, 303)
    })

const invitationIn = (typed: Entries) => {
  const email = emailOf(typed.email ?? "")
  const name = nameOf(typed.name ?? "")
  const role = roleSchema.safeParse(typed.role)
  const day = readDate({
    day: typed["until.day"] ?? "",
    month: typed["until.month"] ?? "",
    year: typed["until.year"] ?? "",
  })
  const blank =
    `${typed["until.day"] ?? ""}${typed["until.month"] ?? ""}${typed["until.year"] ?? ""}`.trim() === ""
  const problems = [
    ...(name ? [] : [{ question: "name", says: "Enter their full name" }]),
    ...(email
      ? []
      : [
          {
            question: "email",
            says: "Enter an email address in the correct format, like name@example.gov.uk",
          },
        ]),
    ...(role.success ? [] : [{ question: "role", says: "Select what they will do" }]),
    ...(blank || "date" in day ? [] : [{ question: "until", says: "The last day must be a real date" }]),
  ]
  if (!name || !email || !role.success || problems.length > 0) throw new Refused("not valid", { problems })
  return {
    name,
    email,
    role: role.data as Role,
    until: "date" in day ? atLondon(day.date, "23:59") : undefined,
  }
}
