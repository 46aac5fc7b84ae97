import { gunzipSync, gzipSync } from "node:zlib"
import { type SentVersion, sentVersion } from "../domain/submissions/submission.ts"

/** Sent versions are kept as the gzip of their exact bytes. */
export const packed = ({ bytes, ...rest }: SentVersion) => ({ ...rest, packed: gzipSync(bytes) })

export const unpacked = (item: Record<string, unknown>): SentVersion =>
  sentVersion.parse({ ...item, bytes: gunzipSync(item.packed as Uint8Array).toString("utf8") })
