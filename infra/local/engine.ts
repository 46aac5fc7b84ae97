import { type ChildProcess, type StdioOptions, spawn } from "node:child_process"
import { once } from "node:events"
import { setTimeout as pause } from "node:timers/promises"
import { findEngine, noEngine } from "./find-engine.ts"
import { freePort } from "./free-port.ts"

export type Engine = {
  endpoint: string
  /** The process that holds the data, where it is ours. */
  pid?: number
  /** Settles when the engine ends without having been asked to. */
  ended: Promise<void>
  stop: () => Promise<void>
}

/** The embedded DynamoDB, in memory unless told where to keep its data. It ends with this process, however that ends. */
export const startEngine = async ({ dbPath }: { dbPath?: string } = {}): Promise<Engine> => {
  const given = process.env.DYNAMODB_ENDPOINT
  if (given) return { endpoint: given, ended: new Promise(() => {}), stop: async () => {} }
  const program = findEngine()
  if (!program) throw new Error(noEngine)
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const engine = run(program, port, dbPath)
    const endpoint = `http://127.0.0.1:${port}`
    if (await answers(endpoint, engine)) return watched(endpoint, engine)
    engine.kill("SIGKILL")
    if (attempt === 3) throw new Error(`The embedded DynamoDB (${program}) does not start.`)
  }
}

/** A pipe that nobody writes to closes when we end, even by SIGKILL, and its reader then ends the engine. */
const run = (program: string, port: number, dbPath: string | undefined) => {
  const serve = ["serve", "--host", "127.0.0.1", "--port", String(port)]
  const args = [...serve, ...(dbPath ? ["--db-path", dbPath] : [])]
  const stdio: StdioOptions = ["pipe", "ignore", "ignore"]
  const child =
    process.platform === "win32"
      ? spawn(program, args, { stdio })
      : spawn("/bin/sh", ["-c", endsWithUs, program, ...args], { stdio, detached: true })
  child.stdin?.on("error", () => {})
  return child
}

const endsWithUs = `exec 3<&0 </dev/null; (read -r ended <&3 || kill -KILL $$) & exec 3<&-; exec "$0" "$@"`

const answers = async (endpoint: string, engine: ChildProcess) => {
  for (let waited = 0; waited < 500 && isRunning(engine); waited++) {
    const answer = await fetch(endpoint).catch(() => undefined)
    if (answer) return isRunning(engine)
    await pause(10)
  }
  return false
}

const isRunning = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null

const watched = (endpoint: string, engine: ChildProcess): Engine => {
  let asked = false
  const exited = once(engine, "exit").then(() => engine.stdin?.end("ended\n"))
  return {
    endpoint,
    pid: engine.pid,
    ended: new Promise((resolve) => exited.then(() => asked || resolve())),
    stop: async () => {
      asked = true
      if (!isRunning(engine)) return
      engine.kill("SIGTERM")
      const late = setTimeout(() => engine.kill("SIGKILL"), 2000)
      await exited
      clearTimeout(late)
    },
  }
}
