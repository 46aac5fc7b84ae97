import * as z from "zod"
import { systemWorld } from "../../shared/web/on-lambda.ts"
import type { EvidenceWorld } from "../../shared/web/world.ts"
import { filesOnS3 } from "./files-on-s3.ts"
import { type Bucket, hostOf } from "./signing.ts"

/** What the stack tells, and what Lambda gives of the function's own role: it lasts as long as the function. */
const environment = z.object({
  EVIDENCE_BUCKET: z.string(),
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
  AWS_SESSION_TOKEN: z.string().optional(),
})

/** The world with a store of files, and pages whose forms may be sent to it. */
export const evidenceWorld = async (given: Record<string, string | undefined>): Promise<EvidenceWorld> => {
  const env = environment.parse(given)
  const world = await systemWorld(given)
  const bucket: Bucket = {
    name: env.EVIDENCE_BUCKET,
    region: env.AWS_REGION,
    credentials: {
      accessKeyId: env.AWS_ACCESS_KEY_ID,
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
      ...(env.AWS_SESSION_TOKEN && { sessionToken: env.AWS_SESSION_TOKEN }),
    },
  }
  return {
    ...world,
    settings: { ...world.settings, uploads: `https://${hostOf(bucket)}` },
    files: filesOnS3(bucket, world.machineNow),
  }
}
