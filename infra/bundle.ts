import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { gzipSync } from "node:zlib"
import { type BuildOptions, build, type Plugin } from "esbuild"
import { type Assets, type Branding, buildAssets } from "./assets.ts"

export type Bundled = { name: string; bytes: number; gzipped: number }

type Options = { branding: Branding; functions?: string; into?: string }

/** Builds what is deployed and what runs locally: one `dist` for both, so that they cannot differ. */
export const bundle = async ({ branding, functions = "functions", into = "dist" }: Options) => {
  rmSync(into, { recursive: true, force: true })
  const assets = await buildAssets(branding, into)
  if (existsSync(description)) await describeApi(into)
  const names = readdirSync(functions).filter((name) => existsSync(join(functions, name, "handler.ts")))
  mkdirSync(join(into, "functions"), { recursive: true })
  return Promise.all(names.sort().map((name) => bundleFunction(name, { functions, into, assets })))
}

const description = "infra/openapi.ts"

/** The API's description, from the operations themselves: a file that needs no function to answer. */
const describeApi = async (into: string) => {
  const outfile = join(into, "openapi.mjs")
  await build({ ...asModules, entryPoints: [description], outfile, define: { ASSETS: "undefined" } })
  const { openapi } = await import(pathToFileURL(outfile).href)
  mkdirSync(join(into, "api"), { recursive: true })
  writeFileSync(join(into, "api", "openapi.json"), JSON.stringify(openapi(), undefined, 2))
  rmSync(outfile)
}

type Place = { functions: string; into: string; assets: Assets }

const bundleFunction = async (name: string, { functions, into, assets }: Place): Promise<Bundled> => {
  const outfile = join(into, "functions", name, "index.mjs")
  const { metafile } = await build({
    entryPoints: [join(functions, name, "handler.ts")],
    outfile,
    ...asModules,
    define: { ASSETS: JSON.stringify(assets) },
    minify: true,
    keepNames: false,
    legalComments: "none",
    sourcemap: "linked",
    sourcesContent: false,
    plugins: [leanPackages],

    metafile: true,
    logLevel: "warning",
  })
  writeFileSync(join(into, "functions", `${name}.meta.json`), JSON.stringify(metafile))
  const code = readFileSync(outfile)
  return { name, bytes: code.length, gzipped: gzipSync(code).length }
}

const requireForCommonJs =
  "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);"

const asModules: BuildOptions = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node24",
  mainFields: ["module", "main"],
  banner: { js: requireForCommonJs },
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
}

/**
 * Packages come without their part of the source map (read at every cold start), zod in English only and without what
 * it says of a schema in JSON (asked as the API is described, never by a function), and the SDK with one way to its
 * credentials: a function has its role's in its environment, and never asks a profile, a container or a single sign-on
 * for others. DynamoDB's discovery of endpoints, which nothing turns on, remembers its few in a map; event streams, which
 * no call here answers with, are left out; a client knows of its own package what it tells AWS, its version, answers where
 * its region does, and its errors are one class for all that are alike.
 */
const leanPackages: Plugin = {
  name: "lean packages",
  setup: ({ onLoad, onResolve }) => {
    onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: `export { default as en } from "./en.js"`,
    }))
    onLoad({ filter: /zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/ }, async ({ path }) => ({
      contents: Object.keys(await import(pathToFileURL(path).href))
        .map((name) => `export const ${name} = () => ({})`)
        .join("\n"),
    }))
    onLoad({ filter: /@aws-sdk\/credential-provider-node\/dist-es\/index\.js$/ }, () => ({
      contents: `import { fromEnv } from "@aws-sdk/credential-provider-env"; export const defaultProvider = (init) => fromEnv(init)`,
    }))
    onLoad({ filter: /mnemonist\/lru-cache\.js$/ }, () => ({
      contents:
        "export default class extends Map { constructor() { super() } peek(key) { return this.get(key) } }",
    }))
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path, namespace: "left out" } : undefined,
    )
    onLoad({ filter: /.*/, namespace: "left out" }, ({ path }) => ({
      contents: `throw new Error("${path} is left out of every function")`,
    }))
    onLoad({ filter: /@aws-sdk\/client-[\w-]+\/dist-es\/models\/errors\.js$/ }, async ({ path }) => ({
      contents: leanErrors(await readFile(path, "utf8")),
    }))
    onLoad(
      { filter: /@aws-sdk\/client-(?:dynamodb|secrets-manager)\/dist-es\/endpoint\/endpointResolver\.js$/ },
      ({ path }) => ({
        contents: regionalEndpoint(path.includes("client-dynamodb") ? "dynamodb" : "secretsmanager"),
      }),
    )
    onLoad({ filter: /@aws-sdk\/client-[\w-]+\/package\.json$/ }, async ({ path }) => {
      const { name, version } = JSON.parse(await readFile(path, "utf8"))
      return { contents: JSON.stringify({ name, version }), loader: "json" }
    })
    onLoad({ filter: /node_modules\/.*\.m?js$/ }, async ({ path }) => ({
      contents: `${await readFile(path, "utf8")}\n//# sourceMappingURL=${emptyMap}`,
    }))
  },
}

/** Where a service answers in a region of AWS, or where it is told to be: what its rules come to for what runs here. */
export const regionalEndpoint = (
  service: string,
) => `export const defaultEndpointResolver = ({ Endpoint, Region }) => {
  const url = Endpoint ?? "https://${service}." + Region + ".amazonaws.com"
  return { url: new URL(url), properties: {}, headers: {} }
}`

/** The same classes of errors, each said by what it differs in: a client has dozens that are alike. */
export const leanErrors = (source: string) => {
  const [base = ""] = /^import .*$/m.exec(source) ?? []
  const classes = source.split(/^export class /m).slice(1)
  const lines = classes.map((one) => {
    const [, name] = /^(\w+) extends __BaseException/.exec(one) ?? []
    const [, id] = /shapeId = "(.+)"/.exec(one) ?? []
    const [, fault] = /\$fault = "(\w+)"/.exec(one) ?? []
    if (!base || !name || !id || !fault) throw new Error(`The SDK writes its errors otherwise now: ${one}`)
    const fields = [...one.matchAll(/this\.(\w+) = opts\.\1;/g)].map(([, field]) => field)
    return `export const ${name} = error(${[name, id, fault, ...fields].map((each) => JSON.stringify(each)).join(",")})`
  })
  return [base, errorClass, ...lines].join("\n")
}

const errorClass = `const error = (name, shapeId, $fault, ...fields) => class extends __BaseException {
  static shapeId = shapeId
  constructor(opts) {
    super({ name, $fault, ...opts })
    Object.setPrototypeOf(this, new.target.prototype)
    for (const field of fields) this[field] = opts[field]
  }
}`

const emptyMap = `data:application/json;base64,${btoa('{"version":3,"sources":[""],"mappings":"AAAA"}')}`

if (process.argv[1] === import.meta.filename) {
  const { branding } = JSON.parse(readFileSync("cdk.json", "utf8")).context
  const bundled = await bundle({
    branding: (process.env.BRANDING ?? branding) === "govuk" ? "govuk" : "generic",
  })
  const kB = (bytes: number) => Number((bytes / 1000).toFixed(1))
  console.table(
    Object.fromEntries(
      bundled.map(({ name, bytes, gzipped }) => [name, { kB: kB(bytes), "gzip kB": kB(gzipped) }]),
    ),
  )
}
