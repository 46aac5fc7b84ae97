import type { Hono } from "hono"
import { type Action, doneForm } from "../../../shared/domain/actions/action.ts"
import { carryForm, dropForm, setForm } from "../../../shared/domain/actions/hand-forms.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Section } from "../../../shared/form/section.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { actionAt, actionsAt } from "../../../shared/web/coaching/addresses.ts"
import { type C, type Inside, siteHere } from "../../../shared/web/coaching/here.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import type { Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import type { Made } from "./changing.ts"
import { actionsCsv } from "./csv.ts"
import { actionWhole, listedHere } from "./desk.ts"
import {
  actionToChange,
  actionToClose,
  carryAction,
  closeAction,
  dropAction,
  maySet,
  setAction,
} from "./moves.ts"
import { ActionPage } from "./pages/action.tsx"
import { ActionsPage } from "./pages/actions.tsx"
import { CarryPage, DonePage, DropPage, SetPage } from "./pages/forms.tsx"
import { nameableHere } from "./people.ts"

const one = "/actions/:action"

/** What is to be done about the site, one of them with all that became of it, and what is done about each. */
export const addActionPages = (pages: Hono<Inside>) => {
  pages
    .get("/actions", async (c) => c.html(ActionsPage({ c, listed: await listedHere(c) })))
    .get("/actions.csv", actionsCsv)
    .get("/actions/set", async (c) => c.html(await settingPage(c)))
    .post("/actions/set", (c) => {
      maySet(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const form = setForm(await nameableHere(c), c.var.world.now())
          await setAction(c, readOn(form, typed), moveKey(c, key, typed))
          return actionsAt(siteHere(c))
        },
        (tried) => settingPage(c, tried),
      )
    })
    .get(one, async (c) => c.html(ActionPage({ c, ...(await actionWhole(c)) })))
  for (const [way, { open, page, form, does, next }] of Object.entries(ways))
    pages
      .get(`${one}/${way}`, async (c) => c.html(page({ c, one: stillOpen(await open(c)) })))
      .post(`${one}/${way}`, async (c) => {
        const before = await open(c)
        return submitting(
          c,
          async ({ key, ...typed }) => {
            const given = readOn(form(before, c.var.world.now()), typed)
            await does(c, { ...given, ...("was" in typed && { was: typed.was }) }, moveKey(c, key, typed))
            return next(before)
          },
          async (tried) => page({ c, one: await open(c), tried }),
        )
      })
  return pages
}

const settingPage = async (c: C, tried?: Tried) => {
  maySet(c)
  return SetPage({ c, people: await nameableHere(c), tried })
}

type Way = {
  open: (c: C) => Promise<Action>
  page: (props: { c: C; one: Action; tried?: Tried }) => unknown
  form: (one: Action, now: Date) => Section
  does: (c: C, given: Record<string, unknown>, key: MoveKey) => Promise<Made>
  /** Where it goes on. */
  next: (one: Action) => string
}

const toList = ({ organisation }: Action) => actionsAt(organisation)
const toOne = ({ organisation, id }: Action) => actionAt(organisation, id)

const ways = {
  done: { open: actionToClose, page: DonePage, form: () => doneForm, does: closeAction, next: toList },
  drop: { open: actionToChange, page: DropPage, form: () => dropForm, does: dropAction, next: toList },
  carry: { open: actionToChange, page: CarryPage, form: carryForm, does: carryAction, next: toOne },
} satisfies Record<string, Way>

/** For the page alone: what is sent twice with one key gives what it gave. */
const stillOpen = (one: Action): Action => {
  if (one.state !== "open")
    throw new Refused("not possible now", { says: "It is over: what became of it stands on its own page." })
  return one
}
