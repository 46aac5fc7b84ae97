import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { frontApp } from "./app.ts"

/** Public pages, sign-in, who belongs where, and checking a receipt. */
export const make = handled(frontApp)

export const handler = onLambda(make, process.env, systemWorld)
