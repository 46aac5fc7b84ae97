import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join, resolve } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { bundle, leanErrors, regionalEndpoint } from "../infra/bundle.ts"

const into = "dist.tested"
const functions = readdirSync("functions")

/** What may be in a function, besides our own code: each has its sentence in the README. */
const packages = [
  "@aws-crypto/",
  "@aws-lambda-powertools/",
  "@aws-sdk/",
  "@aws/lambda-invoke-store",
  "@middy/core",
  "@middy/util",
  "@smithy/",
  "bowser",
  "fast-xml-parser",
  "hono",
  "ical-generator",
  "mnemonist",
  "strnum",
  "tslib",
  "zod",
]

/** What one function has besides: another's identity provider, zips. */
const ownPackages: Record<string, string[]> = {
  account: ["jose", "oauth4webapi", "openid-client"],
  decisions: ["fflate"],
  workbook: ["csv-parse", "fflate", "saxes", "xmlchars"],
  paying: ["csv-parse"],
  scan: ["fflate"],
}

/** Only exports, uploads and reports may ever need these: never a page. */
const heavy = [
  "pdfkit",
  "exceljs",
  "write-excel-file",
  "read-excel-file",
  "csv-parse",
  "csv-stringify",
  "openid-client",
  "govuk-frontend",
]

beforeAll(async () => {
  await bundle({ branding: "generic", into })
})

const code = (name: string) => readFileSync(join(into, "functions", name, "index.mjs"), "utf8")
const inputs = (name: string): string[] =>
  Object.keys(JSON.parse(readFileSync(join(into, "functions", `${name}.meta.json`), "utf8")).inputs)
const packagesOf = (name: string) => [
  ...new Set(inputs(name).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [])),
]

describe.each(functions)("the bundle of %s", (name) => {
  test("has nothing of the local run in it", () => {
    expect(code(name)).not.toMatch(/\/local\/|sign-in\?as=|dynoxide|\.example\b(?!\.gov)/)
    expect(inputs(name).filter((path) => path.startsWith("infra/") || path.startsWith("test/"))).toEqual([])
  })

  test("is 700 kB at most", () => {
    expect(code(name).length).toBeLessThanOrEqual(700_000)
  })

  test("holds only packages that are accounted for, and nothing heavy", () => {
    const found = packagesOf(name).filter((one) => !ownPackages[name]?.includes(one))
    expect(
      found.filter(
        (one) => !packages.some((known) => one === known || (known.endsWith("/") && one.startsWith(known))),
      ),
    ).toEqual([])
    expect(found.filter((one) => heavy.includes(one))).toEqual([])
  })

  test("gives a handler, and can be made in another world", async () => {
    const { handler, make } = await import(join(process.cwd(), into, "functions", name, "index.mjs"))
    expect([typeof handler, typeof make]).toEqual(["function", "function"])
  })
})

test("off a service.gov.uk domain nothing shows the crown or its typeface", () => {
  const [style] = readdirSync(join(into, "assets")).filter((name) => name.endsWith(".css"))
  const css = readFileSync(join(into, "assets", style ?? ""), "utf8")
  expect(css.includes("GDS Transport")).toBe(false)
  expect((css.match(/url\([^)]*\)/g) ?? []).filter((one) => /crest|crown|fonts/.test(one))).toEqual([])
})

test("every file of the look has a name that changes with what is in it", () => {
  for (const name of readdirSync(join(into, "assets")))
    expect(name).toMatch(/^[a-z-]+\.[0-9a-f]{8,}\.(css|js|svg)$/)
})

describe("what is left out of the SDK", () => {
  const sdk = (name: string, file: string) => join("node_modules", "@aws-sdk", name, "dist-es", file)
  const made = async (source: string) =>
    import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`)

  test.each([
    ["client-dynamodb", "dynamodb"],
    ["client-secrets-manager", "secretsmanager"],
  ])("%s answers where its own rules say, in a region and where it is told to be", async (name, service) => {
    const { defaultEndpointResolver: lean } = await made(regionalEndpoint(service))
    const whole = createRequire(import.meta.url)(
      resolve("node_modules", "@aws-sdk", name, "dist-cjs", "index.js"),
    )
    const Client = whole.DynamoDBClient ?? whole.SecretsManagerClient
    for (const Region of ["eu-west-2", "eu-west-1", "us-east-1"]) {
      const { config } = new Client({ region: Region })
      const { url } = config.endpointProvider({ Region, UseDualStack: false, UseFIPS: false })
      expect(lean({ Region }).url.href).toBe(url.href)
    }
    const Endpoint = "http://127.0.0.1:8000"
    const { config } = new Client({ region: "eu-west-2" })
    const told = config.endpointProvider({
      Region: "eu-west-2",
      Endpoint,
      UseDualStack: false,
      UseFIPS: false,
    })
    expect(lean({ Region: "eu-west-2", Endpoint }).url.href).toBe(told.url.href)
  })

  test("every error of the client is one still, by its name, whose fault it is and what it holds", async () => {
    const source = leanErrors(readFileSync(sdk("client-dynamodb", "models/errors.js"), "utf8"))
    const base = `class __BaseException extends Error {
      constructor({ name, $fault, message }) { super(message); Object.assign(this, { name, $fault }) }
    }`
    const lean = await made(source.replace(/^import .*$/m, base))
    const whole = createRequire(import.meta.url)("@aws-sdk/client-dynamodb")
    const names = Object.keys(lean)
    expect(names).toContain("TransactionCanceledException")
    for (const name of names) {
      const given = { message: "m", $metadata: {}, CancellationReasons: [{ Code: "None" }], Item: { a: 1 } }
      const [one, other] = [new lean[name](given), new whole[name](given)]
      expect([one.name, one.$fault, lean[name].shapeId]).toEqual([
        other.name,
        other.$fault,
        whole[name].shapeId,
      ])
      expect([one.CancellationReasons, one.Item]).toEqual([other.CancellationReasons, other.Item])
      expect(one).toBeInstanceOf(lean[name])
    }
  })
})
