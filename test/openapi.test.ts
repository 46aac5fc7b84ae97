import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { expect, test } from "vitest"
import { coachingApp } from "../functions/coaching/app.ts"
import { decisionsApp } from "../functions/decisions/app.ts"
import { departmentApp } from "../functions/department/app.ts"
import { evaluationApp } from "../functions/evaluation/app.ts"
import { evidenceApp } from "../functions/evidence/app.ts"
import { findingsApp } from "../functions/findings/app.ts"
import { frontApp } from "../functions/front/app.ts"
import { fundingApp } from "../functions/funding/app.ts"
import { learningApp } from "../functions/learning/app.ts"
import { moneyApp } from "../functions/money/app.ts"
import { payingApp } from "../functions/paying/app.ts"
import { pilotApp } from "../functions/pilot/app.ts"
import { planningApp } from "../functions/planning/app.ts"
import { programmeApp } from "../functions/programme/app.ts"
import { siteApp } from "../functions/site/app.ts"
import { storiesApp } from "../functions/stories/app.ts"
import { supportApp } from "../functions/support/app.ts"
import { tallyApp } from "../functions/tally/app.ts"
import { voiceApp } from "../functions/voice/app.ts"
import { workbookApp } from "../functions/workbook/app.ts"
import { openapi, operations } from "../infra/openapi.ts"
import type { World } from "../shared/web/world.ts"

const golden = "test/golden/openapi.json"
const document = openapi()
const paths = document.paths as Record<string, Record<string, Described>>
type Described = {
  operationId: string
  security?: unknown[]
  parameters: { name: string; in: string }[]
  responses: object
}

const each = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({ path, method, described })),
)

test("the description is the one that is checked in: a change of the API is a change that somebody sees", () => {
  const now = `${JSON.stringify(document, undefined, 2)}\n`
  if (process.env.UPDATE_OPENAPI || !existsSync(golden)) writeFileSync(golden, now)
  expect(now).toBe(readFileSync(golden, "utf8"))
})

test("every route below /api is described, and every described operation is a route", () => {
  const nowhere = { settings: {}, table: {}, log: {} } as World
  const apps = [
    frontApp,
    siteApp,
    programmeApp,
    planningApp,
    departmentApp,
    decisionsApp,
    fundingApp,
    payingApp,
    moneyApp,
    workbookApp,
    coachingApp,
    pilotApp,
    supportApp,
    learningApp,
    evaluationApp,
    storiesApp,
    tallyApp,
    findingsApp,
    voiceApp,
    evidenceApp as typeof frontApp,
  ]
  const routes = apps
    .map((app) => app(nowhere))
    .flatMap((app) => app.routes)
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/"))
    .map(({ method, path }) => `${method} ${path.slice(4).replace(/:(\w+)/g, "{$1}")}`)
  const described = each.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
  expect([...new Set(routes)].sort()).toEqual(described.sort())
})

test.each(each)("$method $path says who may ask, and each of its parameters", ({ path, described }) => {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  expect(described.parameters.filter((one) => one.in === "path").map(({ name }) => name)).toEqual(named)
  const operation = operations.find(({ id }) => id === described.operationId)
  expect(described.security).toEqual(operation?.open ? [] : undefined)
  expect(described.responses).toHaveProperty("422")
})

test("no two operations share a name", () => {
  const ids = operations.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
