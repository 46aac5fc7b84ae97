import { sessionForm } from "../../../shared/domain/coaching/session-form.ts"
import { sessionMore } from "../../../shared/domain/coaching/session-more.ts"
import { inPhaseAt, sessionsAt } from "../../../shared/web/coaching/addresses.ts"
import { type C, placeHere } from "../../../shared/web/coaching/here.ts"
import { backToTyped, discardTyped, keepTyped, typedHere } from "../../../shared/web/keep-typed.ts"
import { TypedPage } from "../../../shared/web/typed-page.tsx"

/** A session that is written up when somebody's sign-in has ended waits below its phase. Never a move, only a save. */
export const keepSession = keepTyped({
  saves: /^\/organisations\/[\w-]+\/coaching\/[\w-]+\/sessions\/(?:[\w-]+\/)?(?:write|more)$/,
  below: (path) => {
    const [, , organisation = "", , phase = ""] = path.split("/")
    return `${inPhaseAt(organisation, phase)}/typed`
  },
})

const here = (c: C) => {
  const { organisation, phase } = placeHere(c)
  return sessionsAt(organisation, phase)
}

export const showTyped = async (c: C) => {
  const typed = await typedHere(c, here(c))
  const asks = { ...sessionForm({ now: c.var.world.now(), ends: true }).asks, ...sessionMore.asks }
  return c.html(TypedPage({ c, typed, asks }))
}

export const backToSession = (c: C) => backToTyped(c, here(c))
export const discardSession = (c: C) => discardTyped(c, here(c))
