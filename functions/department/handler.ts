import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { departmentApp } from "./app.ts"

/** The selection panel at work: opening a round, links, who reads what, scores, questions. */
export const make = handled(departmentApp)

export const handler = onLambda(make, process.env, systemWorld)
