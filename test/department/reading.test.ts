import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { SectionAnswers } from "../../functions/department/reading/pages/answers.tsx"
import type { Reading } from "../../shared/domain/selection/reading.ts"
import type { Question } from "../../shared/form/question.ts"
import { moneyGrid, repeated, text } from "../../shared/form/questions/index.ts"
import { panelIn } from "../../shared/store/panel.ts"
import type { Json } from "../../shared/values/canonical.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import {
  afterClose,
  because,
  canApply,
  department,
  nobodyLinked,
  openedRound,
  type PanelPeople,
  panelPeople,
  pointsOf,
  round,
  scoredBy,
  sheetsOf,
  who,
} from "../support/panel.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
let people: PanelPeople
let halton: string
let bradford: string
let at: string

const assigned: Partial<Reading> = {
  ...canApply,
  said: nobodyLinked,
  readers: [who.reader, who.second],
}
const linkedReader = { ...who.reader, link: "employment" as const, at: afterClose }

const opened = async (given: Partial<Reading> = assigned, other: Partial<Reading> = assigned) => {
  const references = await openedRound(service, {
    halton: given,
    bradford: other,
    shropshire: { ...canApply, said: [linkedReader, ...nobodyLinked.slice(2)] },
  })
  ;({ halton, bradford } = references)
  at = `${department}/expressions/${halton}`
  people = await panelPeople(service)
  return references
}

beforeEach(async () => {
  service = await startService()
})
afterEach(() => {
  expect(service.faults).toEqual([])
  return service.stop()
})

/** As much as is asked after of what the API gives. */
type Body = {
  detail?: string
  reference?: string
  version?: number
  previous?: string
  next?: string
  flag?: string
  plain?: string[]
  sections?: { questions: { id: string; words: string }[] }[]
  problems?: { question: string }[]
  compared?: { latest: { scores: Record<string, { score: number }> }[] }
  notes?: { number?: number; text: string }[]
  flags?: { id: string }[]
  lines?: { move: string }[]
}

const store = () => panelIn(service.table, round)
const json = async (answer: Promise<Response>) => {
  const given = await answer
  return { status: given.status, body: (await given.json()) as Body }
}
const page = async (answer: Promise<Response>) => {
  const given = await answer
  return { status: given.status, html: plain(await given.text()) }
}

/** All five criteria of a sheet, saved one after the other. */
const fill = async (client: Client, reference: string, scores: number[], words = because) => {
  for (const [place, score] of scores.entries()) {
    const path = `${department}/expressions/${reference}/score/c${place + 1}`
    expect((await client.api("POST", path, { score, because: words })).status).toBe(200)
  }
}
const sends = (client: Client, reference: string, body: unknown = {}, key = newKey()) =>
  json(client.api("POST", `${department}/expressions/${reference}/score/send`, body, keyed(key)))

describe("the whole expression of interest", () => {
  test("is one page for whoever reads it, with every question and what they can do now", async () => {
    await opened()
    const { status, html } = await page(people.reader.get(at))
    expect(status).toBe(200)
    for (const words of [
      "Why here?",
      "Eleven young people live far from home.",
      "People with a learning disability",
      "£50,000",
      halton,
      "Score it",
      "I have found that I have a link",
    ])
      expect(html).toContain(words)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).not.toContain(`${at}/history`)
    expect(html).not.toContain(`${at}/decision`)
    expect(html).not.toContain(`${at}/moderation`)
    const chair = (await page(people.chair.get(at))).html
    expect(chair).toContain(`${at}/check`)
    expect(chair).toContain(`${at}/history`)
    expect((await page(people.decider.get(at))).html).toContain(`${at}/decision`)
  })

  test("is the same in the API, and leads to the next that this person reads", async () => {
    await opened()
    const { status, body } = await json(people.reader.api("GET", `${department}/expressions/${bradford}`))
    expect(status).toBe(200)
    expect(body.next).toBe(at)
    expect(body.previous).toBeUndefined()
    const questions = body.sections?.flatMap((one) => one.questions)
    expect(questions?.find((one) => one.id === "differently")?.words).toBe(
      "One worker stays with each person.",
    )
    expect(JSON.stringify(body)).not.toContain("drawn")
  })

  test("is nothing to coordinators, to members with lived experience, and to whoever has a link", async () => {
    const { shropshire } = await opened()
    for (const client of [people.coordinator, people.adviser]) {
      expect((await client.get(at)).status).toBe(404)
      expect((await client.api("GET", at)).status).toBe(404)
    }
    for (const path of [
      "",
      "/score",
      "/score/c1",
      "/notes",
      "/flags",
      "/plain",
      "/view",
      "/views",
      "/history",
    ]) {
      const linked = `${department}/expressions/${shropshire}${path}`
      expect([path, (await people.reader.get(linked)).status]).toEqual([path, 404])
      expect([path, (await people.reader.api("GET", linked)).status]).toEqual([path, 404])
    }
  })

  test("is not shown before somebody has said whether they have a link", async () => {
    await opened({ ...assigned, said: [] })
    const answer = await people.reader.get(at)
    expect(answer.status).toBe(303)
    expect(answer.headers.get("location")).toBe(`${at}/links`)
    expect((await people.reader.api("GET", at)).status).toBe(409)
  })
})

describe("an answer", () => {
  const drawn = (question: Question, answer: Json) => {
    const { type, label } = question
    const asked = { id: "q", type, label, answer, words: question.words(answer), drawn: question }
    const section = { id: "s", title: "Section", questions: [asked], asked: [] }
    return plain(String(SectionAnswers({ section, level: 3 })))
  }

  test("of amounts is a table with its totals", () => {
    const lines = (...labels: string[]) => labels.map((label) => ({ id: label.toLowerCase(), label }))
    const profile = moneyGrid({
      label: "What would it cost?",
      called: "the costs",
      rows: lines("Staff", "Training", "Travel"),
      columns: lines("Autumn", "Winter"),
    })
    const html = drawn(profile, { staff: { autumn: 100_000, winter: 250_000 }, training: { autumn: 5_000 } })
    for (const words of ["Staff", "£1,000", "£2,500", "£3,500", "£1,050", "£3,550", "<table"])
      expect(html).toContain(words)
    expect(html).not.toContain("Travel")
  })

  test("of several rows is a list for each", () => {
    const partners = repeated({
      label: "Who with?",
      called: "partners",
      calledRow: "organisation",
      upTo: 3,
      of: { name: text({ label: "Name", called: "the name" }) },
    })
    const html = drawn(partners, [
      { id: "r1", name: "A trust" },
      { id: "r2", name: "<b>A charity</b>" },
    ])
    expect(html.match(/<dl/g)).toHaveLength(2)
    expect(html).toContain("A trust")
  })

  test("of a form that is no longer ours stands in the words it was sent in", () => {
    const asked = { id: "q", type: "moneyGrid", label: "Costs", answer: {}, words: "Staff: Autumn £1,000" }
    const section = { id: "s", title: "Section", questions: [asked], asked: [] }
    expect(String(SectionAnswers({ section, level: 3 }))).toContain("Staff: Autumn £1,000")
  })
})

describe("a reader’s own sheet", () => {
  test("is nothing to a reader who was not asked to read it", async () => {
    await opened({ ...assigned, readers: [who.second] })
    for (const path of ["/score", "/score/c1"]) {
      expect((await people.reader.get(`${at}${path}`)).status).toBe(404)
      expect((await people.reader.api("GET", `${at}${path}`)).status).toBe(404)
    }
    expect((await people.reader.api("POST", `${at}/score/c1`, { score: 3 })).status).toBe(404)
    expect((await sends(people.reader, halton)).status).toBe(404)
    expect((await people.second.get(`${at}/score/c9`)).status).toBe(404)
    expect((await people.second.get(`${at}/score/send`)).status).toBe(404)
  })

  test("is saved criterion by criterion, with the whole answer beside each", async () => {
    await opened()
    const first = await page(people.reader.get(`${at}/score/c1`))
    for (const words of ["Need", "It counts 15 of 100", "4 – Strong", "Convincing and specific", "Why here?"])
      expect(first.html).toContain(words)
    const fields = { ...fieldsIn(first.html, `${at}/score/c1`), score: "3", because: "Short so far." }
    const saved = await people.reader.post(`${at}/score/c1`, fields)
    expect(saved.status).toBe(303)
    expect(saved.headers.get("location")).toBe(`${at}/score/c2`)
    const last = await people.reader.post(`${at}/score/c5`, { seen: "", score: "2" })
    expect(last.headers.get("location")).toBe(`${at}/score`)
    const overview = (await page(people.reader.get(`${at}/score`))).html
    expect(overview).toContain("3 – Good")
    expect(overview).toContain("Not scored yet")
    expect(overview).toContain("Need: say why in 30 words or more. You have 3")
    expect(overview).toContain(`${at}/score/c2#score`)
  })

  test("is not written by saving the same again", async () => {
    await opened()
    await fill(people.reader, halton, [3])
    const before = await store().sheet(halton, who.reader.person)
    await fill(people.reader, halton, [3])
    const { html } = await page(people.reader.get(`${at}/score/c1`))
    expect((await people.reader.post(`${at}/score/c1`, fieldsIn(html, `${at}/score/c1`))).status).toBe(303)
    expect(await store().sheet(halton, who.reader.person)).toEqual(before)
    expect(before?.revision).toBe(1)
  })

  test("is not written over from a second tab that has not seen what the first one saved", async () => {
    await opened()
    const tabs = [0, 1].map(async () => (await page(people.reader.get(`${at}/score/c1`))).html)
    const [one, two] = await Promise.all(tabs)
    const typed = (html = "") => fieldsIn(html, `${at}/score/c1`)
    await people.reader.post(`${at}/score/c1`, { ...typed(one), score: "4", because: "From the first tab." })
    const clash = await page(
      people.reader.post(`${at}/score/c1`, { ...typed(two), score: "1", because: "From the second tab." }),
    )
    expect(clash.status).toBe(409)
    expect(clash.html).toContain("From the first tab.")
    expect(clash.html).toContain("From the second tab.")
    expect((await store().sheet(halton, who.reader.person))?.scores.c1?.score).toBe(4)
    const again = await people.reader.post(`${at}/score/c1`, fieldsIn(clash.html, `${at}/score/c1`))
    expect(again.status).toBe(303)
    expect((await store().sheet(halton, who.reader.person))?.scores.c1?.because).toBe("From the second tab.")
    const other = await people.reader.api("POST", `${at}/score/c1`, { score: 2, seen: "" })
    expect(other.status).toBe(409)
  })

  test("keeps what was typed where it is too long, or names a person", async () => {
    await opened()
    const tooLong = "word ".repeat(201).trim()
    const born = "Jane was born on 3 March 1999, NHS number 943 476 5919."
    for (const words of [tooLong, born]) {
      const { status, html } = await page(
        people.reader.post(`${at}/score/c1`, { seen: "", score: "2", because: words }),
      )
      expect(status).toBe(422)
      expect(html).toContain(words)
      expect(html).toContain("There is a problem")
      expect(fieldsIn(html, `${at}/score/c1`).score).toBe("2")
    }
    expect((await people.reader.api("POST", `${at}/score/c1`, { score: 5 })).status).toBe(422)
    expect((await people.reader.api("POST", `${at}/score/c1`, { because: born })).status).toBe(422)
    expect(await store().sheet(halton, who.reader.person)).toBeUndefined()
  })
})

describe("sending scores", () => {
  test("asks for a score and 30 words of each criterion, each problem at its page", async () => {
    await opened()
    await fill(people.reader, halton, [3, 3, 3, 3])
    const { html } = await page(people.reader.get(`${at}/score`))
    const answer = await page(people.reader.post(`${at}/score/send`, fieldsIn(html, `${at}/score/send`)))
    expect(answer.status).toBe(422)
    expect(answer.html).toContain("Legacy: choose a score from 0 to 4")
    expect(answer.html).toContain(`${at}/score/c5#because`)
    const { status, body } = await sends(people.reader, halton)
    expect(status).toBe(422)
    expect(body.problems?.map((one) => one.question)).toEqual(["c5", "c5"])
    expect((await store().reading(halton))?.readers[0]?.sent).toBeUndefined()
  })

  test("keeps a version, counts it, and writes no score into the history", async () => {
    await opened()
    await fill(people.reader, halton, [3, 2, 4, 1, 0])
    const key = newKey()
    const first = await sends(people.reader, halton, {}, key)
    expect(first).toMatchObject({ status: 200, body: { reference: halton, version: 1 } })
    expect(await sends(people.reader, halton, {}, key)).toEqual(first)
    const reading = await store().reading(halton)
    expect(reading?.readers[0]?.sent).toMatchObject({ version: 1, points: pointsOf([3, 2, 4, 1, 0]) })
    expect(reading?.scorers).toEqual([who.reader.person])
    expect(reading?.compared).toBe(false)
    expect(await store().sheetsOf(halton)).toHaveLength(1)
    const lines = await store().changes.history(halton)
    expect(lines.map(({ move }) => move)).toEqual(["send scores"])
    expect(lines[0]?.note).toBeUndefined()
    await fill(people.second, halton, [3, 2, 4, 1, 0])
    await sends(people.second, halton)
    expect((await store().reading(halton))?.compared).toBe(true)
  })

  test("at once from two tabs makes one version", async () => {
    await opened()
    await fill(people.reader, halton, [3, 2, 4, 1, 0])
    const both = await Promise.all([sends(people.reader, halton), sends(people.reader, halton)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await store().sheetsOf(halton)).toHaveLength(1)
  })

  test("at once by both readers counts both", async () => {
    await opened()
    await fill(people.reader, halton, [3, 2, 4, 1, 0])
    await fill(people.second, halton, [1, 2, 4, 1, 0])
    const both = await Promise.all([sends(people.reader, halton), sends(people.second, halton)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const reading = await store().reading(halton)
    expect(reading?.compared).toBe(true)
    expect(reading?.readers.map(({ sent }) => sent?.points.c1)).toEqual([3, 1])
  })

  test("again needs a reason, and leaves what was sent before where it was", async () => {
    await opened(assigned, { ...assigned, readers: [who.second] })
    await fill(people.reader, halton, [3, 2, 4, 1, 0])
    await sends(people.reader, halton)
    expect((await sends(people.reader, halton, { why: "No reason." })).status).toBe(409)
    await fill(people.reader, halton, [4, 2, 4, 1, 0])
    const { html } = await page(people.reader.get(`${at}/score`))
    expect(html).toContain("The change is not sent yet")
    expect((await store().reading(halton))?.readers[0]?.sent?.points.c1).toBe(3)
    const bare = await page(people.reader.post(`${at}/score/send`, fieldsIn(html, `${at}/score/send`)))
    expect(bare.status).toBe(422)
    expect(bare.html).toContain("Enter why you change your scores")
    const key = newKey()
    const why = { why: "I had overlooked the local figure." }
    const again = await sends(people.reader, halton, why, key)
    expect(again.body.version).toBe(2)
    expect(await sends(people.reader, halton, why, key)).toEqual(again)
    expect((await store().sentBy(halton, who.reader.person)).map(({ scores }) => scores.c1?.score)).toEqual([
      3, 4,
    ])
    const [line] = await store().changes.history(halton)
    expect(line).toMatchObject({ move: "send scores again", note: why.why })
    const chair = (await page(people.chair.get(`${at}/score`))).html
    expect(chair).toContain("does not count now")
  })

  test("is over once the chair has settled the scores, or a decision is recorded", async () => {
    const moderated = { by: who.chair, at: "2017-08-30T09:00:00.000Z", points: { c1: 3 } }
    const alone = { ...assigned, readers: [] }
    for (const given of [{ moderated }, { decided: decidedAs }]) {
      await opened({ ...scoredBy([4, 2, 2, 2, 2], [2, 2, 2, 2, 2]), ...given }, alone)
      const { status, body } = await json(people.reader.api("POST", `${at}/score/c1`, { score: 1 }))
      expect(status).toBe(409)
      expect(body.detail).toMatch(/stand as they were sent/)
      expect((await page(people.reader.get(`${at}/score`))).html).toContain("stand as they were sent")
      await service.stop()
      service = await startService()
    }
  })
})

const decidedAs = {
  decision: "reserve" as const,
  place: 1,
  conditions: 0,
  version: 1,
  by: who.decider,
  at: "2017-08-31T09:00:00.000Z",
}

describe("blind", () => {
  /** Every byte that somebody can fetch of one, without what is new in each answer. */
  const everything = async (client: Client) => {
    const seen: string[] = []
    for (const path of [
      "",
      "/score",
      "/score/c1",
      "/notes",
      "/flags",
      "/plain",
      "/view",
      "/views",
      "/history",
    ])
      for (const answer of [await client.get(`${at}${path}`), await client.api("GET", `${at}${path}`)]) {
        const body = (await answer.text())
          .replaceAll(/nonce="[^"]*"/g, "")
          .replaceAll(/name="key" value="[^"]*"/g, "")
          .replaceAll(/"requestId":"[^"]*"/g, "")
        const headers = [...answer.headers].filter(([name]) => name !== "content-security-policy")
        seen.push(`${path} ${answer.status} ${JSON.stringify(headers)} ${body}`)
      }
    return seen
  }

  test("whatever one reader scores, the other can fetch the same bytes until they have sent all their own", async () => {
    await opened()
    const none = await everything(people.second)
    await fill(people.reader, halton, [0, 0, 0, 0, 0])
    expect(await everything(people.second)).toEqual(none)
    await sends(people.reader, halton)
    expect(await everything(people.second)).toEqual(none)
    const sent = await store().reading(halton)
    if (!sent) throw new Error("It is there")
    const readers = sent.readers.map((one) =>
      one.sent ? { ...one, sent: { ...one.sent, points: pointsOf([4, 4, 4, 4, 4]) } } : one,
    )
    await service.table.write([store().put({ ...sent, readers }, sent)])
    expect(await everything(people.second)).toEqual(none)
    await people.reader.api("POST", `${at}/notes`, { text: "A note of the first reader." }, keyed())
    await people.reader.api("POST", `${at}/flags`, { because: "The figures do not agree." }, keyed())
    expect(await everything(people.second)).toEqual(none)
  })

  test("somebody who sent one sheet and owes another learns nothing, even after the chair settled it", async () => {
    const scored = scoredBy([4, 2, 2, 2, 2], [2, 2, 2, 2, 2])
    await opened(scored)
    await sheetsOf(service, halton, scored)
    const before = await everything(people.second)
    expect(before.join()).toContain("You can change them, with a reason, once you have sent all of your own")
    const reading = await store().reading(halton)
    if (!reading) throw new Error("It is there")
    const settled = { by: who.chair, at: "2017-08-30T09:00:00.000Z", points: { c1: 3 } }
    await service.table.write([store().put({ ...reading, moderated: settled, decided: decidedAs }, reading)])
    expect(await everything(people.second)).toEqual(before)
    expect((await people.second.api("POST", `${at}/score/c1`, { score: 0 })).status).toBe(409)
  })

  test("after all their own are sent, both read each other’s scores and reasons side by side", async () => {
    await opened(assigned, { ...assigned, readers: [who.second] })
    await fill(people.reader, halton, [3, 2, 4, 1, 0], `${because} First.`)
    await fill(people.second, halton, [1, 2, 4, 1, 0], `${because} Second.`)
    await sends(people.reader, halton)
    await sends(people.second, halton)
    const mine = (await page(people.reader.get(`${at}/score`))).html
    for (const words of [who.second.name, "Second.", "1 – Partial"]) expect(mine).toContain(words)
    const owes = (await page(people.second.get(`${at}/score`))).html
    expect(owes).not.toContain("First.")
    expect((await json(people.second.api("GET", `${at}/score`))).body.compared).toBeUndefined()
    await fill(people.second, bradford, [1, 1, 1, 1, 1])
    await sends(people.second, bradford)
    const { body } = await json(people.second.api("GET", `${at}/score`))
    expect(body.compared?.latest.map((one) => one.scores.c1?.score).sort()).toEqual([1, 3])
    for (const client of [people.chair, people.decider]) {
      const { html } = await page(client.get(`${at}/score`))
      expect(html).toContain("First.")
      expect(html).toContain("Second.")
    }
  })
})

describe("members with lived experience", () => {
  const view = { face: "good", why: "say", words: "I would like to know my social worker." }

  test("read one idea a line, and the plain words once they are written", async () => {
    await opened()
    const before = (await page(people.adviser.get(`${at}/view`))).html
    for (const words of [
      "wants to take part.",
      "It is for: people with a learning disability.",
      "It is for about 20 people.",
      "Nobody has written this yet.",
      "Space for a picture",
      'aria-hidden="true"',
    ])
      expect(before).toContain(words)
    for (const words of ["One worker stays", "Eleven young people"]) expect(before).not.toContain(words)
    const text = "Each person keeps one social worker.\nThe worker stays when a person moves."
    const form = (await page(people.reader.get(`${at}/plain`))).html
    expect((await people.reader.post(`${at}/plain`, { ...fieldsIn(form, `${at}/plain`), text })).status).toBe(
      303,
    )
    const clash = await page(
      people.chair.post(`${at}/plain`, { ...fieldsIn(form, `${at}/plain`), text: "Mine." }),
    )
    expect(clash.status).toBe(409)
    expect(clash.html).toContain("Each person keeps one social worker.")
    expect(clash.html).toContain("Mine.")
    const after = (await page(people.adviser.get(`${at}/view`))).html
    expect(after).toContain('<p class="govuk-body-l">The worker stays when a person moves.</p>')
    expect(after).toContain(who.reader.name)
    expect((await json(people.adviser.api("GET", `${at}/view`))).body.plain).toHaveLength(2)
    expect((await people.decider.get(`${at}/plain`)).status).toBe(404)
    expect((await people.adviser.get(`${at}/plain`)).status).toBe(404)
  })

  test("say what they think by a face and in words, and may change it", async () => {
    await opened()
    const html = (await page(people.adviser.get(`${at}/view`))).html
    const fields = fieldsIn(html, `${at}/view`)
    const wordless = await page(people.adviser.post(`${at}/view`, { ...fields, face: "good", why: "say" }))
    expect(wordless.status).toBe(422)
    expect(wordless.html).toContain("Enter why you think so")
    expect((await people.adviser.post(`${at}/view`, { ...fields, ...view })).status).toBe(303)
    expect((await store().reading(halton))?.views).toEqual([who.adviser.person])
    const stale = await page(
      people.adviser.post(`${at}/view`, { ...fields, key: newKey(), face: "unsure", why: "no" }),
    )
    expect(stale.status).toBe(409)
    expect(stale.html).toContain(view.words)
    const changed = fieldsIn(stale.html, `${at}/view`)
    expect((await people.adviser.post(`${at}/view`, { ...changed, words: "" })).status).toBe(303)
    expect(await store().view(halton, who.adviser.person)).toMatchObject({ face: "unsure", words: "" })
    expect((await store().reading(halton))?.views).toEqual([who.adviser.person])
  })

  test("are read with their names only by whoever may compare, and never after a decision changed", async () => {
    await opened()
    const key = newKey()
    const given = await json(people.adviser.api("POST", `${at}/view`, view, keyed(key)))
    expect(given.status).toBe(200)
    expect(await json(people.adviser.api("POST", `${at}/view`, view, keyed(key)))).toEqual(given)
    for (const path of ["/views", "/score"])
      for (const client of [people.reader, people.second])
        expect((await (await client.get(`${at}${path}`)).text()).includes(view.words)).toBe(false)
    for (const path of ["/view", "/views"]) {
      expect((await people.reader.get(`${at}${path}`)).status).toBe(404)
      expect((await people.reader.api("GET", `${at}${path}`)).status).toBe(404)
    }
    expect((await people.adviser.get(`${at}/views`)).status).toBe(404)
    for (const client of [people.chair, people.decider]) {
      const { html } = await page(client.get(`${at}/views`))
      expect(html).toContain(view.words)
      expect(html).toContain("I like it")
      expect(html).toContain(who.adviser.name)
    }
    expect((await people.coordinator.get(`${at}/view`)).status).toBe(404)
    const reading = await store().reading(halton)
    if (!reading) throw new Error("It is there")
    await service.table.write([store().put({ ...reading, decided: decidedAs }, reading)])
    const late = await people.adviser.api("POST", `${at}/view`, { face: "unsure", why: "no" }, keyed())
    expect(late.status).toBe(409)
    expect(await store().view(halton, who.adviser.person)).toMatchObject({ face: "good" })
  })
})

describe("notes, flags and history", () => {
  test("a note is numbered, kept, and read by the others only when they may compare", async () => {
    await opened()
    const html = (await page(people.reader.get(`${at}/notes`))).html
    const fields = { ...fieldsIn(html, `${at}/notes`), text: "Ask how the posts are covered." }
    expect(html).toContain("Freedom of Information")
    expect((await people.reader.post(`${at}/notes`, fields)).status).toBe(303)
    expect((await people.reader.post(`${at}/notes`, fields)).status).toBe(303)
    expect((await people.second.api("POST", `${at}/notes`, { text: "Mine." }, keyed())).status).toBe(201)
    const mine = (await json(people.second.api("GET", `${at}/notes`))).body.notes
    expect(mine?.map((one) => [one.number, one.text])).toEqual([[undefined, "Mine."]])
    const all = (await json(people.chair.api("GET", `${at}/notes`))).body.notes
    expect(all?.map((one) => one.number)).toEqual([1, 2])
    const born = { text: "NHS number 943 476 5919", key: newKey() }
    const refused = await page(people.reader.post(`${at}/notes`, born))
    expect(refused.status).toBe(422)
    expect(refused.html).toContain(born.text)
    expect((await store().reading(halton))?.notes).toBe(2)
    expect((await people.adviser.get(`${at}/notes`)).status).toBe(404)
  })

  test("a flag is taken down with a reason by the chair or by whoever raised it", async () => {
    await opened()
    const raise = async (client: Client) =>
      (await json(client.api("POST", `${at}/flags`, { because: "The figures do not agree." }, keyed()))).body
        .flag as string
    const [own, chairs] = [await raise(people.reader), await raise(people.chair)]
    expect((await json(people.reader.api("GET", `${at}/flags`))).body.flags).toHaveLength(1)
    expect((await people.reader.get(`${at}/flags/${chairs}/resolve`)).status).toBe(404)
    expect((await people.decider.get(`${at}/flags/${own}/resolve`)).status).toBe(403)
    const html = (await page(people.chair.get(`${at}/flags/${own}/resolve`))).html
    const action = `${at}/flags/${own}/resolve`
    const bare = await page(people.chair.post(action, fieldsIn(html, action)))
    expect(bare.status).toBe(422)
    const fields = { ...fieldsIn(html, action), because: "They agree: one is for a year." }
    expect((await people.chair.post(action, fields)).status).toBe(303)
    expect((await people.chair.post(action, fields)).status).toBe(303)
    expect((await store().reading(halton))?.flags.map(({ id }) => id)).toEqual([chairs])
    const lines = await store().changes.history(halton)
    expect(lines.map(({ move, note }) => [move, note])).toEqual([
      ["take a flag down", "They agree: one is for a year."],
      ["raise a flag", "The figures do not agree."],
      ["raise a flag", "The figures do not agree."],
    ])
  })

  test("the history is for the chair and the decision-maker, in plain words", async () => {
    await opened()
    await people.reader.api("POST", `${at}/flags`, { because: "The figures do not agree." }, keyed())
    for (const client of [people.chair, people.decider]) {
      const { html } = await page(client.get(`${at}/history`))
      expect(html).toContain("Raised a flag")
      expect(html).toContain("The figures do not agree.")
      expect((await json(client.api("GET", `${at}/history`))).body.lines?.[0]?.move).toBe("raise a flag")
    }
    for (const client of [people.reader, people.adviser, people.coordinator])
      expect((await client.get(`${at}/history`)).status).toBe(404)
    expect((await people.chair.get(`${at}/history?before=x`)).status).toBe(200)
  })

  test("a chair who still owes a sheet of the round reads no history", async () => {
    await opened(assigned, { ...assigned, readers: [who.chair, who.second] })
    expect((await people.chair.get(`${at}/history`)).status).toBe(404)
  })
})
