import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { supportApp } from "./app.ts"

/** The coaching of every site, for whoever supports them. */
export const make = handled(supportApp)

export const handler = onLambda(make, process.env, systemWorld)
