import { Validations } from "aws-cdk-lib"
import type { IConstruct } from "constructs"

type Exception = { finding: string; reason: string; owner: string; lookAgain: string }

/** An exception to a cdk-nag rule is allowed only with its reason, who answers for it, and when it is looked at again. */
export const acknowledge = (on: IConstruct, { finding, reason, owner, lookAgain }: Exception) =>
  Validations.of(on).acknowledge({
    id: `AwsSolutions-${finding}`,
    reason: `${reason} Owner: ${owner}. Look again: ${lookAgain}.`,
  })
