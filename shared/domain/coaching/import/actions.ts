import { folded, type Split } from "./map.ts"

/**
 * The actions that a cell holds. Every word of it is in one of them, but for lines that are left out by name: a line that
 * leads up to others stands before each of them, and one that leads up to nothing is an action itself.
 */
export const actionsIn = (text: string, split: Split, without: readonly string[] = []): string[] => {
  const lines = text.split("\n").filter((line) => !without.some((one) => folded(one) === folded(line)))
  if (split === "semicolons") return filled(lines.join("\n").split(";"))
  const apart = eachOnItsLine(lines.join("\n")).split("\n")
  if (split === "lines") return grouped(apart, () => "one")
  return apart.some((line) => bullet.test(line))
    ? grouped(apart, (line) => (bullet.test(line) ? "one" : "more"))
    : filled([filled(lines).join("\n")])
}

const filled = (all: string[]) => all.map((one) => one.trim()).filter((one) => one !== "")

/** What may stand before an action: a bullet, or a number or a letter with a point or a bracket. */
const bullet = /^\s*(?:[•‣◦▪●·∙*]\s*|(?:[-–—]|o(?=\t)|\(?(?:\d{1,2}|[a-z])[.)])\s+)(?=\S)/

const eachOnItsLine = (text: string) => text.replace(/(\S)[ \t]*(?=[•▪●])/gu, "$1\n")

/** Lines that are one action each, or more of the action or of the heading before them. */
const grouped = (lines: string[], isWhat: (line: string) => "one" | "more"): string[] => {
  const actions: string[] = []
  let heading = ""
  let headed: "open" | "used" = "used"
  let begun = false
  for (const raw of lines) {
    const line = raw.trim()
    const what = isWhat(raw)
    if (line === "") continue
    if (line.endsWith(":") && !bullet.test(raw)) {
      heading = headed === "open" ? `${heading} ${line}` : line
      headed = "open"
      begun = false
    } else if (what === "one") {
      const action = line.replace(bullet, "")
      actions.push(heading === "" ? action : `${heading} ${action}`)
      headed = "used"
      begun = true
    } else if (begun) actions.push(`${actions.pop()}\n${line}`)
    else {
      heading = headed === "open" ? `${heading} ${line}` : line
      headed = "open"
    }
  }
  return headed === "open" ? [...actions, heading] : actions
}
