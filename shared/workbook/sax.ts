import { SaxesParser } from "saxes"
import { damaged, Unreadable } from "./unreadable.ts"

/** An element by its name without its prefix, and its attributes by theirs. */
export type Heard = {
  opens?: (name: string, attributes: Record<string, string>) => void
  closes?: (name: string) => void
  text?: (text: string) => void
  /** Whether enough was heard: what comes after is not looked at. */
  done?: () => boolean
}

const deepest = 100
const mostAttributes = 200

/** XML in pieces, of any length in the same memory. What could grow by itself is refused before it does. */
export const hearing = ({ opens, closes, text, done }: Heard) => {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  const parser = new SaxesParser({ position: false })
  let depth = 0
  let attributes = 0
  let empty = true
  parser.on("doctype", () => {
    throw new Unreadable(
      "The file has declarations of its own in it, which no spreadsheet needs. Download the workbook again and fill that in",
    )
  })
  parser.on("error", () => {
    throw damaged()
  })
  parser.on("attribute", () => {
    if (++attributes > mostAttributes) throw damaged()
  })
  parser.on("opentag", ({ name, attributes: given }) => {
    attributes = 0
    if (++depth > deepest) throw damaged()
    opens?.(local(name), localIn(given as Record<string, string>))
  })
  parser.on("closetag", ({ name }) => {
    depth--
    closes?.(local(name))
  })
  parser.on("text", (given) => text?.(given))
  parser.on("cdata", (given) => text?.(given))
  return (bytes: Uint8Array, last: boolean) => {
    if (done?.()) return
    empty &&= bytes.length === 0
    if (empty) return
    parser.write(decoder.decode(bytes, { stream: !last }))
    if (last) parser.close()
  }
}

const local = (name: string) => name.slice(name.indexOf(":") + 1)

const localIn = (attributes: Record<string, string>) =>
  Object.keys(attributes).some((name) => name.includes(":"))
    ? Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]))
    : attributes
