import { parse } from "csv-parse/sync"
import { afterAll, beforeAll, expect, test } from "vitest"
import { addressIn, everyDoor, methodOf } from "../support/doors.ts"
import {
  type EvaluationEverything,
  evaluationDone,
  evaluationEverythingAt,
} from "../support/evaluation/everything.ts"
import { evaluationValues, isOfEvaluation } from "../support/evaluation/knocking.ts"
import { harmless, payloads } from "../support/hostile.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Service, startService } from "../support/service.ts"

let service: Service
let all: EvaluationEverything
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  let said = 0
  /** Some boxes are short. */
  const say = (what: string) =>
    (payloads[said++ % payloads.length] ?? "").slice(0, /ROW$/.test(what) ? 30 : 40).toWellFormed()
  all = await evaluationEverythingAt(service, "halton", { say })
}, 60_000)
afterAll(() => service.stop())

const paths = () => {
  const doors = everyDoor.filter((one) => isOfEvaluation(one) && methodOf(one) === "GET")
  const stories = Object.values(all.stories).map((one) => `/organisations/halton/stories/NSW2/${one}`)
  const versions = ["1", "2", "3"].map((one) => `${all.plan.at}/versions/${one}`)
  return new Set([
    "/home",
    "/organisations/halton",
    "/programme/sites/halton",
    ...doors.map((door) => addressIn(door, evaluationValues(door, all))),
    ...stories.flatMap((one) => [one, `${one}/write`, `${one}/consent`]),
    ...versions.flatMap((one) => [one, `${one}/changes`]),
    `/findings/NSW2/reports/${all.draft}`,
  ])
}

/** What a spreadsheet would take for something to work out. */
const formula = /^[=+@\t\r]/

test("what anybody wrote is text on every page and picture, for whoever reads it, and no formula in any file", async () => {
  const seen = { html: 0, json: 0, csv: 0, said: new Set<string>() }
  const { lead, governance, evaluator, chair } = all.people
  service.at(evaluationDone)
  for (const who of [lead, governance, evaluator, chair, service.nobody])
    for (const path of paths()) {
      const answer = await who.get(path)
      expect([path, answer.status < 500]).toEqual([path, true])
      if (answer.status === 302 || answer.status === 303) continue
      const type = answer.headers.get("content-type") ?? ""
      const text = await answer.text()
      if (type.startsWith("text/html")) {
        harmless(text, answer.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1])
        for (const payload of ["&lt;script&gt;alert", "onmouseover=&#39;alert", "&lt;svg/onload"])
          if (text.includes(payload)) seen.said.add(payload)
        seen.html++
      } else if (type.startsWith("text/csv")) {
        const cells = (parse(text, { bom: true, relax_column_count: true }) as string[][]).flat()
        expect([path, cells.filter((cell) => formula.test(cell))]).toEqual([path, []])
        seen.csv++
      } else if (/^application\/(?:problem\+)?json/.test(type)) {
        JSON.parse(text)
        seen.json++
      } else if (type.startsWith("image/svg")) expect(text).not.toMatch(/<script|\son\w+=|<foreignObject/i)
      else
        expect([path, type, answer.headers.get("content-disposition")]).toEqual([
          path,
          expect.stringMatching(/^text\/plain/),
          expect.stringContaining("attachment"),
        ])
    }
  expect(seen.said.size).toBeGreaterThan(1)
  expect([seen.html > 250, seen.json > 60, seen.csv > 8]).toEqual([true, true, true])
}, 60_000)

test("letters are plain text under a subject of one line, whatever was written", async () => {
  const mails = await service.deliver()
  expect(mails.length).toBeGreaterThan(10)
  for (const { subject, text } of mails) {
    expect(subject).not.toMatch(/[\r\n]/)
    for (const payload of payloads.slice(0, 12)) expect(text).not.toContain(payload)
  }
  expect(service.faults).toEqual([])
})
