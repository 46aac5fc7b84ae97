import type { Hono } from "hono"
import { timeForm } from "../../../shared/domain/calendar/granting.ts"
import type { Section } from "../../../shared/form/section.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import type { Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { asksHere } from "../board/here.ts"
import type { C } from "../desk.ts"
import { asksAt, returnAt } from "./addresses.ts"
import type { Decided } from "./deciding.ts"
import { returnToDecide } from "./desk.ts"
import { giveTime, leaving, needed, needing, notNeeded, refuseTime, refusing } from "./moves.ts"
import { AsksPage } from "./pages/asks.tsx"
import { ReasonPage } from "./pages/reason.tsx"
import { TimePage } from "./pages/time.tsx"

const one = "/sites/:organisation/returns/:round"

type Does = (c: C, given: Record<string, unknown>, key: MoveKey) => Promise<Decided>

const reasons: Record<string, { section: Section; button: string; does: Does }> = {
  refuse: { section: refusing, button: "Refuse it", does: refuseTime },
  "not-needed": { section: leaving, button: "It is not needed this time", does: notNeeded },
  needed: { section: needing, button: "It is needed after all", does: needed },
}

/** What sites have asked, and the pages on which it is answered. */
export const addAskPages = (pages: Hono<SignedIn>) => {
  pages
    .get("/asks", async (c) => c.html(AsksPage({ c, asks: await asksHere(c) })))
    .get(`${one}/time`, async (c) => c.html(await timePage(c)))
    .post(`${one}/time`, async (c) => {
      const section = timeForm(await returnToDecide(c))
      return submitting(
        c,
        async ({ key, ...typed }) => after(await giveTime(c, readOn(section, typed), moveKey(c, key, typed))),
        (tried) => timePage(c, tried),
      )
    })
  for (const [name, { section, button, does }] of Object.entries(reasons)) {
    const page = async (c: C, tried?: Tried) =>
      ReasonPage({ c, one: await returnToDecide(c), section, button, move: name, tried })
    pages
      .get(`${one}/${name}`, async (c) => c.html(await page(c)))
      .post(`${one}/${name}`, async (c) => {
        await returnToDecide(c)
        return submitting(
          c,
          async ({ key, ...typed }) => after(await does(c, readOn(section, typed), moveKey(c, key, typed))),
          (tried) => page(c, tried),
        )
      })
  }
  return pages
}

const timePage = async (c: C, tried?: Tried) => TimePage({ c, one: await returnToDecide(c), tried })

/** Back to the desk from what was asked there; to the return from what nobody asked. */
const after = ({ organisation, round, asked }: Decided) => (asked ? asksAt : returnAt(organisation, round))
