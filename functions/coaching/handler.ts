import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { coachingApp } from "./app.ts"

/** The coaching of one site, for both sides of it. */
export const make = handled(coachingApp)

export const handler = onLambda(make, process.env, systemWorld)
