import { afterAll, beforeAll, expect, test } from "vitest"
import { sha256 } from "../../shared/values/hash.ts"
import { awarded } from "../support/funding/award.ts"
import { december, evidenceOf } from "../support/funding/evidence.ts"
import { ledger } from "../support/funding/evidence-files.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { begun, filled, keyed } from "../support/submission.ts"

let service: Service
let lead: Client

beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  await awarded(service)
  service.at("2018-01-16T09:00:00Z")
  lead = await service.as("site-lead@halton.example")
})
afterAll(() => service.stop())

const spending = {
  spending: { spending: { workers: { spent: 900_000, expected: 400_000 } } },
  outlook: { award: "whole" },
}

const minute = (count: number) => service.at(new Date(Date.UTC(2018, 0, 16, 9, count)).toISOString())

test("what was checked is part of what is sent, with its hash, and stays with it; what was not is not", async () => {
  const files = evidenceOf(service)
  const clean = await files.checked(lead, ledger)
  const later = await files.put(lead, await files.add(lead, { name: "Payroll totals" }), `${ledger}x`)
  await service.scanning.arrive(later)
  expect(await (await lead.get(files.here)).text()).toContain(
    "1 file will be part of what is sent. We are checking 1 file: not part of what is sent until that is done",
  )

  minute(5)
  const one = await begun(lead, "halton", december)
  await filled(one, lead, spending)
  expect((await one.send(lead)).status).toBe(200)
  minute(6)
  await service.scanning.scan(later)

  const version = await (await lead.api("GET", `${one.here}/receipts/1`)).text()
  expect(version).toContain(sha256(ledger))
  expect(version).not.toContain("Payroll totals")

  const page = await (await lead.get(files.here)).text()
  expect(page).toContain("1 file was part of what was sent. 1 file came too late to be.")
  expect(page).toContain("The return cannot be changed now, and nor can its files.")
  expect((await files.takeAway(lead, clean?.id ?? "")).status).toBe(409)
  const body = { name: "Another", type: "csv" }
  expect((await lead.api("POST", `${files.here}/add`, body, keyed())).status).toBe(409)

  minute(10)
  expect((await one.change(lead)).status).toBe(200)
  const stays = await files.takeAway(lead, clean?.id ?? "")
  expect(stays.status).toBe(409)
  expect(JSON.stringify(await stays.json())).toContain("part of what was sent, and stays with it")
  const second = (await files.list(lead)).files.find(({ name }) => name === "Payroll totals")
  expect((await files.takeAway(lead, second?.id ?? "")).status).toBe(200)
  expect((await files.checked(lead, `${ledger}y`))?.state).toBe("clean")
})
