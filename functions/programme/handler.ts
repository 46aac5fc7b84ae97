import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { programmeApp } from "./app.ts"

/** Lists across sites, for coordinators. */
export const make = handled(programmeApp)

export const handler = onLambda(make, process.env, systemWorld)
