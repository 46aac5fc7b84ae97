import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { voiceApp } from "./app.ts"

/** What is for people and families, without an account: taking part, telling us, and what was found. */
export const make = handled(voiceApp)

export const handler = onLambda(make, process.env, systemWorld)
