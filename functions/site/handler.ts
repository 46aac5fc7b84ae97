import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { siteApp } from "./app.ts"

/** Everything inside one organisation, for whoever is admitted to it. */
export const make = handled(siteApp)

export const handler = onLambda(make, process.env, systemWorld)
