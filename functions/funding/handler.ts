import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { fundingApp } from "./app.ts"

/** The money of every site: awards, what was accepted, payments, recoveries and their ledgers. */
export const make = handled(fundingApp)

export const handler = onLambda(make, process.env, systemWorld)
