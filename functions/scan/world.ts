import { S3Client } from "@aws-sdk/client-s3"
import * as z from "zod"
import { unkeyedWorld } from "../../shared/web/on-lambda.ts"
import type { ScanWorld } from "../../shared/web/world.ts"
import { arrivalsOn } from "./arrivals.ts"

const environment = z.object({ EVIDENCE_BUCKET: z.string() })

/** The world with the files that came, and those that are kept. */
export const scanWorld = async (env: Record<string, string | undefined>): Promise<ScanWorld> => {
  const { EVIDENCE_BUCKET } = environment.parse(env)
  const world = await unkeyedWorld(env)
  return { ...world, arrivals: arrivalsOn(new S3Client({ maxAttempts: 4 }), EVIDENCE_BUCKET) }
}
