import { defineConfig } from "vitest/config"

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    setupFiles: ["test/support/chance.ts"],
    include: ["test/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
    maxWorkers: 2,
    hookTimeout: 60_000,
  },
})
