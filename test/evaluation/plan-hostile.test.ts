import { parse } from "csv-parse/sync"
import { SaxesParser } from "saxes"
import { afterAll, beforeAll, expect, test } from "vitest"
import { addressIn, evaluationDoorsAll, isApi, methodOf } from "../support/doors.ts"
import { evaluationPlanDoors } from "../support/evaluation/plan-doors.ts"
import {
  evaluationPlanBy,
  evaluationPlanOf,
  wholeMeasure,
  wholeTheory,
} from "../support/evaluation/planning.ts"
import { harmless, payloads } from "../support/hostile.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"
import { type Call, watched, written } from "../support/watched.ts"

let service: Service
let lead: Client
let evaluator: Client
let own = ""
const calls: Call[] = []
const at = evaluationPlanOf("halton")
const say = (number: number) => payloads[number % payloads.length] ?? ""

beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  await publishPhaseTwo(service)
  service.at("2017-10-23T09:00:00Z")
  lead = await service.as("site-lead@halton.example")
  evaluator = await service.as("evaluator@scie.example")
  const plan = evaluationPlanBy(at)
  own = await plan.written(lead)
  const theory = Object.keys(wholeTheory).map((box, number) => [box, `${say(number)}\n${say(number + 7)}`])
  await plan.ok(await plan.save(lead, "theory", Object.fromEntries(theory)))
  const words = ["name", "question", "definition", "counts", "outOf", "source"] as const
  const measure = {
    ...wholeMeasure,
    ...Object.fromEntries(words.map((one, number) => [one, say(number + 3)])),
  }
  await plan.ok(await plan.save(lead, own, measure))
  for (const [number, on] of ["whole", "theory", own].entries())
    await plan.ok(await plan.move(lead, "comment", { on, text: `${say(number)} and ${say(number + 5)}` }))
  await plan.proposed(lead, true)
  await plan.agreed(evaluator, 1)
  await plan.ok(await plan.move(lead, "open"))
  await plan.ok(await plan.save(lead, "theory", { inputs: say(15) }))
})
afterAll(() => service.stop())

const doors = evaluationDoorsAll.filter(({ door }) => Object.hasOwn(evaluationPlanDoors, door))
const values = {
  phase: "NSW2",
  organisation: "halton",
  section: "theory",
  get measure() {
    return own
  },
  version: "1",
  comment: "none-such",
}

test("what anybody wrote is text on every page and in the picture, and no formula in any file", async () => {
  const coordinator = await service.as("coordinator@innovation-unit.example")
  for (const door of doors.filter((one) => methodOf(one) === "GET" && !isApi(one)))
    for (const who of [lead, evaluator, coordinator]) {
      const answer = await who.get(addressIn(door, values))
      const body = await answer.text()
      expect(answer.status, body).toBeLessThan(500)
      if (answer.status !== 200) continue
      if (door.door.endsWith(".csv"))
        for (const cell of (parse(body) as string[][]).flat()) expect(cell).not.toMatch(/^[=+@\t\r]/)
      else if (door.door.endsWith(".svg")) {
        const tags = new Set<string>()
        const parser = new SaxesParser()
        parser.on("error", (error) => {
          throw error
        })
        parser.on("opentag", ({ name }) => tags.add(name))
        parser.write(body).close()
        expect([...tags].sort()).toEqual(
          ["defs", "desc", "g", "line", "marker", "path", "rect", "svg", "text", "title"].sort(),
        )
      } else if (!door.door.endsWith(".txt"))
        harmless(body, /nonce-([^']+)/.exec(answer.headers.get("content-security-policy") ?? "")?.[1])
    }
  expect(service.faults).toEqual([])
})

const anything = [
  undefined,
  "null",
  "[]",
  '"text"',
  "{",
  '{"__proto__":{"agrees":true}}',
  '{"version":"1"}',
  '{"version":1.5,"note":7}',
  '{"revision":-1,"answers":[]}',
  '{"revision":1,"answers":{"constructor":"x","inputs":{"toString":1}}}',
  '{"from":["own"]}',
  '{"from":"library.__proto__"}',
  '{"from":"promised.9"}',
  '{"on":"toString","text":"x"}',
  '{"unknown":true}',
]

test("anything in place of what belongs there is refused, and nothing is written", async () => {
  for (const door of doors.filter((one) => methodOf(one) === "POST" && isApi(one)))
    for (const body of anything) {
      calls.length = 0
      const answer = await service.request(addressIn(door, values), {
        method: "POST",
        headers: {
          origin: "http://127.0.0.1:3000",
          cookie: lead.cookie ?? "",
          "content-type": "application/json",
          ...keyed(),
        },
        ...(body !== undefined && { body }),
      })
      const said = await answer.text()
      expect([door.door, body, answer.status >= 400, answer.status < 500, said.includes("fault")]).toEqual([
        door.door,
        body,
        true,
        true,
        false,
      ])
      expect(written(calls)).toEqual([])
    }
})
