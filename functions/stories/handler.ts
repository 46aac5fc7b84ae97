import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { storiesApp } from "./app.ts"

/** The stories of one site: written with somebody, checked by an officer, withdrawn whenever they say so. */
export const make = handled(storiesApp)

export const handler = onLambda(make, process.env, systemWorld)
