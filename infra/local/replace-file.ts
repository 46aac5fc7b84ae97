import { renameSync, writeFileSync } from "node:fs"

/** The old contents or the new, never half of either: whoever reads, whenever we are killed. */
export const replaceFile = (file: string, contents: string | Uint8Array) => {
  writeFileSync(`${file}.new`, contents, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
