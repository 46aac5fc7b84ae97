import { afterAll, beforeAll, expect, test } from "vitest"
import { peopleIn } from "../../shared/store/people.ts"
import { tallyLinkIn, tallyTokenFor } from "../../shared/web/link-token.ts"
import { fieldsOn } from "../support/evaluation/tally.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

let service: Service
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service, "2017-10-12", true)
})
afterAll(() => service.stop())

const key = () => service.world.settings.linkKey
const october = "nsw2-tally-2017-10-31"
const november = "nsw2-tally-2017-11-30"
const link = { organisation: "halton", round: october, person: "p-halton-contributor", until: "2017-11-16" }
const address = (over: Partial<typeof link> = {}) => `/tally/${tallyTokenFor(key(), { ...link, ...over })}`

const lettersOn = async (day: string) => {
  service.at(`${day}T08:00:00.000Z`)
  const before = service.mails.length
  await service.morning()
  return (await service.deliver())
    .slice(before)
    .filter(({ to, text }) => to.endsWith("@halton.example") && text.includes("/tally/"))
}

let opened = ""

test("the letter about a tally opens it, for each of the team by an address of their own", async () => {
  const letters = await lettersOn("2017-11-02")
  expect(letters.map(({ to }) => to).sort()).toEqual([
    "contributor@halton.example",
    "site-lead@halton.example",
  ])
  const addresses = letters.map(
    ({ text }) => /http:\/\/127\.0\.0\.1:3000(\/tally\/\S+)/.exec(text)?.[1] ?? "",
  )
  expect(new Set(addresses).size).toBe(2)
  opened = addresses[letters.findIndex(({ to }) => to.startsWith("contributor"))] ?? ""
  expect(tallyLinkIn(key(), opened.replace("/tally/", ""))).toEqual(link)
  expect(letters[0]?.text).toContain("until Thursday 16 November 2017")
})

test("looking at it changes nothing, however often, and says nothing else of the site", async () => {
  const costs = service.costs.length
  const pages = [await service.nobody.get(opened), await service.nobody.get(opened)]
  const html = await pages[0]?.text()
  expect(pages.map(({ status }) => status)).toEqual([200, 200])
  expect(service.costs.slice(costs).every(({ write }) => write === 0)).toBe(true)
  expect(pages[0]?.headers.get("set-cookie")).toBeNull()
  const links = [...(html ?? "").matchAll(/(?:href|action|formaction)="([^"#]*)"/g)].map(([, to]) => to ?? "")
  expect(links.filter((to) => to.startsWith("/organisations"))).toEqual([])
  expect(links).toContain("/sign-in?next=%2Forganisations%2Fhalton")
})

test("whoever it went to sends the tally by it, as themselves, and changes it by it", async () => {
  const fields = fieldsOn(await (await service.nobody.get(opened)).text())
  const typed = Object.fromEntries(
    [
      "people",
      "kept",
      "started",
      "stopped",
      "admissions",
      "discharges",
      "formal",
      "meeting",
      "changed",
      "days",
    ].map((column) => [`team.new-1.${column}`, column === "people" || column === "kept" ? "17" : "0"]),
  )
  const sent = await service.nobody.post(`${opened}/send`, { ...fields, ...typed })
  expect([sent.status, sent.headers.get("location")]).toEqual([303, opened])
  const html = await (await service.nobody.get(opened)).text()
  expect(html).toContain('data-sentence="SENT"')
  expect(html).not.toContain("/receipts/")
  const again = fieldsOn(html)
  const [cell = ""] = Object.keys(again).filter((name) => name.endsWith(".formal"))
  const changed = await service.nobody.post(`${opened}/send`, { ...again, [cell]: "1" })
  expect(changed.status).toBe(303)
  const lead = await service.as("site-lead@halton.example")
  const read = (await (await lead.api("GET", `/organisations/halton/tally/${october}`)).json()) as {
    version: number
    sentence: string
  }
  expect(read.version).toBe(2)
})

test("nobody is asked again for what is sent, and where it is not, once more a week later", async () => {
  expect(await lettersOn("2017-11-09")).toEqual([])
  expect((await lettersOn("2017-12-04")).length).toBe(2)
  expect(await lettersOn("2017-12-08")).toEqual([])
  const week = await lettersOn("2017-12-11")
  expect(week.map(({ to }) => to).sort()).toEqual(["contributor@halton.example", "site-lead@halton.example"])
  expect(await lettersOn("2017-12-18")).toEqual([])
  service.at("2017-11-10T09:00:00Z")
})

const dead = async (path: string, how: "get" | "post" = "get") => {
  const answer =
    how === "get"
      ? await service.nobody.get(path)
      : await service.nobody.post(path, { key: newKey(), revision: "0" })
  return answer.status
}

test("an address that was altered anywhere opens nothing", async () => {
  const token = tallyTokenFor(key(), link)
  const [organisation, round, person, until, proof] = token.split(".") as [
    string,
    string,
    string,
    string,
    string,
  ]
  const altered = [
    ["sheffield", round, person, until, proof],
    [organisation, november, person, until, proof],
    [organisation, round, "p-halton-site-lead", until, proof],
    [organisation, round, person, "2018-11-16", proof],
    [organisation, round, person, until, `${proof.slice(0, -1)}${proof.endsWith("A") ? "B" : "A"}`],
    [organisation, round, person, until],
    [organisation, round, person, until, proof, "x"],
  ].map((parts) => `/tally/${parts.join(".")}`)
  for (const path of [...altered, "/tally/x", "/tally/%00", `/tally/${"a".repeat(3_000)}`]) {
    expect(await dead(path), path).toBe(404)
    expect(await dead(`${path}/send`, "post"), path).toBe(404)
  }
  expect(await dead(address())).toBe(200)
  for (const other of [
    { organisation: "sheffield" },
    { round: "nsw2-final-2018-04-30" },
    { round: "nsw-2-2017" },
    { person: "p-nobody" },
    { person: "p-halton-sponsor" },
    { person: "p-evaluator" },
  ])
    expect(await dead(address(other)), JSON.stringify(other)).toBe(404)
})

test("it is dead after its last day, and once the tally is locked", async () => {
  service.at("2017-11-16T23:30:00Z")
  expect(await dead(address({ until: "2017-11-20" }))).toBe(404)
  service.at("2017-11-14T16:59:00Z")
  expect(await dead(address())).toBe(200)
  expect(await dead(address({ until: "2017-11-13" }))).toBe(404)
  service.at("2017-11-10T09:00:00Z")
})

test("no other address takes it, with a session or without", async () => {
  const token = tallyTokenFor(key(), link)
  const sponsor = await service.as("sponsor@halton.example")
  for (const who of [service.nobody, sponsor])
    for (const path of [
      `/organisations/halton/tally/${october}?token=${token}`,
      `/organisations/halton/tally/${token}`,
      `/api/organisations/halton/tally/${october}?token=${token}`,
      `/api/tally/${token}`,
      `/calendar/${token}.ics`,
      `/tell-us/${token}`,
      `/organisations/halton/submissions?token=${token}`,
    ]) {
      const answer = await who.get(path)
      const entered = path.includes("/submissions") && who === sponsor
      expect([303, 401, 404].includes(answer.status) || entered, path).toBe(true)
    }
  const signed = await service.nobody.post("/sign-in/link", { token })
  expect(signed.headers.get("set-cookie")).toBeNull()
  const cookie = service.withCookie(`__Host-session=${token}`)
  expect((await cookie.api("GET", "/me")).status).toBe(401)
})

test("another site’s page sends nothing by it, and nobody sends without end", async () => {
  const foreign = await service.nobody.post(
    `${address()}/send`,
    { key: newKey(), revision: "0" },
    { origin: "https://elsewhere.example" },
  )
  expect(foreign.status).toBe(403)
  const large = await service.nobody.post(`${address()}/send`, {
    key: newKey(),
    revision: "0",
    x: "a".repeat(70_000),
  })
  expect(large.status).toBe(413)
  let status = 0
  for (let tries = 0; tries < 61 && status !== 429; tries++) status = await dead("/tally/x/send", "post")
  expect(status).toBe(429)
  service.later(600_000)
})

test("it is dead in the moment in which the access of its person ends", async () => {
  expect(await dead(address())).toBe(200)
  const people = peopleIn(service.table)
  await people.write(
    people.ending(
      "p-halton-contributor",
      { id: "g-halton-contributor", organisation: "halton" },
      "2017-11-10T08:00:00.000Z",
    ),
  )
  expect(await dead(address())).toBe(404)
  expect(await dead(`${address()}/save`, "post")).toBe(404)
})
