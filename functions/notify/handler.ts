import { SESv2Client } from "@aws-sdk/client-sesv2"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { notifier } from "./notifier.ts"
import { sesMailer } from "./ses-mailer.ts"

/** The table's stream, as letters; and what comes back of them. */
export const make = notifier

export const handler = onLambda(make, process.env, async (env) => ({
  ...(await systemWorld(env)),
  mailer: sesMailer(new SESv2Client({ maxAttempts: 1 }), env.MAIL_FROM ?? "", env.CONFIGURATION_SET),
}))
