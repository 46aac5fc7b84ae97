import type { Asking } from "../env.ts"

type Where = { path: string; at: number }

/** Whose words they are and where they are typed: nobody else on the same telephone is ever shown them. */
const keyFor = (c: Asking, path: string) => `${c.var.actor?.id ?? ""} ${path}`

/**
 * For a form whose text a browser keeps until it is saved (`browser/keep-typed.ts`). `at` is the revision that the page
 * shows; `tried` where what was typed came back with it.
 */
export const keeping = (c: Asking, { path, at, tried }: Where & { tried: boolean }) => ({
  "data-keep": keyFor(c, path),
  "data-keep-at": String(at),
  ...(tried && { "data-keep-tried": "" }),
})

/** Says that what was typed there before this revision is saved: the browser forgets it. */
export const Saved = ({ c, path, at }: { c: Asking } & Where) => (
  <span hidden data-saved={keyFor(c, path)} data-saved-at={String(at)} />
)
