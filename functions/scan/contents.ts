import { type EvidenceType, type Found, largestFile } from "../../shared/domain/funding/evidence.ts"
import { sha256 } from "../../shared/values/hash.ts"
import { warningsInPdf, workbookIn } from "./properties.ts"

type Looked = { warnings: string[] } | { because: string }

const otherwise = (words: string): Looked => ({ because: `It is not ${words}, though it was said to be.` })

/** A PDF says so at its beginning: a little may stand before it. */
const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")

const pdf = (bytes: Uint8Array): Looked =>
  isPdf(bytes) ? { warnings: warningsInPdf(bytes) } : otherwise("a PDF")

const xlsx = (bytes: Uint8Array): Looked => {
  const workbook = workbookIn(bytes)
  if (!workbook) return otherwise("an Excel workbook (XLSX)")
  return workbook.macros
    ? { because: "It has macros in it, which we cannot accept. Save it as an Excel workbook without them." }
    : { warnings: workbook.warnings }
}

/** Text, in whatever alphabet: nothing in it that only a machine reads. */
const csv = (bytes: Uint8Array): Looked =>
  isPdf(bytes) || bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)
    ? otherwise("a CSV file that we can read. Save it as “CSV UTF-8”")
    : { warnings: [] }

const looks: Record<EvidenceType, (bytes: Uint8Array) => Looked> = { pdf, xlsx, csv }

/** What a file is found to be, whatever it was said to be: from its bytes alone. */
export const lookAt = (
  { bytes, size }: { bytes: Uint8Array; size: number },
  type: EvidenceType,
): Extract<Found, { is: "clean" | "unreadable" }> => {
  if (size > largestFile) return { is: "unreadable", because: "It is larger than 10 MB." }
  if (size === 0) return { is: "unreadable", because: "It is empty." }
  const looked = looks[type](bytes)
  return "because" in looked
    ? { is: "unreadable", because: looked.because }
    : { is: "clean", bytes: size, sha256: sha256(bytes), warnings: looked.warnings }
}
