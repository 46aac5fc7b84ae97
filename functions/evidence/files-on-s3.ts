import { fileFolders } from "../../shared/store/keys.ts"
import type { Files } from "../../shared/web/world.ts"
import { type Bucket, hostOf, signedAddress, signedPost } from "./signing.ts"

/** How long a place for a file is held, how long an address that gives one is good, and what we wait ourselves. In seconds. */
const [held, given, waits] = [600, 60, 5]

const { arriving, kept } = fileFolders

/** The files of a bucket: what may be put there is said in what is signed, and held to by the bucket itself. */
export const filesOnS3 = (bucket: Bucket, now: () => Date): Files => ({
  uploadTo: async (key, { type, bytes, back }) => {
    const fields = { "Content-Type": type, success_action_redirect: back }
    const asked = { key: `${arriving}${key}`, fields, bytes, seconds: held }
    return { url: `https://${hostOf(bucket)}/`, fields: await signedPost(bucket, asked, now()) }
  },
  downloadFrom: (key, name) => {
    const query = {
      "response-content-disposition": `attachment; filename="${name}"`,
      "response-cache-control": "no-store",
    }
    return signedAddress(bucket, { method: "GET", key: `${kept}${key}`, query, seconds: given }, now())
  },
  remove: async (key) => {
    const asked = { method: "DELETE", key: `${kept}${key}`, seconds: given } as const
    const answer = await fetch(await signedAddress(bucket, asked, now()), {
      method: "DELETE",
      signal: AbortSignal.timeout(waits * 1000),
    })
    if (!answer.ok) throw new Error(`A file was not deleted: ${answer.status}`)
  },
})
