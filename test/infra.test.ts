import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { App, type NestedStack, Validations } from "aws-cdk-lib"
import { Match, Template } from "aws-cdk-lib/assertions"
import { AwsSolutionsChecks } from "cdk-nag"
import { expect, test } from "vitest"
import { buildAssets } from "../infra/assets.ts"
import { bundle } from "../infra/bundle.ts"
import { EdgeStack } from "../infra/constructs/edge-stack.ts"
import { forwarded, originKeyHeader } from "../infra/constructs/front-door.ts"
import { runbooks } from "../infra/constructs/monitoring.ts"
import { ServiceStack, type Settings } from "../infra/service-stack.ts"

const settings = {
  demonstration: "no",
  serviceName: "Pilot programme",
  programme: "pilot",
  domain: "pilot.example.org",
  contactName: "The programme team",
  contactEmail: "help@pilot.example.org",
  contactPhone: "020 7946 0123",
  contactAddress: "The programme team, 1 Example Street, Example Town",
  mailFrom: "no-reply@pilot.example.org",
  alarmEmail: "alarms@pilot.example.org",
}

const builtWith = (...files: string[]) => {
  const dist = mkdtempSync(join(tmpdir(), "dist-"))
  for (const file of files) {
    mkdirSync(join(dist, file, ".."), { recursive: true })
    writeFileSync(join(dist, file), "")
  }
  return dist
}

const functions = [
  "front",
  "site",
  "programme",
  "planning",
  "department",
  "decisions",
  "funding",
  "paying",
  "money",
  "workbook",
  "evidence",
  "coaching",
  "pilot",
  "support",
  "learning",
  "evaluation",
  "stories",
  "tally",
  "findings",
  "voice",
  "scan",
  "account",
  "feed",
  "notify",
  "remind",
].map((name) => `functions/${name}/index.mjs`)
const programme = (...files: string[]) => programmeWith(settings, ...files)
const programmeWith = (settings: Settings, ...files: string[]) => {
  const app = new App({ context: { "aws:cdk:bundling-stacks": [] } })
  const dist = builtWith(...functions, ...files)
  const edge = new EdgeStack(app, "Edge", { domain: settings.domain, env: { region: "us-east-1" } })
  const service = new ServiceStack(app, "Service", { settings, dist, env: { region: "eu-west-2" } })
  return { app, edge, service }
}

const { app, edge, service } = programme("assets/service.1a2b.css", "api/openapi.json")
const template = Template.fromStack(service)
/** Which function answers which address stands in a stack inside the service's. */
const routes = Template.fromStack(service.node.findChild("Api") as NestedStack)

type Statement = {
  Effect: string
  Action: string | string[]
  Resource: unknown
  Principal?: unknown
  Condition?: { "ForAllValues:StringLike"?: { "dynamodb:LeadingKeys": string[] }; Null?: unknown }
}
const list = <T>(one: T | T[]) => (Array.isArray(one) ? one : [one])
const propertiesOf = (type: string) =>
  Object.entries(template.findResources(type)).map(([id, { Properties }]) => ({ id, ...Properties }))

const granted = [
  ...propertiesOf("AWS::IAM::Policy").map(({ id, PolicyDocument }) => ({ id, PolicyDocument })),
  ...propertiesOf("AWS::IAM::Role").flatMap(({ id, Policies = [] }) =>
    Policies.map(({ PolicyDocument }: { PolicyDocument: unknown }) => ({ id, PolicyDocument })),
  ),
].flatMap(({ id, PolicyDocument }) =>
  PolicyDocument.Statement.map((statement: Statement) => ({
    role: id as string,
    actions: list(statement.Action),
    resources: list(statement.Resource),
    partitions: statement.Condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"] ?? [],
    keyed: statement.Condition?.Null,
  })),
) as { role: string; actions: string[]; resources: unknown[]; partitions: string[]; keyed: unknown }[]

const reaches = (pattern: string, partition: string) =>
  new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(partition)
const isIndex = ({ resources }: (typeof granted)[number]) => JSON.stringify(resources).includes("/index/")
const grantedOn = (partition: string, role = "") =>
  granted
    .filter((grant) => !isIndex(grant) && grant.role.includes(role))
    .filter((grant) => grant.partitions.some((one) => reaches(one, partition)))
    .flatMap(({ actions }) => actions)
    .map((action) => action.replace("dynamodb:", ""))

test("every action is named: none by wildcard, no Scan, no PartiQL", () => {
  const actions = granted.flatMap((grant) => grant.actions)
  expect(actions.length).toBeGreaterThan(20)
  expect(actions.filter((action) => /\*|Scan|PartiQL|Statement/.test(action))).toEqual([])
})

test("only X-Ray, which knows no resources, is granted without one; of a bucket a folder, never all of it", () => {
  const anywhere = granted.filter(({ resources }) =>
    resources.some((resource) => /"\*"|(?<!\/arriving|\/kept)\/\*/.test(JSON.stringify(resource))),
  )
  expect(new Set(anywhere.flatMap(({ actions }) => actions))).toEqual(
    new Set(["xray:PutTelemetryRecords", "xray:PutTraceSegments"]),
  )
})

test("every way into the table is held to partitions, and a request without a key is none of them", () => {
  const items = granted.filter(({ actions }) =>
    actions.some((action) => /^dynamodb:.*(Item|Query)$/.test(action)),
  )
  expect(items.length).toBeGreaterThan(5)
  expect(items.filter(({ partitions }) => partitions.length === 0)).toEqual([])
  expect(items.filter(({ keyed }) => JSON.stringify(keyed) !== '{"dynamodb:LeadingKeys":"false"}')).toEqual(
    [],
  )
})

test("an event is put and read, and by nobody changed or deleted", () => {
  const allowed = new Set(["PutItem", "Query", "ConditionCheckItem"])
  expect(grantedOn("LOG#halton")).toContain("PutItem")
  expect(grantedOn("LOG#halton").filter((action) => !allowed.has(action))).toEqual([])
})

test("the public pages and sign-in never reach an organisation's records", () => {
  expect(grantedOn("ORG#halton", "Front")).toEqual([])
  expect(grantedOn("ORG#halton", "Site")).toContain("UpdateItem")
})

test("the programme's pages reach no organisation's records, and put answers without changing one", () => {
  expect(grantedOn("ORG#halton", "Programme")).toEqual([])
  expect(grantedOn("LOG#halton", "Programme").toSorted()).toEqual(["PutItem", "Query"])
  expect(grantedOn("CONTENTS#halton", "Programme")).toEqual(["PutItem"])
  expect(grantedOn("NOTICES#pilot", "Programme").toSorted()).toEqual(["GetItem", "Query"])
  expect(grantedOn("ROUND#1", "Programme").toSorted()).toEqual(["GetItem", "PutItem", "Query"])
  expect(grantedOn("ASKED#1", "Programme")).toContain("DeleteItem")
  const indexes = granted.filter((grant) => grant.role.includes("Programme") && isIndex(grant))
  expect(indexes.map(({ actions }) => actions)).toEqual([["dynamodb:Query"]])
  expect(JSON.stringify(indexes[0]?.resources)).toContain("/index/byRound")
})

test("what is prepared and published reaches no organisation's records and no question's asker", () => {
  for (const partition of ["ORG#halton", "ASKED#1", "NOTICES#pilot", "LINK#1"])
    expect(grantedOn(partition, "Planning")).toEqual([])
  expect(grantedOn("DIRECTORY", "Planning")).toContain("PutItem")
  expect(grantedOn("DIRECTORY", "Programme").toSorted()).toEqual(["GetItem", "Query"])
})

test("a calendar is opened by a hash, reads what its person sees, writes nothing and is given no key to links", () => {
  expect(grantedOn("FEED#1", "Feed")).toEqual(["GetItem"])
  for (const partition of ["PERSON#1", "SITE#halton", "PROGRAMME#pilot"])
    expect(grantedOn(partition, "Feed")).toEqual(["Query"])
  for (const partition of ["ORG#halton", "PEOPLE#halton", "LOG#halton", "ROUND#1", "LINK#1", "DIRECTORY"])
    expect(grantedOn(partition, "Feed")).toEqual([])
  const [feed] = propertiesOf("AWS::Lambda::Function").filter(({ id }) => id.includes("Feed"))
  expect(Object.keys(feed?.Environment.Variables)).toContain("EDGE_SECRET")
  expect(Object.keys(feed?.Environment.Variables)).not.toContain("LINK_KEY_SECRET")
})

test("sending letters marks the letter and whoever it came back from, adds nothing, and reaches no sign-in link", () => {
  for (const partition of ["ORG#halton", "SITE#halton", "NOTICES#pilot", "PEOPLE#halton", "PERSON#1"])
    expect(grantedOn(partition, "Notify").toSorted()).toEqual(["GetItem", "Query", "UpdateItem"])
  expect(grantedOn("MAIL#a@halton.gov.uk", "Notify")).toEqual(["GetItem"])
  expect(grantedOn("LINK#1", "Notify")).toEqual([])
})

test("the records cannot be deleted, can be put back, and are encrypted with a key that turns", () => {
  template.hasResource("AWS::DynamoDB::Table", {
    DeletionPolicy: "Retain",
    UpdateReplacePolicy: "Retain",
    Properties: {
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
    },
  })
  template.allResourcesProperties("AWS::KMS::Key", { EnableKeyRotation: true })
})

test.each([
  ["the service", template],
  ["its routes", routes],
])("%s is well within the five hundred resources that CloudFormation takes in a stack", (_, one) => {
  expect(Object.keys(one.toJSON().Resources).length).toBeLessThan(400)
})

test("each function may be called by this API alone, and by nobody else's", () => {
  const permissions = propertiesOf("AWS::Lambda::Permission").filter(
    ({ Principal }) => Principal === "apigateway.amazonaws.com",
  )
  const called = permissions.map(({ FunctionName }) => JSON.stringify(FunctionName))
  expect(new Set(called).size).toBe(called.length)
  for (const { SourceArn } of permissions) expect(JSON.stringify(SourceArn)).toMatch(/execute-api.*ApiHttp/)
})

test.each([
  ["ANY /organisations/{proxy+}", "Site"],
  ["ANY /organisations/{organisation}/people", "Front"],
  ["ANY /organisations/{organisation}/people/{proxy+}", "Front"],
  ["ANY /api/organisations/{proxy+}", "Site"],
  ["ANY /organisations/{organisation}/coaching/{proxy+}", "Coaching"],
  ["ANY /organisations/{organisation}/actions", "Coaching"],
  ["ANY /api/organisations/{organisation}/coaching/{phase}/plan/{proxy+}", "Pilot"],
  ["ANY /organisations/{organisation}/coaching/{phase}/risks.csv", "Pilot"],
  ["ANY /support", "Support"],
  ["ANY /api/learning/{proxy+}", "Learning"],
  ["ANY /learned", "Learning"],
  ["ANY /api/organisations/{organisation}/people", "Front"],
  ["ANY /api/organisations/{organisation}/people/{proxy+}", "Front"],
  ["ANY /programme", "Programme"],
  ["ANY /programme/{proxy+}", "Programme"],
  ["ANY /programme/phases/{proxy+}", "Planning"],
  ["ANY /programme/organisations", "Planning"],
  ["ANY /programme/rounds/{proxy+}", "Planning"],
  ["ANY /programme/rounds/{round}/questions", "Programme"],
  ["ANY /api/programme/rounds/{round}/questions/{proxy+}", "Programme"],
  ["ANY /programme/people", "Front"],
  ["ANY /programme/people/{proxy+}", "Front"],
  ["ANY /api/programme", "Programme"],
  ["ANY /api/programme/{proxy+}", "Programme"],
  ["ANY /api/programme/people", "Front"],
  ["ANY /api/programme/people/{proxy+}", "Front"],
  ["ANY /calendar/{proxy+}", "Feed"],
  ["ANY /sign-in/department", "Account"],
  ["ANY /sign-in/department/{proxy+}", "Account"],
  ["ANY /api/department/{proxy+}", "Department"],
  ["ANY /department/rounds/{round}/ranking", "Decisions"],
  ["ANY /api/department/rounds/{round}/telling/{proxy+}", "Decisions"],
  ["ANY /department/rounds/{round}/expressions/{reference}/decision", "Decisions"],
  ["ANY /announcements/{proxy+}", "Decisions"],
  ["$default", "Front"],
])("%s is answered by %s", (route, name) => {
  const integrations = routes.findResources("AWS::ApiGatewayV2::Integration")
  const all = Object.values(routes.findResources("AWS::ApiGatewayV2::Route"))
  const found = all.map(({ Properties }) => Properties).find(({ RouteKey }) => RouteKey === route)
  const integration = Object.keys(integrations).find((id) => JSON.stringify(found?.Target).includes(id))
  expect(JSON.stringify(integrations[integration ?? ""]?.Properties.IntegrationUri)).toContain(`Web${name}`)
})

test("no function without an alarm for its errors and for being turned away", () => {
  const ours = propertiesOf("AWS::Lambda::Function").filter(({ Runtime }) => Runtime === "nodejs24.x")
  expect(ours.length).toBe(functions.length)
  for (const { id } of ours) {
    const Dimensions = [{ Name: "FunctionName", Value: { Ref: id } }]
    const of = (MetricName: string) =>
      Match.objectLike({
        MetricStat: Match.objectLike({ Metric: Match.objectLike({ MetricName, Dimensions }) }),
      })
    template.hasResourceProperties("AWS::CloudWatch::Alarm", {
      Metrics: Match.arrayWith([
        Match.objectLike({ Expression: "errors + throttles" }),
        of("Errors"),
        of("Throttles"),
      ]),
    })
  }
})

test("every alarm says who is hurt, names a heading of the runbook, and reaches people", () => {
  const headings = Object.values(runbooks).join("|")
  const alarms = propertiesOf("AWS::CloudWatch::Alarm")
  expect(alarms.length).toBeGreaterThan(10)
  for (const { AlarmDescription, AlarmActions } of alarms) {
    expect(AlarmDescription).toMatch(new RegExp(`^[A-Z].+\\. README\\.md#(${headings})$`))
    expect(AlarmActions).toHaveLength(1)
  }
  template.resourceCountIs("AWS::SNS::Subscription", 1)
})

test("each heading of the runbook is some alarm's", () => {
  const described = JSON.stringify(template.findResources("AWS::CloudWatch::Alarm"))
  expect(Object.values(runbooks).filter((heading) => !described.includes(`#${heading}"`))).toEqual([])
})

test("CloudFront proves itself to the functions by a secret that nobody has typed", () => {
  template.hasResourceProperties("AWS::CloudFront::Distribution", {
    DistributionConfig: Match.objectLike({
      Origins: Match.arrayWith([
        Match.objectLike({
          OriginCustomHeaders: [
            {
              HeaderName: originKeyHeader,
              HeaderValue: { "Fn::Join": ["", Match.arrayWith(["{{resolve:secretsmanager:"])] },
            },
          ],
        }),
      ]),
      WebACLId: { Ref: "WebAclArn" },
      ViewerCertificate: Match.objectLike({ MinimumProtocolVersion: "TLSv1.2_2021" }),
    }),
  })
})

test("CloudFront can add that header: it refuses names of its own kind", () => {
  expect(originKeyHeader).not.toMatch(/^x-(edge|amz)-/i)
})

test("the functions learn who asks and from where, never under which host name", () => {
  expect(forwarded).toEqual(expect.arrayContaining(["CloudFront-Viewer-Address", "Origin", "Sec-Fetch-Site"]))
  expect(forwarded).not.toContain("Host")
  expect(forwarded.length).toBeLessThanOrEqual(10)
})

test("nothing is public: no bucket, queue, topic or key is open to anyone, no function has an address of its own", () => {
  const closed = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"]
  template.allResourcesProperties("AWS::S3::Bucket", {
    PublicAccessBlockConfiguration: Object.fromEntries(closed.map((one) => [one, true])),
  })
  template.resourceCountIs("AWS::Lambda::Url", 0)
  const open = ["AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy"]
    .flatMap((type) =>
      propertiesOf(type).flatMap(({ PolicyDocument }) => PolicyDocument.Statement as Statement[]),
    )
    .filter(({ Effect, Principal }) => Effect === "Allow" && JSON.stringify(Principal).includes('"*"'))
  expect(open).toEqual([])
})

test("a new letter is sent, and so is a sign-in link asked for again; what cannot be sent is kept", () => {
  const letter = { S: [{ exists: true }] }
  const again = { pk: { S: [{ prefix: "LINK#" }] } }
  template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ["ReportBatchItemFailures"],
    DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    FilterCriteria: {
      Filters: [
        { Pattern: JSON.stringify({ eventName: ["INSERT"], dynamodb: { NewImage: { letter } } }) },
        {
          Pattern: JSON.stringify({ eventName: ["MODIFY"], dynamodb: { Keys: again, NewImage: { letter } } }),
        },
      ],
    },
  })
})

test("what becomes of a letter that has gone is told by the configuration set it was sent with", () => {
  template.hasResourceProperties("AWS::SES::ConfigurationSetEventDestination", {
    EventDestination: {
      Enabled: true,
      EventBridgeDestination: { EventBusArn: Match.anyValue() },
      MatchingEventTypes: ["bounce", "complaint", "deliveryDelay"],
    },
  })
})

test("a letter that came back reaches the function that sent it, and is kept where it cannot", () => {
  template.hasResourceProperties("AWS::Events::Rule", {
    EventPattern: {
      source: ["aws.ses"],
      "detail-type": ["Email Bounced", "Email Complaint Received", "Email Delivery Delayed"],
      detail: { mail: { tags: { "ses:configuration-set": [{ Ref: Match.stringLikeRegexp("Sender") }] } } },
    },
    Targets: [
      Match.objectLike({
        Arn: { "Fn::GetAtt": [Match.stringLikeRegexp("Notify"), "Arn"] },
        DeadLetterConfig: { Arn: Match.anyValue() },
      }),
    ],
  })
})

test("only the function of the department's sign-in learns its secret, and the others how it is called", () => {
  const identity = {
    name: "the department",
    issuer: "https://login.department.example.org",
    clientId: "pilot",
  }
  const { app, service } = programmeWith({ ...settings, identity }, "assets/service.1a2b.css")
  const functions = Template.fromStack(service).findResources("AWS::Lambda::Function")
  const namesIn = (part: string) =>
    Object.entries(functions)
      .filter(([id]) => id.includes(part))
      .flatMap(([, { Properties }]) => Object.keys(Properties.Environment.Variables))
      .filter((name) => name.startsWith("IDENTITY_"))
  expect(namesIn("WebAccount").toSorted()).toEqual([
    "IDENTITY_CLIENT_ID",
    "IDENTITY_ISSUER",
    "IDENTITY_NAME",
    "IDENTITY_SECRET",
  ])
  for (const part of ["WebFront", "WebSite", "WebProgramme", "WebPlanning"])
    expect(namesIn(part)).toEqual(["IDENTITY_NAME"])
  const readers = Object.entries(Template.fromStack(service).findResources("AWS::IAM::Policy"))
    .filter(([, policy]) => JSON.stringify(policy).includes("SecretsIdentity"))
    .map(([id]) => id)
  expect(readers).toHaveLength(1)
  expect(readers[0]).toContain("WebAccount")
  expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([])
})

test("without a sign-in of the department's there is no secret of it, and nobody is told of one", () => {
  expect(JSON.stringify(template.toJSON())).not.toMatch(/IDENTITY_|SecretsIdentity/)
})

test("signing in with the department reads one person, begins a session, and reaches no link", () => {
  expect(grantedOn("MAIL#a@department.gov.uk", "Account")).toEqual(["GetItem"])
  expect(grantedOn("LINK#1", "Account")).toEqual([])
  expect(grantedOn("PERSON#1", "Account").toSorted()).toEqual([
    "DeleteItem",
    "PutItem",
    "Query",
    "UpdateItem",
  ])
})

test("sending letters never learns what CloudFront shows", () => {
  const [notify] = propertiesOf("AWS::Lambda::Function").filter(({ id }) => id.includes("Notify"))
  expect(Object.keys(notify?.Environment.Variables)).toContain("LINK_KEY_SECRET")
  expect(Object.keys(notify?.Environment.Variables)).not.toContain("EDGE_SECRET")
})

test("the API's description is a file where it has been built, and otherwise a function's to answer", () => {
  const without = Template.fromStack(programme("assets/service.1a2b.css").service)
  const served = (one: Template) => JSON.stringify(one.findResources("AWS::CloudFront::Distribution"))
  expect(served(template)).toContain("/api/openapi.json")
  expect(served(without)).not.toContain("/api/openapi.json")
})

test("the firewall lets a long answer through and counts it", () => {
  Template.fromStack(edge).hasResourceProperties("AWS::WAFv2::WebACL", {
    Scope: "CLOUDFRONT",
    Rules: Match.arrayWith([
      Match.objectLike({
        Statement: {
          ManagedRuleGroupStatement: Match.objectLike({
            RuleActionOverrides: [{ Name: "SizeRestrictions_BODY", ActionToUse: { Count: {} } }],
          }),
        },
      }),
      Match.objectLike({ Statement: { RateBasedStatement: Match.anyValue() } }),
    ]),
  })
})

test("the pages let a file be put and fetched, and only what looks at files writes where they are fetched from", () => {
  const inFolder = (role: string, folder: string) =>
    granted
      .filter(
        (grant) => grant.role.includes(role) && JSON.stringify(grant.resources).includes(`/${folder}/*`),
      )
      .flatMap(({ actions }) => actions.map((action) => action.replace("s3:", "")))
      .toSorted()
  expect(inFolder("WebEvidence", "arriving")).toEqual(["PutObject"])
  expect(inFolder("WebEvidence", "kept")).toEqual(["DeleteObject", "GetObject"])
  expect(inFolder("EvidenceScan", "arriving")).toEqual(["DeleteObjectVersion", "GetObjectVersion"])
  expect(inFolder("EvidenceScan", "kept")).toEqual(["DeleteObject", "PutObject"])
  expect(inFolder("EvidenceMalware", "arriving")).toEqual(["GetObject", "GetObjectVersion"])
  expect(inFolder("EvidenceMalware", "kept")).toEqual([])
  const others = granted.filter(({ role }) => !/WebEvidence|EvidenceScan|EvidenceMalware/.test(role))
  expect(others.filter((grant) => /arriving|kept/.test(JSON.stringify(grant.resources)))).toEqual([])
})

test("what looks at files reaches what is known of them and the people who are told, and nothing else", () => {
  expect(grantedOn("FUNDING#halton", "EvidenceScan").toSorted()).toEqual(["GetItem", "PutItem"])
  expect(grantedOn("PEOPLE#halton", "EvidenceScan")).toEqual(["Query"])
  for (const partition of ["LEDGER#halton", "ORG#halton", "PERSON#1", "SITE#halton", "PAYER#pilot"])
    expect(grantedOn(partition, "EvidenceScan")).toEqual([])
})

test("files are encrypted with a key of ours, go by TLS alone, and what arrives goes by itself", () => {
  template.hasResource("AWS::S3::Bucket", {
    DeletionPolicy: "Retain",
    Properties: Match.objectLike({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          Match.objectLike({ ServerSideEncryptionByDefault: Match.objectLike({ SSEAlgorithm: "aws:kms" }) }),
        ],
      },
      LifecycleConfiguration: {
        Rules: [
          Match.objectLike({ Prefix: "arriving/", ExpirationInDays: 2 }),
          Match.objectLike({ Prefix: "kept/", ExpirationInDays: 2928 }),
        ],
      },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      VersioningConfiguration: { Status: "Enabled" },
      CorsConfiguration: Match.absent(),
    }),
  })
})

test("every file that arrives is scanned, and both words of it reach the function, or are kept where they cannot", () => {
  template.hasResourceProperties("AWS::GuardDuty::MalwareProtectionPlan", {
    ProtectedResource: {
      S3Bucket: { BucketName: { Ref: Match.stringLikeRegexp("Evidence") }, ObjectPrefixes: ["arriving/"] },
    },
  })
  const target = Match.objectLike({
    Arn: { "Fn::GetAtt": [Match.stringLikeRegexp("Scan"), "Arn"] },
    DeadLetterConfig: { Arn: { "Fn::GetAtt": [Match.stringLikeRegexp("Untold"), "Arn"] } },
  })
  for (const detailType of ["Object Created", "GuardDuty Malware Protection Object Scan Result"])
    template.hasResourceProperties("AWS::Events::Rule", {
      EventPattern: Match.objectLike({ "detail-type": [detailType] }),
      Targets: [target],
    })
})

test("cdk-nag finds nothing that has not been acknowledged", () => {
  expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([])
})

test("each exception has its reason, its owner and its next look, and there are at most ten", () => {
  const exceptions = app.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries(data as Record<string, string>))
    .filter(([rule]) => rule.includes("AwsSolutions-"))
  // What is said of every function of ours is said once.
  const different = new Set(exceptions.map((one) => one.join(": ")))
  expect(different.size).toBeGreaterThan(0)
  expect(different.size).toBeLessThanOrEqual(10)
  for (const [, reason] of exceptions) expect(reason).toMatch(/^.{40,}\. Owner: .+\. Look again: .+\.$/s)
})

test("the crown's typeface and crest stay on gov.uk", async () => {
  const styled = async (branding: "govuk" | "generic") => {
    const into = mkdtempSync(join(tmpdir(), "assets-"))
    return readFileSync(join(into, (await buildAssets(branding, into)).css), "utf8")
  }
  expect(await styled("generic")).not.toMatch(/GDS Transport|@font-face|crest/)
  expect(await styled("govuk")).toMatch(/GDS Transport/)
})

test("a function is built as one module that knows its assets by name", async () => {
  const folder = mkdtempSync(join(tmpdir(), "functions-"))
  mkdirSync(join(folder, "front"))
  writeFileSync(
    join(folder, "front", "handler.ts"),
    "declare const ASSETS: { css: string }\nexport const make = () => ASSETS\nexport const handler = async () => make()",
  )
  const into = mkdtempSync(join(tmpdir(), "bundle-"))
  const [front] = await bundle({ branding: "generic", functions: folder, into })
  const { handler } = await import(join(into, "functions/front/index.mjs"))
  const assets = await handler()
  expect(front?.name).toBe("front")
  expect(
    readdirSync(join(into, "assets"))
      .map((name) => `/assets/${name}`)
      .toSorted(),
  ).toEqual(Object.values(assets).toSorted())
})
