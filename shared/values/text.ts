import * as z from "zod"

type Problem = "not text" | "not well formed" | "control characters"

const words = {
  "not text": "Enter text",
  "not well formed": "Some of this text is damaged. Type it again",
  "control characters": "This text has hidden characters that we cannot accept. Type it again",
} satisfies Record<Problem, string>

/**
 * Text as it may be kept: well formed, NFC, LF, no control character but tab and newline, no blank lines
 * before it and no white space after it. Text once cleaned stays as it is.
 */
export function cleanText(raw: unknown): { text: string } | { problem: Problem } {
  if (typeof raw !== "string") return { problem: "not text" }
  if (!raw.isWellFormed()) return { problem: "not well formed" }
  const text = raw.replace(/\r\n?/g, "\n").normalize("NFC")
  if (/[^\P{Cc}\n\t]/u.test(text)) return { problem: "control characters" }
  return { text: text.trimEnd().replace(/^(?:[^\S\n]*\n)+/u, "") }
}

/** `cleanText` at an edge that parses. */
export const cleaned = z.string({ error: words["not text"] }).transform((raw, context) => {
  const clean = cleanText(raw)
  if ("text" in clean) return clean.text
  context.addIssue({ code: "custom", message: words[clean.problem] })
  return z.NEVER
})

/** Cleaned text on one line: every run of white space, newlines too, becomes one space. */
export const oneLine = cleaned.transform((text) => text.replace(/\s+/gu, " ").trim())
