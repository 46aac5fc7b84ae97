import { backToTyped, discardTyped, keepTyped, typedHere } from "../../shared/web/keep-typed.ts"
import { TypedPage } from "../../shared/web/typed-page.tsx"
import { type C, load } from "./desk.ts"

const at = (organisation: string) => `/organisations/${organisation}`

/** A section that is saved after the session ended waits below its organisation. Never a move, only a save. */
export const keepSection = keepTyped({
  saves: /^\/organisations\/[\w-]+\/submissions\/[\w-]+\/sections\/[\w-]+$/,
  below: (path) => `${at(path.split("/")[2] ?? "")}/typed`,
})

const here = (c: C) => `${at(c.req.param("organisation") ?? "")}/submissions`

export const showTyped = async (c: C) => {
  const typed = await typedHere(c, here(c))
  const [, , , , reference, , id] = typed.path.split("/")
  const { visible } = await load(c, { reference })
  const asks = visible.find((one) => one.id === id)?.asks ?? {}
  return c.html(TypedPage({ c, typed, asks }))
}

export const backToSection = (c: C) => backToTyped(c, here(c))
export const discardSection = (c: C) => discardTyped(c, here(c))
