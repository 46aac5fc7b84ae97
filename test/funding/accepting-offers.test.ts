import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { organisationRoles, type Role } from "../../shared/domain/people/role.ts"
import { fundingIn } from "../../shared/store/funding.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { halton, money, offeredToHalton, phaseTwo } from "../support/funding/offered.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
let hash: string
let sponsor: Client
let certifier: Client
let lead: Client
beforeEach(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-09-20T09:00:00Z")
  ;({ hash } = await offeredToHalton(service))
  sponsor = await service.as("sponsor@halton.example")
  certifier = await service.as("section-151@halton.example")
  lead = await service.as("site-lead@halton.example")
})
afterEach(() => service.stop())

/** Halton’s section 151 officer, and their delegate. */
const officers = ["finance-partner@halton.example", "section-151@halton.example"]

const offer = `${phaseTwo}/offer`
const pageOf = async (who: Client, path = offer) => plain(await (await who.get(path)).text())
const account = async () => {
  const found = await fundingIn(service.table).account("halton", "NSW2")
  if (!found) throw new Error("There is an offer")
  return found
}
const press = async (who: Client) =>
  who.post(`${offer}/accept`, fieldsIn(await pageOf(who), `${offer}/accept`))
const saysOf = (answer: Response) => answer.text().then(plain)

describe("an offer", () => {
  test("is read whole by the site, with its letter, its terms and its payments, in confidence", async () => {
    const page = await pageOf(lead)
    for (const words of [
      "The Department of Health offers Halton Borough Council £92,827.",
      "It is used for the named social worker pilot.",
      "In confidence until the Department announces.",
      "£37,130.80",
      "When the statement of grant usage is accepted",
      "Spending update: five lines, not certified",
      "The award is under £100,000.",
      "Waiting for the sponsor and the section 151 officer of Halton Borough Council.",
      "Please answer by Friday 6 October 2017.",
    ])
      expect(page).toContain(words)
    expect(page).not.toContain("Accept the offer</button>")
  })

  test("is on the home of whoever has to accept it, first of all", async () => {
    const home = await pageOf(certifier, "/organisations/halton")
    expect(home).toContain(
      "One thing waits for you: the offer of £92,827 (to accept, by Friday 6 October 2017).",
    )
    expect(home).not.toContain("Nothing to sign.")
    expect(await pageOf(lead, "/organisations/halton")).not.toContain("the offer of £92,827 (to accept")
  })

  test("is accepted by both, and each other one is written to", async () => {
    expect((await press(sponsor)).headers.get("location")).toBe(offer)
    await service.deliver()
    expect(service.mails.map(({ to }) => to).sort()).toEqual(officers)
    expect(service.mails[0]?.subject).toContain(
      "Please accept the offer of £92,827 for Halton Borough Council",
    )
    expect(service.mails[0]?.text).toContain(offer)
    expect(await pageOf(sponsor)).toContain("Waiting for the section 151 officer of Halton Borough Council.")
    expect((await account()).state).toBe("offered")

    await press(certifier)
    await service.deliver()
    expect((await account()).state).toBe("accepted")
    const next = service.mails.filter(({ subject }) => subject.includes("Accepted:"))
    expect(next.map(({ to }) => to).sort()).toEqual([
      "contributor@halton.example",
      "site-lead@halton.example",
      "sponsor@halton.example",
    ])
    expect(next[0]?.text).toContain(`${phaseTwo}/set-up`)
    expect(await pageOf(lead)).toContain("Accepted on 20 September 2017.")
  })

  test("is accepted in one press by somebody who holds both roles", async () => {
    const people = peopleIn(service.table)
    const known = await people.known("p-halton-sponsor")
    const given = known?.grants.find(({ organisation }) => organisation === "halton")
    if (!known || !given) throw new Error("The sponsor is there")
    await people.write(people.granting(known.person, { ...given, id: "g-both", role: "certifier" }))
    expect(await pageOf(sponsor)).toContain("as sponsor and section 151 officer.")
    await press(sponsor)
    const { state, signatures } = await account()
    expect([state, signatures.map(({ role }) => role)]).toEqual(["accepted", ["sponsor", "certifier"]])
  })

  test("that was made anew is not accepted by the page of the old one", async () => {
    const old = fieldsIn(await pageOf(sponsor), `${offer}/accept`)
    await offeredToHalton(service, { answerBy: "2017-10-13" })
    const answer = await sponsor.post(`${offer}/accept`, old)
    expect(answer.status).toBe(409)
    const says = await saysOf(answer)
    expect(says).toContain("The offer was changed after you opened this page. Read it again, then go on.")
    expect(says).toContain("Please answer by Friday 13 October 2017.")
    expect((await account()).signatures).toEqual([])
  })

  test("has one acceptance however often the button is pressed", async () => {
    const fields = fieldsIn(await pageOf(sponsor), `${offer}/accept`)
    const both = await Promise.all([1, 2].map(() => sponsor.post(`${offer}/accept`, fields)))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect((await sponsor.post(`${offer}/accept`, { ...fields, key: newKey() })).status).toBe(409)
    expect((await account()).signatures).toHaveLength(1)
    await service.deliver()
    expect(service.mails.map(({ to }) => to).sort()).toEqual(officers)
  })
})

describe("declining an offer", () => {
  test("asks why, keeps what was typed, and says so to the lead and to whoever was waited for", async () => {
    const form = await pageOf(sponsor, `${offer}/decline`)
    const fields = fieldsIn(form, `${offer}/decline`)
    const empty = await sponsor.post(`${offer}/decline`, fields)
    expect([empty.status, await saysOf(empty)]).toEqual([
      422,
      expect.stringContaining("Enter why you decline"),
    ])
    const long = await sponsor.post(`${offer}/decline`, { ...fields, because: "word ".repeat(101) })
    expect([long.status, await saysOf(long)]).toEqual([422, expect.stringContaining("You have 101")])
    expect((await account()).state).toBe("offered")

    await sponsor.post(`${offer}/decline`, { ...fields, because: "We have no staff." })
    expect((await account()).declined?.because).toBe("We have no staff.")
    await service.deliver()
    expect(service.mails.map(({ to }) => to).sort()).toEqual([...officers, "site-lead@halton.example"])
    const says = "on 20 September 2017: “We have no staff.”"
    expect(await pageOf(lead)).toContain(says)
    expect(await pageOf(sponsor, `${offer}/decline`)).toContain(says)
    expect(await pageOf(lead, money)).toContain("Nothing is to be paid.")
  })

  test("is refused in words where it was accepted meanwhile", async () => {
    const fields = fieldsIn(await pageOf(sponsor, `${offer}/decline`), `${offer}/decline`)
    await press(sponsor)
    await press(certifier)
    const answer = await sponsor.post(`${offer}/decline`, { ...fields, because: "We have no staff." })
    expect(answer.status).toBe(409)
    expect((await account()).state).toBe("accepted")
  })
})

describe("who may do what with it", () => {
  const may: [string, string, readonly string[]][] = [
    ["GET", money, ["lead", "contributor", "sponsor", "certifier"]],
    ["GET", offer, ["lead", "contributor", "sponsor", "certifier"]],
    ["POST", `${offer}/accept`, ["sponsor", "certifier"]],
    ["POST", `${offer}/decline`, ["sponsor"]],
    ["GET", `${phaseTwo}/set-up`, ["lead", "contributor", "sponsor", "certifier", "governance"]],
    ["POST", `${phaseTwo}/set-up/people`, ["lead", "contributor"]],
    ["POST", `${phaseTwo}/set-up/impact`, ["lead", "contributor", "governance"]],
    ["GET", `${phaseTwo}/leave`, ["lead", "sponsor"]],
    ["POST", `${phaseTwo}/leave`, ["lead", "sponsor"]],
  ]
  const bodies: Record<string, unknown> = {
    accept: { hash: "none" },
    decline: { because: "No staff." },
    people: { answers: {} },
    impact: { answers: {} },
    leave: { on: "2018-01-31", because: "No staff.", told: "In May.", heavy: 3 },
  }

  test("is as the table of policy has it", async () => {
    const mailboxes: Partial<Record<Role, string>> = { lead: "site-lead", certifier: "section-151" }
    for (const role of organisationRoles) {
      const who = await service.as(`${mailboxes[role] ?? role}@halton.example`)
      for (const [method, path, allowed] of may) {
        const body = method === "POST" ? bodies[path.split("/").at(-1) ?? ""] : undefined
        const { status } = await who.api(method, path, body, keyed())
        expect([role, method, path, status === 403]).toEqual([role, method, path, !allowed.includes(role)])
      }
    }
  })

  test("whoever works at another site, or at the department, finds nothing there", async () => {
    for (const email of ["sponsor@bradford.example", "finance@doh.example"]) {
      const who = await service.as(email)
      for (const path of [money, offer]) expect((await who.get(path)).status).toBe(404)
    }
  })
})

test("the API does the same: it reads the offer, accepts it by its hash and gives the same answer again", async () => {
  const read = (await (await sponsor.api("GET", offer)).json()) as Record<string, unknown>
  expect(read).toMatchObject({
    state: "offered",
    amount: 9_282_700,
    inConfidence: true,
    offer: { hash },
    mayAccept: ["sponsor"],
    waitingFor: ["sponsor", "certifier"],
  })
  const key = keyed()
  const accept = async () => (await sponsor.api("POST", `${offer}/accept`, { hash }, key)).text()
  const first = await accept()
  expect(JSON.parse(first)).toEqual({ ...halton, state: "offered" })
  expect(await accept()).toBe(first)
  expect((await sponsor.api("GET", `${money}/NSW9/offer`)).status).toBe(404)
})
