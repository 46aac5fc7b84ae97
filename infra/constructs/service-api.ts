import { NestedStack } from "aws-cdk-lib"
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway"
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2"
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations"
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs"
import type { Construct } from "constructs"
import { acknowledge } from "./acknowledge.ts"
import { type Monitoring, runbooks } from "./monitoring.ts"
import type { ServiceFunction } from "./service-function.ts"
import type { WebFunctions } from "./web-functions.ts"

type ServiceApiProps = { functions: WebFunctions; monitoring: Monitoring }

/**
 * Which function answers which address. People and their invitations belong to `front`, wherever they stand; what is
 * prepared and published to `planning`, but for the questions about a round. A stack inside the service's: each route is a
 * resource, and a stack holds five hundred.
 */
export class ServiceApi extends NestedStack {
  readonly host: string

  constructor(scope: Construct, id: string, { functions, monitoring }: ServiceApiProps) {
    super(scope, id)
    const front = integration("Front", functions.front)
    const site = integration("Site", functions.site)
    const programme = integration("Programme", functions.programme)
    const planning = integration("Planning", functions.planning)
    const department = integration("Department", functions.department)
    const decisions = integration("Decisions", functions.decisions)
    const funding = integration("Funding", functions.funding)
    const paying = integration("Paying", functions.paying)
    const money = integration("Money", functions.money)
    const workbook = integration("Workbook", functions.workbook)
    const evidence = integration("Evidence", functions.evidence)
    const coaching = integration("Coaching", functions.coaching)
    const pilot = integration("Pilot", functions.pilot)
    const support = integration("Support", functions.support)
    const learning = integration("Learning", functions.learning)
    const evaluation = integration("Evaluation", functions.evaluation)
    const stories = integration("Stories", functions.stories)
    const tally = integration("Tally", functions.tally)
    const findings = integration("Findings", functions.findings)
    const voice = integration("Voice", functions.voice)
    const account = integration("Account", functions.account)
    const feed = integration("Feed", functions.feed)
    const api = new HttpApi(this, "Http", { createDefaultStage: false, defaultIntegration: front })
    for (const under of ["", "/api"]) {
      const organisation = `${under}/organisations/{organisation}`
      const to = (path: string, answers: HttpLambdaIntegration) =>
        api.addRoutes({ path, methods: [HttpMethod.ANY], integration: answers })
      to(`${under}/organisations/{proxy+}`, site)
      to(`${organisation}/people`, front)
      to(`${organisation}/people/{proxy+}`, front)
      for (const [below, answers] of [
        [`${organisation}/money`, money],
        [`${organisation}/evidence`, evidence],
        [`${organisation}/submissions/{reference}/workbook`, workbook],
        [`${under}/funding`, funding],
        [`${under}/funding/evidence`, evidence],
        [`${organisation}/coaching`, coaching],
        [`${organisation}/actions`, coaching],
        [`${organisation}/coaching/{phase}/plan`, pilot],
        [`${organisation}/coaching/{phase}/going`, pilot],
        [`${organisation}/coaching/{phase}/risks`, pilot],
        [`${organisation}/coaching/{phase}/brief`, pilot],
        [`${organisation}/coaching/{phase}/handover`, pilot],
        [`${organisation}/coaching/{phase}/highlights`, pilot],
        [`${organisation}/evaluation/{phase}/plan`, pilot],
        [`${under}/support`, support],
        [`${under}/learning`, learning],
        [`${under}/learned`, learning],
        [`${organisation}/evaluation`, evaluation],
        [`${organisation}/stories`, stories],
        [`${organisation}/tally`, tally],
        [`${under}/findings`, findings],
        [`${under}/reports`, voice],
      ] as const) {
        to(below, answers)
        to(`${below}/{proxy+}`, answers)
      }
      to(`${organisation}/actions.csv`, coaching)
      for (const file of ["plan.csv", "plan.txt", "going.csv", "risks.csv"])
        to(`${organisation}/coaching/{phase}/${file}`, pilot)
      for (const file of ["plan.csv", "plan.txt"]) to(`${organisation}/evaluation/{phase}/${file}`, pilot)
      for (const below of paid) {
        to(`${under}/funding/${below}`, paying)
        if (!alone.includes(below)) to(`${under}/funding/${below}/{proxy+}`, paying)
      }
      to(`${under}/programme/people`, front)
      to(`${under}/programme/people/{proxy+}`, front)
      to(`${under}/programme`, programme)
      to(`${under}/programme/{proxy+}`, programme)
      for (const planned of ["phases", "rounds", "organisations"]) {
        to(`${under}/programme/${planned}`, planning)
        to(`${under}/programme/${planned}/{proxy+}`, planning)
      }
      to(`${under}/department`, department)
      to(`${under}/department/{proxy+}`, department)
      for (const made of decided) {
        to(`${under}/department/rounds/{round}/${made}`, decisions)
        if (grows.includes(made)) to(`${under}/department/rounds/{round}/${made}/{proxy+}`, decisions)
      }
      to(`${under}/programme/rounds/{round}/questions`, programme)
      to(`${under}/programme/rounds/{round}/questions/{proxy+}`, programme)
    }
    for (const path of ["/sign-in/department", "/sign-in/department/{proxy+}"])
      api.addRoutes({ path, methods: [HttpMethod.ANY], integration: account })
    api.addRoutes({ path: "/announcements/{proxy+}", methods: [HttpMethod.ANY], integration: decisions })
    for (const path of ["/taking-part", "/taking-part/{proxy+}", "/tell-us/{proxy+}"])
      api.addRoutes({ path, methods: [HttpMethod.ANY], integration: voice })
    api.addRoutes({ path: "/tally/{proxy+}", methods: [HttpMethod.ANY], integration: tally })
    api.addRoutes({ path: "/calendar/{proxy+}", methods: [HttpMethod.ANY], integration: feed })
    this.stage(api)
    this.host = `${api.apiId}.execute-api.${api.env.region}.amazonaws.com`
    acknowledge(api, {
      finding: "APIG4",
      reason:
        "Pages are for people who are not signed in yet too. The functions refuse what has not come through " +
        "CloudFront, and each address stands in the one policy table, where a test knocks on every one of them.",
      owner: "service team",
      lookAgain: "when an address serves machines only",
    })
    monitoring.alarm("PagesFail", {
      metric: api.metricServerError({ statistic: "sum" }),
      threshold: 1,
      impact: "Someone saw our error page in place of what they came for.",
      runbook: runbooks.pagesFail,
    })
  }

  private stage(httpApi: HttpApi) {
    const destination = new LogGroup(this, "AccessLogs", { retention: RetentionDays.ONE_YEAR })
    new HttpStage(this, "Default", {
      httpApi,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: 200, burstLimit: 400 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(destination),
        format: AccessLogFormat.custom(JSON.stringify(logged)),
      },
    })
  }
}

/** One permission for each function, to be called by this API and no other: one for each of its routes would be as many again. */
const integration = (id: string, called: ServiceFunction) =>
  new HttpLambdaIntegration(id, called, { scopePermissionToRoute: false })

/** What is decided about a round, below its address. */
const decided = [
  "ranking",
  "scores.csv",
  "decisions",
  "decisions.csv",
  "portfolio",
  "telling",
  "announcement",
  "phase",
  "foi",
  "expressions/{reference}/moderation",
  "expressions/{reference}/decision",
  "expressions/{reference}/feedback",
]

/** Those that have addresses below them. */
const grows = ["telling", "announcement", "phase"]

/** What is paid, comes back, is checked and closed, below the money of every site. */
const account = "phases/{phase}/sites/{organisation}"
const paid = [
  "payments",
  "payments.csv",
  "payer-files",
  "phases/{phase}/sample",
  ...["payments", "recoveries", "reconcile", "close", "checks"].map((made) => `${account}/${made}`),
]

/** Those that have no address below them. */
const alone = [
  "payments",
  "payments.csv",
  "phases/{phase}/sample",
  `${account}/reconcile`,
  `${account}/close`,
]

const logged = {
  request: "$context.requestId",
  at: "$context.requestTime",
  method: "$context.httpMethod",
  route: "$context.routeKey",
  status: "$context.status",
  milliseconds: "$context.responseLatency",
  error: "$context.integrationErrorMessage",
}
