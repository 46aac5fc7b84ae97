import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { decisionsApp } from "./app.ts"

/** What becomes of a round: ranking, decisions, telling, announcing, and the way into the phase. */
export const make = handled(decisionsApp)

export const handler = onLambda(make, process.env, systemWorld)
