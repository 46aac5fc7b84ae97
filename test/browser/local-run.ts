import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Scene } from "../../infra/local/story/scenes.ts"

export type LocalRun = {
  base: string
  /** Ends it as a power cut would. */
  kill: () => Promise<void>
  /** Starts it again over the same data. */
  again: () => Promise<void>
  stop: () => Promise<void>
  outbox: (to?: string) => Promise<Letter[]>
  /** Puts programme time forward, for everybody. */
  putClock: (to: string) => Promise<void>
}
export type Letter = { at: string; to: string; subject: string; text: string; reference: string }

type Options = { endpoint?: string; scene?: Scene }

/** The engine syncs every write before it answers: in memory, where the machine has a folder there, that takes no time. */
const folders = existsSync("/dev/shm") ? "/dev/shm" : tmpdir()

/**
 * The whole service as `npm start` runs it, over data of its own; on a database that is given, or on its own; from its
 * first morning, or from a scene of the story.
 */
export const startLocalRun = async ({ endpoint, scene }: Options = {}): Promise<LocalRun> => {
  const folder = mkdtempSync(join(folders, "pilot-programme-"))
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  let child: ChildProcess

  const start = async () => {
    child = spawn(process.execPath, ["infra/local/start.ts", ...(scene ? ["--scene", scene] : [])], {
      env: {
        ...process.env,
        PORT: String(port),
        DATA_DIR: folder,
        ...(endpoint && { DYNAMODB_ENDPOINT: endpoint }),
      },
      stdio: ["ignore", "ignore", "inherit"],
    })
    for (let tries = 0; tries < 200; tries++) {
      if (child.exitCode !== null) throw new Error(`The local run ended with ${child.exitCode}`)
      const up = await fetch(`${base}/health`).then(
        ({ ok }) => ok,
        () => false,
      )
      if (up) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error("The local run did not answer within 20 seconds")
  }
  const end = (signal: "SIGKILL" | "SIGTERM") =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once("exit", () => resolve())
      child.kill(signal)
    })

  await start()
  return {
    base,
    kill: () => end("SIGKILL"),
    again: start,
    stop: async () => {
      await end("SIGTERM")
      rmSync(folder, { recursive: true, force: true })
    },
    outbox: async (to) => {
      const answer = await fetch(`${base}/local/outbox`, { headers: { accept: "application/json" } })
      const letters = (await answer.json()) as Letter[]
      return to ? letters.filter((one) => one.to === to) : letters
    },
    putClock: async (to) => {
      const answer = await fetch(`${base}/local/clock`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ now: to }),
      })
      if (!answer.ok) throw new Error(`The clock was not put to ${to}: ${await answer.text()}`)
    },
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
