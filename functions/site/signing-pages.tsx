import type { Hono } from "hono"
import { Refused } from "../../shared/domain/refused.ts"
import type { Entries } from "../../shared/form/question.ts"
import { formOf } from "../../shared/web/body.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { moveKey } from "../../shared/web/move-key.ts"
import { FormPage, type Tried } from "../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../shared/web/programme/typed.ts"
import { SentenceOf } from "../../shared/web/sentence.tsx"
import { type C, load } from "./desk.ts"
import { moving } from "./moving.ts"
import { ReasonPage } from "./pages/reason.tsx"
import { SignPage } from "./pages/sign.tsx"
import { at, NotNow, SubmissionPage } from "./pages/submission-page.tsx"
import { sinceSent } from "./reviewed.ts"
import { keeping, type Suggesting, suggestForm, suggesting, taking } from "./suggesting.ts"

/** A revision as a page sends it: nonsense is a page that was not ours, and matches no revision. */
export const revisionIn = (text = "") => (/^\d{1,7}$/.test(text) ? Number(text) : -1)

/** Where somebody gives their word, says “not yet” by section, or suggests another figure. */
export const addSigningPages = (pages: Hono<SignedIn>, one: string) =>
  pages
    .get(`${one}/sign`, async (c) => {
      const desk = await load(c)
      return c.html(SignPage({ c, desk, since: await sinceSent(c, desk) }))
    })
    .post(`${one}/sign`, async (c) => {
      const { revision, send, key } = await formOf(c)
      const seen = revisionIn(revision)
      const sends = send === "yes"
      const move = moveKey(c, key, { revision: seen, ...(sends && { send: true }) })
      const given = await moving(c, { move: "sign", seen, ...(sends && { also: "send" as const }) }, move)
      return c.redirect(given.at, 303)
    })
    .get(`${one}/decline`, async (c) => c.html(ReasonPage({ c, desk: await load(c), reason: "decline" })))
    .post(`${one}/decline`, decline)
    .get(`${one}/suggest`, async (c) => c.html((await suggestPage(c)) as string))
    .post(`${one}/suggest`, async (c) => {
      const form = suggestForm(await load(c))
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const given = readOn(form, typed)
          const { figure = "", after = -1, note = "" } = given as Partial<Suggesting>
          const seen = revisionIn(typed.revision)
          return (await suggesting(c, { figure, after, note }, seen, moveKey(c, key, typed))).at
        },
        (tried) => suggestPage(c, tried),
      )
    })
    .post(`${one}/suggestions`, async (c) => {
      const { key, figure = "", does = "", revision } = await formOf(c)
      const seen = revisionIn(revision)
      const move = moveKey(c, key, { revision: seen, figure, take: does === "take" })
      const given = await (does === "take" ? taking : keeping)(c, figure, seen, move)
      return c.redirect(given.at, 303)
    })

const decline = async (c: C) => {
  const { key, ...typed } = await formOf(c)
  const { note = "" } = typed
  const sections = "by-section" in typed ? sectionsIn(typed) : undefined
  const asks = { note, ...(sections && { sections }) }
  try {
    return c.redirect((await moving(c, { move: "decline", ...asks }, moveKey(c, key, asks))).at, 303)
  } catch (error) {
    if (!(error instanceof Refused) || !error.details.problems) throw error
    const { problems } = error.details
    const desk = await load(c)
    return c.html(ReasonPage({ c, desk, reason: "decline", typed: note, sections, problems }), 422)
  }
}

const sectionsIn = (typed: Entries) =>
  Object.entries(typed).flatMap(([name, value]) =>
    name === "sections" || name.startsWith("sections.") ? [value] : [],
  )

const suggestPage = async (c: C, tried?: Tried) => {
  const desk = await load(c)
  const back = { href: `${at(desk)}/sign`, text: "Read it, and confirm" }
  if (!desk.open.includes("suggest"))
    return (
      <SubmissionPage c={c} desk={desk} title="Suggest a figure" back={back}>
        <NotNow />
      </SubmissionPage>
    )
  return FormPage({
    c,
    section: suggestForm(desk),
    action: `${at(desk)}/suggest`,
    back,
    caption: `${desk.organisation.name}, reference ${desk.head.reference}`,
    button: "Suggest it",
    keyed: true,
    hidden: { revision: String(desk.head.revision) },
    tried,
    before: <SentenceOf sentence={desk.sentence} />,
  })
}
