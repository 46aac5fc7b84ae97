import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { payingApp } from "./app.ts"

/** Paying, getting back, reconciling and closing; what the payer answers, and which claims are checked. */
export const make = handled(payingApp)

export const handler = onLambda(make, process.env, systemWorld)
