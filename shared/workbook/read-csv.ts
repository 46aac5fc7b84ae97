import { emptySheet, type Found, put } from "./found.ts"
import { damaged } from "./unreadable.ts"

/** A table of its own as CSV: UTF-8, or what spreadsheet programs here write where it is not. */
export const readCsv = (bytes: Uint8Array): Found => {
  const sheet = emptySheet("The table")
  const text = decoded(bytes)
  if (text.includes("\0")) throw damaged()
  let row = 0
  let column = 0
  let cell = ""
  let quoted = false
  const end = () => {
    put(sheet, row, column++, { text: cell, is: "text" })
    cell = ""
  }
  for (let at = 0; at < text.length; at++) {
    const one = text[at] as string
    if (quoted) {
      if (one !== '"') cell += one
      else if (text[at + 1] === '"') cell += text[++at]
      else quoted = false
    } else if (one === '"' && cell === "") quoted = true
    else if (one === "," || one === "\n") {
      end()
      if (one === "\n") {
        row++
        column = 0
      }
    } else if (one !== "\r") cell += one
  }
  end()
  if (quoted) throw damaged()
  return { format: "csv", sheets: [sheet], from1904: false }
}

const decoded = (bytes: Uint8Array) => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}
