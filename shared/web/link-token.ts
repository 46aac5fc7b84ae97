import { addressHash, type SignInLink } from "../store/links.ts"
import { hmac, sameText } from "../values/hash.ts"
import type { PlainDate } from "../values/london.ts"

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
/** What the link of a letter opens: one tally of one site, for one person, to the end of a day. */
export type TallyLink = { organisation: string; round: string; person: string; until: PlainDate }

const tallyProof = (linkKey: string, { organisation, round, person, until }: TallyLink) =>
  hmac(linkKey, `tally/${organisation}/${round}/${person}/${until}`).slice(0, 32)

/** The secret part of the address of one tally in the letter of one person, made from the same key as the letter is written. */
export const tallyTokenFor = (linkKey: string, link: TallyLink) =>
  [link.organisation, link.round, link.person, link.until, tallyProof(linkKey, link)].join(".")

/** What a token opens, where it is one of ours: anything else is nothing. */
export const tallyLinkIn = (linkKey: string, given: string): TallyLink | undefined => {
  const [, organisation, round, person, until, proof] = given.match(tallyToken) ?? []
  if (!organisation || !round || !person || !until || !proof) return undefined
  const link = { organisation, round, person, until }
  return sameText(proof, tallyProof(linkKey, link)) ? link : undefined
}

const tallyToken =
  /^([a-z0-9-]{1,60})\.([A-Za-z0-9-]{1,80})\.([\w-]{1,64})\.(\d{4}-\d{2}-\d{2})\.([\w-]{32})$/
