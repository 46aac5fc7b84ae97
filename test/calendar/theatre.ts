import { make as coaching } from "../../functions/coaching/handler.ts"
import { make as decisions } from "../../functions/decisions/handler.ts"
import { make as department } from "../../functions/department/handler.ts"
import { make as evaluation } from "../../functions/evaluation/handler.ts"
import { make as findings } from "../../functions/findings/handler.ts"
import { make as front } from "../../functions/front/handler.ts"
import { make as funding } from "../../functions/funding/handler.ts"
import { make as learning } from "../../functions/learning/handler.ts"
import { make as money } from "../../functions/money/handler.ts"
import { make as notify } from "../../functions/notify/handler.ts"
import { make as paying } from "../../functions/paying/handler.ts"
import { make as pilot } from "../../functions/pilot/handler.ts"
import { make as planning } from "../../functions/planning/handler.ts"
import { make as programme } from "../../functions/programme/handler.ts"
import { make as remind } from "../../functions/remind/handler.ts"
import { make as site } from "../../functions/site/handler.ts"
import { make as stories } from "../../functions/stories/handler.ts"
import { make as support } from "../../functions/support/handler.ts"
import { make as tally } from "../../functions/tally/handler.ts"
import { make as voice } from "../../functions/voice/handler.ts"
import { createTable } from "../../infra/local/create-table.ts"
import { seed } from "../../infra/local/demonstration/seed.ts"
import { startEngine } from "../../infra/local/engine.ts"
import type { Makes } from "../../infra/local/functions.ts"
import { stageOn } from "../../infra/local/story/stage.ts"
import { clientFor, type Table, tableOn } from "../../shared/store/table.ts"
import { remembered } from "../support/remembered.ts"
import { diaryOf } from "./days.ts"

/** The functions from their sources, as the bundles give them. */
export const makes = {
  front,
  site,
  programme,
  planning,
  department,
  decisions,
  funding,
  paying,
  money,
  coaching,
  pilot,
  support,
  learning,
  evaluation,
  stories,
  tally,
  findings,
  voice,
  notify,
  remind,
} as Makes

type Options = { around?: (table: Table) => Table }

/** A stage with a table of its own in memory, and a diary of what happens on it. */
export const openTheatre = async ({ around = (table) => table }: Options = {}) => {
  const engine = await startEngine()
  const name = `story-${process.pid}-${Math.floor(performance.now() * 1000)}`
  await createTable(engine.endpoint, name, { stream: false })
  const client = clientFor(engine.endpoint)
  const table = remembered(tableOn(client, name))
  await seed(table)
  const stage = stageOn(around(table), makes)
  return { stage, table, client, name, diary: diaryOf(stage, table), close: () => engine.stop() }
}

export type Theatre = Awaited<ReturnType<typeof openTheatre>>
