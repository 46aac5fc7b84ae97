import { CfnOutput } from "aws-cdk-lib"
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam"
import { EmailIdentity, Identity } from "aws-cdk-lib/aws-ses"
import { Construct } from "constructs"

type MailSenderProps = { mailFrom: string }

/** The one address that letters come from. Its domain proves itself once the three names put out here are in its DNS. */
export class MailSender extends Construct {
  private readonly identity: EmailIdentity
  private readonly mailFrom: string

  constructor(scope: Construct, id: string, { mailFrom }: MailSenderProps) {
    super(scope, id)
    this.mailFrom = mailFrom
    const domain = mailFrom.slice(mailFrom.indexOf("@") + 1)
    this.identity = new EmailIdentity(this, "Domain", { identity: Identity.domain(domain) })
    for (const [index, { name, value }] of this.identity.dkimRecords.entries())
      new CfnOutput(this, `Dkim${index + 1}`, { value: `${name} CNAME ${value}` })
  }

  letSend(who: IGrantable) {
    who.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ["ses:SendEmail"],
        resources: [this.identity.emailIdentityArn],
        conditions: { StringEquals: { "ses:FromAddress": this.mailFrom } },
      }),
    )
  }
}
