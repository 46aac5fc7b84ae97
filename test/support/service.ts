import type { Context } from "aws-lambda"
import { accountApp } from "../../functions/account/app.ts"
import { coachingApp } from "../../functions/coaching/app.ts"
import { decisionsApp } from "../../functions/decisions/app.ts"
import { departmentApp } from "../../functions/department/app.ts"
import { evaluationApp } from "../../functions/evaluation/app.ts"
import { evidenceApp } from "../../functions/evidence/app.ts"
import { feedApp } from "../../functions/feed/app.ts"
import { findingsApp } from "../../functions/findings/app.ts"
import { frontApp } from "../../functions/front/app.ts"
import { fundingApp } from "../../functions/funding/app.ts"
import { learningApp } from "../../functions/learning/app.ts"
import { moneyApp } from "../../functions/money/app.ts"
import { notifier } from "../../functions/notify/notifier.ts"
import { payingApp } from "../../functions/paying/app.ts"
import { pilotApp } from "../../functions/pilot/app.ts"
import { planningApp } from "../../functions/planning/app.ts"
import { programmeApp } from "../../functions/programme/app.ts"
import { runCalendar } from "../../functions/remind/run.ts"
import { siteApp } from "../../functions/site/app.ts"
import { storiesApp } from "../../functions/stories/app.ts"
import { supportApp } from "../../functions/support/app.ts"
import { tallyApp } from "../../functions/tally/app.ts"
import { voiceApp } from "../../functions/voice/app.ts"
import { workbookApp } from "../../functions/workbook/app.ts"
import { createTable } from "../../infra/local/create-table.ts"
import { seed } from "../../infra/local/demonstration/seed.ts"
import { type Engine, startEngine } from "../../infra/local/engine.ts"
import { type Fate, mailEvent } from "../../infra/local/mail-event.ts"
import { functionFor } from "../../infra/local/route.ts"
import { settingsFor } from "../../infra/local/settings.ts"
import { chance, posting, streamOf } from "../../infra/local/story/by-hand.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { type Cost, clientFor, type Item, type Table, tableOn } from "../../shared/store/table.ts"
import { sha256 } from "../../shared/values/hash.ts"
import type { Identity, Mail, NotifyWorld } from "../../shared/web/world.ts"
import { filesInMemory, scanningIn } from "./files.ts"
import { remembered } from "./remembered.ts"

export const origin = "http://127.0.0.1:3000"

/** The first morning of the demonstration: Monday 14 August 2017, 9am in London. */
export const firstMorning = new Date("2017-08-14T08:00:00.000Z")

type Options = {
  /** Puts something between the apps and the table: faults, delays, counts. */
  around?: (table: Table) => Table
  /** The department's own sign-in, where it has one. */
  identity?: Identity
}

/**
 * The whole service in this process over the real embedded engine: only the clocks, chance and the mail are ours. Letters
 * are taken from what is written and not from the table's stream, every record of which makes the engine's writes slower.
 */
export const startService = async ({ around = (table) => table, identity }: Options = {}) => {
  const engine = await startEngine()
  const name = `test-${process.pid}-${Math.floor(performance.now() * 1000)}`
  await createTable(engine.endpoint, name, { stream: false })
  const costs: Cost[] = []
  const plain = remembered(tableOn(clientFor(engine.endpoint), name))
  await seed(plain)
  return { ...serviceOn({ plain, around, costs, engine, identity }), stop: () => engine.stop() }
}

type On = {
  plain: Table
  around: (table: Table) => Table
  costs: Cost[]
  engine: Engine
  identity?: Identity
}

const serviceOn = ({ plain, around, costs, engine, identity }: On) => {
  const time = { programme: firstMorning.getTime(), machine: Date.UTC(2026, 0, 5, 9) }
  const waiting: Item[] = []
  const mails: Mail[] = []
  let drawn = 0

  const table = posting(around(counted(plain, costs)), waiting)
  const world: NotifyWorld = {
    now: () => new Date(time.programme),
    machineNow: () => new Date(time.machine),
    table,
    random: (bytes) => chance(`chance ${drawn++}`, bytes),
    settings: settingsFor(origin, "a key for tests that is long enough to be one", identity),
    log: { info: () => {}, error: (message, fields) => faults.push({ message, ...fields }) },
    mailer: {
      send: async (mail) => {
        if (!mails.some(({ reference, to }) => reference === mail.reference && to === mail.to))
          mails.push(mail)
        return { id: mail.reference }
      },
    },
  }
  const faults: Record<string, unknown>[] = []
  const store = filesInMemory()
  const { files, stored } = store
  const apps = {
    front: frontApp(world),
    site: siteApp(world),
    programme: programmeApp(world),
    planning: planningApp(world),
    department: departmentApp(world),
    decisions: decisionsApp(world),
    funding: fundingApp(world),
    paying: payingApp(world),
    money: moneyApp(world),
    workbook: workbookApp(world),
    evidence: evidenceApp({ ...world, files }),
    coaching: coachingApp(world),
    pilot: pilotApp(world),
    support: supportApp(world),
    learning: learningApp(world),
    evaluation: evaluationApp(world),
    stories: storiesApp(world),
    tally: tallyApp(world),
    findings: findingsApp(world),
    voice: voiceApp(world),
    account: accountApp(world),
    feed: feedApp(world),
  }
  const notify = notifier(world)

  /** A request as the edge hands it on. */
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const where = functionFor(path.split("?")[0] ?? "")
    return apps[where === "local" ? "front" : where].request(path, {
      ...init,
      headers: {
        "cloudfront-viewer-address": "203.0.113.7:40000",
        ...Object.fromEntries(new Headers(init.headers)),
      },
    })
  }

  const clientWith = (cookie?: string) => {
    const base: Record<string, string> = { origin, ...(cookie && { cookie }) }
    const send = (path: string, init: RequestInit) =>
      request(path, { ...init, headers: { ...base, ...Object.fromEntries(new Headers(init.headers)) } })
    return {
      cookie,
      get: (path: string, headers: Record<string, string> = {}) => send(path, { headers }),
      post: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
        send(path, {
          method: "POST",
          body: new URLSearchParams(fields).toString(),
          headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
        }),
      api: (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
        send(`/api${path}`, {
          method,
          ...(body !== undefined && { body: JSON.stringify(body) }),
          headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
        }),
    }
  }

  return {
    world,
    table: plain,
    apps,
    costs,
    mails,
    /** The store of files. */
    stored,
    store,
    /** Tells of files in it, as the store and the scanner do. */
    scanning: scanningIn(world, store),
    faults,
    endpoint: engine.endpoint,
    request,
    nobody: clientWith(),
    /** Somebody of the demonstration, signed in. */
    as: async (email: string) => {
      const people = peopleIn(plain)
      const person = await people.idOf(email)
      if (!person) throw new Error(`Nobody has the address ${email}`)
      const secret = Buffer.from(world.random(24)).toString("base64url")
      const started = time.machine
      await people.write([
        people.signIn(person, {
          secret: sha256(secret),
          started,
          seen: started,
          expires: Math.ceil(started / 1000) + 8 * 86_400,
        }),
      ])
      return clientWith(`__Host-session=${person}.${secret}`)
    },
    withCookie: clientWith,
    /** Moves programme time, the time that people read. */
    at: (moment: string) => {
      time.programme = new Date(moment).getTime()
    },
    /** Moves machine time: sessions, links, limits, keys. */
    later: (milliseconds: number) => {
      time.machine += milliseconds
    },
    /** The calendar's morning, as the scheduler asks for it. */
    morning: () => runCalendar(world),
    /** Hands every letter that was saved since to `notify`, as the stream does; `again` hands them twice. */
    deliver: async ({ again = false } = {}) => {
      const items = waiting.splice(0)
      for (let times = again ? 2 : 1; times > 0; times--) await notify(streamOf(items), context)
      return mails
    },
    /** Hands `notify` word of a letter after it has gone: it came back, unless something else is said. */
    bounce: (mail: Pick<Mail, "to" | "letter">, fate: Fate = "refused") =>
      notify(mailEvent(mail, fate, world.now()), context),
  }
}

const context = { awsRequestId: "test", getRemainingTimeInMillis: () => 10_000 } as Context

export type Service = Awaited<ReturnType<typeof startService>>
export type Client = Service["nobody"]

/** The same table, with what every call to it cost kept here too. */
const counted = (table: Table, costs: Cost[]): Table => ({
  ...table.metered((cost) => costs.push(cost)),
  metered: (meter) =>
    table.metered((cost) => {
      costs.push(cost)
      meter(cost)
    }),
})
