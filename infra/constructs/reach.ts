import { Stack } from "aws-cdk-lib"
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam"
import { byDay, byRound, newest } from "../../shared/store/keys.ts"
import type { ServiceTable } from "./service-table.ts"

/** What each way of reaching a partition comes to. */
export const actions = {
  read: ["GetItem", "Query"],
  get: ["GetItem"],
  write: ["PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"],
  put: ["PutItem"],
  update: ["UpdateItem"],
  /** An event is written once and read; no role may change or delete one. */
  append: ["PutItem", "Query"],
  check: ["ConditionCheckItem"],
  remove: ["DeleteItem"],
  list: ["Query"],
} as const

const indexes = [newest.index, byRound.index, byDay.index] as const

/** In an index the leading key is the index’s own: a round, or a day. */
export type Reach = { partitions: string[]; may: (keyof typeof actions)[]; index?: (typeof indexes)[number] }

/**
 * Lets a role into some partitions of the table and no others. Actions are named one by one, never Scan or PartiQL,
 * which know no partition: `ForAllValues` is true where the key is absent, hence also the `Null` beside it.
 * A function's role is the outer fence for all organisations; credentials for one organisation (a role assumed with a
 * session tag, `ORG#${aws:PrincipalTag/organisation}`) can be given a statement of the same shape.
 */
export const allow = (who: IGrantable, table: ServiceTable, reaches: Reach[]) => {
  for (const { partitions, may, index } of reaches)
    who.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: [...new Set(may.flatMap((way) => actions[way]))].map((action) => `dynamodb:${action}`),
        resources: [index ? `${table.tableArn}/index/${index}` : table.tableArn],
        conditions: {
          "ForAllValues:StringLike": { "dynamodb:LeadingKeys": partitions },
          Null: { "dynamodb:LeadingKeys": "false" },
        },
      }),
    )
  who.grantPrincipal.addToPrincipalPolicy(useOfKey(table))
}

const useOfKey = (table: ServiceTable) =>
  new PolicyStatement({
    actions: ["Decrypt", "Encrypt", "GenerateDataKey", "ReEncryptFrom", "ReEncryptTo", "DescribeKey"].map(
      (action) => `kms:${action}`,
    ),
    resources: [table.key.keyArn],
    conditions: { StringEquals: { "kms:ViaService": `dynamodb.${Stack.of(table).region}.amazonaws.com` } },
  })
