import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { tallyApp } from "./app.ts"

/** The monthly tally of one site: counts alone, in two minutes, also by the link of a letter. */
export const make = handled(tallyApp)

export const handler = onLambda(make, process.env, systemWorld)
