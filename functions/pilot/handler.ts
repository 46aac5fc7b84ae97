import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { pilotApp } from "./app.ts"

/** The pilot of one site: its plan, how it is going, its risks, and the pages that are made from its record. */
export const make = handled(pilotApp)

export const handler = onLambda(make, process.env, systemWorld)
