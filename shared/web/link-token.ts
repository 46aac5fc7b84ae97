import { addressHash, type SignInLink } from "../store/links.ts"
import { hmac } from "../values/hash.ts"

export type Token = { address: string; id: string; proof: string }

/** The secret part of a sign-in link: made from a key that is not in the table, when the letter is written. */
export const tokenFor = (linkKey: string, { email, id }: Pick<SignInLink, "email" | "id">) => {
  const address = addressHash(email)
  return `${address}.${id}.${hmac(linkKey, `sign-in/${address}/${id}`).slice(0, 32)}`
}

export const tokenIn = (given: string): Token | undefined => {
  const [, address, id, proof] = given.match(/^([\w-]{16})\.([\w-]{16})\.([\w-]{32})$/) ?? []
  return address && id && proof ? { address, id, proof } : undefined
}

/** The secret part of a calendar's address: made from the same key, each time that its page is looked at. */
export const calendarSecretFor = (linkKey: string, person: string, id: string) =>
  hmac(linkKey, `calendar/${person}/${id}`)

/** The secret part of the address of a round's facts for a private office, the same way. */
export const officeSecretFor = (linkKey: string, round: string, id: string) =>
  hmac(linkKey, `office/${round}/${id}`)

/** The secret part of the address at which one wave of people answers, the same way. */
export const askingSecretFor = (linkKey: string, phase: string, link: string) =>
  hmac(linkKey, `tell-us/${phase}/${link}`)
