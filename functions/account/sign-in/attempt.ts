import * as z from "zod"
import { hmac, sameText } from "../../../shared/values/hash.ts"
import type { World } from "../../../shared/web/world.ts"

/** Ten minutes, in seconds. */
export const lasts = 10 * 60

/** What a browser keeps between going to the provider and coming back. `until` is machine time, in milliseconds. */
const attempt = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string().optional(),
  until: z.number(),
})
export type Attempt = z.infer<typeof attempt>

export const newAttempt = ({ random, machineNow }: World, next: string | undefined): Attempt => {
  const secret = () => Buffer.from(random(32)).toString("base64url")
  return {
    state: secret(),
    nonce: secret(),
    verifier: secret(),
    ...(next && { next }),
    until: machineNow().getTime() + lasts * 1000,
  }
}

/** As a cookie: nobody can make one, or change where one leads. */
export const sealed = ({ settings: { linkKey } }: World, one: Attempt) => {
  const text = Buffer.from(JSON.stringify(one)).toString("base64url")
  return `${text}.${proofOf(linkKey, text)}`
}

/** The attempt in a cookie of ours, while it lasts. */
export const opened = ({ settings: { linkKey }, machineNow }: World, given = ""): Attempt | undefined => {
  const [, text, proof] = given.match(/^([\w-]{1,2000})\.([\w-]{43})$/) ?? []
  if (!text || !proof || !sameText(proofOf(linkKey, text), proof)) return undefined
  const found = attempt.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")))
  return found.until > machineNow().getTime() ? found : undefined
}

const proofOf = (linkKey: string, text: string) => hmac(linkKey, `department-sign-in/${text}`)
