import * as z from "zod"
import { fileFolders } from "../../shared/store/keys.ts"

/** What the scanner makes of a file. Only the first means that nothing was found. */
export const verdicts = [
  "NO_THREATS_FOUND",
  "THREATS_FOUND",
  "UNSUPPORTED",
  "ACCESS_DENIED",
  "FAILED",
] as const
export type Verdict = (typeof verdicts)[number]

const put = z.object({
  "detail-type": z.literal("Object Created"),
  detail: z.object({ object: z.object({ key: z.string(), "version-id": z.string() }) }),
})

const scanned = z.object({
  "detail-type": z.literal("GuardDuty Malware Protection Object Scan Result"),
  detail: z.object({
    s3ObjectDetails: z.object({ objectKey: z.string(), versionId: z.string() }),
    scanResultDetails: z.object({ scanResultStatus: z.string() }),
  }),
})

/** What is told of a file in the store: that it was put there, or what the scanner made of it. */
export type Word = { key: string; version: string; verdict?: Verdict }

/**
 * An event of the store or of the scanner; nothing where it is about something else. A verdict that is not known yet
 * is one that the scan failed: it never means clean.
 */
export const wordIn = (event: unknown): Word | undefined => {
  const found = z.union([put, scanned]).safeParse(event).data
  if (!found) return undefined
  if (found["detail-type"] === "Object Created") {
    const { key, "version-id": version } = found.detail.object
    return below(key, { version })
  }
  const { s3ObjectDetails, scanResultDetails } = found.detail
  const verdict = verdicts.find((one) => one === scanResultDetails.scanResultStatus) ?? "FAILED"
  return below(s3ObjectDetails.objectKey, { version: s3ObjectDetails.versionId, verdict })
}

const below = (key: string, rest: Omit<Word, "key">): Word | undefined =>
  key.startsWith(fileFolders.arriving) ? { key: key.slice(fileFolders.arriving.length), ...rest } : undefined
