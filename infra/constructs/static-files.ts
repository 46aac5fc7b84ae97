import { existsSync } from "node:fs"
import { join } from "node:path"
import { Duration, RemovalPolicy } from "aws-cdk-lib"
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3"
import { CacheControl } from "aws-cdk-lib/aws-s3-deployment"
import { Construct } from "constructs"
import { FileCopies } from "./file-copies.ts"

const forEver = [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()]
const briefly = [CacheControl.setPublic(), CacheControl.maxAge(Duration.minutes(5))]

const folders = [
  { name: "assets", path: "/assets/*", cacheControl: forEver },
  { name: "api", path: "/api/openapi.json", cacheControl: briefly },
]

/** What is the same for everyone, and the place for the logs of who asked for what. */
export class StaticFiles extends Construct {
  readonly bucket: Bucket
  readonly logs: Bucket
  /** The addresses answered from here; all others are a function's. */
  readonly paths: string[]

  constructor(scope: Construct, id: string, { dist }: { dist: string }) {
    super(scope, id)
    this.logs = new Bucket(this, "Logs", {
      ...closed,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(1) }],
    })
    this.bucket = new Bucket(this, "Bucket", {
      ...closed,
      serverAccessLogsBucket: this.logs,
      serverAccessLogsPrefix: "files/",
    })
    const built = folders.filter(({ name }) => existsSync(join(dist, name)))
    this.paths = built.map(({ path }) => path)
    new FileCopies(this, "Copies", { dist, folders: built, bucket: this.bucket })
  }
}

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  versioned: true,
  removalPolicy: RemovalPolicy.RETAIN,
}
