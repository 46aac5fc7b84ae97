import { Hono } from "hono"
import { type Role, role as roleSchema } from "../../../shared/domain/people/role.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Entries, Problem } from "../../../shared/form/question.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { formOf } from "../../../shared/web/body.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { changeDates, endAccess, invite } from "../access.ts"
import { changesHere } from "../changes.ts"
import { daysIn } from "../days.ts"
import { emailOf } from "../email.ts"
import { nameOf } from "../name.ts"
import { DatesPage, EndAccessPage } from "../pages/access.tsx"
import { ChangesPage } from "../pages/changes.tsx"
import { InvitePage } from "../pages/invite.tsx"
import { PeoplePage } from "../pages/people.tsx"
import { WhosePeoplePage } from "../pages/whose-people.tsx"
import { type C, hereOf, memberHere, peopleHere, placeId } from "../people.ts"

/** Who can see an organisation's records, and until when; the same for the programme's own people. */
export const peoplePages = () =>
  new Hono<SignedIn>()
    .get("/", async (c) => {
      const { place, members } = await peopleHere(c, "see people")
      return c.html(PeoplePage({ c, place, members, changes: await changesHere(c, members) }))
    })
    .get("/changes", async (c) => {
      const { place, members } = await peopleHere(c, "see people")
      return c.html(ChangesPage({ c, place, changes: await changesHere(c, members) }))
    })
    .get("/invite", async (c) => {
      const { place } = await peopleHere(c, "invite")
      return c.html(InvitePage({ c, place, typed: c.req.query() }))
    })
    .post("/invite", async (c) => {
      const typed = await formOf(c)
      const { place } = await peopleHere(c, "invite")
      return orWrong(
        c,
        async () => {
          const given = invitationIn(typed)
          const { from, until, ...rest } = given
          const days = { from: from?.toISOString() ?? null, until: until?.toISOString() ?? null }
          await invite(c, given, moveKey(c, typed.key, { ...rest, ...days }))
          return c.redirect(place.here, 303)
        },
        (problems) => InvitePage({ c, place, typed, problems }),
      )
    })
    .get("/:person/:grant/end", async (c) =>
      c.html(EndAccessPage({ c, ...(await oneHere(c, "end access")) })),
    )
    .post("/:person/:grant/end", async (c) => {
      await formOf(c)
      await endAccess(c, c.req.param("person"), c.req.param("grant"))
      return c.redirect(hereOf(placeId(c)), 303)
    })
    .get("/:person/:grant/dates", async (c) =>
      c.html(DatesPage({ c, ...(await oneHere(c, "change dates")) })),
    )
    .post("/:person/:grant/dates", async (c) => {
      const typed = await formOf(c)
      const found = await oneHere(c, "change dates")
      return orWrong(
        c,
        async () => {
          const { until, problems } = daysIn({ ...typed, "from.day": "", "from.month": "", "from.year": "" })
          if (!until)
            throw new Refused("not valid", {
              problems: problems.length > 0 ? problems : [{ question: "until", says: "Enter the last day" }],
            })
          const key = moveKey(c, typed.key, { until: until.toISOString() })
          await changeDates(c, { person: found.one.person, grant: found.one.grant, until }, key)
          return c.redirect(found.place.here, 303)
        },
        (problems) => DatesPage({ c, ...found, typed, problems }),
      )
    })

/** The same for the programme itself, and from there to the people of any organisation. */
export const programmePeoplePages = () =>
  new Hono<SignedIn>()
    .get("/of", async (c) => {
      const organisations = await directoryIn(c.var.world.table).organisations()
      const asked = c.req.query("organisation")
      const found = organisations.find(({ id }) => id === asked)
      if (found) return c.redirect(`/organisations/${found.id}/people`, 303)
      return c.html(
        WhosePeoplePage({ c, organisations, wrong: asked !== undefined }),
        asked === undefined ? 200 : 422,
      )
    })
    .route("/", peoplePages())

const oneHere = (c: C, right: "end access" | "change dates") =>
  memberHere(c, right, c.req.param("person") ?? "", c.req.param("grant") ?? "")

/** What was typed comes back with what is wrong with it. */
const orWrong = async (
  c: C,
  does: () => Promise<Response>,
  page: (problems: Problem[]) => ReturnType<typeof InvitePage>,
) => {
  try {
    return await does()
  } catch (error) {
    if (!(error instanceof Refused) || !error.details.problems) throw error
    return c.html(page(error.details.problems), 422)
  }
}

const invitationIn = (typed: Entries) => {
  const email = emailOf(typed.email ?? "")
  const name = nameOf(typed.name ?? "")
  const role = roleSchema.safeParse(typed.role)
  const { from, until, problems: days } = daysIn(typed)
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
    ...days,
  ]
  if (!name || !email || !role.success || problems.length > 0) throw new Refused("not valid", { problems })
  return { name, email, role: role.data as Role, from, until }
}
