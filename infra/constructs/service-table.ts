import { RemovalPolicy } from "aws-cdk-lib"
import {
  AttributeType,
  BillingMode,
  Operation,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb"
import { Key } from "aws-cdk-lib/aws-kms"
import type { Construct } from "constructs"
import { byDay, byRound, byRoundProjection, newest, newestProjection } from "../../shared/store/keys.ts"
import { type Monitoring, runbooks } from "./monitoring.ts"

/**
 * The one table. It outlives its stack, can be put back to any second of the last 35 days, and its key is ours:
 * who used it stands in CloudTrail, and a copy of the data is worth nothing without it.
 */
export class ServiceTable extends Table {
  readonly key: Key

  constructor(scope: Construct, id: string, { monitoring }: { monitoring: Monitoring }) {
    const key = new Key(scope, `${id}Key`, {
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
      description: "The programme's records",
    })
    super(scope, id, {
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      timeToLiveAttribute: "expires",
      stream: StreamViewType.NEW_IMAGE,
    })
    this.key = key
    this.addLocalSecondaryIndex({
      indexName: newest.index,
      sortKey: { name: "opened", type: AttributeType.STRING },
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: newestProjection,
    })
    this.addGlobalSecondaryIndex({
      indexName: byRound.index,
      partitionKey: { name: byRound.hash, type: AttributeType.STRING },
      sortKey: { name: byRound.sort, type: AttributeType.STRING },
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: byRoundProjection,
    })
    this.addGlobalSecondaryIndex({
      indexName: byDay.index,
      partitionKey: { name: byDay.hash, type: AttributeType.STRING },
      sortKey: { name: byDay.sort, type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    })
    monitoring.alarm(`${id}Errors`, {
      metric: this.metricSystemErrorsForOperations({ operations }),
      threshold: 1,
      impact: "Nobody can be sure that what they saved was kept; they are asked to try again.",
      runbook: runbooks.tableFails,
    })
    monitoring.alarm(`${id}Throttled`, {
      metric: this.metricThrottledRequestsForOperations({ operations }),
      threshold: 10,
      impact: "People wait or are asked to try again, as the table takes no more requests for the moment.",
      runbook: runbooks.throttled,
    })
  }
}

const operations = [
  Operation.GET_ITEM,
  Operation.QUERY,
  Operation.PUT_ITEM,
  Operation.UPDATE_ITEM,
  Operation.TRANSACT_WRITE_ITEMS,
]
