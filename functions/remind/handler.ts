import middy from "@middy/core"
import type { Context } from "aws-lambda"
import { onLambda, unkeyedWorld } from "../../shared/web/on-lambda.ts"
import { type CalendarWorld, type Ran, runCalendar } from "./run.ts"

export type Scheduled = (event: unknown, context: Context) => Promise<Ran>

/** The calendar's morning, by the scheduler. */
export const make = (world: CalendarWorld): Scheduled =>
  middy<unknown, Ran>().handler(() => runCalendar(world)) as unknown as Scheduled

export const handler = onLambda(make, process.env, unkeyedWorld)
