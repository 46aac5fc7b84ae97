/**
 * A text as patterns read it: NFKC, invisible characters taken out, every dash "-" and every apostrophe "'".
 * Each gap between words becomes one character, newline where a line or a table cell ended and space elsewhere,
 * so that counting gaps counts words. For matching only; it is never kept.
 */
export const folded = (text: string): string =>
  (text.replace(/^\p{White_Space}+/u, "").match(/\P{White_Space}+|\p{White_Space}+/gu) ?? [])
    .map((run) => (/^\p{White_Space}/u.test(run) ? gapOf(run) : wordOf(run)))
    .join("")

const gapOf = (run: string) => (/[\n\r\t\u2028\u2029]/.test(run) ? "\n" : " ")

const wordOf = (run: string) =>
  run
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{White_Space}]/gu, "")
    .replace(/[\p{Pd}−]/gu, "-")
    .replace(/[‘’]/g, "'")
