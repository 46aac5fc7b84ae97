import { handled } from "../../shared/web/handled.ts"
import { onLambda, systemWorld } from "../../shared/web/on-lambda.ts"
import { findingsApp } from "./app.ts"

/** What is found across sites: releases, analyses, answers that people gave, costs and reports. */
export const make = handled(findingsApp)

export const handler = onLambda(make, process.env, systemWorld)
