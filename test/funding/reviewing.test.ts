import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { balancesOf, countingOf } from "../../shared/domain/funding/balances.ts"
import { replayed } from "../../shared/domain/funding/entry.ts"
import { brokenAt, event as eventSchema } from "../../shared/domain/submissions/event.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import { fundingIn } from "../../shared/store/funding.ts"
import { awarded } from "../support/funding/award.ts"
import { december, type Review, reviewOf, saysIn, sentUpdate } from "../support/funding/review.ts"
import { publishPhaseTwo, returns } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
let finance: Client
let coordinator: Client

beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  for (const organisation of ["halton", "bradford", "sheffield"]) await awarded(service, { organisation })
  finance = await service.as("finance@doh.example")
  coordinator = await service.as("coordinator@innovation-unit.example")
})
afterAll(() => service.stop())
beforeEach(() => service.at("2018-01-16T09:00:00Z"))

const account = async (organisation: string) => {
  const found = await fundingIn(service.table).account(organisation, "NSW2")
  if (!found) throw new Error("There is no account")
  return found
}
const stands = async (organisation: string, round = returns.december) =>
  (await expectedIn(service.table).of(organisation, round))?.stands
const lettersOf = async (subject: string) => {
  const mails = await service.deliver()
  return mails.filter((one) => one.subject.includes(subject))
}

/** The lines of a return and of its account hold together, to the last. */
const intact = async (organisation: string, reference: string) => {
  const { items } = await service.table.query({
    pk: `LOG#${organisation}`,
    begins: `${reference}#`,
    strong: true,
  })
  const lines = items.map((item) => eventSchema.parse(item))
  const last = lines.at(-1)
  expect(brokenAt(lines, { number: last?.number ?? 0, hash: last?.hash ?? "" })).toBeUndefined()
  const entries = await fundingIn(service.table).entries(organisation, "NSW2")
  expect(replayed(entries)).toEqual(await account(organisation))
}

describe("a return that was sent", () => {
  let review: ReturnType<typeof reviewOf>
  let lead: Client
  let here: string
  let reference: string
  beforeAll(async () => {
    service.at("2018-01-16T09:00:00Z")
    const sent = await sentUpdate(service)
    lead = sent.lead
    here = sent.one.here
    reference = sent.one.reference
    review = reviewOf(reference)
  })

  test("is one page for the department, with every figure, what it comes to and what may be done", async () => {
    const page = await (await finance.get(review.at)).text()
    expect(page).toContain("Spending update, September to December 2017")
    expect(page).toContain("£9,000")
    expect(page).toContain("£1,200.50")
    expect(page).toContain("Nobody has opened it yet")
    expect(page).toContain("a coordinator says so by Friday 19 January 2018")
    expect(page).toContain("£10,200.50 counts as spent, and £82,626.50 as still expected.")
    expect(page).toContain("No coordinator has said that this version is complete.")
    expect((await review.read(finance)).moves).toEqual(["look", "ask", "send back", "accept"])
    expect((await review.read(coordinator)).moves).toEqual(["look", "check completeness", "send back"])
  })

  test("is not found by a coach, who sees the money and no return", async () => {
    const coach = await service.as("coach@innovation-unit.example")
    expect((await coach.get(review.at)).status).toBe(404)
  })

  test("says at the site who reads it, once somebody does; beginning twice is beginning once", async () => {
    expect((await review.does(finance, "look")).status).toBe(200)
    const before = await review.read(finance)
    expect((await review.does(coordinator, "look")).status).toBe(200)
    expect(await review.read(finance)).toEqual(before)
    expect(before.sentence).toContain("Department finance (demonstration) is reading it. The site hears by")
    const site = (await (await lead.api("GET", here)).json()) as Review
    expect(site.sentence).toContain(
      "Department finance (demonstration) is reading it. Nothing for you to do.",
    )
  })

  test("is found to be complete by a coordinator, and by nobody else", async () => {
    expect((await review.seen(finance, "check")).status).toBe(403)
    expect((await review.seen(coordinator, "check")).status).toBe(200)
    expect((await review.read(finance)).checked?.by).toBe("Programme coordinator (demonstration)")
    expect((await review.seen(coordinator, "check")).status).toBe(409)
  })

  test("is sent back for changes in the sections that are named, with why: nothing else can be changed", async () => {
    const none = await review.seen(finance, "send-back", { sections: [], note: "It is not right." })
    expect(none.status).toBe(422)
    expect(await none.text()).toContain("Select which sections need changes")
    const note = "The training is £27 less in the ledger."
    const given = await review.seen(finance, "send-back", { sections: ["spending"], note })
    expect(given.status).toBe(200)
    const { sentence, state } = await review.read(finance)
    expect(state).toBe("draft")
    expect(sentence).toBe(
      "SENT, then SENT BACK on 16 January 2018 for changes to What you spent. The site’s changes are NOT SENT YET.",
    )
    expect((await stands("halton"))?.back).toMatchObject({ note })
    const [mail] = await lettersOf("Sent back for changes")
    expect(mail?.text).toContain(note)

    const page = await (await lead.get(here)).text()
    expect(page).toContain("sent it back on 16 January 2018")
    expect(page).toContain("for changes to 1 of 2 sections, What you spent")
    expect(page).toContain("The other one is as you sent it.")
    expect(page).toContain(`${here}/sections/spending`)
    expect(page).not.toContain(`href="${here}/sections/outlook"`)
    const other = await lead.api("POST", `${here}/sections/outlook`, {
      revision: 99,
      answers: { award: "less" },
    })
    expect(other.status).toBe(409)
    expect(await saysIn(other)).toContain("Only What you spent can be changed now")
  })

  test("cannot be accepted while the site has it, in words", async () => {
    const refused = await review.seen(finance, "accept")
    expect(refused.status).toBe(409)
    expect(await saysIn(refused)).toContain("It is open for changes at the site")
    const page = await finance.post(`${review.at}/accept`, { key: newKey(), revision: "1" })
    expect(page.status).toBe(409)
    expect(await page.text()).toContain("It is open for changes at the site")
  })

  test("comes back as another version, after its last day too, and is compared figure by figure", async () => {
    service.at("2018-03-01T09:00:00Z")
    const { revision } = (await (await lead.api("GET", here)).json()) as Review
    const spending = {
      ...(december.spending?.spending as object),
      training: { spent: 117_350, expected: 102_700 },
    }
    const saved = await lead.api("POST", `${here}/sections/spending`, { revision, answers: { spending } })
    expect(saved.status, await saved.clone().text()).toBe(200)
    expect(await (await lead.get(here)).text()).toContain("What you have changed since version 1")
    const sent = await lead.api("POST", `${here}/send`, { revision: revision + 1 }, keyed())
    expect(sent.status, await sent.clone().text()).toBe(200)
    const compared = await (await finance.api("GET", `${review.at}/compare/1`)).json()
    expect(compared).toEqual({
      before: 1,
      after: 2,
      same: 3,
      sections: [
        {
          id: "spending",
          title: "What you spent",
          differences: [
            { label: "Training and events, spent in this period", before: "£1,200.50", after: "£1,173.50" },
            {
              label: "Training and events, expected after it, to the end",
              before: "£1,000",
              after: "£1,027",
            },
          ],
        },
      ],
    })
    const page = await (await finance.get(`${review.at}/compare/1`)).text()
    expect(page).toContain(
      '<del class="answer">£1,200.50<span class="govuk-visually-hidden"> before,</span></del>',
    )
    expect(page).toContain("3 answers and figures are as before, and not shown.")
    expect((await finance.get(`${review.at}/compare/2`)).status).toBe(404)
    const now = await review.read(finance)
    expect([now.checked, now.looked, now.version]).toEqual([undefined, undefined, 2])
  })

  test("is accepted once, as the very version that was read: its figures count to the penny", async () => {
    expect((await review.seen(coordinator, "accept")).status).toBe(403)
    expect((await review.does(finance, "accept", { revision: 1 })).status).toBe(409)
    const key = newKey()
    const { revision } = await review.read(finance)
    const first = await review.does(finance, "accept", { revision }, key)
    expect(first.status, await first.clone().text()).toBe(200)
    const again = await review.does(finance, "accept", { revision }, key)
    expect(await again.json()).toEqual(await first.json())
    const [counting] = countingOf(await account("halton"))
    expect(counting).toMatchObject({ reference, version: 2, round: returns.december })
    const { actual, forecast, unallocated } = balancesOf(await account("halton"))
    expect([actual, forecast, unallocated]).toEqual([1_017_350, 8_265_350, 0])
    expect((await stands("halton"))?.state).toBe("accepted")
    await intact("halton", reference)
    const [mail] = await lettersOf("Accepted")
    expect(mail?.text).toContain("SENT and ACCEPTED on 16 January 2018.")
    expect(await (await lead.get(here)).text()).toContain("ACCEPTED on 16 January 2018")
  })

  test("changes no more, unless it is opened again: then it counts for nothing until it is accepted anew", async () => {
    const { revision } = await review.read(finance)
    const change = await lead.api("POST", `${here}/change`, { revision }, keyed())
    expect(change.status).toBe(409)
    const body = { sections: ["spending"], note: "The ledger was corrected." }
    expect((await review.seen(coordinator, "reopen", body)).status).toBe(403)
    const opened = await review.seen(finance, "reopen", body)
    expect(opened.status, await opened.clone().text()).toBe(200)
    expect(countingOf(await account("halton"))).toEqual([])
    expect((await review.read(finance)).sentence).toContain("SENT, then OPENED AGAIN on")
    await intact("halton", reference)
  })
})

describe("a statement that there is nothing to report", () => {
  test("is read and accepted too: nothing is spent, and what was expected is expected still", async () => {
    const lead = await service.as("site-lead@bradford.example")
    const nothing = { reason: "The posts were not filled." }
    const at = `/organisations/bradford/returns/${returns.december}/nothing`
    expect((await lead.api("POST", at, nothing, keyed())).status).toBe(201)
    const reference = (await stands("bradford"))?.reference ?? ""
    const review = reviewOf(reference, "bradford")
    expect(await (await finance.get(review.at)).text()).toContain("The posts were not filled.")
    expect((await review.seen(finance, "accept")).status).toBe(200)
    const after = await account("bradford")
    expect(countingOf(after)[0]?.posting.spent).toEqual([])
    expect(balancesOf(after)).toMatchObject({ actual: 0, forecast: after.award, unallocated: 0 })
    await intact("bradford", reference)
  })
})

describe("what stands in the way of accepting", () => {
  test("no award: it is said, on the page and where somebody tries", async () => {
    const { one } = await sentUpdate(service, "liverpool")
    const review = reviewOf(one.reference, "liverpool")
    const says = "There is no award for Liverpool yet: make the offer first."
    expect(await (await finance.get(review.at)).text()).toContain(says)
    const refused = await review.seen(finance, "accept")
    expect([refused.status, await saysIn(refused)]).toEqual([409, says])
  })

  test("an earlier return that was sent: that one first", async () => {
    const earlier = await sentUpdate(service, "sheffield")
    service.at("2018-04-10T09:00:00Z")
    const march = {
      spending: { spending: { workers: { spent: 500_000 } }, accruals: 0 },
      outlook: { award: "whole" },
    }
    const later = await sentUpdate(service, "sheffield", { round: returns.march, form: march })
    const review = reviewOf(later.one.reference, "sheffield")
    const refused = await review.seen(finance, "accept")
    expect(await saysIn(refused)).toMatch(/^Accept Spending update, .* first: this one stands on it\.$/)
    expect((await reviewOf(earlier.one.reference, "sheffield").seen(finance, "accept")).status).toBe(200)
    expect((await review.seen(finance, "accept")).status).toBe(200)
    expect((await review.read(finance)).before?.spent).toEqual({ workers: 900_000, training: 120_050 })
    const page = await (await finance.get(review.at)).text()
    expect(page).toContain("Accepted before: Spending update,")
    await intact("sheffield", later.one.reference)
    const opened = await reviewOf(earlier.one.reference, "sheffield").seen(finance, "reopen", {
      sections: ["spending"],
      note: "It is wrong.",
    })
    expect(await saysIn(opened)).toContain("is accepted, and stands on it. What was wrong is corrected")
  })
})

test("a draft that was never sent is not found, nor a return under another phase or site", async () => {
  const lead = await service.as("site-lead@shropshire.example")
  const begun = await lead.api(
    "POST",
    "/organisations/shropshire/submissions",
    { round: returns.december },
    keyed(),
  )
  const { reference } = (await begun.json()) as { reference: string }
  expect((await finance.get(reviewOf(reference, "shropshire").at)).status).toBe(404)
  const halton = (await stands("halton"))?.reference
  expect((await finance.get(`/funding/phases/NSW1/sites/halton/returns/${halton}`)).status).toBe(404)
  expect((await finance.get(reviewOf(halton ?? "", "bradford").at)).status).toBe(404)
})
