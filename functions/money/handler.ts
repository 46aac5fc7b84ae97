import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { moneyApp } from "./app.ts"

/** The money of one site, for its own people. */
export const make = handled(moneyApp)

export const handler = onLambda(make, process.env, systemWorld)
