import { existsSync, readFileSync } from "node:fs"
import { z } from "zod"
import { replaceFile } from "./replace-file.ts"

const schema = z.object({ stream: z.string(), shards: z.record(z.string(), z.string()) })

/** The last record handed over in each part of a stream. Another stream begins at its beginning. */
export const checkpointsIn = (file: string) => {
  let kept = existsSync(file)
    ? schema.parse(JSON.parse(readFileSync(file, "utf8")))
    : { stream: "", shards: {} }
  return {
    after: (stream: string, shard: string) => (kept.stream === stream ? kept.shards[shard] : undefined),
    keep: (stream: string, shard: string, sequence: string) => {
      const shards = kept.stream === stream ? kept.shards : {}
      if (shards[shard] === sequence) return
      kept = { stream, shards: { ...shards, [shard]: sequence } }
      replaceFile(file, JSON.stringify(kept))
    },
  }
}
