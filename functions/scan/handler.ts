import middy from "@middy/core"
import type { Context } from "aws-lambda"
import { onLambda } from "../../shared/web/on-lambda.ts"
import type { ScanWorld } from "../../shared/web/world.ts"
import { scanned } from "./scanned.ts"
import { scanWorld } from "./world.ts"

export type Scans = (event: unknown, context: Context) => Promise<void>

/** What the store and the scanner tell of a file, by event. */
export const make = (world: ScanWorld): Scans =>
  middy<unknown, void>().handler((event) => scanned(world, event)) as unknown as Scans

export const handler = onLambda(make, process.env, scanWorld)
