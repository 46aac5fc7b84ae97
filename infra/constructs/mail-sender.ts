import { CfnOutput, Stack } from "aws-cdk-lib"
import { EventBus } from "aws-cdk-lib/aws-events"
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam"
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from "aws-cdk-lib/aws-ses"
import { Construct } from "constructs"

type MailSenderProps = { mailFrom: string }

/**
 * The one address that letters come from. Its domain proves itself once the three names put out here are in its DNS.
 * What becomes of a letter after it has gone is told on the account's default bus: SES knows no other.
 */
export class MailSender extends Construct {
  readonly configurationSet: ConfigurationSet
  private readonly identity: EmailIdentity
  private readonly mailFrom: string

  constructor(scope: Construct, id: string, { mailFrom }: MailSenderProps) {
    super(scope, id)
    this.mailFrom = mailFrom
    const domain = mailFrom.slice(mailFrom.indexOf("@") + 1)
    this.identity = new EmailIdentity(this, "Domain", { identity: Identity.domain(domain) })
    for (const [index, { name, value }] of this.identity.dkimRecords.entries())
      new CfnOutput(this, `Dkim${index + 1}`, { value: `${name} CNAME ${value}` })
    this.configurationSet = new ConfigurationSet(this, "Letters")
    this.configurationSet.addEventDestination("Returned", {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, "Bus", "default")),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.DELIVERY_DELAY],
    })
  }

  letSend(who: IGrantable) {
    who.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ["ses:SendEmail"],
        resources: [
          this.identity.emailIdentityArn,
          Stack.of(this).formatArn({
            service: "ses",
            resource: "configuration-set",
            resourceName: this.configurationSet.configurationSetName,
          }),
        ],
        conditions: { StringEquals: { "ses:FromAddress": this.mailFrom } },
      }),
    )
  }
}
