import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { learningApp } from "./app.ts"

/** What sites share with each other, and with everybody. */
export const make = handled(learningApp)

export const handler = onLambda(make, process.env, systemWorld)
