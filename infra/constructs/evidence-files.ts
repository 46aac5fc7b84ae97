import { Duration, RemovalPolicy } from "aws-cdk-lib"
import { Rule } from "aws-cdk-lib/aws-events"
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets"
import type { IRole } from "aws-cdk-lib/aws-iam"
import { Key } from "aws-cdk-lib/aws-kms"
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from "aws-cdk-lib/aws-s3"
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs"
import { Construct } from "constructs"
import { fileFolders } from "../../shared/store/keys.ts"
import { acknowledge } from "./acknowledge.ts"
import { allowIn } from "./folder.ts"
import { MalwareScan } from "./malware-scan.ts"
import { type Monitoring, runbooks } from "./monitoring.ts"
import { allow, type Reach } from "./reach.ts"
import { ServiceFunction } from "./service-function.ts"
import type { ServiceTable } from "./service-table.ts"

type EvidenceFilesProps = {
  dist: string
  environment: Record<string, string>
  /** Where it is kept who asked for which file. */
  logs: Bucket
  monitoring: Monitoring
  table: ServiceTable
  /** The pages, which let a browser put a file and fetch one. */
  pages: ServiceFunction
}

const impact = "Files that sites add are not checked: they cannot be opened, or be part of what is sent."

/** What is kept of a file, and the letter about a virus. */
export const scanReach: Reach[] = [
  { partitions: ["FUNDING#*"], may: ["get", "put"] },
  { partitions: ["PEOPLE#*"], may: ["list"] },
]

const { arriving, kept } = fileFolders

/** Longer than the seven years for which a council keeps its evidence, whenever in them it is asked for. */
const keptFor = Duration.days(8 * 366)

/**
 * Files that show what was spent. A browser puts one where nobody can open it; what was looked at and found to be clean
 * is written to where it can be. What arrives goes by itself after two days, whatever became of it.
 */
export class EvidenceFiles extends Construct {
  readonly bucket: Bucket

  constructor(scope: Construct, id: string, props: EvidenceFilesProps) {
    super(scope, id)
    const { monitoring, pages } = props
    this.bucket = this.filesOf(props)
    pages.addEnvironment("EVIDENCE_BUCKET", this.bucket.bucketName)
    allowIn(pages.grantPrincipal as IRole, this.bucket, arriving, ["s3:PutObject"])
    allowIn(pages.grantPrincipal as IRole, this.bucket, kept, ["s3:GetObject", "s3:DeleteObject"])
    new MalwareScan(this, "Malware", { bucket: this.bucket, folder: arriving })
    const scan = this.scan(props)
    const untold = this.untold()
    this.tell(scan, untold)
    monitoring.alarm("EvidenceUntold", {
      metric: untold.metricApproximateNumberOfMessagesVisible(),
      threshold: 1,
      impact,
      runbook: runbooks.functionFails,
    })
  }

  private filesOf({ logs }: EvidenceFilesProps) {
    const encryptionKey = new Key(this, "Key", {
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
      description: "Files that show what was spent",
    })
    const bucket = new Bucket(this, "Bucket", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: "evidence/",
      lifecycleRules: [
        {
          prefix: arriving,
          expiration: Duration.days(2),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        { prefix: kept, expiration: keptFor, noncurrentVersionExpiration: Duration.days(1) },
      ],
    })
    const made = bucket.node.defaultChild as CfnBucket
    made.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
    return bucket
  }

  private scan({ dist, environment, monitoring, table }: EvidenceFilesProps) {
    const scan = new ServiceFunction(this, "Scan", {
      name: "scan",
      dist,
      environment: { ...environment, TABLE: table.tableName, EVIDENCE_BUCKET: this.bucket.bucketName },
      monitoring,
      whenItFails: impact,
      timeout: Duration.seconds(30),
    })
    allow(scan, table, scanReach)
    allowIn(scan.grantPrincipal as IRole, this.bucket, arriving, [
      "s3:GetObjectVersion",
      "s3:DeleteObjectVersion",
    ])
    allowIn(scan.grantPrincipal as IRole, this.bucket, kept, ["s3:PutObject", "s3:DeleteObject"])
    return scan
  }

  private untold() {
    const queue = new Queue(this, "Untold", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    acknowledge(queue, {
      finding: "SQS3",
      reason:
        "This is the dead-letter queue: word of a file that no function took ends here, and an alarm tells.",
      owner: "service team",
      lookAgain: "when cdk-nag knows the dead-letter queue of a rule",
    })
    return queue
  }

  /** That a file came, and what the scanner made of it: of this bucket, and of what browsers put there. */
  private tell(scan: ServiceFunction, deadLetterQueue: Queue) {
    const name = [this.bucket.bucketName]
    const targets = () => [new LambdaFunction(scan, { deadLetterQueue, retryAttempts: 8 })]
    new Rule(this, "Came", {
      description: "A file was put into the store",
      eventPattern: {
        source: ["aws.s3"],
        detailType: ["Object Created"],
        detail: { bucket: { name }, object: { key: [{ prefix: arriving }] } },
      },
      targets: targets(),
    })
    new Rule(this, "Scanned", {
      description: "A file was scanned",
      eventPattern: {
        source: ["aws.guardduty"],
        detailType: ["GuardDuty Malware Protection Object Scan Result"],
        detail: { s3ObjectDetails: { bucketName: name, objectKey: [{ prefix: arriving }] } },
      },
      targets: targets(),
    })
  }
}
