import { Stack } from "aws-cdk-lib"
import { type IRole, PolicyStatement } from "aws-cdk-lib/aws-iam"
import type { Bucket, CfnBucket } from "aws-cdk-lib/aws-s3"
import { acknowledge } from "./acknowledge.ts"

/** Lets a role into one folder of a bucket and no other, with the key that its files are encrypted with. */
export const allowIn = (role: IRole, bucket: Bucket, folder: string, actions: string[]) => {
  const stack = Stack.of(bucket)
  role.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [bucket.arnForObjects(`${folder}*`)] }))
  role.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [bucket.encryptionKey?.keyArn ?? ""],
      conditions: { StringEquals: { "kms:ViaService": `s3.${stack.region}.amazonaws.com` } },
    }),
  )
  const id = stack.getLogicalId(bucket.node.defaultChild as CfnBucket)
  acknowledge(role, {
    finding: `IAM5[Resource::<${id}.Arn>/${folder}*]`,
    reason:
      "Files have keys that nobody knows beforehand; the role is held to one folder and to actions by name.",
    owner: "service team",
    lookAgain: "when an organisation’s files have a bucket of their own",
  })
}
