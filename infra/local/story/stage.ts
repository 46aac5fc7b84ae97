import type { APIGatewayProxyEventV2 } from "aws-lambda"
import { peopleIn } from "../../../shared/store/people.ts"
import type { Item, Table } from "../../../shared/store/table.ts"
import { sha256 } from "../../../shared/values/hash.ts"
import type { Mail, NotifyWorld } from "../../../shared/web/world.ts"
import { contextFor } from "../context.ts"
import type { Makes } from "../functions.ts"
import { functionFor } from "../route.ts"
import { settingsFor } from "../settings.ts"
import { chance, posting, streamOf } from "./by-hand.ts"

const origin = "http://127.0.0.1:3000"
const linkKey = "the key of a story, which signs in nobody"

/** Machine time stands still: a story takes no time of anybody's. */
const machine = Date.UTC(2026, 0, 5, 9)

export type Answer = { status: number; body: Record<string, unknown> }

/** Somebody in the story, signed in: they do what people do, by the service's own operations. */
export type Player = {
  get: (path: string) => Promise<Answer>
  /** A move with a key of its own. Throws where it is refused: a story that cannot happen is not told. */
  does: (path: string, body?: unknown) => Promise<Record<string, unknown>>
  /** Sends the form of a page that a link opens, without signing in. */
  fills: (path: string, fields: Record<string, string>) => Promise<void>
  /** The text of the last letter to this person whose subject holds these words. */
  letter: (words: string) => string
}

/**
 * The service with nothing around it but a table: its functions called as Lambda calls them, time set by hand, letters
 * kept in order. Chance is drawn from the moment and the number of the draw in it, so that the same story is the same to the
 * byte, and what is added to it changes no reference of anything else.
 */
export const stageOn = (table: Table, makes: Makes) => {
  const letters: (Mail & { at: string })[] = []
  const waiting: Item[] = []
  let now = new Date(0)
  let drawn = 0
  const drawing = () => `${now.toISOString()} ${drawn++}`
  const world: NotifyWorld = {
    now: () => now,
    machineNow: () => new Date(machine),
    table: posting(table, waiting),
    random: (bytes) => chance(`draw ${drawing()}`, bytes),
    settings: settingsFor(origin, linkKey),
    log: { info: () => {}, error: (message, fields) => faults.push({ message, ...fields }) },
    mailer: {
      send: async (mail) => {
        if (!letters.some(({ reference, to }) => reference === mail.reference && to === mail.to))
          letters.push({ ...mail, at: now.toISOString() })
        return { id: mail.reference }
      },
      went: async (reference) => letters.some((mail) => mail.reference === reference),
    },
  }
  const faults: Record<string, unknown>[] = []
  const web = {
    front: makes.front(world),
    site: makes.site(world),
    programme: makes.programme(world),
    planning: makes.planning(world),
    department: makes.department(world),
    decisions: makes.decisions(world),
    funding: makes.funding(world),
    paying: makes.paying(world),
    money: makes.money(world),
    coaching: makes.coaching(world),
    pilot: makes.pilot(world),
    support: makes.support(world),
    learning: makes.learning(world),
    evaluation: makes.evaluation(world),
    stories: makes.stories(world),
    tally: makes.tally(world),
    findings: makes.findings(world),
    voice: makes.voice(world),
  }
  const notify = makes.notify(world)
  const remind = makes.remind(world)

  const newKey = () => Buffer.from(chance(`key ${drawing()}`, 16)).toString("base64url")
  const sent = async (asked: Omit<Asked, "at">) => {
    const where = functionFor(asked.path.split("?")[0] ?? "")
    const handler = where in web ? web[where as keyof typeof web] : web.front
    return handler(eventOf({ ...asked, at: now }), contextFor(where, "story"))
  }
  const call = async (cookie: string, method: string, path: string, body?: unknown): Promise<Answer> => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const given = await sent({ method, path, cookie, key: newKey(), text, type: "application/json" })
    return { status: given.statusCode ?? 0, body: JSON.parse(given.body || "{}") }
  }
  const fill = async (path: string, fields: Record<string, string>) => {
    const key = newKey()
    const text = new URLSearchParams({ key, ...fields }).toString()
    const type = "application/x-www-form-urlencoded"
    const given = await sent({ method: "POST", path, key, text, type })
    if (given.statusCode !== 303)
      throw new Error(`${now.toISOString()} ${path}: ${given.statusCode} ${problemsOn(given.body ?? "")}`)
  }

  return {
    letters,
    faults,
    now: () => now,
    at: (instant: Date) => {
      if (instant.getTime() !== now.getTime()) drawn = 0
      now = instant
    },
    morning: () => remind({}, contextFor("remind", "story")),
    /** Hands on every letter that was written since, as the table's stream does. */
    deliver: async () => {
      const items = waiting.splice(0)
      if (items.length > 0) await notify(streamOf(items), contextFor("notify", "story"))
    },
    as: async (email: string): Promise<Player> => {
      const people = peopleIn(table)
      const person = await people.idOf(email)
      if (!person) throw new Error(`Nobody in the story has the address ${email}`)
      const secret = Buffer.from(chance(`session of ${person}`, 24)).toString("base64url")
      const expires = Math.ceil(machine / 1000) + 8 * 86_400
      await people.write([
        people.signIn(person, { secret: sha256(secret), started: machine, seen: machine, expires }),
      ])
      const cookie = `__Host-session=${person}.${secret}`
      return {
        get: (path) => call(cookie, "GET", `/api${path}`),
        does: async (path, body = {}) => {
          const answer = await call(cookie, "POST", `/api${path}`, body)
          if (answer.status < 300) return answer.body
          throw new Error(
            `${now.toISOString()} ${email} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`,
          )
        },
        fills: fill,
        letter: (words) => {
          const found = letters.findLast(({ to, subject }) => to === email && subject.includes(words))
          if (!found) throw new Error(`${now.toISOString()} ${email} has no letter “${words}”`)
          return found.text
        },
      }
    },
  }
}

export type Stage = ReturnType<typeof stageOn>

const problemsOn = (html: string) =>
  html.match(/<div class="govuk-error-summary[\s\S]*?<\/ul>/)?.[0].replaceAll(/<[^>]+>/g, " ") ?? ""

type Asked = {
  method: string
  path: string
  cookie?: string
  key: string
  text?: string
  type: string
  at: Date
}

const eventOf = ({ method, path, cookie, key, text, type, at }: Asked): APIGatewayProxyEventV2 => {
  const [rawPath = "", rawQueryString = ""] = path.split("?")
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath,
    rawQueryString,
    ...(cookie && { cookies: [cookie] }),
    headers: {
      origin,
      host: new URL(origin).host,
      "idempotency-key": key,
      "cloudfront-viewer-address": "203.0.113.7:40000",
      ...(text !== undefined && { "content-type": type }),
    },
    requestContext: {
      accountId: "story",
      apiId: "story",
      domainName: new URL(origin).host,
      domainPrefix: "story",
      http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "" },
      requestId: key,
      routeKey: "$default",
      stage: "$default",
      time: at.toISOString(),
      timeEpoch: at.getTime(),
    },
    ...(text !== undefined && { body: text }),
    isBase64Encoded: false,
  }
}
