import { Duration } from "aws-cdk-lib"
import { Effect, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam"
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler"
import { Construct } from "constructs"
import { type Monitoring, runbooks } from "./monitoring.ts"
import { allow, type Reach } from "./reach.ts"
import { ServiceFunction } from "./service-function.ts"
import type { ServiceTable } from "./service-table.ts"

type CalendarProps = {
  dist: string
  environment: Record<string, string>
  monitoring: Monitoring
  table: ServiceTable
}

const impact = "Nobody is reminded of what is due: sites and coordinators miss days without a word."

/** What a morning reads and writes, and nothing besides. */
export const calendarReach: Reach[] = [
  { partitions: ["SITE#*"], may: ["read", "put", "check", "remove"] },
  { partitions: ["*"], may: ["list"], index: "byDay" },
  { partitions: ["*"], may: ["list"], index: "byRound" },
  { partitions: ["NOTICES#*"], may: ["put"] },
  { partitions: ["DESK#*"], may: ["remove"] },
  { partitions: ["CALENDAR#*", "CHANGES#programme"], may: ["get", "put"] },
  { partitions: ["CONTENTS#programme"], may: ["put"] },
  { partitions: ["PEOPLE#*"], may: ["list"] },
  { partitions: ["PROGRAMME#*"], may: ["list", "put", "update", "check"] },
  { partitions: ["PANEL#*"], may: ["list", "put"] },
  { partitions: ["ROUND#*", "SEALED#*"], may: ["get"] },
  { partitions: ["LOG#*"], may: ["append"] },
]

/** Each morning at eight in London, whatever the clocks do: what is due, late or at risk is told. A missed one is made up by the next. */
export class Calendar extends Construct {
  constructor(scope: Construct, id: string, { dist, environment, monitoring, table }: CalendarProps) {
    super(scope, id)
    const remind = new ServiceFunction(this, "Remind", {
      name: "remind",
      dist,
      environment: { ...environment, TABLE: table.tableName },
      monitoring,
      whenItFails: impact,
      timeout: Duration.minutes(5),
    })
    allow(remind, table, calendarReach)
    this.eachMorning(remind)
    monitoring.alarm("CalendarStopped", {
      metric: remind.metricInvocations({ period: Duration.days(1) }),
      threshold: 1,
      below: true,
      impact,
      runbook: runbooks.calendarStops,
    })
  }

  private eachMorning(remind: ServiceFunction) {
    const role = new Role(this, "SchedulerRole", {
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com"),
    })
    role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ["lambda:InvokeFunction"],
        resources: [remind.functionArn],
      }),
    )
    new CfnSchedule(this, "Morning", {
      description: "The calendar's morning",
      scheduleExpression: "cron(0 8 * * ? *)",
      scheduleExpressionTimezone: "Europe/London",
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: remind.functionArn,
        roleArn: role.roleArn,
        retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 6 * 3600 },
      },
    })
  }
}
