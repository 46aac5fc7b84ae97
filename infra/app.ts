import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { App, Validations } from "aws-cdk-lib"
import { AwsSolutionsChecks } from "cdk-nag"
import * as z from "zod"
import { issuer } from "../shared/values/issuer.ts"
import { EdgeStack } from "./constructs/edge-stack.ts"
import { ServiceStack, type Settings, settingNames } from "./service-stack.ts"

const { context } = JSON.parse(readFileSync("cdk.json", "utf8"))
const app = new App({ context })
const dist: string = app.node.tryGetContext("dist") ?? "dist"

const built = (name: string) => existsSync(join(dist, "functions", name, "index.mjs"))
const missing = ["front", "site", "programme", "notify"].filter((name) => !built(name))
if (missing.length > 0) {
  console.error(`${dist} holds no bundle of ${missing.join(", ")}: run npm run build first.`)
  process.exit(1)
}

const identity = z
  .strictObject({ name: z.string().min(1), issuer, clientId: z.string().min(1) })
  .optional()
  .parse(app.node.tryGetContext("identity"))
const settings = {
  ...Object.fromEntries(settingNames.map((name) => [name, String(app.node.getContext(name))])),
  identity,
} as Settings

new EdgeStack(app, "PilotProgrammeEdge", { domain: settings.domain, env: { region: "us-east-1" } })
new ServiceStack(app, "PilotProgramme", { settings, dist, env: { region: "eu-west-2" } })
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
app.synth()
