export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/**
 * Canonical JSON by RFC 8785: no white space, keys in the order of their UTF-16 units. Members that are
 * undefined are left out. Throws a TypeError for what JSON cannot hold: NaN, the infinities, a lone surrogate.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === "boolean") return String(value)
  if (typeof value === "number") return numberOf(value)
  if (typeof value === "string") return stringOf(value)
  if (isList(value)) return `[${Array.from(value, canonical).join(",")}]`
  if (typeof value !== "object") throw new TypeError(`no JSON for ${typeof value}`)
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key]
      return member === undefined ? [] : `${stringOf(key)}:${canonical(member)}`
    })
  return `{${members.join(",")}}`
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

const numberOf = (value: number) => {
  if (!Number.isFinite(value)) throw new TypeError("no JSON for a number that is not finite")
  return JSON.stringify(value)
}

const stringOf = (value: string) => {
  if (!value.isWellFormed()) throw new TypeError("no JSON for text that is not well formed")
  return JSON.stringify(value)
}
