import { randomBytes } from "node:crypto"
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent, EventBridgeEvent } from "aws-lambda"
import { directoryIn } from "../../shared/store/directory.ts"
import { peopleIn } from "../../shared/store/people.ts"
import type { Table } from "../../shared/store/table.ts"
import type { EvidenceWorld, NotifyWorld, ScanWorld, Unkeyed, World } from "../../shared/web/world.ts"
import { startClock } from "./clock.ts"
import { contextFor } from "./context.ts"
import { tableName } from "./create-table.ts"
import type { DataFolder } from "./data-folder.ts"
import type { Engine } from "./engine.ts"
import { openFileStore } from "./file-store.ts"
import { localHandler } from "./handles/app.ts"
import { startIdentity } from "./identity.ts"
import { logTo } from "./log.ts"
import { mailEvent } from "./mail-event.ts"
import { keepMornings } from "./mornings.ts"
import { openOutbox } from "./outbox.ts"
import { keepScanning } from "./scanning.ts"
import type { WebHandler } from "./server.ts"
import { settingsFor } from "./settings.ts"
import { followStream } from "./stream.ts"

/** What the bundles give: each function, made from a world. */
export type Makes = {
  front: (world: World) => WebHandler
  site: (world: World) => WebHandler
  programme: (world: World) => WebHandler
  planning: (world: World) => WebHandler
  department: (world: World) => WebHandler
  decisions: (world: World) => WebHandler
  funding: (world: World) => WebHandler
  paying: (world: World) => WebHandler
  money: (world: World) => WebHandler
  workbook: (world: World) => WebHandler
  evidence: (world: EvidenceWorld) => WebHandler
  coaching: (world: World) => WebHandler
  pilot: (world: World) => WebHandler
  support: (world: World) => WebHandler
  learning: (world: World) => WebHandler
  evaluation: (world: World) => WebHandler
  stories: (world: World) => WebHandler
  tally: (world: World) => WebHandler
  findings: (world: World) => WebHandler
  voice: (world: World) => WebHandler
  scan: (world: ScanWorld) => (event: unknown, context: Context) => Promise<void>
  account: (world: World) => WebHandler
  feed: (world: World) => WebHandler
  notify: (world: NotifyWorld) => NotifyHandler
  remind: (world: Unkeyed) => (event: unknown, context: Context) => Promise<unknown>
}

type NotifyHandler = (event: Handed, context: Context) => Promise<DynamoDBBatchResponse>
type Handed = DynamoDBStreamEvent | EventBridgeEvent<string, unknown>

type Parts = { table: Table; engine: Engine; folder: DataFolder; origin: string; makes: () => Promise<Makes> }

/** The functions in a world of this machine: its own time, its outbox for letters. */
export const functionsOn = async ({ table, engine, folder, origin, makes }: Parts) => {
  const {
    front,
    site,
    programme,
    planning,
    department,
    decisions,
    account,
    feed,
    notify,
    remind,
    ...others
  } = await makes()
  const { identity, stop: stopIdentity } = await startIdentity()
  const clock = startClock(folder.clock)
  const outbox = openOutbox(folder.outbox, clock.now)
  const log = logTo(folder.log)
  const world: World = {
    now: clock.now,
    machineNow: () => new Date(),
    table,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    settings: settingsFor(origin, folder.readLinkKey(), identity),
    log,
  }
  const store = openFileStore({ folder: folder.files, signs: folder.readLinkKey(), now: world.machineNow })
  const scan = others.scan({ ...world, arrivals: store.arrivals })
  const scanning = keepScanning({
    store,
    scan: (event) => scan(event, contextFor("scan")),
    now: clock.now,
    log,
  })
  const handler = notify({ ...world, mailer: outbox })
  const stream = followStream({
    endpoint: engine.endpoint,
    table: tableName,
    handler,
    checkpoints: folder.checkpoints,
    deadLetters: folder.deadLetters,
    log,
  })
  const calendar = remind(world)
  const mornings = keepMornings({
    now: clock.now,
    morning: () => calendar({}, contextFor("remind")),
    file: folder.mornings,
    log,
  })
  const local = localHandler({
    world,
    clock,
    outbox,
    bounce: (letter) => handler(mailEvent(letter, "refused", clock.now()), contextFor("notify")),
    store,
    came: scanning.came,
    people: peopleIn(table),
    directory: directoryIn(table),
  })
  return {
    functions: {
      front: front(world),
      site: site(world),
      programme: programme(world),
      planning: planning(world),
      department: department(world),
      decisions: decisions(world),
      funding: others.funding(world),
      paying: others.paying(world),
      money: others.money(world),
      workbook: others.workbook(world),
      evidence: others.evidence({ ...world, files: store.files }),
      coaching: others.coaching(world),
      pilot: others.pilot(world),
      support: others.support(world),
      learning: others.learning(world),
      evaluation: others.evaluation(world),
      stories: others.stories(world),
      tally: others.tally(world),
      findings: others.findings(world),
      voice: others.voice(world),
      account: account(world),
      feed: feed(world),
      local,
    },
    log,
    stop: async () => {
      await mornings.stop()
      await scanning.stop()
      await stream.stop()
      stopIdentity()
      clock.stop()
    },
  }
}
