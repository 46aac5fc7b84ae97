import { PolicyStatement } from "aws-cdk-lib/aws-iam"
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda"
import { Secret } from "aws-cdk-lib/aws-secretsmanager"
import { Construct } from "constructs"
import { acknowledge } from "./acknowledge.ts"

export type SecretName = "LINK_KEY_SECRET" | "EDGE_SECRET"

/** Two secrets that AWS makes and no person ever sees: what signs the links in letters, and what CloudFront shows us. */
export class ServiceSecrets extends Construct {
  readonly edge: Secret
  private readonly linkKey: Secret

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.linkKey = this.secret("LinkKey", "Signs the links in letters")
    this.edge = this.secret("Edge", "Shown by CloudFront with every request; others are refused")
    acknowledge(this, {
      finding: "SMG4",
      reason:
        "A new link key breaks the links already in people's letters, and a new edge secret has to reach CloudFront " +
        "and the functions in one deployment: both are changed by hand, as the runbook says, when someone leaves.",
      owner: "service team",
      lookAgain: "when a second accepted value is built in",
    })
  }

  /** The function learns where the secrets are, and may read those and no others. */
  giveTo(reader: Lambda, ...names: SecretName[]) {
    const secrets = { LINK_KEY_SECRET: this.linkKey, EDGE_SECRET: this.edge }
    for (const name of names) reader.addEnvironment(name, secrets[name].secretArn)
    reader.addToRolePolicy(
      new PolicyStatement({
        actions: ["secretsmanager:GetSecretValue"],
        resources: names.map((name) => secrets[name].secretArn),
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
