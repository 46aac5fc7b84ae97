import { type Evidence, evidenceStates, evidenceTypes, mostFiles, wasSent } from "./evidence.ts"

/** "312 KB", "1.2 MB" */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** "PDF, 312 KB": its size only once it is known. */
export const kindWords = ({ type, bytes }: Pick<Evidence, "type" | "bytes">): string =>
  [evidenceTypes[type].words, ...(bytes > 0 ? [sizeWords(bytes)] : [])].join(", ")

/** How far it has come, and why. */
export const stateWords = ({ state, because }: Pick<Evidence, "state" | "because">): string =>
  because ? `${evidenceStates[state]}. ${because}` : evidenceStates[state]

/** What it is called where somebody keeps it: its words as a file name, whatever is in them. */
export const fileName = ({ name, type }: Pick<Evidence, "name" | "type">): string => {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\w -]+/g, " ")
    .trim()
    .replace(/\s+/g, "-")
    .slice(0, 80)
  return `${plain || "evidence"}.${type}`
}

const numbers = (count: number) => (count === 1 ? "1 file" : `${count} files`)

/** What stands at the top of the files of a return: how many are part of it, and what of the others. */
export const filesWords = (
  files: readonly Evidence[],
  { open, sentAt }: { open: boolean; sentAt?: string },
): string => {
  const clean = files.filter(({ state }) => state === "clean")
  const checking = files.filter(({ state }) => state === "checking").length
  const said = [
    clean.length === 0
      ? `No file is part of this return. It can have up to ${mostFiles}.`
      : open
        ? `${numbers(clean.length)} will be part of what is sent.`
        : partOf(clean, sentAt),
  ]
  if (checking > 0)
    said.push(
      `We are checking ${numbers(checking)}: not part of what is sent until that is done, which takes a few minutes at most.`,
    )
  return said.join(" ")
}

const partOf = (clean: readonly Evidence[], sentAt?: string) => {
  const sent = clean.filter((one) => wasSent(one, sentAt)).length
  const later = clean.length - sent
  const says =
    sent === 0 ? "No file is part of what was sent." : `${numbers(sent)} were part of what was sent.`
  const were = says.replace("1 file were", "1 file was")
  return later === 0 ? were : `${were} ${numbers(later)} came too late to be.`
}
