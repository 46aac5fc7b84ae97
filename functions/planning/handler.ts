import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { planningApp } from "./app.ts"

/** What a programme is made of, prepared and published: rounds, phases with their sites, organisations. */
export const make = handled(planningApp)

export const handler = onLambda(make, process.env, systemWorld)
