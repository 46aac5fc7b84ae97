import { readdirSync } from "node:fs"
import { join, relative } from "node:path"
import { Stack } from "aws-cdk-lib"
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam"
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs"
import type { Bucket } from "aws-cdk-lib/aws-s3"
import { Asset } from "aws-cdk-lib/aws-s3-assets"
import { BucketDeployment, type CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment"
import { Construct, type IConstruct } from "constructs"
import { acknowledge } from "./acknowledge.ts"

type Folder = { name: string; cacheControl: CacheControl[] }
type FileCopiesProps = { dist: string; folders: Folder[]; bucket: Bucket }

/**
 * Copies folders of the build to a bucket. Nothing is removed: a page opened before a deployment keeps its look.
 * CDK's own grant names actions and objects by wildcard and may delete; here the very files that are brought may be
 * written, and no others.
 */
export class FileCopies extends Construct {
  constructor(scope: Construct, id: string, { dist, folders, bucket }: FileCopiesProps) {
    super(scope, id)
    const logGroup = new LogGroup(this, "Logs", { retention: RetentionDays.ONE_YEAR })
    const copies = folders.map(({ name, cacheControl }) => ({
      name,
      cacheControl,
      keys: filesIn(join(dist, name)).map((file) => `${name}/${file}`),
      zip: new Asset(this, `${name}Zip`, { path: join(dist, name) }),
    }))
    const statements = [
      may("s3:GetObject", ...copies.map(({ zip }) => zip.bucket.arnForObjects(zip.s3ObjectKey))),
      may("s3:PutObject", ...copies.flatMap(({ keys }) => keys.map((key) => bucket.arnForObjects(key)))),
      may("s3:ListBucket", bucket.bucketArn),
      may("logs:CreateLogStream", logGroup.logGroupArn),
      may("logs:PutLogEvents", logGroup.logGroupArn),
    ]
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      inlinePolicies: { copy: new PolicyDocument({ statements }) },
    }).withoutPolicyUpdates()
    for (const { name, cacheControl, zip } of copies)
      new BucketDeployment(this, name, {
        sources: [Source.bucket(zip.bucket, zip.s3ObjectKey)],
        destinationBucket: bucket,
        destinationKeyPrefix: name,
        cacheControl,
        prune: false,
        role,
        logGroup,
      })
    for (const copier of Stack.of(this).node.children.filter(isCopier))
      acknowledge(copier, {
        finding: "L1",
        reason:
          "This is CDK's own function for copying files; it runs at a deployment and comes with its runtime.",
        owner: "service team",
        lookAgain: "with each release of aws-cdk-lib",
      })
  }
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))

const may = (action: string, ...resources: string[]) => new PolicyStatement({ actions: [action], resources })

const isCopier = ({ node }: IConstruct) => node.id.startsWith("Custom::CDKBucketDeployment")
