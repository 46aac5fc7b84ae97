import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { programmeItself } from "../shared/domain/people/organisation.ts"
import { keys } from "../shared/store/keys.ts"
import { letterIn, letterTags } from "../shared/web/letter-tags.ts"
import type { Mail } from "../shared/web/world.ts"
import { type Service, startService } from "./support/service.ts"
import { sent } from "./support/submission.ts"

let service: Service
let receipts: Mail[]
beforeAll(async () => {
  service = await startService()
  await sent(service)
  receipts = (await service.deliver()).filter(({ subject }) => subject.includes("Receipt"))
})
afterAll(() => service.stop())

const receiptTo = (email: string) => {
  const found = receipts.find(({ to }) => to === email)
  if (!found?.letter) throw new Error(`No receipt went to ${email}`)
  return { mail: found, letter: found.letter }
}
const told = async ({ pk, sk, place }: NonNullable<Mail["letter"]>) => {
  const item = await service.table.get({ pk, sk }, { strong: true })
  return { state: item?.[`told${place}`], at: item?.[`told${place}At`], came: item?.[`bounced${place}`] }
}
const bouncedIn = async (key: { pk: string; sk: string }) =>
  (await service.table.get(key, { strong: true }))?.bounced
const marks = async (person: string, ...grants: [organisation: string, grant: string][]) =>
  Promise.all([
    bouncedIn(keys.person(person)),
    ...grants.map(([organisation, grant]) => bouncedIn(keys.member(organisation, person, grant))),
  ])
const signsInByLink = async (email: string) => {
  await service.nobody.post("/sign-in", { email })
  const letter = (await service.deliver()).findLast(({ to }) => to === email)
  const token = /token=(\S+)/.exec(letter?.text ?? "")?.[1] ?? ""
  expect((await service.nobody.post("/sign-in/link", { token, name: "" })).status).toBe(303)
  return letter as Mail
}

const lead = "site-lead@halton.example"
const asLead = () => marks("p-halton-site-lead", ["halton", "g-halton-lead"])
const tuesday = "2017-08-15T09:30:00.000Z"

describe("a letter that came back", () => {
  test("says so, with when and why, and so does the person it was for, wherever they are a member", async () => {
    const { mail, letter } = receiptTo(lead)
    expect(await told(letter)).toMatchObject({ state: "sent", at: "2017-08-14T08:00:00.000Z" })
    service.at(tuesday)
    await service.bounce(mail)
    expect(await told(letter)).toEqual({
      state: "bounced",
      at: tuesday,
      came: { at: tuesday, kind: "refused" },
    })
    expect(await asLead()).toEqual([tuesday, tuesday])
  })

  test("changes nothing of the same letter to others", async () => {
    expect(await told(receiptTo("sponsor@halton.example").letter)).toMatchObject({ state: "sent" })
    expect(await marks("p-halton-sponsor", ["halton", "g-halton-sponsor"])).toEqual([undefined, undefined])
  })

  test("is forgotten of the person who signs in with a link, and told again it is still the same letter", async () => {
    await signsInByLink(lead)
    expect(await asLead()).toEqual([undefined, undefined])
    const { mail, letter } = receiptTo(lead)
    service.at("2017-08-16T09:30:00.000Z")
    for (const fate of ["refused", "unwanted", "late"] as const) await service.bounce(mail, fate)
    expect(await told(letter)).toMatchObject({ state: "bounced", at: tuesday })
    expect(await asLead()).toEqual([undefined, undefined])
  })

  test("because somebody called it unwanted says that", async () => {
    const { mail, letter } = receiptTo("contributor@halton.example")
    await service.bounce(mail, "unwanted")
    expect((await told(letter)).came).toMatchObject({ kind: "unwanted" })
    const [person, member] = await marks("p-halton-contributor", ["halton", "g-halton-contributor"])
    expect([person, member]).toEqual([expect.any(String), person])
  })

  test("is handed over only once where it is told by two at the same moment", async () => {
    await sent(service, "bradford")
    const mail = (await service.deliver()).findLast(({ to }) => to === "sponsor@bradford.example") as Mail
    await Promise.all([service.bounce(mail), service.bounce(mail), service.bounce(mail, "late")])
    expect(await told(mail.letter as NonNullable<Mail["letter"]>)).toMatchObject({ state: "bounced" })
  })
})

describe("a letter that is held up", () => {
  test.each(["full", "late"] as const)("(%s) says so, and nothing is said of the person", async (fate) => {
    const { mail, letter } = receiptTo("sponsor@halton.example")
    await service.bounce(mail, fate)
    expect(await told(letter)).toMatchObject({ state: "delayed", came: undefined })
    expect(await marks("p-halton-sponsor")).toEqual([undefined])
  })

  test("may still come back", async () => {
    const { mail, letter } = receiptTo("sponsor@halton.example")
    await service.bounce(mail)
    expect(await told(letter)).toMatchObject({ state: "bounced" })
    expect(await marks("p-halton-sponsor")).toEqual([expect.any(String)])
  })
})

test("somebody who belongs to two councils is marked in both, and cleared in both", async () => {
  const partner = "finance-partner@halton.example"
  const places = () =>
    marks(
      "p-halton-finance-partner",
      ["halton", "g-halton-certifier"],
      ["shropshire", "g-shropshire-certifier"],
    )
  const link = await signsInByLink(partner)
  await service.bounce(link)
  const [when, ...members] = await places()
  expect(when).toEqual(expect.any(String))
  expect(members).toEqual([when, when])
  await signsInByLink(partner)
  expect(await places()).toEqual([undefined, undefined, undefined])
})

test("somebody of the programme itself is marked among the programme's own people", async () => {
  const coordinator = "coordinator@innovation-unit.example"
  const place = () => marks("p-coordinator", [programmeItself, "g-coordinator"])
  await service.bounce(await signsInByLink(coordinator))
  expect(await place()).toEqual([expect.any(String), expect.any(String)])
  await signsInByLink(coordinator)
  expect(await place()).toEqual([undefined, undefined])
})

test("an address that is nobody's, or somebody's no longer, marks nobody", async () => {
  const { table } = service
  await table.write([{ put: { ...keys.mail("before@halton.example"), person: "p-halton-governance" } }])
  for (const to of ["before@halton.example", "nobody@halton.example"]) await service.bounce({ to })
  expect(await marks("p-halton-governance", ["halton", "g-halton-governance"])).toEqual([
    undefined,
    undefined,
  ])
})

test("word of a letter that is not known, or that makes no sense, is logged and never thrown", async () => {
  const before = service.faults.length
  const nowhere = { pk: "ORG#halton", sk: "LETTER#NSW2-HAL-E-222222#000001", place: 0 }
  await service.bounce({ to: "governance@halton.example", letter: nowhere })
  const notALetter = { ...keys.mail(lead), place: 0 }
  await service.bounce({ to: "governance@halton.example", letter: notALetter })
  await service.bounce({ to: undefined } as unknown as Mail)
  expect(service.faults).toHaveLength(before + 3)
  expect(await marks("p-halton-governance")).toEqual([undefined])
})

describe("a letter's place as tags", () => {
  const written = fc.string({ unit: "binary", maxLength: 60 })
  const places = fc.record({ pk: written, sk: written, place: fc.nat(999) })

  test("holds only what a provider takes, and comes back as it went", () => {
    fc.assert(
      fc.property(places, (letter) => {
        const tags = letterTags(letter)
        for (const [name, value] of Object.entries(tags)) expect(name + value).toMatch(/^[\w-]{1,300}$/)
        for (const value of Object.values(tags)) expect(value.length).toBeLessThanOrEqual(256)
        const given = Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]]))
        expect(letterIn(given)).toEqual(Object.keys(tags).length ? letter : undefined)
      }),
    )
  })

  test("is left out where it is too long, and the letter goes", () => {
    expect(letterTags({ pk: "ORG#halton", sk: `LETTER#${"x".repeat(200)}`, place: 0 })).toEqual({})
  })
})
