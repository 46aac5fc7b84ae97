/** How wide Arial draws each character from space to tilde, in thousandths of its size. */
const narrow =
  "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
const widths = narrow.split(" ").map(Number)

const widthOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  if (code >= 32 && code <= 126) return widths[code - 32] ?? 1_000
  return code < 0x2000 ? 760 : 1_000
}

/** Where Arial is missing, what stands in for it is wider: room is left for that, and for bold. */
const wider = { plain: 1.2, bold: 1.38 }

/** How wide a text is at most, in the unit of its size. */
export const textWidth = (text: string, size: number, bold = false): number =>
  ([...text].reduce((sum, one) => sum + widthOf(one), 0) / 1_000) * size * (bold ? wider.bold : wider.plain)

/** The lines that a text takes in a width: words stay whole, but for one that is wider by itself. */
export const wrapped = (text: string, width: number, size: number, bold = false): string[] => {
  const fits = (one: string) => textWidth(one, size, bold) <= width
  const pieces = text
    .split(/\s+/u)
    .filter((word) => word !== "")
    .flatMap((word) => (fits(word) ? [word] : broken(word, fits)))
  return joined(pieces, " ", fits)
}

const broken = (word: string, fits: (one: string) => boolean): string[] => joined([...word], "", fits)

/** As many pieces on each line as fit: one at least. */
const joined = (pieces: string[], between: string, fits: (one: string) => boolean): string[] => {
  const lines: string[] = []
  for (const piece of pieces) {
    const longer = `${lines.at(-1)}${between}${piece}`
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines
}
