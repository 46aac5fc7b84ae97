import { readdirSync, readFileSync, statSync } from "node:fs"
import { gzipSync } from "node:zlib"
import { Hono } from "hono"
import type { Base } from "../../shared/web/env.ts"
import { handled, type WebHandler } from "../../shared/web/handled.ts"
import { newKey, shortForm } from "../support/answers.ts"
import { bundled, context, eventOf } from "./bundled.ts"
import { coldStarts } from "./cold.ts"
import { type Figures, load, median } from "./load.ts"
import { cookieOf, place } from "./place.ts"

const submissions = Number(process.env.BENCH_SUBMISSIONS ?? 100_000)
const calls = Number(process.env.BENCH_CALLS ?? 600)
const clients = 8
const rounds = 3

process.env.AWS_LAMBDA_LOG_LEVEL = "SILENT"

const began = performance.now()
const { world, stop } = await place(submissions)
console.log(
  `${submissions.toLocaleString("en-GB")} submissions in the table, put there in ${seconds(began)} s`,
)

const site = (await bundled("site"))(world)
const empty = handled(() => new Hono<Base>().get("*", (c) => c.text("ok")))(world)
const cookie = await cookieOf(world, "p-halton-site-lead")

type Sent = { status: number; body: string }
const call = async (handler: WebHandler, asked: Parameters<typeof eventOf>[0]): Promise<Sent> => {
  const { statusCode = 500, body = "" } = await handler(eventOf(asked) as never, context)
  return { status: statusCode, body }
}
const api = (path: string, body?: unknown, who = cookie) =>
  call(site, {
    path: `/api${path}`,
    cookie: who,
    ...(body !== undefined && {
      method: "POST",
      body: JSON.stringify(body),
      type: "application/json",
      key: newKey(),
    }),
  })

const prepared = await prepare("halton", cookie, await cookieOf(world, "p-halton-sponsor"))
const here = prepared.here

let seen = await prepared.revision()

/** Each turn is a new text over the one before, so that each is really saved. */
const work: Record<string, (client: number, turn: number) => Promise<boolean>> = {
  "empty handler": async () => (await call(empty, { path: "/" })).status === 200,
  home: async () => (await call(site, { path: "/organisations/halton", cookie })).status === 200,
  "form page": async () => (await call(site, { path: `${here}/sections/proposal`, cookie })).status === 200,
  save: async (_, turn) => {
    const body = new URLSearchParams({
      revision: String(seen++),
      whyHere: `Text ${turn} of many`,
      "was.whyHere": "x",
    })
    const { status } = await call(site, {
      method: "POST",
      path: `${here}/sections/proposal`,
      cookie,
      type: "application/x-www-form-urlencoded",
      body: body.toString(),
    })
    return status === 303
  },
}

const figures: Record<string, Figures[]> = {}
for (let round = 0; round < rounds; round++) {
  for (const [name, one] of Object.entries(work))
    keep(name, await load(calls, name === "save" ? 1 : clients, one))
  keep("send", await sending(Math.ceil(calls / 6)))
}

const bare = median((figures["empty handler"] ?? []).map(({ p50 }) => p50))
console.log(
  `\nThrough the handlers, ${clients} clients (save and send: one after another), ${rounds} rounds of ${calls}, median`,
)
console.table(
  Object.fromEntries(
    Object.entries(figures).map(([name, all]) => [
      name,
      {
        "requests/s": Math.round(median(all.map(({ perSecond }) => perSecond))),
        "p50 ms": round2(median(all.map(({ p50 }) => p50))),
        "p99 ms": round2(median(all.map(({ p99 }) => p99))),
        "p50 to empty": round2(median(all.map(({ p50 }) => p50)) / bare),
        failed: all.reduce((sum, { failed }) => sum + failed, 0),
      },
    ]),
  ),
)

console.log("\nBundles")
console.table(
  Object.fromEntries(
    readdirSync("functions").map((name) => {
      const file = `dist/functions/${name}/index.mjs`
      return [
        name,
        {
          kB: Math.round(statSync(file).size / 1000),
          "gzip kB": Math.round(gzipSync(readFileSync(file)).length / 1000),
        },
      ]
    }),
  ),
)

console.log("\nCold: process, load, first page from recorded table answers")
const cold = await coldStarts(world, cookie)
const [first] = cold
console.table(
  cold.map(({ what, milliseconds, millionInstructions }) => ({
    what,
    ms: Math.round(milliseconds),
    "M instructions": millionInstructions ?? "no valgrind here",
    "to bare":
      millionInstructions && first?.millionInstructions
        ? round2(millionInstructions / first.millionInstructions)
        : round2(milliseconds / (first?.milliseconds ?? 1)),
  })),
)
console.log(`\nMemory of this process: ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
await stop()
process.exit(
  Object.values(figures)
    .flat()
    .some(({ failed }) => failed > 0)
    ? 1
    : 0,
)

/** A submission that can be sent: begun, filled in, confirmed. */
async function prepare(organisation: string, lead: string, sponsor: string) {
  const begun = await api(`/organisations/${organisation}/submissions`, { round: "nsw-2-2017" }, lead)
  const { reference } = JSON.parse(begun.body) as { reference: string }
  const here = `/organisations/${organisation}/submissions/${reference}`
  const revision = async () =>
    (JSON.parse((await api(here, undefined, lead)).body) as { revision: number }).revision
  for (const [section, answers] of Object.entries(shortForm))
    await api(`${here}/sections/${section}`, { revision: await revision(), answers }, lead)
  for (const who of [lead, sponsor]) await api(`${here}/sign`, { revision: await revision() }, who)
  return { here, revision }
}

/** Sends, and opens for changes again in between, which is not timed. */
async function sending(turns: number): Promise<Figures> {
  const { here, revision } = await prepare(
    "bradford",
    await cookieOf(world, "p-bradford-site-lead"),
    await cookieOf(world, "p-bradford-sponsor"),
  )
  const lead = await cookieOf(world, "p-bradford-site-lead")
  const times: number[] = []
  let failed = 0
  for (let turn = 0; turn < turns; turn++) {
    const seen = { revision: await revision() }
    const from = performance.now()
    const { status } = await api(`${here}/send`, seen, lead)
    times.push(performance.now() - from)
    if (status !== 200) failed++
    await api(`${here}/change`, { revision: await revision() }, lead)
  }
  await api(`${here}/withdraw`, { note: "The round of figures is over." }, lead)
  times.sort((a, b) => a - b)
  const whole = times.reduce((sum, one) => sum + one, 0)
  return {
    perSecond: (turns / whole) * 1000,
    p50: median(times),
    p99: times[Math.floor(turns * 0.99)] ?? 0,
    failed,
  }
}

function keep(name: string, one: Figures) {
  figures[name] = [...(figures[name] ?? []), one]
}

function seconds(from: number) {
  return ((performance.now() - from) / 1000).toFixed(1)
}

function round2(figure: number) {
  return Number(figure.toFixed(2))
}
