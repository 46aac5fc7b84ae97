import { defineConfig } from "vitest/config"

/** These start nothing but a table of their own and change nothing of their process: their modules are read once a worker. */
const alike = [
  "domain",
  "values",
  "form",
  "kinds",
  "workbook",
  "store",
  "web",
  "department",
  "funding",
  "coaching",
  "evaluation",
]
const theirs = alike.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`)

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    setupFiles: ["test/support/chance.ts"],
    testTimeout: 30_000,
    maxWorkers: 2,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "alike", include: theirs, isolate: false } },
      { extends: true, test: { name: "each", include: ["test/**/*.test.{ts,tsx}"], exclude: theirs } },
    ],
  },
})
