import * as z from "zod"

/** No vowels and no look-alikes, so that a reference can be read out on the telephone. */
const alphabet = "234679CDFGHJKLMNPQRTVWXYZ"
const shape = `[A-Z][A-Z0-9]{1,7}-[A-Z][A-Z0-9]{1,7}-[A-Z]-[${alphabet}]{6}`

/** A reference as it is kept: `NSW2-HAL-E-7K3PQ4`. */
export const reference = z.string().regex(new RegExp(`^${shape}$`), { error: "Enter a reference" })

/** The letter of what it is a reference of; nothing where it is none. */
export const letterIn = (text: string): string | undefined =>
  reference.safeParse(text).success ? text.split("-")[2] : undefined

/** The code of the phase it was given in. */
export const phaseIn = (reference: string): string => reference.split("-")[0] ?? ""

/** References wherever they stand in a text, in either case. */
export const referencesIn = (text: string) =>
  text.matchAll(new RegExp(`(?<![A-Z0-9])${shape}(?![A-Z0-9])`, "gi"))

/**
 * A new reference; every ending is as likely as every other. It can always be read back: throws where a
 * part could not be.
 */
export function makeReference(
  { phase, organisation, kind }: { phase: string; organisation: string; kind: string },
  random: (bytes: number) => Uint8Array,
): string {
  let ending = ""
  while (ending.length < 6)
    for (const byte of random(6 - ending.length))
      if (byte < 256 - (256 % alphabet.length)) ending += alphabet[byte % alphabet.length]
  return reference.parse(`${phase}-${organisation}-${kind}-${ending}`)
}

/** A reference as people type it, in either case and with any dash, or undefined where it is none. */
export const readReference = (text: string): string | undefined =>
  reference.safeParse(
    text
      .trim()
      .replace(/[\p{Pd}−]/gu, "-")
      .toUpperCase(),
  ).data
