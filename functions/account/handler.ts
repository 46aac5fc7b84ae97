import { handled } from "../../shared/web/handled.ts"
import { departmentWorld, onLambda } from "../../shared/web/on-lambda.ts"
import { accountApp } from "./app.ts"

/** Signing in with the department's own account. */
export const make = handled(accountApp)

export const handler = onLambda(make, process.env, departmentWorld)
