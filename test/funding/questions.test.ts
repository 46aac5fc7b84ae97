import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { expectedIn } from "../../shared/store/expected.ts"
import { awarded } from "../support/funding/award.ts"
import { december, type Review, reviewOf, saysIn, sentUpdate } from "../support/funding/review.ts"
import { publishPhaseTwo, returns } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
let finance: Client
let lead: Client
let contributor: Client
let review: ReturnType<typeof reviewOf>
let here: string

beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  await awarded(service)
  service.at("2018-01-16T09:00:00Z")
  finance = await service.as("finance@doh.example")
  contributor = await service.as("contributor@halton.example")
  const sent = await sentUpdate(service)
  lead = sent.lead
  here = sent.one.here
  review = reviewOf(sent.one.reference)
  await service.deliver()
})
afterAll(() => service.stop())
beforeEach(() => service.at("2018-01-17T09:00:00Z"))

const asks = (about: string, text: string, answerBy = "2018-01-24") =>
  review.does(finance, "questions", { about, text, answerBy })
const answers = (who: Client, number: number, answer: string, key = newKey()) =>
  who.api("POST", `${here}/figure-questions/${number}`, { answer }, keyed(key))
const one = async (number: number) =>
  (await review.read(finance)).questions.find((each) => each.number === number)

test("a question is about all of it, a section or one line, and asks for an answer in five working days", async () => {
  const page = await (await finance.get(`${review.at}/questions?about=spending/spending/training`)).text()
  expect(page).toContain("What you spent: Training and events")
  expect(page).toMatch(
    /value="spending\/spending\/training"[^>]*checked|checked[^>]*value="spending\/spending\/training"/,
  )
  expect(page).toContain('name="answerBy.day" type="text" inputmode="numeric" value="24"'.slice(0, 20))
  expect((await asks("spending/spending/training", "Which course was it?")).status).toBe(200)
  expect((await asks("outlook", "Do you still expect to spend all of it?")).status).toBe(200)
  expect((await asks("all", "Who is the accountant?")).status).toBe(200)
  expect((await review.read(finance)).questions.map(({ about, state }) => [about, state])).toEqual([
    ["What you spent: Training and events", "open"],
    ["By the end", "open"],
    [undefined, "open"],
  ])
})

test("what cannot be asked is said beside its cause, and what was typed is kept", async () => {
  const typed = {
    about: "all",
    text: "",
    "answerBy.day": "20",
    "answerBy.month": "1",
    "answerBy.year": "2018",
  }
  const page = await finance.post(`${review.at}/questions`, { ...typed, key: newKey() })
  expect(page.status).toBe(422)
  const text = await page.text()
  expect(text).toContain("Enter what you ask")
  expect(text).toContain("The day you need the answer by must be a working day")
  expect(text).toContain('value="20"')
  expect((await asks("nothing/there", "Is it?")).status).toBe(422)
  expect((await asks("all", "word ".repeat(101))).status).toBe(422)
})

test("whoever may not ask is told who may, and a coordinator does not", async () => {
  const coordinator = await service.as("coordinator@innovation-unit.example")
  const refused = await coordinator.api(
    "POST",
    `${review.at}/questions`,
    { about: "all", text: "Is it?", answerBy: "2018-01-24" },
    keyed(),
  )
  expect([refused.status, await saysIn(refused)]).toEqual([
    403,
    "The department’s finance people ask about figures.",
  ])
})

test("the site is told by letter, in the sentence, on its home and on the page of the return", async () => {
  const mails = (await service.deliver()).filter(({ subject }) => subject.includes("One question for you"))
  expect(mails.map(({ to }) => to)).toContain("site-lead@halton.example")
  expect(mails.some(({ text }) => text.includes("Which course was it?"))).toBe(true)
  const read = (await (await lead.api("GET", here)).json()) as Review
  expect(read.sentence).toContain(
    "3 questions for you, the first asked on Wednesday 17 January 2018; answer by Wednesday 24 January 2018.",
  )
  const home = await (await lead.get("/organisations/halton")).text()
  expect(home).toContain(
    "The Department asks 3 questions about Spending update, September to December 2017: answer the first by Wednesday 24 January 2018.",
  )
  const page = await (await lead.get(here)).text()
  expect(page).toContain("Questions about your figures")
  expect(page).toContain("Answer question 1")
})

test("it is answered once, by the lead or a contributor; whoever comes second is told and keeps what they wrote", async () => {
  const certifier = await service.as("section-151@halton.example")
  expect((await answers(certifier, 1, "A course.")).status).toBe(403)
  const empty = await contributor.post(`${here}/figure-questions/1`, { key: newKey(), answer: "" })
  expect(empty.status).toBe(422)
  const key = newKey()
  const first = await answers(contributor, 1, "The human rights course of November.", key)
  expect(first.status, await first.clone().text()).toBe(200)
  expect(await (await answers(contributor, 1, "The human rights course of November.", key)).json()).toEqual(
    await first.json(),
  )
  const second = await lead.post(`${here}/figure-questions/1`, { key: newKey(), answer: "Another course." })
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain("Halton contributor (demonstration) answered it already")
  expect(page).toContain("What you wrote, which was not sent")
  expect(page).toContain("Another course.")
  expect(await one(1)).toMatchObject({
    state: "answered",
    answer: { text: "The human rights course of November." },
  })
  const stands = (await expectedIn(service.table).of("halton", returns.december))?.stands
  expect(stands?.review?.open.map(({ number }) => number)).toEqual([2, 3])
  expect(stands?.review?.answered).toBe(1)
})

test("it is closed by whoever may ask; a figure that is another in the next version is shown as that", async () => {
  expect((await review.does(finance, "questions/1/settle")).status).toBe(200)
  expect((await one(1))?.state).toBe("closed")
  expect((await review.does(finance, "questions/1/settle")).status).toBe(409)
  expect((await review.does(finance, "questions/9/settle")).status).toBe(404)
  expect((await review.seen(finance, "send-back", { sections: ["spending"], note: "£27." })).status).toBe(200)
  const { revision } = (await (await lead.api("GET", here)).json()) as Review
  const spending = {
    ...(december.spending?.spending as object),
    training: { spent: 122_750, expected: 97_300 },
  }
  await lead.api("POST", `${here}/sections/spending`, { revision, answers: { spending } })
  expect((await one(1))?.state).toBe("closed")
  const sent = await lead.api("POST", `${here}/send`, { revision: revision + 1 }, keyed())
  expect(sent.status).toBe(200)
  expect((await one(1))?.state).toBe("changed since")
  expect(await (await finance.get(review.at)).text()).toContain("Closed, and changed since")
})

test("questions that are open when it is accepted go on in the next return, and can be answered from there", async () => {
  const page = await (await finance.get(review.at)).text()
  expect(page).toContain("2 questions go on in Spending update, January to April 2018.")
  const accepted = await review.seen(finance, "accept")
  expect(accepted.status, await accepted.clone().text()).toBe(200)
  expect((await one(2))?.carried).toBe(returns.march)
  const read = (await (await lead.api("GET", here)).json()) as Review
  expect(read.sentence).toContain("SENT and ACCEPTED on 17 January 2018.")
  expect(read.sentence).toContain("2 questions for you")

  service.at("2018-05-10T09:00:00Z")
  const begun = await lead.api("POST", "/organisations/halton/submissions", { round: returns.march }, keyed())
  const { reference } = (await begun.json()) as { reference: string }
  const next = `/organisations/halton/submissions/${reference}`
  const draft = await (await lead.get(next)).text()
  expect(draft).toContain("Carried from Spending update, September to December 2017.")
  expect(draft).toContain(`${here}/figure-questions/2`)
  expect((await answers(lead, 2, "Yes, all of it.")).status).toBe(200)
  const listed = (await (await lead.api("GET", `${next}/figure-questions`)).json()) as {
    questions: unknown[]
    carried: { number: number; state: string }[]
  }
  expect(listed.questions).toEqual([])
  expect(listed.carried.map(({ number, state }) => [number, state])).toEqual([
    [2, "answered"],
    [3, "open"],
  ])
  expect((await review.does(finance, "questions/2/settle")).status).toBe(200)
  expect((await review.does(finance, "questions/3/settle")).status).toBe(200)
  const now = (await (await lead.api("GET", here)).json()) as Review
  expect(now.sentence).toContain("Nothing more to do.")
  expect(await (await lead.get(next)).text()).not.toContain("Carried from")
})
