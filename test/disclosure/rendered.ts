import type { ReleaseTable } from "../../shared/domain/evaluation/disclosure/types.ts"
import { asShown } from "../../shared/domain/evaluation/disclosure/words.ts"

/** A released table as a file of it: what everybody may fetch, and all that the attack reads of a release. */
export const asFile = (table: ReleaseTable): string => {
  const rows = [
    ...Object.entries(table.counts).map(([id, cell]) => ["count", id, asShown(cell)]),
    ...Object.entries(table.shares).map(([id, cell]) => ["share", id, asShown(cell, "share")]),
    ...Object.entries(table.means).map(([id, cell]) => ["mean", id, asShown(cell, "mean")]),
  ]
  const asItIs = new Set(table.asTheyAre)
  return rows
    .map(([kind, id, words]) => [kind, id, words, kind === "count" && asItIs.has(id ?? "") ? "as it is" : ""])
    .map((row) => row.join(","))
    .join("\r\n")
}

export type Read = {
  counts: Map<string, { words: string; asItIs: boolean }>
  shares: Map<string, string>
  means: Map<string, string>
}

export const readFile = (text: string): Read => {
  const read: Read = { counts: new Map(), shares: new Map(), means: new Map() }
  for (const line of text.split("\r\n")) {
    const [kind, id = "", words = "", how] = line.split(",")
    if (kind === "count") read.counts.set(id, { words, asItIs: how === "as it is" })
    if (kind === "share") read.shares.set(id, words)
    if (kind === "mean") read.means.set(id, words)
  }
  return read
}
