import type { Entries, Question } from "../form/question.ts"
import type { Cell } from "./book.ts"
import { figureFields } from "./figure-fields.ts"

/** One place to type in: part of an answer, by the name that a page's field has after the question's own. */
export type Field = {
  part: string
  label: string
  is: "money" | "number" | "text" | "date" | "choice" | "tick"
  options?: Record<string, string>
  how: string
}

const yes = { yes: "Yes" }

/** What a question is typed in, besides those that are tables of their own. */
export const fieldsIn = ({ type, label, shape, optional }: Question): Field[] => {
  const may = optional ? "Not needed. " : ""
  const one = (is: Field["is"], how: string, rest: Partial<Field> = {}): Field => ({
    part: "",
    label,
    is,
    how: `${may}${how}`,
    ...rest,
  })
  switch (type) {
    case "money":
      return [one("money", "Pounds, like 92,827 or 92,827.50")]
    case "wholeNumber":
      return [one("number", "A whole number, like 17")]
    case "decimal":
      return [one("number", "A number, like 2.5")]
    case "date":
      return [one("date", "A day, like 3 February 2018")]
    case "choice":
    case "yesNo":
      return [one("choice", "One of the list", { options: shape.options ?? {} })]
    case "choices":
      return Object.entries(shape.options ?? {}).map(([key, option]) =>
        one("tick", "Yes, or leave it empty", { part: key, label: `${label} ${option}`, options: yes }),
      )
    case "count":
      return [
        one("number", "A whole number, like 17"),
        one("text", "If it is not known, why", { part: "why", label: `${label} If not known, why` }),
      ]
    case "person":
      return [
        one("text", "A full name", { part: "name", label: `${label} Name` }),
        one("text", "A job title", { part: "jobTitle", label: `${label} Job title` }),
        one("text", "An email address", { part: "email", label: `${label} Email address` }),
      ]
    case "declaration":
      return [
        one("tick", "Yes, or leave it empty", {
          label: [label, ...(shape.statement ?? [])].join("\n"),
          options: yes,
        }),
      ]
    case "text":
      return [one("text", "One line")]
    case "longText":
      return [one("text", `${shape.words} words or fewer`)]
    case "figure":
      return figureFields({ label, shape }, one)
    case "repeated":
    case "moneyGrid":
      return []
  }
}

export const nameOf = (name: string, { part }: Pick<Field, "part">) =>
  part === "" ? name : `${name}.${part}`

const look = { money: "types money", number: "types number", date: "types date" } as const

/** A cell to type in, with what the fields of a page would hold there. */
export const typedCell = (field: Field, name: string, entries: Entries): Cell => {
  const { is, options } = field
  const at = nameOf(name, field)
  const found = { look: is in look ? look[is as keyof typeof look] : ("types text" as const) }
  const given = is === "tick" ? (entries[at] ? "yes" : undefined) : entries[at]
  if (is === "date") {
    const [year, month, day] = ["year", "month", "day"].map((part) => entries[`${at}.${part}`])
    return year ? { ...found, date: `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}` } : found
  }
  if (is === "money" || is === "number")
    return given === undefined ? found : { ...found, number: given.replaceAll(",", "") }
  const listed = options && { options: Object.values(options) }
  return given === undefined
    ? { ...found, ...listed }
    : { ...found, ...listed, text: options?.[given] ?? given }
}
