import { handled } from "../../shared/web/handled.ts"
import { departmentWorld, onLambda } from "../../shared/web/on-lambda.ts"
import { departmentApp } from "./app.ts"

/** The selection panel: who reads, what they score, what is decided, told and announced. */
export const make = handled(departmentApp)

export const handler = onLambda(make, process.env, departmentWorld)
