import type { Context, Hono } from "hono"
import { questionForm, usually } from "../../domain/funding/questions.ts"
import type { Entries } from "../../form/question.ts"
import type { Reviewing } from "../../form/workflow.ts"
import type { MoveKey } from "../../store/moves.ts"
import type { Json } from "../../values/canonical.ts"
import type { SignedIn } from "../env.ts"
import { fieldsOf } from "../form/typed.ts"
import { moveKey } from "../move-key.ts"
import { FormPage, type Tried } from "../programme/form.tsx"
import { readOn, submitting } from "../programme/typed.ts"
import { ComparePage } from "./compare.tsx"
import { comparedTo } from "./comparing.ts"
import { asReader, type OnReview } from "./desk.ts"
import { buttonOf, type OpeningWay, openingForm, openingWays } from "./forms.ts"
import { type Reviewed, subjectsOn } from "./moves.ts"
import type { Opening, PageOf, Ways } from "./ways.ts"

/** Where a return is read, and what is thought of it is said. */
export const addReviewing = <Env extends SignedIn, Desk extends OnReview>(
  pages: Hono<Env>,
  ways: Ways<Env, Desk>,
  page: PageOf<Env, Desk>,
) => {
  const { one, here, at, look, settle, accept } = ways
  const press = pressing(ways, page)
  pages.get(one, async (c) => c.html((await page(c, await here(c))) as string))
  pages.get(`${one}/compare/:version`, async (c) => {
    const desk = await here(c)
    const comparing = await comparedTo(asReader(c), desk, asReader(c).req.param("version"))
    return c.html(ComparePage({ c: asReader(c), at: at(desk), comparing }))
  })
  pages.post(
    `${one}/look`,
    press((c, _, key) => look(c, key)),
  )
  pages.post(`${one}/accept`, press(accept))
  pages.post(
    `${one}/questions/:number/settle`,
    press((c, _, key) => settle(c, key)),
  )
  pages.get(`${one}/questions`, (c) => openOnly(ways, c, "ask", () => askPage(ways, c)))
  pages.post(`${one}/questions`, async (c) => {
    const desk = await ways.onlyFor(c, "ask")
    return submitting(
      c,
      async ({ key, ...typed }) => {
        const form = questionForm(subjectsOn(desk), asReader(c).var.world.now())
        await ways.ask(c, readOn(form, typed), moveKey(asReader(c), key, typed))
        return `${at(desk)}#questions`
      },
      (tried) => askPage(ways, c, tried),
    )
  })
  for (const way of openingWays) addOpening(pages, ways, way)
  return pages
}

type Pressed<Env extends SignedIn> = (c: Context<Env>, seen: number, key: MoveKey) => Promise<Reviewed>

/** A move that asks for nothing but the press: where it is refused, the return comes back with why. */
export const pressing =
  <Env extends SignedIn, Desk extends OnReview>({ here, at }: Ways<Env, Desk>, page: PageOf<Env, Desk>) =>
  (does: Pressed<Env>) =>
  (c: Context<Env>) =>
    submitting(
      c,
      async ({ key, ...typed }) => {
        const seen = seenIn(typed)
        await does(c, seen, moveKey(asReader(c), key, { revision: seen } as Json))
        return at(await here(c))
      },
      async (tried) => page(c, await here(c), tried),
    )

/** The form of a move that is open to this person; the return itself, which says where it is, where it is not. */
const openOnly = async <Env extends SignedIn, Desk extends OnReview>(
  { onlyFor, at }: Ways<Env, Desk>,
  c: Context<Env>,
  move: Reviewing,
  page: () => Promise<unknown>,
) => {
  const desk = await onlyFor(c, move)
  return desk.open.includes(move) ? c.html((await page()) as string) : c.redirect(at(desk), 303)
}

/** A revision as a page sends it: nonsense matches none. */
const seenIn = ({ revision = "" }: Entries) => (/^\d{1,7}$/.test(revision) ? Number(revision) : -1)

const askPage = async <Env extends SignedIn, Desk extends OnReview>(
  { onlyFor, at }: Ways<Env, Desk>,
  c: Context<Env>,
  tried?: Tried,
) => {
  const desk = await onlyFor(c, "ask")
  const now = asReader(c).var.world.now()
  const form = questionForm(subjectsOn(desk), now)
  return FormPage({
    c: asReader(c),
    section: form,
    action: `${at(desk)}/questions`,
    back: { href: at(desk), text: desk.head.title },
    caption: `${desk.organisation.name}: ${desk.head.title}`,
    button: "Ask",
    keyed: true,
    entries: fieldsOf(form, usually(now, c.req.query("about"))),
    tried,
  })
}

const addOpening = <Env extends SignedIn, Desk extends OnReview>(
  pages: Hono<Env>,
  ways: Ways<Env, Desk>,
  way: OpeningWay,
) => {
  const { one, at, onlyFor } = ways
  const move = way === "reopen" ? "reopen" : "send back"
  const does = way === "reopen" ? ways.reopen : ways.sendBack
  const page = async (c: Context<Env>, tried?: Tried) => {
    const desk = await onlyFor(c, move)
    return FormPage({
      c: asReader(c),
      section: openingForm(desk, way, ways.counts),
      action: `${at(desk)}/${way}`,
      back: { href: at(desk), text: desk.head.title },
      caption: `${desk.organisation.name}: ${desk.head.title}`,
      button: buttonOf(way),
      keyed: true,
      hidden: { revision: String(desk.head.revision) },
      tried,
    })
  }
  pages.get(`${one}/${way}`, (c) => openOnly(ways, c, move, () => page(c)))
  pages.post(`${one}/${way}`, async (c) => {
    const desk = await onlyFor(c, move)
    return submitting(
      c,
      async ({ key, ...typed }) => {
        const form = openingForm(desk, way, ways.counts)
        const { sections = [], note = "" } = readOn(form, typed) as Partial<Opening>
        await does(c, { sections, note }, seenIn(typed), moveKey(asReader(c), key, typed))
        return at(desk)
      },
      (tried) => page(c, tried),
    )
  })
}
