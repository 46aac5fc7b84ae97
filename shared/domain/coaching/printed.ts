/** One part of a page that is made from the record: a heading, and what there is to say under it. */
export type Part = {
  heading: string
  lines: Line[]
  /** What is said where there is nothing. */
  none: string
}
export type Line = { says: string; more?: string }

export const line = (says: string, more?: string): Line => ({ says, ...(more && { more }) })

/** A page as plain text: for a file, or to be read aloud. */
export const asText = (title: string, parts: readonly Part[]): string =>
  [title, ...parts.map(partText)].join("\n\n")

const partText = ({ heading, lines, none }: Part) =>
  [
    heading.toUpperCase(),
    ...(lines.length === 0
      ? [none]
      : lines.map(({ says, more }) => `- ${says}${more ? `\n  ${more.replaceAll("\n", "\n  ")}` : ""}`)),
  ].join("\n")
