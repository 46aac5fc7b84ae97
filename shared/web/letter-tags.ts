import * as z from "zod"
import type { LetterPlace } from "./world.ts"

/** What a mail provider lets a tag hold: letters, digits, "_" and "-", and so many of them. */
const longest = 256

const names = ["pk", "sk", "place"] as const
const numbered = z.object({ pk: z.string(), sk: z.string(), place: z.coerce.number().int().min(0).max(999) })

/** A letter's place as tags, which come back with whatever the provider tells of it. Too long for them: none. */
export const letterTags = (letter: LetterPlace): Record<string, string> => {
  const tags = names.map((name) => [name, Buffer.from(String(letter[name])).toString("base64url")] as const)
  return tags.every(([, value]) => value.length <= longest) ? Object.fromEntries(tags) : {}
}

/** The letter that some tags name; a provider gives each tag as a list. */
export const letterIn = (tags: Record<string, string[]>): LetterPlace | undefined =>
  numbered.safeParse(
    Object.fromEntries(
      names.flatMap((name) =>
        (tags[name] ?? []).map((value) => [name, Buffer.from(value, "base64url").toString()]),
      ),
    ),
  ).data
