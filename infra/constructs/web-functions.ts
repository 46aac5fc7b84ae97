import { Duration } from "aws-cdk-lib"
import { Construct } from "constructs"
import { type Monitoring, runbooks } from "./monitoring.ts"
import { allow, type Reach } from "./reach.ts"
import { ServiceFunction } from "./service-function.ts"
import type { SecretName, ServiceSecrets } from "./service-secrets.ts"
import type { ServiceTable } from "./service-table.ts"

type WebFunctionsProps = {
  dist: string
  environment: Record<string, string>
  monitoring: Monitoring
  secrets: ServiceSecrets
  table: ServiceTable
  /** The department's own sign-in, where it has one. */
  identity?: IdentitySettings
}

export type IdentitySettings = { name: string; issuer: string; clientId: string }

const everyoneReads: Reach = { partitions: ["PROGRAMME#*", "ROUND#*", "DIRECTORY"], may: ["read"] }

export const reaches = {
  front: [
    { partitions: ["PERSON#*", "PEOPLE#*", "LINK#*", "LIMIT#*", "MAIL#*", "FEED#*"], may: ["read", "write"] },
    everyoneReads,
    { partitions: ["PROOF#*"], may: ["read"] },
    { partitions: ["ASKED#*"], may: ["put"] },
    { partitions: ["LOG#*"], may: ["append"] },
    { partitions: ["LEARNING#*"], may: ["remove"] },
  ],
  site: [
    { partitions: ["ORG#*"], may: ["read", "write"] },
    { partitions: ["ORG#*"], may: ["list"], index: "newest" },
    { partitions: ["LOG#*", "CONTENTS#*"], may: ["append"] },
    { partitions: ["PROOF#*"], may: ["put"] },
    { partitions: ["SITE#*"], may: ["read", "put", "update", "remove"] },
    { partitions: ["DESK#*"], may: ["put"] },
    { partitions: ["PERSON#*", "PEOPLE#*"], may: ["read"] },
    { partitions: ["PERSON#*"], may: ["update"] },
    { partitions: ["TYPED#*"], may: ["read", "write"] },
    { partitions: ["SEALED#*"], may: ["get"] },
    { partitions: ["FUNDING#*", "EVALUATION#*"], may: ["read", "put"] },
    { partitions: ["COACHING#*"], may: ["get"] },
    everyoneReads,
  ],
  programme: [
    { partitions: ["PERSON#*"], may: ["read", "update"] },
    everyoneReads,
    { partitions: ["ROUND#*"], may: ["put"] },
    { partitions: ["ASKED#*"], may: ["read", "write"] },
    { partitions: ["PROGRAMME#*"], may: ["read", "write"] },
    { partitions: ["CHANGES#programme"], may: ["get", "put"] },
    { partitions: ["PEOPLE#*", "NOTICES#*"], may: ["read"] },
    { partitions: ["SITE#*"], may: ["read", "put", "remove"] },
    { partitions: ["DESK#*"], may: ["list", "remove"] },
    { partitions: ["*"], may: ["list"], index: "byRound" },
    { partitions: ["LOG#*", "CONTENTS#programme"], may: ["append"] },
    { partitions: ["CONTENTS#*"], may: ["put"] },
  ],
  planning: [
    { partitions: ["PERSON#*"], may: ["read", "update"] },
    everyoneReads,
    { partitions: ["ROUND#*"], may: ["put"] },
    { partitions: ["PROGRAMME#*", "DIRECTORY"], may: ["read", "write"] },
    { partitions: ["CHANGES#programme"], may: ["get", "put"] },
    { partitions: ["PEOPLE#*"], may: ["read"] },
    { partitions: ["SITE#*"], may: ["read", "put", "remove"] },
    { partitions: ["DESK#*"], may: ["remove"] },
    { partitions: ["*"], may: ["list"], index: "byRound" },
    { partitions: ["LOG#*", "CONTENTS#programme"], may: ["append"] },
    { partitions: ["CONTENTS#*"], may: ["put"] },
  ],
  account: [
    { partitions: ["PERSON#*"], may: ["list", "put", "update", "remove"] },
    { partitions: ["MAIL#*"], may: ["get"] },
  ],
  decisions: [
    { partitions: ["PERSON#*"], may: ["list", "update"] },
    { partitions: ["ROUND#*"], may: ["get", "put"] },
    { partitions: ["DIRECTORY", "PEOPLE#*"], may: ["list"] },
    { partitions: ["PROGRAMME#*"], may: ["read", "put", "update", "check"] },
    { partitions: ["PANEL#*"], may: ["read", "put", "remove"] },
    { partitions: ["PANELLOG#*", "LOG#*", "CONTENTS#*"], may: ["put"] },
    { partitions: ["OFFICE#*"], may: ["get", "put", "remove"] },
    { partitions: ["SEALED#*"], may: ["get", "put"] },
    { partitions: ["ORG#*"], may: ["get"] },
    { partitions: ["SITE#*"], may: ["read", "put", "remove"] },
    { partitions: ["DESK#*"], may: ["remove"] },
    { partitions: ["CHANGES#programme"], may: ["get", "put"] },
    { partitions: ["*"], may: ["list"], index: "byRound" },
  ],
  department: [
    { partitions: ["PERSON#*"], may: ["list", "update"] },
    { partitions: ["ROUND#*", "ORG#*", "DIRECTORY"], may: ["get"] },
    { partitions: ["PROGRAMME#*", "PEOPLE#*"], may: ["list"] },
    { partitions: ["PANEL#*"], may: ["read", "put", "check"] },
    { partitions: ["PANELLOG#*"], may: ["append"] },
    { partitions: ["PANELMAIL#*"], may: ["put"] },
    { partitions: ["SITE#*"], may: ["read", "put", "update"] },
    { partitions: ["DESK#*"], may: ["list", "remove"] },
    { partitions: ["LOG#*", "CONTENTS#*"], may: ["put"] },
    { partitions: ["*"], may: ["list"], index: "byRound" },
  ],
  funding: [
    { partitions: ["PERSON#*"], may: ["list", "update"] },
    { partitions: ["PROGRAMME#*"], may: ["list", "put", "update", "check"] },
    { partitions: ["CHANGES#programme"], may: ["get", "put"] },
    { partitions: ["DIRECTORY"], may: ["get"] },
    { partitions: ["PEOPLE#*"], may: ["list"] },
    { partitions: ["FUNDING#*"], may: ["read", "put"] },
    { partitions: ["LEDGER#*"], may: ["append"] },
    { partitions: ["ORG#*"], may: ["read", "put"] },
    { partitions: ["SITE#*"], may: ["list", "put", "update", "remove"] },
    { partitions: ["DESK#*"], may: ["remove"] },
    { partitions: ["*"], may: ["list"], index: "byRound" },
    { partitions: ["LOG#*"], may: ["append"] },
    { partitions: ["CONTENTS#*"], may: ["put"] },
  ],
  paying: [
    { partitions: ["PERSON#*"], may: ["list", "update"] },
    { partitions: ["PROGRAMME#*", "PEOPLE#*"], may: ["list"] },
    { partitions: ["FUNDING#*"], may: ["get", "put"] },
    { partitions: ["LEDGER#*"], may: ["put"] },
    { partitions: ["PAYER#*"], may: ["read", "put"] },
    { partitions: ["*"], may: ["list"], index: "byRound" },
  ],
  money: [
    { partitions: ["PERSON#*"], may: ["list", "update"] },
    { partitions: ["PROGRAMME#*"], may: ["list"] },
    { partitions: ["DIRECTORY"], may: ["get"] },
    { partitions: ["PEOPLE#*", "SITE#*"], may: ["list"] },
    { partitions: ["FUNDING#*"], may: ["read", "put"] },
    { partitions: ["LEDGER#*"], may: ["put"] },
  ],
  workbook: [
    { partitions: ["PERSON#*"], may: ["read", "update"] },
    everyoneReads,
    { partitions: ["PEOPLE#*"], may: ["read"] },
    { partitions: ["FUNDING#*", "EVALUATION#*"], may: ["read"] },
    { partitions: ["COACHING#*"], may: ["get"] },
    { partitions: ["WORKBOOK#*"], may: ["read", "put", "remove"] },
    { partitions: ["ORG#*"], may: ["read", "put"] },
    { partitions: ["SITE#*"], may: ["read", "update"] },
    { partitions: ["LOG#*"], may: ["append"] },
  ],
  evidence: [
    { partitions: ["PERSON#*"], may: ["read", "update"] },
    everyoneReads,
    { partitions: ["FUNDING#*"], may: ["read", "put"] },
    { partitions: ["SITE#*"], may: ["read"] },
  ],
  coaching: [
    { partitions: ["PERSON#*"], may: ["list", "update"] },
    { partitions: ["PROGRAMME#*", "PEOPLE#*"], may: ["list"] },
    { partitions: ["SITE#*"], may: ["read", "put", "remove"] },
    { partitions: ["COACHING#*"], may: ["read", "put"] },
    { partitions: ["COACHES#*"], may: ["read", "put", "remove"] },
    { partitions: ["HELP#*", "HELPED#*"], may: ["list"], index: "byRound" },
    { partitions: ["TYPED#*"], may: ["get", "put", "remove"] },
    { partitions: ["LEARNING#*"], may: ["put"] },
    { partitions: ["LOG#*"], may: ["append"] },
    { partitions: ["CONTENTS#*"], may: ["put"] },
  ],
  pilot: [
    { partitions: ["PERSON#*"], may: ["list", "update"] },
    { partitions: ["PROGRAMME#*", "PEOPLE#*"], may: ["list"] },
    { partitions: ["DIRECTORY"], may: ["get"] },
    { partitions: ["SITE#*"], may: ["read", "put"] },
    { partitions: ["COACHING#*"], may: ["read", "put"] },
    { partitions: ["EVALUATION#*"], may: ["read", "put", "remove"] },
    { partitions: ["FUNDING#*"], may: ["get"] },
    { partitions: ["LOG#*"], may: ["append"] },
  ],
  support: [
    { partitions: ["PERSON#*"], may: ["list", "update"] },
    { partitions: ["PROGRAMME#*"], may: ["list"] },
    { partitions: ["*"], may: ["list"], index: "byRound" },
  ],
  learning: [
    { partitions: ["PERSON#*"], may: ["list", "update"] },
    { partitions: ["PROGRAMME#*", "PEOPLE#*"], may: ["list"] },
    { partitions: ["LEARNING#*"], may: ["read", "put", "remove"] },
    { partitions: ["COACHING#*", "COACHED#GOING#*"], may: ["list"], index: "byRound" },
    { partitions: ["LOG#learning", "CONTENTS#learning"], may: ["append"] },
  ],
  evaluation: [
    { partitions: ["PERSON#*"], may: ["list", "update"] },
    { partitions: ["PROGRAMME#*", "PEOPLE#*"], may: ["list"] },
    { partitions: ["DIRECTORY"], may: ["get"] },
    { partitions: ["ORG#*"], may: ["read", "put"] },
    { partitions: ["SITE#*"], may: ["read", "put", "update", "remove"] },
    { partitions: ["EVALUATION#*"], may: ["read", "put"] },
    { partitions: ["RELEASED#*"], may: ["list", "check"] },
    { partitions: ["SHAREDSTORIES#*"], may: ["list"] },
    { partitions: ["FUNDING#*"], may: ["get"] },
    { partitions: ["LOG#*"], may: ["append"] },
    { partitions: ["CONTENTS#*"], may: ["put"] },
  ],
  stories: [
    { partitions: ["PERSON#*"], may: ["list", "update"] },
    { partitions: ["PROGRAMME#*", "PEOPLE#*"], may: ["list"] },
    { partitions: ["SITE#*", "EVALUATION#*"], may: ["get", "put"] },
    { partitions: ["STORIES#*", "SHAREDSTORIES#*"], may: ["read", "put", "remove"] },
    { partitions: ["REPORTS#*"], may: ["read", "put"] },
    { partitions: ["RELEASED#*"], may: ["get"] },
    { partitions: ["LOG#*"], may: ["put"] },
  ],
  tally: [
    { partitions: ["PERSON#*"], may: ["list", "update"] },
    { partitions: ["PEOPLE#*"], may: ["list"] },
    { partitions: ["DIRECTORY"], may: ["get"] },
    { partitions: ["ORG#*"], may: ["read", "put"] },
    { partitions: ["SITE#*"], may: ["get", "update"] },
    { partitions: ["EVALUATION#*"], may: ["read", "put"] },
    { partitions: ["COACHING#*"], may: ["get"] },
    { partitions: ["PROOF#*"], may: ["put"] },
    { partitions: ["LIMIT#*"], may: ["update"] },
    { partitions: ["LOG#*"], may: ["put"] },
  ],
  findings: [
    { partitions: ["PERSON#*"], may: ["list", "update"] },
    { partitions: ["PROGRAMME#*", "PEOPLE#*"], may: ["list"] },
    { partitions: ["EVALUATION#*"], may: ["read", "put", "check"] },
    { partitions: ["ANSWERS#*"], may: ["list", "put"] },
    { partitions: ["ASKING#*"], may: ["put"] },
    { partitions: ["FINDINGS#*"], may: ["read", "put", "remove"] },
    { partitions: ["RELEASED#*"], may: ["read", "put"] },
    { partitions: ["SHAREDSTORIES#*", "REPORTS#*"], may: ["read", "put"] },
    { partitions: ["*"], may: ["list"], index: "byRound" },
    { partitions: ["LOG#findings", "CONTENTS#findings"], may: ["append"] },
  ],
  voice: [
    { partitions: ["PERSON#*"], may: ["list", "update"] },
    { partitions: ["ASKING#*"], may: ["get"] },
    { partitions: ["ANSWERS#*"], may: ["put"] },
    { partitions: ["LIMIT#*"], may: ["update"] },
    { partitions: ["REPORTS#*"], may: ["read"] },
    { partitions: ["SHAREDSTORIES#*", "RELEASED#*"], may: ["get"] },
  ],
  feed: [
    { partitions: ["FEED#*"], may: ["get"] },
    { partitions: ["PERSON#*", "SITE#*", "PROGRAMME#*"], may: ["list"] },
    { partitions: ["LEARNING#*"], may: ["list"] },
  ],
} satisfies Record<string, Reach[]>

const whenItFails = {
  front: "Nobody can sign in, read about the rounds or check a receipt.",
  site: "Councils cannot write or send their forms, and their coaches cannot read them.",
  programme: "Coordinators cannot answer questions about a round, and councils wait for the answers.",
  account: "The department’s people cannot sign in.",
  decisions: "Nothing can be decided about a round, told or announced.",
  department: "The selection panel cannot read or score, and applicants wait.",
  paying: "Nothing is authorised or recorded as paid: sites wait for their money.",
  funding: "Awards are not offered and returns not accepted: sites wait.",
  money: "Sites cannot accept an award, or see what they were paid.",
  workbook: "Finance officers cannot fill in a return in Excel: they can still type it.",
  evidence: "Files that show what was spent cannot be added or opened.",
  coaching: "Coaches cannot write up a session, and sites cannot answer one or say what is done.",
  pilot:
    "Sites cannot agree their plan or what they measure, nor say how it is going; nobody sees what is risky.",
  support: "Coaches and coordinators do not see which site needs them, nor the Department what it is asked.",
  learning: "Sites cannot read or share what was learned.",
  evaluation: "Sites do not see what they measured, and the evaluator cannot accept what they send.",
  stories: "A story cannot be written or checked, and nobody can withdraw one: do it by hand at once.",
  tally: "Nobody can fill in the monthly tally.",
  findings: "Nobody sees what is found across sites, and no report can be issued.",
  voice: "People and families cannot tell us, nor read what was found.",
  planning: "Coordinators cannot change a date, a site or a round, or publish one.",
  feed: "Calendars that people keep elsewhere show old dates, and nothing there says so.",
} satisfies Record<keyof typeof reaches, string>

const ids = {
  front: "Front",
  site: "Site",
  programme: "Programme",
  planning: "Planning",
  account: "Account",
  decisions: "Decisions",
  department: "Department",
  funding: "Funding",
  paying: "Paying",
  money: "Money",
  workbook: "Workbook",
  evidence: "Evidence",
  coaching: "Coaching",
  pilot: "Pilot",
  support: "Support",
  learning: "Learning",
  evaluation: "Evaluation",
  stories: "Stories",
  tally: "Tally",
  findings: "Findings",
  voice: "Voice",
  feed: "Feed",
} satisfies Record<keyof typeof reaches, string>

/** A calendar is opened by a hash: what makes links is given the key to them, and nothing else is. */
const secretsOf = {
  front: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  site: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  programme: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  planning: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  account: ["LINK_KEY_SECRET", "EDGE_SECRET", "IDENTITY_SECRET"],
  decisions: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  department: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  funding: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  paying: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  money: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  workbook: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  evidence: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  coaching: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  pilot: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  support: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  learning: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  evaluation: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  stories: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  tally: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  findings: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  voice: ["LINK_KEY_SECRET", "EDGE_SECRET"],
  feed: ["EDGE_SECRET"],
} satisfies Record<keyof typeof reaches, SecretName[]>

/** The functions that answer people. Each reaches its own partitions: `front` never an organisation's records. */
export class WebFunctions extends Construct {
  readonly front: ServiceFunction
  readonly site: ServiceFunction
  readonly programme: ServiceFunction
  readonly planning: ServiceFunction
  readonly account: ServiceFunction
  readonly decisions: ServiceFunction
  readonly department: ServiceFunction
  readonly funding: ServiceFunction
  readonly paying: ServiceFunction
  readonly money: ServiceFunction
  readonly workbook: ServiceFunction
  readonly evidence: ServiceFunction
  readonly coaching: ServiceFunction
  readonly pilot: ServiceFunction
  readonly support: ServiceFunction
  readonly learning: ServiceFunction
  readonly evaluation: ServiceFunction
  readonly stories: ServiceFunction
  readonly tally: ServiceFunction
  readonly findings: ServiceFunction
  readonly voice: ServiceFunction
  readonly feed: ServiceFunction

  constructor(scope: Construct, id: string, props: WebFunctionsProps) {
    super(scope, id)
    this.front = this.web("front", props)
    this.site = this.web("site", props)
    this.programme = this.web("programme", props)
    this.planning = this.web("planning", props)
    this.account = this.web("account", props)
    this.decisions = this.web("decisions", props)
    this.department = this.web("department", props)
    this.funding = this.web("funding", props)
    this.paying = this.web("paying", props)
    this.money = this.web("money", props)
    this.workbook = this.web("workbook", props)
    this.evidence = this.web("evidence", props)
    this.coaching = this.web("coaching", props)
    this.pilot = this.web("pilot", props)
    this.support = this.web("support", props)
    this.learning = this.web("learning", props)
    this.evaluation = this.web("evaluation", props)
    this.stories = this.web("stories", props)
    this.tally = this.web("tally", props)
    this.findings = this.web("findings", props)
    this.voice = this.web("voice", props)
    if (props.identity) {
      this.account.addEnvironment("IDENTITY_ISSUER", props.identity.issuer)
      this.account.addEnvironment("IDENTITY_CLIENT_ID", props.identity.clientId)
    }
    this.feed = this.web("feed", props)
  }

  private web(name: keyof typeof reaches, props: WebFunctionsProps) {
    const { dist, monitoring, secrets, table } = props
    const environment = { ...props.environment, TABLE: table.tableName }
    const id = ids[name]
    const made = new ServiceFunction(this, id, {
      name,
      dist,
      environment,
      monitoring,
      whenItFails: whenItFails[name],
    })
    allow(made, table, reaches[name])
    secrets.giveTo(made, ...secretsOf[name])
    monitoring.alarm(`${id}Slow`, {
      metric: made.metricDuration({ statistic: "p99" }),
      threshold: Duration.seconds(3).toMilliseconds(),
      periods: 3,
      impact: "One page in a hundred takes three seconds or more.",
      runbook: runbooks.pagesAreSlow,
    })
    return made
  }
}
