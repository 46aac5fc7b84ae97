import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { programme } from "../../infra/local/demonstration/programme.ts"
import { calendarIn } from "../../shared/store/calendar.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { awarded } from "../support/funding/award.ts"
import { type Review, reviewOf, saysIn } from "../support/funding/review.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { returnForms } from "../support/returns.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { type Begun, begun, keyed, newKey } from "../support/submission.ts"

let service: Service
let lead: Client
let contributor: Client
let certifier: Client
let finance: Client
const statement = "nsw2-statement-2018-03-31"

beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  lead = await service.as("site-lead@sheffield.example")
  contributor = await service.as("contributor@sheffield.example")
  certifier = await service.as("section-151@sheffield.example")
  finance = await service.as("finance@doh.example")
  service.at("2018-04-16T09:00:00Z")
  const phase = await calendarIn(service.table, programme.id).phase("NSW2")
  const award = phase?.sites.find(({ organisation }) => organisation === "sheffield")?.award
  await awarded(service, { organisation: "sheffield", ...(award !== undefined && { amount: award }) })
})
afterAll(() => service.stop())
beforeEach(() => service.at("2018-04-17T09:00:00Z"))

type Read = Review & {
  reference: string
  waitingFor: { role: string; name?: string }[]
  signatures: { role: string; name: string }[]
  sections: { id: string; answers: Record<string, Record<string, unknown>> }[]
  problems: { says: string }[]
}
const read = async (one: Begun, who = lead) => (await one.read(who)) as Read
const usage = (award: number, unspent = 0) => ({
  used: { used: { "2017-18": award - unspent } },
  unspent,
  ...(unspent > 0 && { why: "One post was filled late." }),
})
const textOf = async (who: Client, path: string) => (await who.get(path)).text()

let one: Begun
let award: number

describe("a statement of grant usage", () => {
  test("is prepared by a contributor and confirmed by the lead, and then waits for the certifier by name", async () => {
    one = await begun(lead, "sheffield", statement)
    const form = returnForms["statement-of-grant-usage"] ?? {}
    const given = form.usage as { used: { used: Record<string, number> }; unspent: number }
    award = Object.values(given.used.used).reduce((sum, each) => sum + each, 0) + given.unspent
    for (const [section, answers] of Object.entries(form)) {
      const saved = await one.save(contributor, section, answers)
      expect(saved.status, await saved.clone().text()).toBe(200)
    }
    const { problems } = await read(one)
    if (problems.length > 0) {
      award = Number(/The award is £([\d,]+)/.exec(problems[0]?.says ?? "")?.[1]?.replaceAll(",", "")) * 100
      await one.save(contributor, "usage", usage(award))
    }
    expect((await one.sign(lead)).status).toBe(200)
    const { sentence, waitingFor } = await read(one)
    expect(waitingFor).toEqual([{ role: "certifier", name: "Sheffield section 151 officer (demonstration)" }])
    expect(sentence).toContain("NOT SENT YET. Waiting for Sheffield section 151 officer (demonstration)")
  })

  test("is one page for the certifier: the figures, the certificate, one button that certifies and sends", async () => {
    const page = await textOf(certifier, `${one.here}/sign`)
    expect(page).toContain("How much was used in each financial year?")
    expect(page).toContain("As section 151 officer:")
    expect(page).toContain("Certify and send</button>")
    expect(page).toContain("Suggest a figure")
    expect(page).toContain('name="note"')
    expect(await textOf(lead, `${one.here}/sign`)).not.toContain("</button>")
  })

  test("another figure is suggested with why, and nothing is changed by it", async () => {
    const form = await textOf(certifier, `${one.here}/suggest`)
    expect(form).toContain("How much is unspent?: £0")
    const { revision } = await read(one)
    const wrong = { key: newKey(), revision: String(revision), figure: "usage/unspent", after: "0", note: "" }
    const refused = await certifier.post(`${one.here}/suggest`, wrong)
    expect(refused.status).toBe(422)
    for (const [figure, after, note] of [
      ["usage/unspent", 2_700, "£27 is left in the ledger."],
      ["usage/used/used.2017-18", award - 2_700, "£27 less."],
    ] as const) {
      const { revision } = await read(one)
      const body = { revision, figure, after, note }
      const given = await certifier.api("POST", `${one.here}/suggest`, body, keyed())
      expect(given.status, await given.clone().text()).toBe(200)
    }
    expect((await one.save(certifier, "usage", { unspent: 1 })).status).toBe(403)
    const mine = { revision: (await read(one)).revision, figure: "usage/unspent", after: 1, note: "Mine." }
    expect((await lead.api("POST", `${one.here}/suggest`, mine, keyed())).status).toBe(403)
    const mails = (await service.deliver()).filter(({ subject }) =>
      subject.includes("Another figure is suggested"),
    )
    expect(mails.map(({ to }) => to)).toContain("site-lead@sheffield.example")
    expect((await read(one)).state).toBe("waiting")
    const page = await textOf(lead, one.here)
    expect(page).toContain("Figures are suggested")
    expect(page).toContain("Take it: £27")
    expect(page).toContain("£27 is left in the ledger.")
  })

  test("it is left as it was with one press, or taken: then it is saved, and what was signed is void", async () => {
    const { revision } = await read(one)
    const taken = await lead.post(`${one.here}/suggestions`, {
      key: newKey(),
      revision: String(revision),
      figure: "usage/unspent",
      does: "take",
    })
    expect(taken.status).toBe(303)
    const now = await read(one)
    expect(now.state).toBe("draft")
    expect(now.sections[0]?.answers.unspent).toBe(2_700)
    const key = newKey()
    const body = { revision: now.revision, figure: "usage/used/used.2017-18", take: true }
    expect((await one.save(contributor, "usage", { why: "One post was filled late." })).status).toBe(200)
    expect((await lead.api("POST", `${one.here}/suggestions`, body, keyed(newKey()))).status).toBe(409)
    const again = { ...body, revision: (await read(one)).revision }
    const given = await lead.api("POST", `${one.here}/suggestions`, again, keyed(key))
    expect(given.status, await given.clone().text()).toBe(200)
    const twice = await lead.api("POST", `${one.here}/suggestions`, again, keyed(key))
    expect(await twice.json()).toEqual(await given.json())
    const after = await read(one)
    expect([after.state, after.signatures.map(({ role }) => role)]).toEqual(["waiting", ["lead"]])
    expect(after.problems).toEqual([])
  })

  test("leaving a suggestion changes no figure and voids no signature", async () => {
    const { revision } = await read(one)
    const figure = "usage/unspent"
    const body = { revision, figure, after: 5_000, note: "Is it not £50?" }
    expect((await certifier.api("POST", `${one.here}/suggest`, body, keyed())).status).toBe(200)
    const left = { revision: revision + 1, figure, take: false }
    expect((await contributor.api("POST", `${one.here}/suggestions`, left, keyed())).status).toBe(200)
    const after = await read(one)
    expect([after.state, after.sections[0]?.answers.unspent, after.signatures.length]).toEqual([
      "waiting",
      2_700,
      1,
    ])
    expect(await textOf(lead, one.here)).not.toContain("is suggested")
  })

  test("“not yet” goes back to the team with why; the certifier may still certify what they did not write", async () => {
    const note = "Please say which post it was."
    const declined = await certifier.post(`${one.here}/decline`, { key: newKey(), note })
    expect(declined.status).toBe(303)
    expect((await read(one)).state).toBe("draft")
    expect(await textOf(lead, one.here)).toContain(note)
    await one.save(contributor, "usage", { why: "The second post was filled late." })
    expect((await one.sign(lead)).status).toBe(200)
  })

  test("whoever has written in it may not certify it, whatever roles they hold", async () => {
    const people = peopleIn(service.table)
    const person = {
      id: "p-sheffield-contributor",
      name: "Sheffield contributor",
      email: "contributor@sheffield.example",
    }
    const id = (await people.idOf(person.email)) ?? person.id
    await people.write(
      people.granting(
        { ...person, id },
        {
          id: "g-both",
          role: "certifier",
          organisation: "sheffield",
          from: "2018-01-01T00:00:00.000Z",
          to: "2018-12-31T00:00:00.000Z",
          by: "test",
        },
      ),
    )
    const refused = await one.sign(contributor)
    expect(refused.status).toBe(409)
    expect(await textOf(contributor, `${one.here}/sign`)).toContain("You have written in it")
  })

  test("is certified and sent by one press, as two lines of its history and one receipt", async () => {
    const { revision } = await read(one)
    const typed = { key: newKey(), revision: String(revision), send: "yes" }
    const answer = await certifier.post(`${one.here}/sign`, typed)
    expect(answer.headers.get("location")).toBe(`${one.here}/receipts/1`)
    const again = await certifier.post(`${one.here}/sign`, typed)
    expect(again.headers.get("location")).toBe(`${one.here}/receipts/1`)
    expect(await textOf(certifier, `${one.here}/receipts/1`)).toContain("Statement of grant usage sent")
    const history = await lead.api("GET", `${one.here}/history`)
    const { events } = (await history.json()) as { events: { move: string; role: string }[] }
    expect(events.slice(0, 2).map(({ move, role }) => [move, role])).toEqual([
      ["send", "certifier"],
      ["sign", "certifier"],
    ])
    const after = await read(one)
    expect([after.state, after.version]).toEqual(["sent", 1])
  })

  test("is accepted with the name of whoever certified it", async () => {
    const review = reviewOf(one.reference, "sheffield")
    expect(await textOf(finance, review.at)).toContain("By Sheffield section 151 officer (demonstration)")
    const accepted = await review.seen(finance, "accept")
    expect(accepted.status, await accepted.clone().text()).toBe(200)
    const ledger = await service.table.query({ pk: "LEDGER#sheffield", strong: true, newestFirst: true })
    expect(ledger.items[0]).toMatchObject({
      verb: "accept statement",
      given: {
        used: { "2017-18": award - 2_700 },
        unspent: 2_700,
        certifiedBy: "Sheffield section 151 officer (demonstration)",
      },
    })
  })
})

describe("a certifier who is away", () => {
  test("whoever holds the role on the day is named and may sign; whose grant has ended is neither", async () => {
    const people = peopleIn(service.table)
    const own = await service.as("site-lead@liverpool.example")
    const first = (await people.idOf("section-151@liverpool.example")) ?? ""
    const other = await begun(own, "liverpool", statement)
    await other.save(own, "usage", returnForms["statement-of-grant-usage"]?.usage ?? {})
    const { problems } = await read(other, own)
    const due = Number(/The award is £([\d,]+)/.exec(problems[0]?.says ?? "")?.[1]?.replaceAll(",", "")) * 100
    if (due > 0) await other.save(own, "usage", usage(due))
    expect((await other.sign(own)).status).toBe(200)
    expect((await read(other, own)).sentence).toContain("Liverpool section 151 officer (demonstration)")

    const deputy = { id: "p-deputy", name: "Dana Deputy", email: "deputy@liverpool.example" }
    const grant = {
      id: "g-deputy",
      role: "certifier" as const,
      organisation: "liverpool",
      from: "2018-04-18T00:00:00.000Z",
      to: "2018-05-01T00:00:00.000Z",
      by: "test",
    }
    await people.write([...people.add(deputy), ...people.granting(deputy, grant)])
    const { items } = await service.table.query({ pk: "PEOPLE#liverpool", strong: true })
    const member = items.find((item) => item.person === first && item.role === "certifier")
    await service.table.write([
      { put: { ...(member as { pk: string; sk: string }), to: "2018-04-18T00:00:00.000Z" } },
    ])
    service.at("2018-04-19T09:00:00Z")
    expect((await read(other, own)).sentence).toContain("Waiting for Dana Deputy, section 151 officer")
    const dana = await service.as(deputy.email)
    expect(await textOf(dana, `${other.here}/sign`)).toContain("Certify and send")
    service.at("2018-05-02T09:00:00Z")
    expect((await dana.get(other.here)).status).toBe(404)
    service.at("2018-04-19T09:00:00Z")
    const refused = await dana.api("POST", `${other.here}/sign`, { revision: 1 }, keyed())
    expect(await saysIn(refused)).toContain("Read it again")
    const { revision } = await read(other, own)
    const signed = await dana.api("POST", `${other.here}/sign`, { revision, send: true }, keyed())
    expect(signed.status, await signed.clone().text()).toBe(200)
    expect((await read(other, own)).state).toBe("sent")
  })
})

describe("a quarterly funding return", () => {
  test("“not yet” by section opens those sections alone, with why, beside the form; nobody else sees it sent", async () => {
    const site = "bradford"
    const own = await service.as(`site-lead@${site}.example`)
    const writer = await service.as(`contributor@${site}.example`)
    const signs = await service.as(`section-151@${site}.example`)
    await awarded(service, { organisation: site, full: true })
    service.at("2018-01-16T09:00:00Z")
    const quarter = await begun(own, site, "nsw2-spending-2017-12-31")
    const asked = (await read(quarter, own)).sections.map(({ id }) => id)
    for (const [section, answers] of Object.entries(autumn).filter(([id]) => asked.includes(id))) {
      const saved = await quarter.save(writer, section, answers)
      expect(saved.status, `${section}: ${await saved.clone().text()}`).toBe(200)
    }
    expect((await read(quarter, own)).problems).toEqual([])
    const signed = await quarter.sign(own)
    expect(signed.status, await signed.clone().text()).toBe(200)

    const page = await textOf(signs, `${quarter.here}/sign`)
    expect(page).toContain("Which sections need changes?")
    expect(page).toContain("Certify and send</button>")
    const typed = { key: newKey(), note: "The backfill is £27 out.", "by-section": "yes" }
    const none = await signs.post(`${quarter.here}/decline`, typed)
    expect(none.status).toBe(422)
    const again = await none.text()
    expect(again).toContain("Select which sections need changes")
    expect(again).toContain("The backfill is £27 out.")
    const one = await signs.post(`${quarter.here}/decline`, { ...typed, sections: "spending" })
    expect(one.status).toBe(303)
    expect((await read(quarter, own)).sentence).toMatch(/^NOT SENT\. Only your team can see this\./)
    const list = await textOf(own, quarter.here)
    expect(list).toContain("said “not yet”")
    expect(list).toContain(`href="${quarter.here}/sections/spending"`)
    expect(list).not.toContain(`href="${quarter.here}/sections/staff"`)
    const other = await quarter.save(writer, "staff", {})
    expect([200, 409]).toContain(other.status)
    const review = reviewOf(quarter.reference, site)
    expect((await finance.get(review.at)).status).toBe(404)

    await quarter.save(writer, "spending", { spending: { practitioners: { actual: 2_317_975 } } })
    expect((await quarter.sign(own)).status).toBe(200)
    const { revision } = await read(quarter, own)
    const sent = await signs.post(`${quarter.here}/sign`, {
      key: newKey(),
      revision: String(revision),
      send: "yes",
    })
    expect(sent.headers.get("location")).toBe(`${quarter.here}/receipts/1`)
    expect((await read(quarter, own)).state).toBe("sent")
    const reading = await finance.get(review.at)
    expect([reading.status, await reading.text()]).toEqual([200, expect.stringContaining("£23,179.75")])
    const accepted = await review.seen(finance, "accept")
    expect(accepted.status, await accepted.clone().text()).toBe(200)
  })
})

/** A site that spent in autumn as its profile says, and expects to spend the rest by March. */
const autumn: Record<string, Record<string, unknown>> = {
  spending: { spending: { practitioners: { actual: 2_320_675 } } },
  corrections: { any: false },
  forecast: { forecast: { practitioners: { "2018-03-31": 6_962_025 } } },
  reasons: {},
  moving: { any: false },
  ending: { confidence: "4" },
  staff: {
    posts: [
      { role: "Named social worker", share: 1, state: "filled", start: "2017-10-02", end: "2018-03-31" },
    ],
  },
  "other-funding": { any: false },
  checks: { ineligible: true },
}
