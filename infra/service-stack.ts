import { CfnParameter, Stack, type StackProps } from "aws-cdk-lib"
import { Certificate } from "aws-cdk-lib/aws-certificatemanager"
import type { Construct } from "constructs"
import { Calendar } from "./constructs/calendar.ts"
import { EvidenceFiles } from "./constructs/evidence-files.ts"
import { FrontDoor } from "./constructs/front-door.ts"
import { Letters } from "./constructs/letters.ts"
import { Monitoring } from "./constructs/monitoring.ts"
import { ServiceApi } from "./constructs/service-api.ts"
import { ServiceSecrets } from "./constructs/service-secrets.ts"
import { ServiceTable } from "./constructs/service-table.ts"
import { StaticFiles } from "./constructs/static-files.ts"
import { type IdentitySettings, WebFunctions } from "./constructs/web-functions.ts"

/** What differs from one deployment to the next; `cdk.json` holds an example of each. */
export const settingNames = [
  "serviceName",
  "programme",
  "demonstration",
  "domain",
  "contactName",
  "contactEmail",
  "contactPhone",
  "contactAddress",
  "mailFrom",
  "alarmEmail",
] as const

export type Settings = Record<(typeof settingNames)[number], string> & { identity?: IdentitySettings }

type ServiceStackProps = StackProps & { settings: Settings; dist: string }

/**
 * The whole service in one region. Its own address is a setting, not read from the distribution: links in letters and
 * the check of a form's origin need it inside the functions, and distribution → api → function → distribution would
 * be a circle. The firewall and the certificate come from the edge stack as parameters without a default, so that
 * this stack can be synthesised without an account and cannot be deployed without them.
 */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { settings, dist, ...props }: ServiceStackProps) {
    super(scope, id, props)
    const monitoring = new Monitoring(this, "Monitoring", settings)
    const table = new ServiceTable(this, "Table", { monitoring })
    const secrets = new ServiceSecrets(this, "Secrets", { identity: settings.identity !== undefined })
    const environment = {
      ORIGIN: `https://${settings.domain}`,
      SERVICE_NAME: settings.serviceName,
      PROGRAMME: settings.programme,
      DEMONSTRATION: settings.demonstration,
      CONTACT_NAME: settings.contactName,
      CONTACT_EMAIL: settings.contactEmail,
      CONTACT_PHONE: settings.contactPhone,
      CONTACT_ADDRESS: settings.contactAddress,
      ...(settings.identity && { IDENTITY_NAME: settings.identity.name }),
    }
    const files = new StaticFiles(this, "Files", { dist })
    const functions = new WebFunctions(this, "Web", {
      dist,
      environment,
      monitoring,
      secrets,
      table,
      identity: settings.identity,
    })
    new Letters(this, "Letters", {
      dist,
      environment,
      mailFrom: settings.mailFrom,
      monitoring,
      secrets,
      table,
    })
    new Calendar(this, "Calendar", { dist, environment, monitoring, table })
    new EvidenceFiles(this, "Evidence", {
      dist,
      environment,
      logs: files.logs,
      monitoring,
      table,
      pages: functions.evidence,
    })
    const { host: apiHost } = new ServiceApi(this, "Api", { functions, monitoring })
    const certificate = Certificate.fromCertificateArn(this, "Certificate", this.fromEdge("CertificateArn"))
    const webAclArn = this.fromEdge("WebAclArn")
    new FrontDoor(this, "FrontDoor", {
      domain: settings.domain,
      certificate,
      webAclArn,
      apiHost,
      files,
      secrets,
    })
  }

  private fromEdge(name: string) {
    return new CfnParameter(this, name, {
      description: `The edge stack's output ${name}`,
      allowedPattern: "^arn:aws:(acm|wafv2):us-east-1:.+$",
    }).valueAsString
  }
}
