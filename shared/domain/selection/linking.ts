import * as z from "zod"
import { choice, choices, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { type Link, links, type Reading, type Who } from "./reading.ts"

const { none: _, ...kinds } = links

/** That there is a link, as opposed to none. */
export type RealLink = Exclude<Link, "none">
const real = Object.keys(kinds) as [RealLink, ...RealLink[]]

/** What somebody says about a link: words only with "another link". */
export const saying = z.object({ link: z.enum(["none", ...real]), words: z.string().optional() })
export type Saying = z.infer<typeof saying>

const words = longText({
  label: "What is the link?",
  called: "what the link is",
  hint: "Write as if the applicant will read it.",
  words: 20,
  when: { question: "link", is: "other" },
})

/** Asked of each person about each expression of interest, before anything of it is shown. */
export const linkForm = (name: string): Section =>
  section({
    id: "links",
    title: `Do you have a link with ${name}?`,
    minutes: 0,
    intro: "Nothing of what it sent is shown to you before you say.",
    asks: { link: choice({ label: "Your link", called: "whether you have a link", options: links }), words },
  })

/** Asked of somebody who said that there was none. */
export const arisenForm = (name: string): Section =>
  section({
    id: "links",
    title: `I have found that I have a link with ${name}`,
    minutes: 0,
    asks: { link: choice({ label: "Your link", called: "what the link is", options: kinds }), words },
  })

/** What is said beside every choice of a link. */
export const finalWords =
  "If you have a link, you will not see anything of it again: not in a list, a count or a letter. If it is said by mistake, the chair or a decision-maker can put it right."

/** Asked about many at once: `names` by reference. */
export const manyForm = (names: Record<string, string>): Section =>
  section({
    id: "links",
    title: "Say which of them you have a link with",
    minutes: 0,
    intro: "Nothing of what they sent is shown to you before you say.",
    asks: {
      linked: choices({
        label: "Which do you have a link with?",
        called: "which you have a link with",
        hint: "Leave all of them empty where you have no link.",
        options: names,
        optional: true,
      }),
      link: choice({
        label: "What link do you have with those you ticked?",
        called: "what link you have",
        hint: "Where it is not the same link with each, say one kind first and come back for the next.",
        options: kinds,
        optional: true,
      }),
      words,
      others: choices({
        label: "And the others?",
        called: "that you have no link with the others",
        options: { yes: "I have no link with any of those that I did not tick" },
        optional: true,
      }),
    },
    checks: [
      {
        at: "link",
        needs: ["linked"],
        holds: ({ link }) => link !== undefined,
        otherwise: "Select what link you have with those you ticked",
      },
      {
        at: "linked",
        needs: [],
        holds: ({ linked, others }) => linked !== undefined || others !== undefined,
        otherwise: "Tick those you have a link with, or confirm that you have none with the others",
      },
    ],
  })

const without = (one: Reading, person: string) => ({
  readers: one.readers.filter((each) => each.person !== person),
  views: one.views.filter((each) => each !== person),
})

/**
 * A reading of which somebody has said whether they have a link with it. With one they are no reader of it any longer:
 * what they sent stays in its history and counts no more, but where every applicant was told by it already.
 */
export const withLink = (
  one: Reading,
  by: Who,
  { link, words, at, told }: Saying & { at: string; told: boolean },
): Reading => ({
  ...one,
  said: [
    ...one.said.filter(({ person }) => person !== by.person),
    { ...by, link, ...(words !== undefined && link === "other" && { words }), at },
  ],
  ...(link !== "none" && !told && without(one, by.person)),
})

/** Whether it was decided, or its scores settled, by somebody who said afterwards that they have a link with it. */
export const isByLinked = ({ said, decided, moderated }: Pick<Reading, "said" | "decided" | "moderated">) =>
  said.some(
    ({ person, link }) =>
      link !== "none" && (person === decided?.by.person || person === moderated?.by.person),
  )

/** A reading of which somebody is asked again whether they have a link with it. */
export const asked = (one: Reading, person: string): Reading => ({
  ...one,
  said: one.said.filter((each) => each.person !== person),
})

export const lifting: Section = section({
  id: "lift",
  title: "This link was said by mistake",
  minutes: 0,
  intro: "They are asked again, before anything of it is shown to them.",
  asks: {
    because: longText({
      label: "How do you know?",
      called: "how you know",
      hint: "Write as if the applicant will read it.",
      words: 50,
    }),
  },
})

export const linkWords = ({ link, words }: Saying) => (words ? `${links[link]}: ${words}` : links[link])

/** What one person said about many at once: each is applied by itself, and the whole again changes nothing. */
export const linkJob = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  rows: z.array(saying.extend({ reference: z.string() })),
  done: z.boolean(),
  revision: z.int(),
})

/** Whether a row of such a job still changes something; what was said since stands. */
export const isToSay = (
  { said }: Pick<Reading, "said">,
  person: string,
  { link }: Pick<Saying, "link">,
  at: string,
) => {
  const before = said.find((each) => each.person === person)
  return !before || (before.link === "none" && link !== "none" && before.at <= at)
}
