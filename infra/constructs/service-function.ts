import { join } from "node:path"
import { Duration } from "aws-cdk-lib"
import { MathExpression } from "aws-cdk-lib/aws-cloudwatch"
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam"
import {
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda"
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs"
import type { Construct } from "constructs"
import { acknowledge } from "./acknowledge.ts"
import { type Monitoring, runbooks } from "./monitoring.ts"

export type ServiceFunctionProps = {
  /** Its folder in `functions`, and so in `dist/functions`: what runs here is the bundle that runs locally. */
  name: string
  dist: string
  environment: Record<string, string>
  monitoring: Monitoring
  /** Who cannot do what while this is failing. Asked for, so that no function goes unwatched. */
  whenItFails: string
  timeout?: Duration
}

/** A Lambda function as this service makes them all: bundled, traced, watched, its logs kept for a year. */
export class ServiceFunction extends Lambda {
  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    const logGroup = new LogGroup(scope, `${id}Logs`, { retention: RetentionDays.ONE_YEAR })
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") })
    logGroup.grantWrite(role)
    super(scope, id, {
      ...defaults,
      role,
      logGroup,
      timeout: props.timeout ?? Duration.seconds(10),
      code: Code.fromAsset(join(props.dist, "functions", props.name)),
      environment: {
        ...props.environment,
        NODE_OPTIONS: "--enable-source-maps",
        POWERTOOLS_SERVICE_NAME: props.name,
        POWERTOOLS_METRICS_NAMESPACE: "PilotProgramme",
      },
    })
    acknowledge(role, {
      finding: "IAM5[Resource::*]",
      reason: "X-Ray's two write actions know no resource; every other statement of this role names its own.",
      owner: "service team",
      lookAgain: "when X-Ray takes resources, or tracing moves to OpenTelemetry",
    })
    const { monitoring, whenItFails: impact } = props
    monitoring.alarm(`${id}Fails`, {
      metric: new MathExpression({
        expression: "errors + throttles",
        usingMetrics: { errors: this.metricErrors(), throttles: this.metricThrottles() },
        label: "Failed, or turned away",
      }),
      threshold: 1,
      impact,
      runbook: runbooks.functionFails,
    })
  }
}

const defaults = {
  runtime: Runtime.NODEJS_24_X,
  architecture: Architecture.ARM_64,
  handler: "index.handler",
  memorySize: 512,
  tracing: Tracing.ACTIVE,
  loggingFormat: LoggingFormat.JSON,
}
