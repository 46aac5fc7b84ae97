import { parse } from "csv-parse/sync"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Everything, everythingAt } from "../support/coaching/everything.ts"
import { coachingValues } from "../support/coaching/knocking.ts"
import { addressIn, coachingDoorsAll, isApi, methodOf } from "../support/doors.ts"
import { harmless, payloads } from "../support/hostile.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Service, startService } from "../support/service.ts"

let service: Service
const sites: Everything[] = []
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  for (const [site, first] of [
    ["halton", 0],
    ["liverpool", 7],
  ] as const) {
    let said = first
    const say = (what: string) => `${payloads[said++ % payloads.length]} ${what.toLowerCase()}`
    sites.push(await everythingAt(service, site, { say }))
  }
}, 60_000)
afterAll(() => service.stop())

const paths = () =>
  sites.flatMap((all) => {
    const doors = coachingDoorsAll.filter((one) => methodOf(one) === "GET")
    const each = Object.values(all.sessions).map(
      (session) => `/organisations/${all.site}/coaching/NSW2/sessions/${session}`,
    )
    const versions = each.flatMap((one) => [
      one,
      `${one}/print`,
      `${one}/versions/1`,
      `${one}/change`,
      `${one}/write`,
    ])
    const actions = Object.values(all.actions).map((one) => `/organisations/${all.site}/actions/${one}`)
    const risks = Object.values(all.risks).map(
      (one) => `/organisations/${all.site}/coaching/NSW2/risks/${one}`,
    )
    const help = Object.values(all.help).map((one) => `/organisations/${all.site}/coaching/NSW2/help/${one}`)
    return [
      "/home",
      `/organisations/${all.site}`,
      ...doors.map((door) => addressIn(door, coachingValues(door, all))),
      ...versions,
      ...actions,
      ...actions.map((one) => `${one}/carry`),
      ...risks,
      ...risks.map((one) => `${one}/look`),
      ...help,
    ]
  })

/** What a spreadsheet would take for something to work out. */
const formula = /^[=+@\t\r]/

test("what anybody wrote in coaching is text on every page, for whoever reads it, and no formula in any file", async () => {
  const seen = { html: 0, json: 0, csv: 0, said: new Set<string>() }
  const { people } = sites[0] as Everything
  for (const who of [people.coach, people.lead, people.coordinator, people.chair])
    for (const path of new Set(paths())) {
      const answer = await who.get(path)
      expect([path, answer.status < 500]).toEqual([path, true])
      if (answer.status === 303) continue
      const type = answer.headers.get("content-type") ?? ""
      const text = await answer.text()
      if (type.startsWith("text/html")) {
        const nonce = answer.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1]
        harmless(text, nonce)
        for (const payload of ["&lt;script&gt;alert", "onmouseover=&#39;alert", "&lt;svg/onload"])
          if (text.includes(payload)) seen.said.add(payload)
        seen.html++
      } else if (type.startsWith("text/csv")) {
        const cells = (parse(text, { bom: true }) as string[][]).flat()
        expect([path, cells.filter((cell) => formula.test(cell))]).toEqual([path, []])
        seen.csv++
      } else if (/^application\/(?:problem\+)?json/.test(type)) {
        JSON.parse(text)
        seen.json++
      } else
        expect([path, type, answer.headers.get("content-disposition")]).toEqual([
          path,
          expect.stringMatching(/^text\/plain/),
          expect.stringContaining("attachment"),
        ])
    }
  expect(seen.said.size).toBeGreaterThan(1)
  expect([seen.html > 400, seen.json > 60, seen.csv > 10]).toEqual([true, true, true])
  expect(coachingDoorsAll.some(isApi)).toBe(true)
}, 60_000)

test("letters are plain text under a subject of one line, whatever was written", async () => {
  const mails = await service.deliver()
  expect(mails.length).toBeGreaterThan(20)
  for (const { subject, text } of mails) {
    expect(subject).not.toMatch(/[\r\n]/)
    expect(text).not.toContain("\u0000")
  }
})

test("and nothing of all this was a fault", () => {
  expect(service.faults).toEqual([])
})
