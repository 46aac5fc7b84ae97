import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib"
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager"
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2"
import type { Construct } from "constructs"

type EdgeStackProps = StackProps & { domain: string }

/** What CloudFront takes from us-east-1 only: the firewall and the certificate. It is deployed first, and rarely. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, { domain, ...props }: EdgeStackProps) {
    super(scope, id, props)
    const certificate = new Certificate(this, "Certificate", {
      domainName: domain,
      validation: CertificateValidation.fromDns(),
    })
    const firewall = new CfnWebACL(this, "Firewall", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: seenAs("Firewall"),
      rules: [commonRules, rateRule],
    })
    new CfnOutput(this, "CertificateArn", { value: certificate.certificateArn })
    new CfnOutput(this, "WebAclArn", { value: firewall.attrArn })
  }
}

const seenAs = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
})

/** AWS's rules, but for the one that refuses a body over 8 kB: a council's long answer is no attack. */
const commonRules: CfnWebACL.RuleProperty = {
  name: "CommonRules",
  priority: 0,
  overrideAction: { none: {} },
  visibilityConfig: seenAs("CommonRules"),
  statement: {
    managedRuleGroupStatement: {
      vendorName: "AWS",
      name: "AWSManagedRulesCommonRuleSet",
      ruleActionOverrides: [{ name: "SizeRestrictions_BODY", actionToUse: { count: {} } }],
    },
  },
}

/** Per address and five minutes; a whole council may come from one address on the day of a deadline. */
const rateRule: CfnWebACL.RuleProperty = {
  name: "Rate",
  priority: 1,
  action: { block: {} },
  visibilityConfig: seenAs("Rate"),
  statement: { rateBasedStatement: { limit: 5000, aggregateKeyType: "IP" } },
}
