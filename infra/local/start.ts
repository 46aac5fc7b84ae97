import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { parseArgs } from "node:util"
import { whenStarterIsGone } from "./ancestors.ts"
import { builtBundles, makesFrom } from "./bundles.ts"
import { type Options, type Running, startLocalRun } from "./run.ts"
import { sceneNames } from "./story/scenes.ts"
import { welcome } from "./welcome.ts"

const { values } = parseArgs({
  options: { fresh: { type: "boolean", default: false }, scene: { type: "string" } },
})
const scene = sceneNames.find((one) => one === values.scene)
if (values.scene !== undefined && !scene) {
  console.error(`There is no scene ${values.scene}. Choose one of: ${sceneNames.join(", ")}`)
  process.exit(2)
}
const data = process.env.DATA_DIR || ".data"
const options: Options = {
  port: Number(process.env.PORT || 3000),
  folder: scene ? join(data, scene) : data,
  fresh: values.fresh,
  scene,
  dist: "dist",
  makes: async () => {
    await builtBundles("dist")
    return makesFrom("dist")
  },
}

/** A run that is just being ended may hold its port for a moment. */
const started = async (attempt = 1): Promise<Running> => {
  try {
    return await startLocalRun(options)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code !== "EADDRINUSE") throw error
    if (attempt === 15) throw new Error(taken)
    await pause(100)
    return started(attempt + 1)
  }
}
const taken = `Port ${options.port} is taken by another program. Stop it, or choose another: PORT=3001 npm start`

try {
  const running = await started()
  let stopping = false
  const stop = async (code: number) => {
    if (stopping) process.exit(1)
    stopping = true
    await running.stop()
    process.exit(code)
  }
  process.on("SIGINT", () => stop(0)).on("SIGTERM", () => stop(0))
  whenStarterIsGone(() => stop(0))
  running.failed.then(() => {
    console.error("The embedded DynamoDB ended. Start again: nothing that was saved is lost.")
    return stop(1)
  })
  console.log(welcome(running.origin))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
