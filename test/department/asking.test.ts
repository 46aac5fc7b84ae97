import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { phaseTwo } from "../../infra/local/demonstration/phase-two.ts"
import { brokenAt, contents, event } from "../../shared/domain/submissions/event.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import { canonical } from "../../shared/values/canonical.ts"
import { answerOf } from "../support/doors.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import {
  type Applicant,
  applicants,
  canApply,
  department,
  nobodyLinked,
  openedRound,
  type PanelPeople,
  panelPeople,
  round,
  scoredBy,
  who,
} from "../support/panel.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"
import { digestOf } from "../support/watched.ts"

let service: Service
let panel: PanelPeople
let lead: Client
let contributor: Client
let references: Record<Applicant, string>
let asks: string
let theirs: string

const read = { ...canApply, said: nobodyLinked, readers: [who.reader, who.second] }
const asked = { section: "amount", question: "What does the first month buy?", answerBy: "2017-09-05" }
const given = "Two posts, from the first of October."

/** A fresh round, read by two who have not scored yet: Tuesday 29 August 2017, 10am. */
const begin = async () => {
  service = await startService()
  references = await openedRound(service, {
    halton: read,
    bradford: { ...read, readers: [who.second] },
    shropshire: { ...scoredBy([2, 2, 2, 2, 2], [2, 2, 2, 2, 2]), said: [] },
  })
  panel = await panelPeople(service)
  lead = await service.as("site-lead@halton.example")
  contributor = await service.as("contributor@halton.example")
  asks = `${department}/expressions/${references.halton}/questions`
  theirs = `/organisations/halton/submissions/${references.halton}`
}

const words = async (answer: Response) =>
  plain((await answer.text()).replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ")
const see = async (who: Client, path: string) => words(await who.get(path))
const ask = (from: Client = panel.chair, more: Record<string, string> = {}, key = newKey()) =>
  from.api("POST", asks, { ...asked, ...more }, keyed(key))
const reply = (from: Client, answer = given, number = 1, key = newKey()) =>
  from.api("POST", `${theirs}/panel-questions/${number}`, { answer }, keyed(key))
const saysOf = async (answer: Response) => JSON.stringify(await answer.json())
/** The table gives the members of a map back in any order, which no page shows. */
const sorted = (one: Awaited<ReturnType<typeof answerOf>>) =>
  one.body.startsWith("{") ? { ...one, body: canonical(JSON.parse(one.body)) } : one
const own = () => expectedIn(service.table).of("halton", round)

describe("a question to an applicant", () => {
  beforeAll(begin)
  afterAll(() => service.stop())

  test("is asked by the chair or a reader of it, on a page that says what happens", async () => {
    const page = await (await panel.reader.get(asks)).text()
    expect(page).toContain("Nothing has been asked yet.")
    const fields = fieldsIn(page, asks)
    expect(fields).toMatchObject({ "answerBy.day": "5", "answerBy.month": "9", "answerBy.year": "2017" })
    const { answerBy: _, ...typed } = asked
    const answer = await panel.reader.post(asks, { ...fields, ...typed })
    expect([answer.status, answer.headers.get("location")]).toEqual([303, asks])
    const after = await see(panel.decider, asks)
    expect(after).toContain("1 question: 1 waiting for an answer.")
    expect(after).toContain(asked.question)
  })

  test("comes to those who may answer, by letter, without the name of who asked", async () => {
    const mails = (await service.deliver()).filter(({ subject }) => subject.includes("A question about"))
    expect(mails.map(({ to }) => to).sort()).toEqual([
      "contributor@halton.example",
      "site-lead@halton.example",
    ])
    for (const { text } of mails) {
      expect(text).toContain("The selection panel asks")
      expect(text).toContain(asked.question)
      expect(text).toContain("Answer by 5pm on Tuesday 5 September 2017")
      expect(text).toContain(`${theirs}/panel-questions/1`)
      expect(text).not.toContain("Reader")
    }
  })

  test("is the first thing on every page of theirs", async () => {
    const sentence =
      "One question for you, asked on 29 August 2017; answer by 5pm on Tuesday 5 September 2017."
    for (const path of ["/organisations/halton", theirs, `${theirs}/history`])
      expect(await see(lead, path)).toContain(`SENT . ${sentence}`)
    const home = await see(lead, "/organisations/halton")
    expect(home).toContain(`The selection panel asks about ${phaseTwo.title}. ${sentence}`)
    const sponsor = await service.as("sponsor@halton.example")
    expect(await see(sponsor, theirs)).toContain("One question for your team, asked on 29 August 2017")
    const read = (await (await lead.api("GET", theirs)).json()) as { sentence: string }
    expect(read.sentence).toBe(`SENT. ${sentence}`)
    const list = await lead.api("GET", "/organisations/halton/submissions")
    expect(await list.text()).toContain(`SENT. ${sentence}`)
  })

  test("stands beside what they sent, on the page where it is answered", async () => {
    const page = await see(contributor, `${theirs}/panel-questions/1`)
    for (const one of [asked.question, "By the selection panel", "What you sent: ", "£92,827"])
      expect(page).toContain(one)
    for (const { name } of Object.values(who)) expect(page).not.toContain(name)
  })

  test.each([
    ["nothing", "", "Enter your answer"],
    ["more than 150 words", "word ".repeat(151), "must be 150 words or fewer. You have 151"],
    ["an identifier of a person", "Her NHS number is 943 476 5919.", "NHS number"],
  ])("is not answered with %s: what was typed comes back", async (_, answer, says) => {
    const at = `${theirs}/panel-questions/1`
    const fields = fieldsIn(await (await lead.get(at)).text(), at)
    const refused = await lead.post(at, { ...fields, answer })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(plain(page)).toContain(says)
    expect(fieldsIn(page, at).answer?.trim()).toBe(answer.trim())
    expect((await own())?.panelAsks).toMatchObject({ answered: 0 })
  })

  test("is answered by the lead or a contributor, and by nobody who only reads", async () => {
    for (const mailbox of ["sponsor", "governance"]) {
      const other = await service.as(`${mailbox}@halton.example`)
      expect((await other.get(`${theirs}/panel-questions/1`)).status).toBe(200)
      expect((await reply(other)).status).toBe(403)
    }
    const certifier = await service.as("section-151@halton.example")
    expect((await certifier.get(`${theirs}/panel-questions/1`)).status).toBe(404)
    expect(await see(certifier, theirs)).not.toContain("One question")
    expect(await see(certifier, "/organisations/halton")).not.toContain("One question")
  })

  test("is another council's business as little as what does not exist", async () => {
    const other = await service.as("site-lead@bradford.example")
    const path = `/panel-questions/1`
    const nonsense = `/organisations/bradford/submissions/NSW2-BRA-E-222222${path}`
    const none = await answerOf(await other.get(nonsense))
    expect(none.status).toBe(404)
    for (const at of [
      `${theirs}${path}`,
      `/organisations/bradford/submissions/${references.halton}${path}`,
      `/organisations/bradford/submissions/${references.bradford}${path}`,
    ])
      expect(await answerOf(await other.get(at))).toEqual(none)
    expect((await reply(other)).status).toBe(404)
    for (const number of ["2", "0", "01", "x"])
      expect((await lead.get(`${theirs}/panel-questions/${number}`)).status).toBe(404)
  })

  test("takes one answer where two people send one at once, and keeps what the other wrote on the screen", async () => {
    const at = `${theirs}/panel-questions/1`
    const sends = [lead, contributor].map(async (who, index) => {
      const fields = fieldsIn(await (await who.get(at)).text(), at)
      return () => who.post(at, { ...fields, answer: `Answer of person ${index}.` })
    })
    const answers = await Promise.all((await Promise.all(sends)).map((send) => send()))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const late = answers.findIndex(({ status }) => status === 409)
    const page = await words(answers[late] as Response)
    expect(page).toContain("answered it already")
    expect(page).toContain(`What you wrote, which was not sent Your answer Answer of person ${late}.`)
    expect(page).toContain(`Answer Answer of person ${1 - late}.`)
    expect((await own())?.panelAsks).toEqual({
      reference: references.halton,
      asked: 1,
      answered: 1,
      open: [],
    })
    expect((await reply(lead)).status).toBe(409)
  })

  test("is not said to wait any longer, and its answer is read by all who read it, and never changed", async () => {
    expect(await see(lead, "/organisations/halton")).not.toContain("One question")
    expect(await see(lead, theirs)).toContain("SENT to the Department of Health")
    expect(await see(lead, theirs)).toContain("Question 1: ")
    for (const who of [panel.chair, panel.second, panel.decider]) {
      const page = await see(who, asks)
      expect(page).toContain("1 question: 1 answered.")
      expect(page).toContain("Answer of person")
    }
    const list = (await (await panel.second.api("GET", asks)).json()) as { questions: { state: string }[] }
    expect(list.questions.map(({ state }) => state)).toEqual(["answered"])
  })

  test("is read with its section, and said to have come to whoever has still to score it", async () => {
    for (const path of ["", "/score/c1"])
      expect(await see(panel.reader, asks.replace("/questions", path))).toMatch(
        /Asked since: What does the first month buy\? Answer of person \d\./,
      )
    expect(await see(panel.reader, "/department")).toContain(
      "1 answer has come to questions about what you read",
    )
    expect(await see(panel.chair, "/department")).not.toContain("answer has come")
  })

  test("is a line of the history of its reading, with who asked", async () => {
    const begins = `${references.halton}#`
    const { items } = await service.table.query({ pk: `PANELLOG#${round}`, begins, strong: true })
    const lines = items.map((item) => event.parse(item))
    expect(lines.map(({ move, by }) => [move, by.name])).toEqual([["ask the applicant", who.reader.name]])
    const kept = { pk: `PANEL#${round}`, begins: `CONTENTS#${begins}`, strong: true }
    const written = (await service.table.query(kept)).items.map((item) => contents.parse(item))
    expect(written.map(({ note }) => note)).toEqual([asked.question])
    const last = { number: 1, hash: lines[0]?.hash ?? "" }
    expect(brokenAt(lines, last, written)).toBeUndefined()
  })
})

describe("asking", () => {
  beforeEach(begin)
  afterEach(() => service.stop())

  test("is for the chair and its readers: others read, and whoever reads nothing is told nothing", async () => {
    expect((await ask(panel.decider)).status).toBe(403)
    for (const one of [panel.adviser, panel.coordinator]) {
      expect((await one.get(asks)).status).toBe(403)
      expect((await ask(one)).status).toBe(403)
    }
    const bradfords = `${department}/expressions/${references.bradford}/questions`
    expect((await panel.reader.get(bradfords)).status).toBe(200)
    expect((await panel.reader.api("POST", bradfords, asked, keyed())).status).toBe(403)
    expect(await see(panel.reader, bradfords)).toContain("The chair of the selection panel and the readers")
    const shropshires = `${department}/expressions/${references.shropshire}`
    const unsaid = await panel.chair.get(`${shropshires}/questions`)
    expect(unsaid.headers.get("location")).toBe(`${shropshires}/links`)
    expect((await panel.chair.api("POST", `${shropshires}/questions`, asked, keyed())).status).toBe(409)
    expect((await panel.chair.get(asks.replace(references.halton, "NSW2-HAL-E-222222"))).status).toBe(404)
  })

  test("changes nothing that another applicant can fetch, nor what this one sent", async () => {
    const places = (one: Applicant) => {
      const at = `/organisations/${one}/submissions/${references[one]}`
      return [`/organisations/${one}`, `/organisations/${one}/submissions`, at, `${at}/history`, `/api${at}`]
    }
    const fetched = async () => {
      const found: unknown[] = []
      for (const one of applicants.filter((each) => each !== "halton")) {
        const client = await service.as(`site-lead@${one}.example`)
        for (const path of places(one)) found.push(sorted(await answerOf(await client.get(path))))
      }
      for (const path of ["/", `/rounds/${round}`, `/api/rounds/${round}`])
        found.push(await answerOf(await service.nobody.get(path)))
      return found
    }
    const others = () => Promise.all(["bradford", "shropshire"].map((one) => digestOf(service, one)))
    const kept = async () => (await service.table.query({ pk: "ORG#halton", strong: true })).items
    const before = [await fetched(), await others(), await kept()]
    expect((await ask()).status).toBe(201)
    expect((await reply(lead)).status).toBe(200)
    expect([await fetched(), await others(), await kept()]).toEqual(before)
  })

  test("stops at five that wait, and goes on when one is answered or its day has passed", async () => {
    for (let number = 1; number <= 5; number++) expect((await ask()).status).toBe(201)
    const sixth = await ask(panel.reader)
    expect(sixth.status).toBe(409)
    expect(await saysOf(sixth)).toContain("5 questions wait for an answer")
    expect(await see(panel.chair, asks)).toContain("as many as are asked at a time")
    expect(await see(lead, theirs)).toContain("5 questions for you, asked on 29 August 2017")
    expect((await reply(lead, given, 3)).status).toBe(200)
    const again = (await (await ask()).json()) as { number: number }
    expect(again.number).toBe(6)
    service.at("2017-09-05T16:00:00.000Z")
    expect((await ask(panel.chair, { answerBy: "2017-09-12" })).status).toBe(201)
    expect((await own())?.panelAsks).toMatchObject({ asked: 7, answered: 1, open: [{ number: 7 }] })
  })

  test("numbers each question once where two ask at once", async () => {
    const both = await Promise.all([ask(panel.chair), ask(panel.reader)])
    const numbers = await Promise.all(
      both.map(async (one) => ((await one.json()) as { number: number }).number),
    )
    expect(numbers.sort()).toEqual([1, 2])
    expect((await own())?.panelAsks?.open.map(({ number }) => number)).toEqual([1, 2])
  })

  test("once more with the same key asks once, and tells once", async () => {
    const key = newKey()
    const first = await (await ask(panel.chair, {}, key)).text()
    expect(await (await ask(panel.chair, {}, key)).text()).toBe(first)
    expect((await ask(panel.chair, { section: "people" }, key)).status).toBe(422)
    const reads = newKey()
    const answered = await (await reply(lead, given, 1, reads)).text()
    expect(await (await reply(lead, given, 1, reads)).text()).toBe(answered)
    await service.deliver()
    expect(service.mails.filter(({ subject }) => subject.includes("A question about"))).toHaveLength(2)
  })

  test.each([
    ["two working days ahead", { answerBy: "2017-08-31" }, "3 to 10 working days ahead"],
    ["eleven working days ahead", { answerBy: "2017-09-13" }, "3 to 10 working days ahead"],
    ["a Saturday", { answerBy: "2017-09-02" }, "must be a working day"],
    ["a section that was not asked", { section: "profile" }, "Select which section it is about"],
    ["61 words", { question: "word ".repeat(61) }, "must be 60 words or fewer"],
    ["an identifier of a person", { question: "Is 943 476 5919 one of them?" }, "NHS number"],
  ])("is refused with %s", async (_, more, says) => {
    const refused = await ask(panel.chair, more)
    expect(refused.status).toBe(422)
    expect(await saysOf(refused)).toContain(says)
    expect((await own())?.panelAsks).toBeUndefined()
  })

  test.each(["2017-09-01", "2017-09-12"])("may be answered by %s", async (answerBy) => {
    expect((await ask(panel.chair, { answerBy })).status).toBe(201)
  })

  test("is over for the applicant at five o'clock to the second, and the panel reads that nothing came", async () => {
    await ask()
    service.at("2017-09-05T16:00:00.000Z")
    const late = await reply(lead)
    expect(late.status).toBe(409)
    const passed = "The time to answer has passed. The panel decides with what you sent."
    expect(await saysOf(late)).toContain(passed)
    expect(await see(lead, `${theirs}/panel-questions/1`)).toContain(passed)
    expect(await see(lead, theirs)).toContain("SENT to the Department of Health")
    expect(await see(lead, "/organisations/halton")).not.toContain("One question")
    expect(await see(panel.chair, asks)).toContain("1 question: 1 no answer came in time.")
    service.at("2017-09-05T15:59:59.000Z")
    expect((await reply(lead)).status).toBe(200)
  })

  test("is not possible in a round that was published without questions", async () => {
    const without = { ...phaseTwo, reading: { sealed: true, readers: 2, questions: false } }
    await directoryIn(service.table).publishRound(without)
    expect((await ask()).status).toBe(409)
    expect(await see(panel.chair, asks)).toContain(
      "This round was published without questions to applicants.",
    )
  })

  test("is not possible about what has been withdrawn or was found unable to apply", async () => {
    const one = await own()
    if (!one?.stands) throw new Error("Halton has sent nothing")
    const { pk, sk } = { pk: "SITE#halton", sk: `EXPECTED#2018-99#${round}` }
    await service.table.write([{ set: { pk, sk, stands: { ...one.stands, state: "withdrawn" } } }])
    expect(await saysOf(await ask())).toContain("has withdrawn it")
  })
})

describe("what is decided", () => {
  test("is asked about no more, and nobody who still owes scores can tell it by asking", async () => {
    const scores = scoredBy([2, 2, 2, 2, 2], [2, 2, 2, 2, 2])
    const decided = {
      decision: "successful" as const,
      conditions: 0,
      version: 1,
      by: who.decider,
      at: "2017-08-29T09:00:00.000Z",
    }
    const saysTo = async (more: object) => {
      service = await startService()
      references = await openedRound(service, {
        halton: { ...scores, ...more },
        bradford: { ...read, readers: [who.second] },
      })
      panel = await panelPeople(service)
      asks = `${department}/expressions/${references.halton}/questions`
      const answers = await Promise.all([panel.chair, panel.reader, panel.second].map((one) => ask(one)))
      const said = await Promise.all(
        answers.map(async (one) => [one.status, ((await one.json()) as { detail?: string }).detail]),
      )
      await service.stop()
      return said
    }
    const [chair, reader, second] = await saysTo({ decided })
    expect(chair).toEqual([409, "It is decided: nothing more is asked."])
    expect(reader?.[0]).toBe(409)
    const [, , before] = await saysTo({})
    expect(second?.[0]).toBe(409)
    expect(second).toEqual(before)
  }, 30_000)
})
