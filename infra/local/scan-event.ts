import type { EventBridgeEvent } from "aws-lambda"
import { fileFolders } from "../../shared/store/keys.ts"

/** What the stub scanner takes for a virus: the name in the test file that every scanner knows. */
const testFile = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE"

export const verdictOn = (bytes: Uint8Array) =>
  Buffer.from(bytes).includes(testFile) ? "THREATS_FOUND" : "NO_THREATS_FOUND"

type Put = { key: string; version: string }

/** That a browser put a file into the store, as S3 tells of it. */
export const putEvent = ({ key, version }: Put, at: Date): EventBridgeEvent<string, unknown> => ({
  ...around(at),
  source: "aws.s3",
  "detail-type": "Object Created",
  detail: {
    version: "0",
    bucket: { name: "local" },
    object: { key: `${fileFolders.arriving}${key}`, "version-id": version },
    reason: "PostObject",
  },
})

/** What the scanner made of it, as GuardDuty tells of it. */
export const scanEvent = (
  { key, version }: Put,
  verdict: string,
  at: Date,
): EventBridgeEvent<string, unknown> => ({
  ...around(at),
  source: "aws.guardduty",
  "detail-type": "GuardDuty Malware Protection Object Scan Result",
  detail: {
    schemaVersion: "1.0",
    scanStatus: ["NO_THREATS_FOUND", "THREATS_FOUND"].includes(verdict) ? "COMPLETED" : "SKIPPED",
    resourceType: "S3_OBJECT",
    s3ObjectDetails: {
      bucketName: "local",
      objectKey: `${fileFolders.arriving}${key}`,
      eTag: "local",
      versionId: version,
      s3Throttled: false,
    },
    scanResultDetails: {
      scanResultStatus: verdict,
      threats: verdict === "THREATS_FOUND" ? [{ name: "EICAR-Test-File" }] : null,
    },
  },
})

const around = (at: Date) => ({
  id: "local",
  version: "0",
  account: "000000000000",
  time: at.toISOString(),
  region: "local",
  resources: [],
})
