import * as z from "zod"
import { choice, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { plainDate } from "../../values/london.ts"
import { type Line, sessionState } from "./session.ts"

const who = z.object({ person: z.string(), name: z.string() })

/** How the site answers with words: each of what it says is beside one line of the text, or about all of it. */
export const remarkKinds = {
  comment: "Comment",
  "agree with comment": "Agreed, with a comment",
  dispute: "Disputed",
} as const
export type RemarkKind = keyof typeof remarkKinds
export const remarkKindNames = Object.keys(remarkKinds) as [RemarkKind, ...RemarkKind[]]

/** What somebody at the site said about a version. It stays with the version that it was made about. */
export const remark = z.object({
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  session: z.string(),
  version: z.int(),
  as: z.enum(remarkKindNames),
  by: who,
  role: z.string(),
  at: z.iso.datetime(),
  /** `line` is the id of a line, or `all`; `wrong` where it is said to be wrong. */
  lines: z.array(z.object({ line: z.string(), says: z.string(), wrong: z.boolean() })).min(1),
  revision: z.int(),
})
export type Remark = z.infer<typeof remark>

/** About the text as a whole. */
export const wholeText = "all"

/** The words of one remark. */
export const remarkWords = 60

const says = (label: string) =>
  longText({ label, called: "what you say about this", words: remarkWords, optional: true })

/** A box and a choice beside each line: only what is filled in counts. Names: `line` and `is.line`. */
export const remarkForm = (lines: readonly Line[]): Section =>
  section({
    id: "change",
    title: "Change something",
    minutes: 3,
    asks: Object.fromEntries([
      ...lines.flatMap(({ id }) => [
        [id, says("What would you say instead?")],
        [
          `is.${id}`,
          choice({
            label: "Is this a comment, or is the line wrong?",
            called: "whether this is a comment or the line is wrong",
            options: { comment: "A comment", wrong: "This is wrong" },
            optional: true,
          }),
        ],
      ]),
      [wholeText, says("Something about all of it")],
    ]),
  })

/** What became of the line that something was said about, in the version that is read now. */
export const sinceWords = (line: string, then: readonly Line[], now: readonly Line[]): string | undefined => {
  if (line === wholeText) return undefined
  const before = then.find(({ id }) => id === line)
  const after = now.find(({ id }) => id === line)
  if (!after) return "This line was taken out since."
  return before?.says === after.says ? "This line has not changed since." : "This line was changed since."
}

/** A dated correction below a text that stays as it is. */
export const addendum = z.object({
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  session: z.string(),
  by: who,
  role: z.string(),
  at: z.iso.datetime(),
  on: plainDate,
  /** Where the session stood then: an answer to a dispute, or a correction of what was agreed. */
  state: sessionState,
  text: z.string(),
  revision: z.int(),
})
export type Addendum = z.infer<typeof addendum>

export const addendumForm: Section = section({
  id: "addendum",
  title: "Add an addendum",
  minutes: 3,
  asks: {
    text: longText({
      label: "What is to be corrected or added?",
      called: "what is to be corrected or added",
      hint: "It shows below the text with your name and the day, and stays.",
      words: 120,
    }),
  },
})
