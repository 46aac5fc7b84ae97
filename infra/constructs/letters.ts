import { Duration } from "aws-cdk-lib"
import { Metric } from "aws-cdk-lib/aws-cloudwatch"
import { Rule } from "aws-cdk-lib/aws-events"
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets"
import { PolicyStatement } from "aws-cdk-lib/aws-iam"
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda"
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations"
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources"
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs"
import { Construct } from "constructs"
import { acknowledge } from "./acknowledge.ts"
import { MailSender } from "./mail-sender.ts"
import { type Monitoring, runbooks } from "./monitoring.ts"
import { allow } from "./reach.ts"
import { ServiceFunction } from "./service-function.ts"
import type { ServiceSecrets } from "./service-secrets.ts"
import type { ServiceTable } from "./service-table.ts"

type LettersProps = {
  dist: string
  environment: Record<string, string>
  mailFrom: string
  monitoring: Monitoring
  table: ServiceTable
  secrets: ServiceSecrets
}

const impact = "Invitations, receipts and reminders do not reach people, who may miss a deadline."

/**
 * From the table's stream to people's inboxes, and word of what came back. A letter that cannot be sent holds up no
 * other, and an alarm tells.
 */
export class Letters extends Construct {
  constructor(scope: Construct, id: string, props: LettersProps) {
    super(scope, id)
    const { dist, mailFrom, monitoring, secrets, table } = props
    const sender = new MailSender(this, "Sender", { mailFrom })
    const { configurationSetName } = sender.configurationSet
    const notify = new ServiceFunction(this, "Notify", {
      name: "notify",
      dist,
      environment: {
        ...props.environment,
        TABLE: table.tableName,
        MAIL_FROM: mailFrom,
        CONFIGURATION_SET: configurationSetName,
      },
      monitoring,
      whenItFails: impact,
      timeout: Duration.seconds(30),
    })
    allow(notify, table, [
      {
        partitions: [
          "ORG#*",
          "SITE#*",
          "NOTICES#*",
          "PEOPLE#*",
          "ASKED#*",
          "PERSON#*",
          "PANELMAIL#*",
          "FUNDING#*",
          "COACHING#*",
          "LEARNING#*",
        ],
        may: ["read", "update"],
      },
      { partitions: ["MAIL#*"], may: ["get"] },
    ])
    secrets.giveTo(notify, "LINK_KEY_SECRET")
    sender.letSend(notify)
    const unsent = this.unsent()
    this.follow(notify, table, unsent)
    this.hear(notify, configurationSetName, unsent)
    monitoring.alarm("LettersLate", {
      metric: notify.metric("IteratorAge", { statistic: "max" }),
      threshold: Duration.minutes(15).toMilliseconds(),
      impact,
      runbook: runbooks.lettersWait,
    })
    monitoring.alarm("LettersUnsent", {
      metric: unsent.metricApproximateNumberOfMessagesVisible(),
      threshold: 1,
      impact,
      runbook: runbooks.lettersWait,
    })
    monitoring.alarm("LettersReturned", {
      metric: new Metric({
        namespace: "AWS/SES",
        metricName: "Reputation.BounceRate",
        statistic: "max",
        period: Duration.hours(1),
      }),
      threshold: returnedAtMost,
      impact: "So many letters come back that Amazon SES may stop sending: nobody would be told of anything.",
      runbook: runbooks.lettersComeBack,
    })
  }

  private unsent() {
    const queue = new Queue(this, "Unsent", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    acknowledge(queue, {
      finding: "SQS3",
      reason:
        "This is the dead-letter queue: what the stream could not deliver ends here, and an alarm tells.",
      owner: "service team",
      lookAgain: "when cdk-nag knows the failure destination of a stream",
    })
    return queue
  }

  private follow(notify: ServiceFunction, table: ServiceTable, unsent: Queue) {
    const stream = table.tableStreamArn ?? ""
    notify.addToRolePolicy(
      new PolicyStatement({
        actions: ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map(
          (action) => `dynamodb:${action}`,
        ),
        resources: [stream],
      }),
    )
    new EventSourceMapping(this, "Stream", {
      target: notify,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 8,
      onFailure: new SqsDlq(unsent),
      filters: toSend.map(FilterCriteria.filter),
    })
  }
  /** What came back of our own letters, and of nobody else's in this account. */
  private hear(notify: ServiceFunction, configurationSet: string, unsent: Queue) {
    notify.configureAsyncInvoke({ onFailure: new SqsDestination(unsent), retryAttempts: 2 })
    new Rule(this, "Returned", {
      description: "Letters that came back, or are held up",
      eventPattern: {
        source: ["aws.ses"],
        detailType: ["Email Bounced", "Email Complaint Received", "Email Delivery Delayed"],
        detail: { mail: { tags: { "ses:configuration-set": [configurationSet] } } },
      },
      targets: [new LambdaFunction(notify, { deadLetterQueue: unsent, retryAttempts: 8 })],
    })
  }
}

/** At this share of letters SES begins to ask questions of an account. */
const returnedAtMost = 0.05

const letter = { S: FilterRule.exists() }

/** A letter is a new item that carries one. A sign-in link asked for again takes the place of the one before it. */
const toSend = [
  { eventName: FilterRule.isEqual("INSERT"), dynamodb: { NewImage: { letter } } },
  {
    eventName: FilterRule.isEqual("MODIFY"),
    dynamodb: { Keys: { pk: { S: FilterRule.beginsWith("LINK#") } }, NewImage: { letter } },
  },
]
