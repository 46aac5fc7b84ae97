import type { Hono } from "hono"
import { questionForm, usually } from "../../../shared/domain/funding/questions.ts"
import type { Entries } from "../../../shared/form/question.ts"
import type { Reviewing } from "../../../shared/form/workflow.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { Json } from "../../../shared/values/canonical.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { fieldsOf } from "../../../shared/web/form/typed.ts"
import { returnAt } from "../../../shared/web/funding/addresses.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { comparedHere } from "./comparing.ts"
import { hereAt, returnHere } from "./desk.ts"
import { buttonOf, type OpeningWay, openingForm, openingWays } from "./forms.ts"
import {
  accept,
  ask,
  checkCompleteness,
  look,
  type Opening,
  onlyFor,
  type Reviewed,
  reopen,
  sendBack,
  settle,
  subjectsOn,
} from "./moves.ts"
import { ComparePage } from "./pages/compare.tsx"
import { ReturnPage } from "./pages/return.tsx"

const one = "/phases/:phase/sites/:organisation/returns/:reference"

/** Where the department reads a return, and says what it thinks of it. */
export const addReviewingPages = (pages: Hono<SignedIn>) => {
  pages
    .get(one, async (c) => c.html(ReturnPage({ c, desk: await returnHere(c) })))
    .get(`${one}/compare/:version`, async (c) => c.html(ComparePage({ c, comparing: await comparedHere(c) })))
    .post(
      `${one}/look`,
      pressing((c, _, key) => look(c, key)),
    )
    .post(`${one}/check`, pressing(checkCompleteness))
    .post(`${one}/accept`, pressing(accept))
    .post(
      `${one}/questions/:number/settle`,
      pressing((c, _, key) => settle(c, key)),
    )
    .get(`${one}/questions`, (c) => openOnly(c, "ask", () => askPage(c)))
    .post(`${one}/questions`, async (c) => {
      const desk = await onlyFor(c, "ask")
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const form = questionForm(subjectsOn(desk), c.var.world.now())
          await ask(c, readOn(form, typed), moveKey(c, key, typed))
          return `${hereAt(desk)}#questions`
        },
        (tried) => askPage(c, tried),
      )
    })
  for (const way of openingWays) addOpening(pages, way)
  return pages
}

type Pressed = (c: C, seen: number, key: MoveKey) => Promise<Reviewed>

/** A move that asks for nothing but the press: where it is refused, the return comes back with why. */
const pressing = (does: Pressed) => (c: C) =>
  submitting(
    c,
    async ({ key, ...typed }) => {
      const seen = seenIn(typed)
      const { reference } = await does(c, seen, moveKey(c, key, { revision: seen } as Json))
      return returnAt(c.req.param("phase") ?? "", c.req.param("organisation") ?? "", reference)
    },
    async (tried) => ReturnPage({ c, desk: await returnHere(c), tried }),
  )

/** The form of a move that is open to this person; the return itself, which says where it is, where it is not. */
const openOnly = async (c: C, move: Reviewing, page: () => Promise<unknown>) => {
  const desk = await onlyFor(c, move)
  return desk.open.includes(move) ? c.html((await page()) as string) : c.redirect(hereAt(desk), 303)
}

/** A revision as a page sends it: nonsense matches none. */
const seenIn = ({ revision = "" }: Entries) => (/^\d{1,7}$/.test(revision) ? Number(revision) : -1)

const askPage = async (c: C, tried?: Tried) => {
  const desk = await onlyFor(c, "ask")
  const now = c.var.world.now()
  const form = questionForm(subjectsOn(desk), now)
  return FormPage({
    c,
    section: form,
    action: `${hereAt(desk)}/questions`,
    back: { href: hereAt(desk), text: desk.head.title },
    caption: `${desk.organisation.name}: ${desk.head.title}`,
    button: "Ask",
    keyed: true,
    entries: fieldsOf(form, usually(now, c.req.query("about"))),
    tried,
  })
}

const addOpening = (pages: Hono<SignedIn>, way: OpeningWay) => {
  const move = way === "reopen" ? "reopen" : "send back"
  const does = way === "reopen" ? reopen : sendBack
  const page = async (c: C, tried?: Tried) => {
    const desk = await onlyFor(c, move)
    return FormPage({
      c,
      section: openingForm(desk, way),
      action: `${hereAt(desk)}/${way}`,
      back: { href: hereAt(desk), text: desk.head.title },
      caption: `${desk.organisation.name}: ${desk.head.title}`,
      button: buttonOf(way),
      keyed: true,
      hidden: { revision: String(desk.head.revision) },
      tried,
    })
  }
  pages
    .get(`${one}/${way}`, (c) => openOnly(c, move, () => page(c)))
    .post(`${one}/${way}`, async (c) => {
      const desk = await onlyFor(c, move)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const { sections = [], note = "" } = readOn(openingForm(desk, way), typed) as Partial<Opening>
          await does(c, { sections, note }, seenIn(typed), moveKey(c, key, typed))
          return hereAt(desk)
        },
        (tried) => page(c, tried),
      )
    })
}
