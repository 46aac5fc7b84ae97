import { PolicyStatement } from "aws-cdk-lib/aws-iam"
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda"
import { Secret } from "aws-cdk-lib/aws-secretsmanager"
import { Construct } from "constructs"
import { acknowledge } from "./acknowledge.ts"

export type SecretName = "LINK_KEY_SECRET" | "EDGE_SECRET" | "IDENTITY_SECRET"

/**
 * Two secrets that AWS makes and no person ever sees: what signs the links in letters, and what CloudFront shows us.
 * A third where the department has a sign-in of its own: its provider gives it, and whoever deploys puts it in.
 */
export class ServiceSecrets extends Construct {
  readonly edge: Secret
  private readonly linkKey: Secret
  private readonly identity?: Secret

  constructor(scope: Construct, id: string, { identity }: { identity: boolean }) {
    super(scope, id)
    this.linkKey = this.secret("LinkKey", "Signs the links in letters")
    this.edge = this.secret("Edge", "Shown by CloudFront with every request; others are refused")
    if (identity)
      this.identity = this.secret("Identity", "Given by the department's identity provider: put in by hand")
    acknowledge(this, {
      finding: "SMG4",
      reason:
        "A new link key breaks the links already in people's letters, and a new edge secret has to reach CloudFront " +
        "and the functions in one deployment: both are changed by hand, as the runbook says, when someone leaves. " +
        "The identity provider's is the provider's to change.",
      owner: "service team",
      lookAgain: "when a second accepted value is built in",
    })
  }

  /** The function learns where the secrets are, and may read those and no others. */
  giveTo(reader: Lambda, ...names: SecretName[]) {
    const secrets = {
      LINK_KEY_SECRET: this.linkKey,
      EDGE_SECRET: this.edge,
      IDENTITY_SECRET: this.identity,
    }
    const given = names.flatMap((name) => {
      const arn = secrets[name]?.secretArn
      return arn === undefined ? [] : [{ name, arn }]
    })
    for (const { name, arn } of given) reader.addEnvironment(name, arn)
    reader.addToRolePolicy(
      new PolicyStatement({
        actions: ["secretsmanager:GetSecretValue"],
        resources: given.map(({ arn }) => arn),
      }),
    )
  }

  private secret(id: string, description: string) {
    return new Secret(this, id, {
      description,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    })
  }
}
