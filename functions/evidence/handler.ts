import { handled } from "../../shared/web/handled.ts"
import { onLambda } from "../../shared/web/on-lambda.ts"
import { evidenceApp } from "./app.ts"
import { evidenceWorld } from "./world.ts"

/** Files that show what was spent: a place to put one, and its way out once it is found to be clean. */
export const make = handled(evidenceApp)

export const handler = onLambda(make, process.env, evidenceWorld)
