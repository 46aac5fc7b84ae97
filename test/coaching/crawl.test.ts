import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { functionFor } from "../../infra/local/route.ts"
import type { Everything } from "../support/coaching/everything.ts"
import { coachingValues } from "../support/coaching/knocking.ts"
import { marksOf, twoSites } from "../support/coaching/two-sites.ts"
import { addressIn, coachingDoorsAll, isApi, methodOf } from "../support/doors.ts"
import { plain } from "../support/page-form.ts"
import { type Client, type Service, startService } from "../support/service.ts"

let service: Service
let halton: Everything
let coach: Client
beforeAll(async () => {
  service = await startService()
  const both = await twoSites(service)
  halton = both.halton
  coach = both.coach
}, 60_000)
afterAll(() => service.stop())

type Pages = Map<string, string>

const linksIn = (page: string) =>
  [...page.matchAll(/\shref="(\/[^"#]*)/g)]
    .map(([, path = ""]) => plain(path))
    .filter((path) => !isLeft(path))

/** What leads out of what somebody reads. */
const isLeft = (path: string) => /^\/(?:assets|sign-|local|cookies|accessibility|privacy)/.test(path)

/** Everything that somebody comes to from their home by following every link, and what they read there. */
const crawled = async (who: Client): Promise<Pages> => {
  const pages: Pages = new Map()
  const left = ["/home"]
  for (let path = left.shift(); path !== undefined; path = left.shift()) {
    if (pages.has(path)) continue
    const answer = await who.get(path)
    expect([path, answer.status < 500]).toEqual([path, true])
    const text = await answer.text()
    pages.set(path, text)
    const to = answer.headers.get("location")
    left.push(...linksIn(text), ...(to?.startsWith("/") && !isLeft(to) ? [to] : []))
  }
  return pages
}

/** Every address of coaching that names things of Halton's, as somebody who knows them would ask for it. */
const asked = async (who: Client): Promise<Pages> => {
  const pages: Pages = new Map()
  for (const door of coachingDoorsAll.filter((one) => methodOf(one) === "GET")) {
    const path = addressIn(door, coachingValues(door, halton))
    pages.set(path, await (await who.get(path)).text())
  }
  const { sessions } = halton
  for (const id of Object.values(sessions))
    for (const more of ["", "/print", "/versions/1"])
      for (const api of ["", "/api"]) {
        const path = `${api}/organisations/halton/coaching/NSW2/sessions/${id}${more}`
        pages.set(path, await (await who.get(path)).text())
      }
  for (const id of Object.values(halton.actions))
    for (const api of ["", "/api"]) {
      const path = `${api}/organisations/halton/actions/${id}`
      pages.set(path, await (await who.get(path)).text())
    }
  for (const id of Object.values(halton.risks))
    for (const api of ["", "/api"]) {
      const path = `${api}/organisations/halton/coaching/NSW2/risks/${id}`
      pages.set(path, await (await who.get(path)).text())
    }
  for (const number of Object.values(halton.help))
    for (const api of ["", "/api"]) {
      const path = `${api}/organisations/halton/coaching/NSW2/help/${number}`
      pages.set(path, await (await who.get(path)).text())
    }
  return pages
}

const marksIn = (pages: Pages, prefix = "HAL") => [
  ...new Set([...pages.values()].flatMap((text) => marksOf(prefix, text))),
]

const ofCoaching = ([path]: [string, string]) =>
  ["coaching", "pilot", "support", "learning"].includes(functionFor(path.split("?")[0] ?? ""))

/** What was approved for every site, and names nobody. */
const approved = ["LEARNEDPUBLIC", "LEARNEDSHARED"]

describe.each([
  ["a coach whom a phase names for Bradford", () => coach],
  ["the lead of Bradford", () => service.as("site-lead@bradford.example")],
])("%s", (_, whom) => {
  test("comes by every link from home to their own site alone, and to what every site may read", async () => {
    const pages = await crawled(await whom())
    const own = [...pages].filter(ofCoaching)
    expect(own.length).toBeGreaterThan(40)
    expect(own.filter(([path, text]) => /halton/i.test(path + text)).map(([path]) => path)).toEqual([])
    expect(marksIn(pages).sort()).toEqual(approved)
    expect(marksIn(pages, "BRD").length).toBeGreaterThan(60)
  })

  test("finds nothing of Halton’s by asking for it: the same as for what was never there", async () => {
    const who = await whom()
    const nowhere: Record<string, string> = {}
    for (const api of ["", "/api"])
      nowhere[api] = strippedOf(await (await who.get(`${api}/organisations/nowhere/coaching`)).text())
    for (const door of coachingDoorsAll.filter((one) => methodOf(one) === "GET")) {
      if (!door.door.includes(":organisation")) continue
      const answer = await who.get(addressIn(door, coachingValues(door, halton)))
      expect([door.door, answer.status]).toEqual([door.door, 404])
      expect(strippedOf(await answer.text())).toBe(nowhere[isApi(door) ? "/api" : ""])
    }
    expect(marksIn(await asked(who)).sort()).toEqual(approved)
  })

  test("finds nothing of Halton’s below their own address, by page or by API", async () => {
    const who = await whom()
    const nothing = {
      session: "2018-01-09-none",
      action: "2018-01-09-none",
      milestone: "none",
      comment: "none",
    }
    for (const door of coachingDoorsAll.filter((one) => methodOf(one) === "GET")) {
      if (!/organisation.*:(?:session|action|milestone|comment)\b/.test(door.door)) continue
      const there = { ...coachingValues(door, halton), organisation: "bradford" }
      const found = await who.get(addressIn(door, there))
      const never = await who.get(addressIn(door, { ...there, ...nothing }))
      expect([door.door, found.status]).toEqual([door.door, never.status])
      expect([403, 404]).toContain(found.status)
      expect(strippedOf(await found.text())).toBe(strippedOf(await never.text()))
    }
  })
})

describe.each(["site-lead@halton.example", "sponsor@halton.example", "evaluator@scie.example"])(
  "%s",
  (email) => {
    test("reads what was shared, and neither what is being written nor what coordinators note", async () => {
      const who = await service.as(email)
      const found = [...marksIn(await crawled(who)), ...marksIn(await asked(who))]
      expect(found).toContain("AGREEDTALKED")
      expect(found.filter((one) => /^(?:DRAFT|NOTE$)/.test(one))).toEqual([])
    })
  },
)

const strippedOf = (text: string) =>
  text.replaceAll(/nonce="[^"]*"/g, "").replaceAll(/"requestId":"[^"]*"/g, "")

/** What the department reads of a site: open actions, why a rating is what it is, high risks, help, learning that was agreed. */
const seenByTheDepartment = [
  ...[
    "CARRIED",
    "COACH",
    "CONDITION",
    "COVER",
    "DEPARTMENT",
    "OPEN",
    "QUESTION",
    "RATING",
    "RISK",
    "SITE",
  ].map((one) => `ACTION${one}`),
  ...[
    "ANSWER",
    "ANSWEREDASKS",
    "ASKEDBACK",
    "BACK",
    "BACKASKS",
    "OPEN",
    "SAID",
    "WITHDRAWN",
    "WITHDRAWNASKS",
  ].map((one) => `HELP${one}`),
  "LEARNEDAGREED",
  ...approved,
  "RATINGREASON",
  "RISKHIGHOWNER",
  "RISKHIGHTITLE",
]

describe.each(["reader@doh.example", "finance@doh.example"])("%s of the department", (email) => {
  test("comes by every link, and by asking, to exactly what a summary holds", async () => {
    const who = await service.as(email)
    const pages = await crawled(who)
    const where = [...pages].filter(([, text]) =>
      marksOf("HAL", text).some((one) => !seenByTheDepartment.includes(one)),
    )
    expect(
      where.map(([path, text]) => [
        path,
        marksOf("HAL", text).filter((one) => !seenByTheDepartment.includes(one)),
      ]),
    ).toEqual([])
    expect(marksIn(pages).sort()).toEqual(seenByTheDepartment.toSorted())
    const found = await asked(who)
    expect(
      [...found].flatMap(([path, text]) =>
        marksOf("HAL", text)
          .filter((one) => !seenByTheDepartment.includes(one))
          .map((one) => `${path}: ${one}`),
      ),
    ).toEqual([])
  })
})

test.each([
  ["adviser@lived-experience.example", approved],
  ["administrator@doh.example", ["LEARNEDPUBLIC"]],
])("%s reads nothing of a site’s coaching, by a link or by asking", async (email, seen) => {
  const who = await service.as(email)
  expect(marksIn(await crawled(who)).sort()).toEqual(seen)
  expect(marksIn(await asked(who)).sort()).toEqual(seen)
})

test("whoever signs for money at a site reads what is to be done there, and nothing that was said", async () => {
  const who = await service.as("section-151@halton.example")
  const found = [...marksIn(await crawled(who)), ...marksIn(await asked(who))]
  expect(found).toContain("ACTIONOPEN")
  const ofActions = ["EVIDENCE", "DROPPED", "CARRIED", "RISKLOWTITLE", ...approved]
  expect(found.filter((one) => !one.startsWith("ACTION") && !ofActions.includes(one))).toEqual([])
})

test("whoever reads all of it comes by links to every word that was written and not taken back", async () => {
  const pages = await crawled(halton.people.coach)
  const found = marksIn(pages)
  const hidden = ["LEARNEDLEFT", "LEARNEDTAKENBACK", "LEARNEDWAITING", "GOODNEWSWAITING", "LEFT"]
  for (const one of [
    "DRAFTTALKED",
    "SHAREDHEARD",
    "COMMENT",
    "DISPUTE",
    "ADDENDUM",
    "PLANNOTYET",
    "PLANDONE",
    "LINESITE",
    "RATINGANSWER",
    "RISKLOWDOING",
    "RISKCLOSED",
    "EVIDENCE",
    "DROPPED",
    "CARRIED",
    "NOTE",
    "PLACE",
    "CANCELLED",
  ])
    expect([one, found.includes(one)]).toEqual([one, true])
  expect(found.filter((one) => hidden.includes(one))).toEqual([])
})
