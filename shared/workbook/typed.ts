import type { Entries } from "../form/question.ts"
import { dayIn, dayOf } from "./day.ts"
import type { Field } from "./field.ts"
import type { FoundCell } from "./found.ts"

/** What a cell comes to as the fields of a page, or what is wrong with the cell itself. */
export type Typed = { entries: Entries } | { problem: string }

/** One cell as a page would have sent it: what it means is left to the question that it answers. */
export const typedIn = (
  field: Field,
  name: string,
  cell: FoundCell | undefined,
  from1904: boolean,
): Typed => {
  if (!cell) return { entries: {} }
  if (cell.is === "error") return { problem: `shows ${shortly(cell.text)}: type the answer in its place` }
  if (cell.formula) return { problem: `holds a formula: type the ${figure(field)} in its place` }
  const text = cell.text.replace(/[\u00a0\u2007\u202f\ufeff]/g, " ")
  if (text.trim() === "") return { entries: {} }
  switch (field.is) {
    case "money":
    case "number":
      return { entries: { [name]: cell.is === "number" ? figures(Number(text)) : loosely(text) } }
    case "date":
      return dated(name, cell, text.trim(), from1904)
    case "choice":
      return chosen(field, name, cell, text)
    case "tick":
      return ticked(name, text)
    case "text":
      return { entries: { [name]: cell.is === "number" ? figures(Number(text)) : cell.text } }
  }
}

export const shortly = (text: string) => {
  const line = text.replace(/\s+/g, " ").trim()
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

const figure = ({ is }: Field) => (is === "money" || is === "number" ? "figure" : "answer")

/** A number without what binary arithmetic adds to it, and without an exponent. */
const figures = (number: number): string => {
  if (!Number.isFinite(number)) return "not a number"
  const exact = Number(number.toPrecision(15))
  return Math.abs(exact) >= 1e15 || (exact !== 0 && Math.abs(exact) < 1e-6) ? String(number) : String(exact)
}

/** As people write amounts: "£1 200.50", "(1,200)" for what is less than nothing, "1.2E+03" from a program. */
const loosely = (text: string): string => {
  const trimmed = text.trim()
  const [, inner] = /^\(\s*(.+?)\s*\)$/.exec(trimmed) ?? []
  const given = inner === undefined ? trimmed : `-${inner}`
  if (/^[-−]?\d(?:\.\d+)?e[+-]?\d{1,2}$/i.test(given)) return figures(Number(given.replace("−", "-")))
  return given.replace(/(\d)\s+(?=\d{3}(?!\d))/g, "$1")
}

const dated = (name: string, cell: FoundCell, text: string, from1904: boolean): Typed => {
  const serial = cell.is === "number" ? Number(text) : /^\d{4,6}$/.test(text) ? Number(text) : undefined
  const day = serial === undefined ? dayIn(text) : dayOf(Math.floor(serial), from1904)
  if (!day) return { problem: `is not a day: type it like 3 February 2018` }
  const [year = "", month = "", of = ""] = day.split("-")
  return { entries: { [`${name}.day`]: of, [`${name}.month`]: month, [`${name}.year`]: year } }
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s’']+/g, " ")
    .trim()

const chosen = ({ options = {} }: Field, name: string, cell: FoundCell, text: string): Typed => {
  const said = cell.is === "boolean" ? (/^(1|true)$/i.test(text) ? "yes" : "no") : folded(text)
  const found = Object.entries(options).find(([key, label]) => [folded(key), folded(label)].includes(said))
  if (found) return { entries: { [name]: found[0] } }
  return {
    problem: `is “${shortly(text)}”: choose one of ${Object.values(options)
      .map((one) => `“${one}”`)
      .join(", ")}`,
  }
}

const ticked = (name: string, text: string): Typed => {
  const said = folded(text)
  if (/^(yes|y|x|true|1|✓|✔)$/.test(said)) return { entries: { [name]: "yes" } }
  if (/^(no|n|false|0|-)$/.test(said)) return { entries: {} }
  return { problem: `is “${shortly(text)}”: type Yes, or leave it empty` }
}
