import type { Hono } from "hono"
import { Refused } from "../../../shared/domain/refused.ts"
import { scoresByForm } from "../../../shared/domain/selection/assigning-form.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { formOf } from "../../../shared/web/body.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { fieldsOf } from "../../../shared/web/form/typed.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { type C, deskHere, only } from "../../../shared/web/panel/here.ts"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { assignAt } from "./addresses.ts"
import { assign, finishAssigning } from "./assigning.ts"
import { AssignPage } from "./pages/assign.tsx"
import { ProposalPage } from "./pages/proposal.tsx"
import { readerHere, setScoresBy, takeOff } from "./readers.ts"
import { assigners, assigningHere, proposedFor } from "./sharing.ts"
import { pairsOn } from "./ticked.ts"

const at = "/rounds/:round/assign"
const here = (c: C) => assignAt(c.req.param("round") ?? "")

/** Who reads what: given by hand or shared out, with the date by which it is wanted. */
export const addAssignPages = (pages: Hono<SignedIn>) =>
  pages
    .get(at, async (c) => c.html(AssignPage({ c, desk: await assigningHere(c) })))
    .post(at, async (c) => {
      only(c, "assign", assigners)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const { given } = await assign(c, pairsOn(typed), moveKey(c, key, typed))
          return `${here(c)}?given=${given}`
        },
        async (tried) => AssignPage({ c, desk: await assigningHere(c), tried }),
      )
    })
    .get(`${at}/proposal`, proposalPage)
    .post(`${at}/finish`, async (c) => {
      await formOf(c)
      await finishAssigning(c)
      return c.redirect(here(c), 303)
    })
    .get(`${at}/take-off`, async (c) => c.html(await takeOffPage(c, c.req.query())))
    .post(`${at}/take-off`, async (c) => {
      only(c, "assign", assigners)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const { reference = "", person = "", because } = typed
          await takeOff(c, { reference, person, because }, moveKey(c, key, typed))
          return here(c)
        },
        (tried) => takeOffPage(c, tried.entries, tried),
      )
    })
    .get(`${at}/date`, async (c) => c.html(await datePage(c)))
    .post(`${at}/date`, async (c) => {
      only(c, "assign", assigners)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await setScoresBy(
            c,
            readOn(scoresByForm(londonDate(c.var.world.now())), typed),
            moveKey(c, key, typed),
          )
          return here(c)
        },
        (tried) => datePage(c, tried),
      )
    })

const proposalPage = async (c: C) => {
  const desk = await assigningHere(c)
  const people = c.req.queries("reader") ?? []
  try {
    return c.html(ProposalPage({ c, desk, proposal: await proposedFor(desk, people) }))
  } catch (error) {
    if (!(error instanceof Refused) || !error.details.problems) throw error
    const problems = error.details.problems.map(({ says }) => ({ question: "among", says }))
    return c.html(AssignPage({ c, desk, tried: { entries: {}, problems } }), 422)
  }
}

const takeOffPage = async (c: C, given: Record<string, string>, tried?: Tried) => {
  const { reference = "", person = "" } = given
  const { section, one } = await readerHere(c, { reference, person })
  return FormPage({
    c,
    section,
    action: `${here(c)}/take-off`,
    back: { href: here(c), text: "Who reads what" },
    caption: one.name,
    button: "Take them off",
    keyed: true,
    hidden: { reference, person },
    tried,
  })
}

const datePage = async (c: C, tried?: Tried) => {
  only(c, "assign", assigners)
  const { whole, round } = await deskHere(c)
  const section = scoresByForm(londonDate(c.var.world.now()))
  return FormPage({
    c,
    section,
    action: `${here(c)}/date`,
    back: { href: here(c), text: "Who reads what" },
    caption: round.title,
    button: "Set the date",
    keyed: true,
    ...(whole.panel?.scoresBy && { entries: fieldsOf(section, { scoresBy: whole.panel.scoresBy }) }),
    tried,
  })
}
