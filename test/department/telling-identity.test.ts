import { afterAll, beforeAll, expect, test } from "vitest"
import { organisations } from "../../infra/local/demonstration/organisations.ts"
import { organisationRoles } from "../../shared/domain/people/role.ts"
import { canonical, type Json } from "../../shared/values/canonical.ts"
import { type Crew, crews, type OrganisationRole } from "../support/crew.ts"
import { addressIn, answerOf, everyDoor, methodOf } from "../support/doors.ts"
import { department, round } from "../support/panel.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { begun, filled, keyed, newKey } from "../support/submission.ts"
import { condition, panelOf, readingOf, wroteOf } from "../support/told.ts"

let service: Service
let chair: Client
let decider: Client
type Council = { crew: Crew; reference: string; feeds: Record<string, string> }
let lucky: Council
let other: Council

const successful = { decision: "with conditions", amount: 4_500_000, conditions: [condition] } as const
const unsuccessful = { decision: "unsuccessful" } as const

const applies = async (crew: Crew): Promise<Council> => {
  const one = await begun(crew.lead, crew.organisation)
  await filled(one, crew.lead)
  await one.sign(crew.lead)
  await one.sign(crew.sponsor)
  expect((await one.send(crew.lead)).status).toBe(200)
  const feeds: Record<string, string> = {}
  for (const role of organisationRoles as OrganisationRole[]) {
    await crew[role].post("/home/calendar", { key: newKey() })
    const page = await (await crew[role].get("/home/calendar")).text()
    feeds[role] = /\/calendar\/[\w-]{43}\.ics/.exec(page)?.[0] ?? ""
  }
  return { crew, reference: one.reference, feeds }
}

beforeAll(async () => {
  service = await startService()
  const another = crews(service)
  lucky = await applies(await another())
  other = await applies(await another())
  chair = await service.as("chair@doh.example")
  decider = await service.as("decision-maker@doh.example")
  await service.deliver()
  service.at("2017-09-14T09:00:00.000Z")
})
afterAll(() => service.stop())

/** Every address that somebody of a council can look at, with what is theirs in it. */
const lookedAt = ({ crew: { organisation }, reference }: Council) =>
  everyDoor
    .filter((door) => methodOf(door) === "GET" && !door.door.includes("/sign-"))
    .filter(({ app }) => app === "site" || app === "front")
    .flatMap((door) =>
      ["amount", "proposal"].map((section) =>
        addressIn(door, {
          organisation,
          reference,
          round,
          section,
          version: "1",
          person: `p-${organisation}-contributor`,
          grant: `g-${organisation}-contributor`,
          typed: "none",
        }),
      ),
    )

type Fetched = Record<string, string>

/** The table gives members of what it keeps back in any order: an answer of the API is the same whatever it is. */
const inOrder = ({ body, headers }: Awaited<ReturnType<typeof answerOf>>) =>
  headers["content-type"]?.includes("json") ? canonical(JSON.parse(body) as Json) : body

/** Where two fetchings differ, and how: the first characters of each difference. */
const differences = (a: Fetched, b: Fetched) =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((path) => {
    const [one = "", two = ""] = [a[path], b[path]]
    const place = [...one].findIndex((letter, at) => letter !== two[at])
    return one === two ? [] : [`${path}: ${one.slice(place, place + 80)} | ${two.slice(place, place + 80)}`]
  })

/** All that the people of a council can fetch, by role and address; new in each answer are its keys alone. */
const crawl = async (council: Council): Promise<Fetched> => {
  const found: Fetched = {}
  for (const role of organisationRoles as OrganisationRole[])
    for (const path of [...new Set([...lookedAt(council), council.feeds[role] ?? ""])]) {
      const answer = await answerOf(await council.crew[role].get(path))
      found[`${role} ${path}`] = JSON.stringify({ ...answer, body: inOrder(answer) })
        .replaceAll(/name=\\"key\\" value=\\"[\w-]{22}\\"/g, "KEY")
        .replaceAll(/"x-request-id":"[^"]*"/g, "REQUEST")
    }
  return found
}

/** Lines of a calendar as they were before they were folded; a page without its list of all councils. */
const unfolded = (text: string) => text.replaceAll("\\r\\n ", "").replaceAll(/<option .*?<\/option>/g, "")

/** The same without what is each council's own: its names, ids and references. */
const nameless = (
  fetched: Fetched,
  { crew: { organisation, domain }, reference, feeds }: Council,
): Fetched => {
  const known = organisations().find(({ id }) => id === organisation)
  const own = [reference, ...Object.values(feeds), known?.name, domain, organisation, known?.shortName]
  const bare = (given: string) =>
    own
      .flatMap((one) => (one ? [one, encodeURIComponent(one)] : []))
      .reduce((all, one) => all.replaceAll(one, "OWN"), unfolded(given))
      .replaceAll(known?.code ?? "", "OWN")
      .replaceAll(/\b[0-9a-f]{64}\b/g, "HASH")
  return Object.fromEntries(Object.entries(fetched).map(([path, text]) => [bare(path), bare(text)]))
}

const decideBoth = () =>
  service.table.write([
    panelOf(service, 2),
    readingOf(service, applicant(lucky), successful),
    readingOf(service, applicant(other), unsuccessful),
    ...wroteOf(service, lucky.reference, { ...successful, conditions: [condition] }),
    ...wroteOf(service, other.reference, unsuccessful),
  ])

const applicant = ({ crew: { organisation }, reference }: Council) => ({
  organisation,
  reference,
  name: organisation,
})

const feedCount = Object.keys(organisationRoles).length

test("before the telling nothing that an applicant can fetch follows from what was decided, and afterwards it does", async () => {
  const before = { lucky: await crawl(lucky), other: await crawl(other) }
  expect(Object.keys(before.lucky).length).toBeGreaterThan(150)
  expect(Object.values(before.lucky).filter((text) => text.includes('"status":200')).length).toBeGreaterThan(
    60,
  )
  expect(Object.values(before.lucky).filter((text) => text.includes("BEGIN:VCALENDAR"))).toHaveLength(
    feedCount,
  )
  const mails = service.mails.length

  await decideBoth()
  const sealed = await chair.api("POST", `${department}/telling/seal`, {}, keyed())
  expect(await sealed.json()).toEqual({ sealed: 2, of: 2 })

  const after = { lucky: await crawl(lucky), other: await crawl(other) }
  expect(differences(before.lucky, after.lucky)).toEqual([])
  expect(differences(before.other, after.other)).toEqual([])
  expect(differences(nameless(after.lucky, lucky), nameless(after.other, other))).toEqual([])
  await service.deliver()
  await service.morning()
  await service.deliver()
  expect(service.mails).toHaveLength(mails)

  expect((await decider.api("POST", `${department}/telling/tell`, {}, keyed())).status).toBe(200)
  const told = { lucky: nameless(await crawl(lucky), lucky), other: nameless(await crawl(other), other) }
  const differ = Object.keys(told.lucky).filter((path) => told.lucky[path] !== told.other[path])
  for (const path of ["", "/submissions", "/submissions/OWN", "/submissions/OWN/decision"])
    expect(differ).toContain(`lead /organisations/OWN${path}`)
  expect(differ).toContain("lead /api/organisations/OWN/submissions/OWN/decision")
  expect(differ.filter((path) => !path.includes("/organisations/"))).toEqual([])
  await service.deliver()
  expect(service.mails.length).toBe(mails + 6)
}, 120_000)
