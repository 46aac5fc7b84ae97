import { Duration } from "aws-cdk-lib"
import {
  Alarm,
  AlarmWidget,
  ComparisonOperator,
  Dashboard,
  type IMetric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch"
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions"
import { ServicePrincipal } from "aws-cdk-lib/aws-iam"
import { Key } from "aws-cdk-lib/aws-kms"
import { Topic } from "aws-cdk-lib/aws-sns"
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions"
import { Construct } from "constructs"

/** The headings of the README's runbook. An alarm that names none of them cannot be made. */
export const runbooks = {
  functionFails: "when-a-function-fails",
  pagesFail: "when-pages-fail",
  pagesAreSlow: "when-pages-are-slow",
  throttled: "when-aws-says-slow-down",
  lettersWait: "when-letters-do-not-go-out",
  lettersComeBack: "when-letters-come-back",
  tableFails: "when-the-table-fails",
  calendarStops: "when-the-calendar-stops",
} as const

type Watch = {
  metric: IMetric
  /** Alarms at this value or above it. */
  threshold: number
  /** Who cannot do what. It is the first thing read at three in the morning. */
  impact: string
  runbook: (typeof runbooks)[keyof typeof runbooks]
  /** Five-minute periods in a row; one unless a single bad one hurts nobody. */
  periods?: number
  /** Alarms below the value: where the sign of trouble is that nothing happens, or no word comes at all. */
  below?: true
}

/** One topic that people subscribe to, and one dashboard with a graph for every alarm, titled by whom it hurts. */
export class Monitoring extends Construct {
  private readonly topic: Topic
  private readonly dashboard: Dashboard

  constructor(scope: Construct, id: string, { alarmEmail }: { alarmEmail: string }) {
    super(scope, id)
    const key = new Key(this, "Key", {
      enableKeyRotation: true,
      description: "Alarms on their way to people",
    })
    key.grant(new ServicePrincipal("cloudwatch.amazonaws.com"), "kms:Decrypt", "kms:GenerateDataKey")
    this.topic = new Topic(this, "Alarms", { masterKey: key, enforceSSL: true })
    this.topic.addSubscription(new EmailSubscription(alarmEmail))
    this.dashboard = new Dashboard(this, "Dashboard", { defaultInterval: Duration.days(1) })
  }

  alarm(id: string, { metric, threshold, impact, runbook, periods = 1, below }: Watch) {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `${impact} README.md#${runbook}`,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
    alarm.addOkAction(new SnsAction(this.topic))
    this.dashboard.addWidgets(new AlarmWidget({ alarm, title: `${id}: ${impact}`, width: 24, height: 4 }))
  }
}
