import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { workbookApp } from "./app.ts"

/** A return as a workbook: given out filled in, read when it comes back, and taken in once that is confirmed. */
export const make = handled(workbookApp)

export const handler = onLambda(make, process.env, systemWorld)
