import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { evaluationApp } from "./app.ts"

/** The evaluation of one site: its plan and measures, what its returns say in figures, and what is accepted of them. */
export const make = handled(evaluationApp)

export const handler = onLambda(make, process.env, systemWorld)
