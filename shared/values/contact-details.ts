import { bare, type Hit, hitsOf } from "./hit.ts"

const phone =
  /(?<![a-z\d£]|\d[.,/-])(?:(?:\+|00)44[ .-]?(?:\(0\)[ .-]?|0)?|\(0|0)[12378](?:[ \n().-]{0,2}\d){8,9}(?![a-z\d])/gi
const email =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@([\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8})/gu
const postcode =
  /(?<![a-z\d])(?:[beglmnsw]|[a-pr-uwyz][a-hk-y])\d[a-z\d]?[ _]?(\d[abd-hjlnp-uw-z]{2})(?![a-z\d])/gi

/** UK telephone numbers, by their first digits and their length. */
export const phonesIn = (text: string): Hit[] =>
  hitsOf(text, "phone", phone, ([match]) => {
    const aDate = /^\d\d([ .-])\d\d\1(?:19|20)\d\d(?!\d)/.test(match)
    const groups = match.split(/\D+/).filter((group) => group !== "")
    return aDate || averageOf(groups) < 2.5 ? undefined : national(bare(match))
  })

/** Email addresses at any domain but these and the domains under them. */
export const emailsIn = (text: string, workMailDomains: readonly string[]): Hit[] => {
  const work = workMailDomains.map((domain) => domain.toLowerCase())
  return hitsOf(text, "email", email, ([match, at = ""]) => {
    const host = at.toLowerCase()
    const isWork = work.some((domain) => host === domain || host.endsWith(`.${domain}`))
    return isWork ? undefined : match.toLowerCase()
  })
}

/** UK postcodes, in either case. "B1 2nd" is a floor and not a postcode; "B1 2ND" is one. */
export const postcodesIn = (text: string): Hit[] =>
  hitsOf(text, "postcode", postcode, ([match, inward = ""]) =>
    /^(?:1st|2nd|3rd|[04-9]th)$/.test(inward) ? undefined : bare(match),
  )

const averageOf = (groups: string[]) => groups.join("").length / groups.length

const national = (digits: string) => digits.replace(/^(?:00)?440?/, "0")
