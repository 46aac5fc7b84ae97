import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, extname, join } from "node:path"
import { describe, expect, test } from "vitest"
import { parseAst } from "vitest/node"
import { kindIds } from "../shared/kinds/index.ts"

/** Packages of a room, by name or by the beginning of their names; `node:` ones by their own. */
const pure = ["zod"]
const aws = ["@aws-sdk/", "node:crypto", "node:zlib"]
const pages = ["hono", "zod", "node:buffer", "node:crypto"]

/** A module whose name is worked out: only what was bundled is opened so. */
const asItRuns = "what is only known as it runs"

const values = "shared/values"
const form = [values, "shared/form"]
const kinds = [...form, "shared/kinds"]
const domain = [...kinds, "shared/domain"]
const store = [...domain, "shared/store"]
const web = [...store, "shared/web"]

/**
 * What each room may import besides itself. Read it downwards: nothing knows what stands below it here.
 * A room inside another is its own: the longest name is the one that counts.
 */
const mayImport: Record<string, string[]> = {
  "shared/values": [...pure, "node:crypto"],
  "shared/form": [values, ...pure],
  "shared/workbook": [...form, ...pure, "csv-parse", "fflate", "saxes"],
  "shared/kinds": [...form, ...pure],
  "shared/domain": [...kinds, ...pure],
  "shared/store": [...domain, ...pure, ...aws],
  "shared/web": [...store, ...pages, "@aws-lambda-powertools/", "@middy/", "aws-lambda"],
  "shared/web/browser": ["govuk-frontend"],
  "functions/front": [...web, ...pages],
  "functions/site": [...web, ...pages],
  "functions/programme": [...web, ...pages],
  "functions/planning": [...web, ...pages],
  "functions/department": [...web, ...pages],
  "functions/decisions": [...web, ...pages, "fflate"],
  "functions/funding": [...web, ...pages],
  "functions/paying": [...web, ...pages, "csv-parse"],
  "functions/money": [...web, ...pages],
  "functions/workbook": [...web, ...pages, "shared/workbook"],
  "functions/evidence": [...web, ...pages, "@smithy/signature-v4"],
  "functions/coaching": [...web, ...pages],
  "functions/pilot": [...web, ...pages],
  "functions/support": [...web, ...pages],
  "functions/learning": [...web, ...pages],
  "functions/evaluation": [...web, ...pages],
  "functions/stories": [...web, ...pages],
  "functions/tally": [...web, ...pages],
  "functions/findings": [...web, ...pages],
  "functions/voice": [...web, ...pages],
  "functions/scan": [...web, ...pure, "@middy/", "@aws-sdk/", "aws-lambda", "fflate"],
  "functions/account": [...web, ...pages, "openid-client"],
  "functions/feed": [...web, ...pages, "ical-generator"],
  "functions/remind": [...web, ...pure, "@middy/", "@aws-lambda-powertools/", "aws-lambda"],
  "functions/notify": [...web, ...pure, "@middy/", "@aws-lambda-powertools/", "@aws-sdk/", "aws-lambda"],
  "infra/reference": [...domain, "zod", "node:"],
  "infra/constructs": ["shared/store", "aws-cdk-lib", "cdk-nag", "constructs", "node:"],
  infra: [
    ...store,
    "infra/constructs",
    "infra/reference",
    "aws-cdk-lib",
    "cdk-nag",
    "constructs",
    "esbuild",
    "zod",
    "node:",
  ],
  "infra/import": [...store, "csv-parse", "zod", "node:"],
  "infra/local": [
    ...web,
    "infra/reference",
    "infra/import",
    "infra",
    "@aws-sdk/",
    "@hono/",
    "aws-lambda",
    "hono",
    "oauth2-mock-server",
    "zod",
    "node:",
  ],
}

/** Tools that put the rooms together or look at them from outside, each by name, with what it reaches besides. */
const tools: Record<string, string[]> = {
  "infra/openapi.ts": [
    "functions/decisions",
    "functions/department",
    "functions/evidence",
    "functions/front",
    "functions/funding",
    "functions/paying",
    "functions/money",
    "functions/workbook",
    "functions/planning",
    "functions/programme",
    "functions/site",
    "functions/coaching",
    "functions/pilot",
    "functions/support",
    "functions/learning",
    "functions/evaluation",
    "functions/stories",
    "functions/tally",
    "functions/findings",
    "functions/voice",
    "shared/web",
  ],
  "infra/screenshots.ts": ["test/browser", "playwright-core"],
  "infra/bundle.ts": [asItRuns],
  "infra/local/bundles.ts": [asItRuns],
}

const rooms = Object.keys(mayImport).sort((one, two) => two.length - one.length)
const roomOf = (path: string) => rooms.find((room) => path.startsWith(`${room}/`))

const sources = ["shared", "functions", "infra"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
)

type Node = { type: string; [key: string]: unknown }
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string"

const nodesIn = function* (value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesIn(one)
  if (!isNode(value)) return
  yield value
  for (const one of Object.values(value)) if (typeof one === "object") yield* nodesIn(one)
}

const parsed = (text: string, file: string) => [
  ...nodesIn(parseAst(text, { lang: file.endsWith("x") ? "tsx" : "ts" }, file)),
]
const trees = new Map(sources.map((file) => [file, parsed(readFileSync(file, "utf8"), file)]))
const nodesOf = (file: string) => trees.get(file) ?? []

const importing = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
])

/** Every module that a file names: types, dynamic ones and what it hands on as well. */
const importsIn = (nodes: Node[]): string[] =>
  nodes
    .filter(({ type }) => importing.has(type))
    .flatMap(({ source }) => (isNode(source) ? [String(source.value ?? asItRuns)] : []))

const placed = (file: string, name: string) => (name.startsWith(".") ? join(dirname(file), name) : name)
const isAllowed = (name: string, allowed: string[]) =>
  allowed.some(
    (one) => name === one || name.startsWith(one.endsWith("/") || one.endsWith(":") ? one : `${one}/`),
  )

describe("this reading of imports", () => {
  const all = importsIn(
    parsed(
      `import { a } from "./a.ts"; import type { B } from "./b.ts"; import { type C } from "./c.ts"
       export * from "./d.ts"; export { e } from "./e.ts"; export type { F } from "./f.ts"
       const g = await import("./g.ts"); type H = import("./h.ts").H; import "./i.ts"
       const no = 'import { x } from "./no.ts"' // import "./nor.ts"`,
      "here.ts",
    ),
  )
  test("sees types, dynamic imports and what is handed on, and no text that only looks like one", () => {
    expect(all).toEqual(["a", "b", "c", "d", "e", "f", "g", "h", "i"].map((name) => `./${name}.ts`))
  })
})

test("every file stands in a known room", () => {
  expect(sources.filter((file) => !roomOf(file))).toEqual([])
  const folders = readdirSync("shared").map((name) => `shared/${name}`)
  expect(folders.filter((folder) => !mayImport[folder])).toEqual([])
})

test.each(sources)("%s imports only what its room may", (file) => {
  const room = roomOf(file) ?? "nowhere"
  const allowed = [...(mayImport[room] ?? []), ...(tools[file] ?? [])]
  const strangers = importsIn(nodesOf(file)).filter((name) => {
    const at = placed(file, name)
    const there = roomOf(at)
    return there ? there !== room && !allowed.includes(there) : !isAllowed(at, allowed)
  })
  expect(strangers).toEqual([])
})

test("imports go downwards only: whatever a room may import stands above it", () => {
  const order = Object.keys(mayImport)
  for (const room of order.filter((one) => one.startsWith("shared/") || one.startsWith("functions/")))
    for (const other of mayImport[room] ?? [])
      if (mayImport[other])
        expect(order.indexOf(other), `${room} imports ${other}`).toBeLessThan(order.indexOf(room))
})

test("no function imports another, and nothing else imports one but what describes them all", () => {
  for (const file of sources)
    for (const name of importsIn(nodesOf(file))) {
      const at = placed(file, name)
      if (!at.startsWith("functions/") || file === "infra/openapi.ts") continue
      expect(roomOf(at), `${file} imports ${at}`).toBe(roomOf(file))
    }
})

test("a construct knows of the store only its keys", () => {
  for (const file of sources.filter((one) => roomOf(one) === "infra/constructs"))
    for (const name of importsIn(nodesOf(file)).map((one) => placed(file, one)))
      if (name.startsWith("shared/")) expect(name, file).toBe("shared/store/keys.ts")
})

test("what runs in a browser imports nothing of ours but itself", () => {
  for (const file of sources.filter((one) => roomOf(one) === "shared/web/browser"))
    for (const name of importsIn(nodesOf(file)))
      expect(isAllowed(placed(file, name), ["shared/web/browser", "govuk-frontend"]), name).toBe(true)
})

test("imports of ours are by file name, and of a file that is there", () => {
  for (const file of sources)
    for (const name of importsIn(nodesOf(file)))
      if (name.startsWith(".")) {
        expect([".ts", ".tsx", ".json"], `${file} imports ${name}`).toContain(extname(name))
        expect(existsSync(placed(file, name)), `${file} imports ${name}`).toBe(true)
      }
})

const memberOf = ({ object, property }: Node) =>
  isNode(object) && isNode(property) ? `${object.name}.${property.name}` : ""

/** Where something of the machine is reached for: the clock, chance, the environment. */
const reaches: Record<string, { where: (node: Node) => boolean; only: Record<string, string> }> = {
  "the clock": {
    where: (node) =>
      (node.type === "NewExpression" &&
        isNode(node.callee) &&
        node.callee.name === "Date" &&
        (node.arguments as unknown[]).length === 0) ||
      (node.type === "CallExpression" && isNode(node.callee) && node.callee.name === "Date") ||
      (node.type === "MemberExpression" && memberOf(node) === "Date.now"),
    only: {
      "shared/web/on-lambda.ts": "both times of a function on AWS",
      "infra/local/functions.ts": "machine time of a local run",
      "infra/local/server.ts": "when a request came, as the gateway says",
      "infra/load.ts": "the day on which an operator loads",
      "infra/local/import.ts": "the day on which an operator takes over",
    },
  },
  chance: {
    where: (node) => node.type === "MemberExpression" && memberOf(node) === "Math.random",
    only: { "shared/store/table.ts": "how long to wait before another try" },
  },
  "the environment": {
    where: (node) => node.type === "MemberExpression" && memberOf(node) === "process.env",
    only: {
      "functions/front/handler.ts": "where Lambda says it",
      "functions/site/handler.ts": "where Lambda says it",
      "functions/programme/handler.ts": "where Lambda says it",
      "functions/planning/handler.ts": "where Lambda says it",
      "functions/department/handler.ts": "where Lambda says it",
      "functions/decisions/handler.ts": "where Lambda says it",
      "functions/funding/handler.ts": "where Lambda says it",
      "functions/paying/handler.ts": "where Lambda says it",
      "functions/money/handler.ts": "where Lambda says it",
      "functions/workbook/handler.ts": "where Lambda says it",
      "functions/evidence/handler.ts": "where Lambda says it",
      "functions/coaching/handler.ts": "where Lambda says it",
      "functions/pilot/handler.ts": "where Lambda says it",
      "functions/support/handler.ts": "where Lambda says it",
      "functions/learning/handler.ts": "where Lambda says it",
      "functions/evaluation/handler.ts": "where Lambda says it",
      "functions/stories/handler.ts": "where Lambda says it",
      "functions/tally/handler.ts": "where Lambda says it",
      "functions/findings/handler.ts": "where Lambda says it",
      "functions/voice/handler.ts": "where Lambda says it",
      "functions/scan/handler.ts": "where Lambda says it",
      "functions/account/handler.ts": "where Lambda says it",
      "functions/notify/handler.ts": "where Lambda says it",
      "functions/feed/handler.ts": "where Lambda says it",
      "functions/remind/handler.ts": "where Lambda says it",
      "infra/bundle.ts": "how a build is told its branding",
      "infra/local/ledger.ts": "which table an operator checks",
      "infra/local/import.ts": "which table an operator takes over into",
      "infra/load.ts": "which table an operator loads",
      "infra/local/engine.ts": "another DynamoDB to run on",
      "infra/local/find-engine.ts": "the PATH",
      "infra/local/start.ts": "the port and the data folder",
    },
  },
}

test.each(Object.entries(reaches))("%s is reached for only at the edges", (_, { where, only }) => {
  const reaching = sources.filter((file) => nodesOf(file).some(where))
  expect(reaching.filter((file) => !only[file])).toEqual([])
  expect(Object.keys(only).filter((file) => !reaching.includes(file))).toEqual([])
})

/**
 * A kind is named where it is defined and in the policy. Besides: the records of a demonstration's rounds, which
 * hold a kind as data just as a department's own would in the table.
 */
const mayNameAKind = (file: string) =>
  file.startsWith("shared/kinds/") ||
  file === "shared/domain/people/submission-policy.ts" ||
  file.startsWith("infra/local/demonstration/")

test("only the kinds themselves and the policy name a kind", () => {
  const naming = sources.filter((file) =>
    nodesOf(file).some(({ type, value }) => type === "Literal" && kindIds.some((id) => id === value)),
  )
  expect(naming.filter((file) => !mayNameAKind(file))).toEqual([])
  expect(naming).toContain("shared/domain/people/submission-policy.ts")
})

test("nothing is a default export", () => {
  const isDefault = ({ type, exported }: Node) =>
    type === "ExportDefaultDeclaration" ||
    (type === "ExportSpecifier" && isNode(exported) && exported.name === "default")
  expect(sources.filter((file) => nodesOf(file).some(isDefault))).toEqual([])
})

test("a question of a file over 200 lines has been asked: each is named here, with its reason", () => {
  const reasons: Record<string, string> = {
    "shared/kinds/expression-of-interest/core.ts": "words: one section after another, and no code",
    "shared/kinds/expression-of-interest/full.ts": "words: one section after another, and no code",
    "shared/store/keys.ts": "every key of the table, in one place",
    "shared/web/form/controls.tsx": "one control for each type of question",
    "functions/site/operations.ts": "one operation of the API after another",
    "functions/planning/phases/operations.ts": "one operation of the API after another",
  }
  const long = ["shared", "functions"].flatMap((folder) =>
    sources.filter(
      (file) => file.startsWith(`${folder}/`) && readFileSync(file, "utf8").split("\n").length > 201,
    ),
  )
  expect(long.filter((file) => !reasons[file])).toEqual([])
})
