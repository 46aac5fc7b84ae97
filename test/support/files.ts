import { scanned } from "../../functions/scan/scanned.ts"
import { putEvent, scanEvent, verdictOn } from "../../infra/local/scan-event.ts"
import type { Arrivals, Files, ScanWorld, UploadSlot } from "../../shared/web/world.ts"

export type Put = { key: string; version: string }

/** A store of files in memory: `arriving` is what browsers put there, by version; `stored` what is kept, by key. */
export const filesInMemory = () => {
  const stored = new Map<string, Uint8Array>()
  const arriving = new Map<string, Uint8Array>()
  const at = ({ key, version }: Put) => `${key} ${version}`
  const files: Files = {
    uploadTo: async (key, { type, back }) => ({
      url: "/local/files",
      fields: { key, "Content-Type": type, success_action_redirect: back },
    }),
    downloadFrom: async (key, name) => `/local/files/${key}?name=${encodeURIComponent(name)}`,
    remove: async (key) => void stored.delete(key),
  }
  const arrivals: Arrivals = {
    read: async (key, version, most) => {
      const found = arriving.get(at({ key, version }))
      if (!found) return undefined
      return { bytes: found.length <= most ? found : new Uint8Array(), size: found.length }
    },
    drop: async (key, version) => void arriving.delete(at({ key, version })),
    keep: async (key, bytes) => void stored.set(key, bytes),
    remove: files.remove,
  }
  let versions = 0
  return {
    files,
    arrivals,
    stored,
    arriving,
    /** Puts a file where a form says, as a browser does: nobody is told of it yet. */
    put: ({ fields }: Pick<UploadSlot, "fields">, bytes: Uint8Array | string): Put => {
      const one = { key: fields.key ?? "", version: `v${++versions}` }
      arriving.set(at(one), typeof bytes === "string" ? Buffer.from(bytes) : bytes)
      return one
    },
    bytesOf: (one: Put) => arriving.get(at(one)) ?? new Uint8Array(),
  }
}

/** What the store and the scanner tell of files, in a world. */
export const scanningIn = (
  world: Omit<ScanWorld, "arrivals">,
  files: Pick<ReturnType<typeof filesInMemory>, "arrivals" | "bytesOf">,
) => {
  const tell = (event: unknown) => scanned({ ...world, arrivals: files.arrivals }, event)
  const arrive = (one: Put) => tell(putEvent(one, world.now()))
  /** The scanner's word on a file: what it finds in the bytes, unless another is given. */
  const scan = (one: Put, verdict: string = verdictOn(files.bytesOf(one))) =>
    tell(scanEvent(one, verdict, world.now()))
  return { tell, arrive, scan }
}
