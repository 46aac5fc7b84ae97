import * as z from "zod"

const email = z.email().max(254)

/** An address as it is kept: lower case, nothing around it. */
export const emailOf = (typed: string): string | undefined => {
  const found = email.safeParse(typed.trim().toLowerCase())
  return found.success ? found.data : undefined
}
