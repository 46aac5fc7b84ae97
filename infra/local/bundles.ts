import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { bundle } from "../bundle.ts"
import type { Makes } from "./functions.ts"

const names = [
  "front",
  "site",
  "programme",
  "planning",
  "department",
  "decisions",
  "funding",
  "paying",
  "money",
  "workbook",
  "evidence",
  "coaching",
  "pilot",
  "support",
  "learning",
  "evaluation",
  "stories",
  "tally",
  "findings",
  "voice",
  "scan",
  "account",
  "feed",
  "notify",
  "remind",
] as const
const sources = ["functions", "shared", "infra/bundle.ts", "infra/assets.ts", "package-lock.json"]

/** Builds what would be deployed, where it is missing, older than its sources, or has the look of gov.uk. */
export const builtBundles = async (dist: string) => {
  const built = names.map((name) => join(dist, "functions", name, "index.mjs"))
  const isGovUk = existsSync(join(dist, "assets", "fonts"))
  if (!isGovUk && Math.min(...built.map(changed)) > Math.max(...sources.map(newest))) return
  const [into, before] = [`${dist}.${process.pid}`, `${dist}.${process.pid}.before`]
  try {
    await bundle({ branding: "generic", into })
    if (existsSync(dist)) renameSync(dist, before)
    renameSync(into, dist)
  } finally {
    for (const folder of [into, before]) rmSync(folder, { recursive: true, force: true })
  }
}

export const makesFrom = async (dist: string): Promise<Makes> => {
  const made = await Promise.all(
    names.map(async (name) => {
      const { make } = await import(pathToFileURL(resolve(dist, "functions", name, "index.mjs")).href)
      return [name, make] as const
    }),
  )
  return Object.fromEntries(made) as Makes
}

const changed = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

const newest = (path: string): number =>
  statSync(path).isDirectory()
    ? Math.max(changed(path), ...readdirSync(path).map((name) => newest(join(path, name))))
    : changed(path)
