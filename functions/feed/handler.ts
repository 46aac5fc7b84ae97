import { handled } from "../../shared/web/handled.ts"
import { onLambda, unlinkedWorld } from "../../shared/web/on-lambda.ts"
import { feedApp } from "./app.ts"

/** Somebody's dates, for the calendar that they live in. */
export const make = handled(feedApp)

export const handler = onLambda(make, process.env, unlinkedWorld)
