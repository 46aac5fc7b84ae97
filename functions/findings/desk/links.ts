import { findingsAt } from "../../../shared/web/evaluation/addresses.ts"
import { type C, mayHere } from "../here.ts"

export const findingsIn = (phase: string) => `${findingsAt}/${phase}`
export const costsAt = (phase: string) => `${findingsIn(phase)}/costs`

export type Link = { href: string; text: string; more?: string }

/** What is found across the sites of a phase, by what whoever asks may do about it. */
export const linksHere = (c: C, phase: string): Link[] => {
  const at = findingsIn(phase)
  const every = mayHere(c, "see every figure")
  return [
    {
      href: `${at}/measures`,
      text: "Each measure at each site",
      more: every ? ", with what a release would say of it" : ", as it was released",
    },
    {
      href: `${at}/releases`,
      text: "Releases",
      more: ": what everybody may read, with small numbers hidden",
    },
    ...(mayHere(c, "collect answers")
      ? [
          {
            href: `${at}/answers`,
            text: "Direct answers",
            more: " of people, families and practitioners, straight to you",
          },
        ]
      : []),
    ...(mayHere(c, "estimate costs")
      ? [{ href: costsAt(phase), text: "Costs and benefits", more: ", always as a range" }]
      : []),
    ...(mayHere(c, "read shared stories")
      ? [{ href: `${findingsAt}/stories`, text: "Stories", more: " whose people agreed to be read" }]
      : []),
    { href: `${at}/reports`, text: "Reports" },
  ]
}
