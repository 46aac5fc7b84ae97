import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { functionFor } from "../../infra/local/route.ts"
import { brokenAt, event as eventSchema } from "../../shared/domain/submissions/event.ts"
import { byRound, keys, newest } from "../../shared/store/keys.ts"
import type { Item, Table } from "../../shared/store/table.ts"
import { marksOf } from "../support/coaching/two-sites.ts"
import { addressIn, everyDoor, isApi, methodOf, ofTheEvaluation } from "../support/doors.ts"
import { does, type EvaluationEverything, evaluationEverythingAt } from "../support/evaluation/everything.ts"
import { plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { emails } from "../support/roles.ts"
import { type Client, type Service, startService } from "../support/service.ts"

let service: Service
let halton: EvaluationEverything
const logged: string[] = []
/** Everything that was ever put. */
const kept: Item[] = []
const keeping = (table: Table): Table => ({
  ...table,
  metered: (meter) => keeping(table.metered(meter)),
  write: (actions) => {
    kept.push(...actions.flatMap((one) => ("put" in one ? [one.put] : "set" in one ? [one.set] : [])))
    return table.write(actions)
  },
})

const counts: number[] = []
/** True counts that stand nowhere else, and that no rounding leaves as they are. */
const count = () => {
  const next = 1_031 + 61 * counts.length
  counts.push(next % 5 === 0 ? next + 2 : next)
  return counts.at(-1) as number
}
const say = (what: string) => `HALMARK${what} and more`

beforeAll(async () => {
  service = await startService({ around: keeping })
  const keep = (...line: unknown[]) => void logged.push(JSON.stringify(line))
  vi.spyOn(service.world.log, "info").mockImplementation(keep)
  await publishPhaseTwo(service)
  halton = await evaluationEverythingAt(service, "halton", { say, count })
}, 60_000)
afterAll(async () => {
  vi.restoreAllMocks()
  await service.stop()
})

type Pages = Map<string, string>
const isOfIt = (path: string) =>
  [...ofTheEvaluation, "voice"].includes(functionFor(path.split("?")[0] ?? "")) && !/^\/assets/.test(path)
const stripped = (text: string) =>
  text.replaceAll(/nonce="[^"]*"|name="key" value="[^"]*"|value="[^"]*" name="key"|"requestId":"[^"]*"/g, "")

const sites = ["halton", "bradford"].map((site) => `/organisations/${site}`)
const begins = ["/home", ...sites, "/programme", "/programme/sites/halton", "/support", "/"]

/** What somebody reads from where they begin, and by every link from there that leads into the evaluation. */
const crawled = async (who: Client, pages: Pages) => {
  const left = [...begins]
  for (let path = left.shift(); path !== undefined; path = left.shift()) {
    if (pages.has(path)) continue
    const answer = await who.get(path)
    expect([path, answer.status < 500]).toEqual([path, true])
    const text = stripped(await answer.text())
    pages.set(path, text)
    const links = [...text.matchAll(/\shref="(\/[^"#]*)/g)].map(([, to = ""]) => plain(to))
    left.push(...links.filter(isOfIt))
  }
}

/** Every address there is, with what is Halton's in it, as somebody who knows it all would ask. */
const asked = async (who: Client, pages: Pages) => {
  const { baseline, stories, issued, draft, wave, line, plan, tally } = halton
  const values = {
    organisation: "halton",
    phase: "NSW2",
    reference: baseline.reference,
    round: tally.round,
    wave: wave.wave,
    line,
    number: "1",
    section: plan.own,
    measure: "people",
    at: "baseline",
    month: "2017-12",
    comment: plan.comment,
  }
  const left = ["feed", "account", "decisions", "department", "funding", "money", "paying", "evidence"]
  const doors = everyDoor.filter((one) => methodOf(one) === "GET" && !left.includes(one.app))
  const several = {
    story: Object.values(stories),
    report: [issued, draft],
    version: ["1", "2", "3", "draft"],
  }
  const each = Object.entries(several)
  for (const door of doors) {
    const [part, found] = each.find(([name]) => door.door.includes(`:${name}`)) ?? ["none", [""]]
    for (const one of found) {
      const path = addressIn(door, {
        ...values,
        story: stories.shared,
        report: issued,
        version: "2",
        [part]: one,
      })
      const answer = await who.get(path)
      expect([path, answer.status < 500]).toEqual([path, true])
      pages.set(path, stripped(await answer.text()))
    }
  }
}

const marksIn = (pages: Pages) => [...new Set([...pages.values()].flatMap((text) => wordsIn(text)))].sort()
/** A picture breaks its lines within what was written: those are not asked for. */
const wordsIn = (text: string) => marksOf("HAL", text).filter((one) => text.includes(say(one)))
const numbersIn = (text: string) =>
  counts.filter((one) =>
    new RegExp(`(?<![\\d.])(?:${one}|${one.toLocaleString("en-GB")})(?![\\d])`).test(text),
  )

const everything = async (who: Client): Promise<Pages> => {
  const pages: Pages = new Map()
  await crawled(who, pages)
  await asked(who, pages)
  return pages
}

/** What both agreed to measure, what evaluators released with why, and the report that was issued with its story. */
const agreed = [
  ...["COUNTS", "DEFINITION", "NAME", "OUTOF", "QUESTION", "SOURCE"].map((one) => `MEASURE${one}`),
  ...["ACTIVITIES", "ASSUMPTIONS", "INPUTSNOW", "MECHANISMS", "PEOPLE", "SYSTEM", "WORKERS"].map(
    (one) => `THEORY${one}`,
  ),
]
const released = ["RELEASEBECAUSE", "RELEASETITLE"]
const issued = ["REPORTLIMITS", "REPORTSUMMARY", "REPORTTITLE"]
const told = ["STORYSHAREDNAME", "STORYSHAREDQUOTE", "STORYSHAREDTEXT"]
/** A report that is issued goes to every site, with what its release measures. */
const other = ["MEASUREDEFINITION", "MEASURENAME", ...issued, ...told].sort()
/** What is to be done, which whoever supports a site reads. */
const toDo = ["BOARDNAME", "BOARDQUESTION"]
const summary = [...agreed, ...released, ...issued, ...told, ...toDo, "EASYREAD"].sort()

describe("somebody who sees no true count", () => {
  test.each([
    ["a reader of the department", emails.reader, summary],
    ["the coordinator", emails.coordinator, summary],
    ["the certifier of the site", emails.certifier, toDo],
    ["the lead of another site", "site-lead@bradford.example", other],
    ["an adviser", emails.adviser, []],
    ["nobody", "", []],
  ])(
    "%s comes by every link, and by asking, to what was agreed, shared and released alone",
    async (_, email, words) => {
      const pages = await everything(email ? await service.as(email) : service.nobody)
      expect(marksIn(pages)).toEqual(words)
      const numbers = [...pages].flatMap(([path, text]) => numbersIn(text).map((one) => `${path}: ${one}`))
      const known = words.includes("REPORTTITLE") ? [halton.baseline.figures.people] : []
      expect(numbers.filter((one) => !known.some((each) => one.endsWith(`: ${each}`)))).toEqual([])
      expect(numbers.length > 0).toBe(known.length > 0)
    },
    30_000,
  )
})

const ofAnswers = ["ANSWERWORDS", "SLIPWORDS"]
const before = ["DRAFT", "WAITING"].flatMap((one) =>
  ["NAME", "QUOTE", "TEXT"].map((part) => `STORY${one}${part}`),
)
const costs = ["COSTCHANGE", "COSTSHOWNBY", "COSTSOURCE"]
const drafts = ["DRAFTREPORTLIMITS", "DRAFTREPORTSUMMARY", "DRAFTREPORTTITLE"]

describe("somebody who sees true counts", () => {
  test.each([
    [
      "the coach",
      emails.coach,
      [...ofAnswers, ...before, ...costs, ...drafts, "SUPPORT", "EVALUATORASKS", "DRAFTROW"],
    ],
    ["the evaluator", emails.evaluator, [...before, "SUPPORT", "DRAFTROW", "TALLYROW"]],
    ["the officer", emails.governance, [...ofAnswers, "STORYDRAFTTEXT", ...costs, ...drafts]],
  ])(
    "%s reads neither what people answered, nor a story before it was checked, nor what others draft",
    async (who, email, never) => {
      const pages = await everything(await service.as(email))
      const marks = marksIn(pages)
      expect(marks.filter((one) => never.includes(one))).toEqual([])
      expect([...pages.values()].flatMap(numbersIn).length).toBeGreaterThan(20)
      expect(marks.filter((one) => ofAnswers.includes(one))).toEqual(who === "the evaluator" ? ofAnswers : [])
    },
    30_000,
  )
})

describe("what is kept and sent besides", () => {
  test("no letter and no line of a log holds a figure or a word of a story, an answer or a return", async () => {
    service.at("2018-01-15T08:00:00.000Z")
    await service.morning()
    const mails = (await service.deliver()).map((one) => JSON.stringify(one))
    expect([mails.length > 20, logged.length > 50]).toEqual([true, true])
    const words = (texts: string[]) => [...new Set(texts.flatMap((text) => marksOf("HAL", text)))].sort()
    expect(words(logged)).toEqual([])
    expect(words(mails)).toEqual([])
    expect([...mails, ...logged].flatMap(numbersIn)).toEqual([])
  })

  test("what lists are made of, and the chains of what happened, hold none either", () => {
    const lists = kept.filter((one) => byRound.hash in one || newest.sort in one)
    const chains = kept.filter(({ pk }) => /^LOG#/.test(pk))
    expect([lists.length > 15, chains.length > 30]).toEqual([true, true])
    for (const one of [...lists.map(({ pk, summary }) => ({ pk, summary })), ...chains]) {
      const text = JSON.stringify(one)
      expect([one.pk, marksOf("HAL", text).filter((each) => !toDo.includes(each)), numbersIn(text)]).toEqual([
        one.pk,
        [],
        [],
      ])
    }
  })

  test("what people answered, stories and numbers are each kept in one place, and copied to no other", () => {
    const where = (is: (text: string) => boolean) =>
      [...new Set(kept.filter((one) => is(JSON.stringify(one))).map(({ pk }) => pk.split("#")[0]))].sort()
    const holding = (mark: RegExp) => where((text) => mark.test(text))
    expect(holding(/HALMARK(?:ANSWER|SLIP)WORDS/)).toEqual(["ANSWERS"])
    expect(holding(/HALMARKSTORY(?:DRAFT|WAITING)|HALMARKSUPPORT/)).toEqual(["STORIES"])
    expect(holding(/HALMARKSTORYSHARED/)).toEqual(["SHAREDSTORIES", "STORIES"])
    expect(where((text) => numbersIn(text).length > 0)).toEqual(["EVALUATION", "ORG"])
  })
})

describe("a story whose person says stop, told in a report that everybody reads", () => {
  const report = () => `/findings/NSW2/reports/${halton.issued}`
  const mark = /HALMARKSTORYSHARED/
  const readers = () => {
    const { lead, evaluator, coordinator } = halton.people
    return [lead, evaluator, coordinator, service.nobody]
  }

  test("is there until then, on the council’s page, in the report and where evaluators read", async () => {
    const { evaluator, coordinator, lead } = halton.people
    const group = { group: "People First", who: "Ann", on: "2018-01-10", revision: 3 }
    await does(evaluator, `${report()}/group`, group)
    service.at("2018-02-16T09:00:00.000Z")
    await does(coordinator, `${report()}/publish`, { revision: 4 })
    const shown = async (who: Client, path: string) => mark.test(await (await who.get(path)).text())
    const seen = await Promise.all([
      shown(service.nobody, `/reports/${halton.issued}`),
      shown(service.nobody, `/api/reports/${halton.issued}`),
      shown(evaluator, "/api/findings/stories"),
      shown(lead, "/organisations/halton/evaluation/NSW2/one-page"),
    ])
    expect(seen).toEqual([true, true, true, true])
  })

  test("is gone in the same second from every page, file and operation, for whoever asks", async () => {
    const story = `/organisations/halton/stories/NSW2/${halton.stories.shared}`
    await does(halton.people.governance, `${story}/withdraw`, { asked: "person", how: "phone" })
    for (const who of readers()) {
      const pages = await everything(who)
      expect([...pages].filter(([, text]) => mark.test(text)).map(([path]) => path)).toEqual([])
    }
    const mails = (await service.deliver()).map((one) => JSON.stringify(one))
    expect([...mails, ...logged].filter((one) => mark.test(one))).toEqual([])
  }, 60_000)

  test("is nowhere in the table, though the line that it was withdrawn is, and every chain is whole", async () => {
    const held = kept.filter((one) => mark.test(JSON.stringify(one)))
    const places = new Map(held.map(({ pk, sk }) => [`${pk} ${sk}`, { pk, sk }]))
    expect(places.size).toBeGreaterThan(1)
    for (const place of places.values()) {
      const now = await service.table.get(place, { strong: true })
      expect([place.sk, mark.test(JSON.stringify(now ?? {}))]).toEqual([place.sk, false])
    }
    const { programme } = service.world.settings
    const chains = [
      ["halton", "evaluation-NSW2", keys.evaluationChain("halton", "evaluation-NSW2"), "withdraw story"],
      ["findings", "reports-NSW2", keys.findingsChain(programme, "reports-NSW2"), "publish report"],
    ] as const
    for (const [log, record, chain, move] of chains) {
      const { items } = await service.table.query({ pk: `LOG#${log}`, begins: `${record}#`, strong: true })
      const lines = items.map((item) => eventSchema.parse(item))
      expect(lines.map((one) => one.move)).toContain(move)
      expect(brokenAt(lines, (await service.table.get(chain, { strong: true })) as never)).toBeUndefined()
    }
  })

  test("stands in what was issued and published as withdrawn, and the report says that it was changed", async () => {
    const says = "A story was withdrawn on 16 February 2018."
    for (const [who, path] of [
      [service.nobody, `/reports/${halton.issued}`],
      [halton.people.chair, report()],
      [halton.people.lead, `/organisations/halton/stories/NSW2/reports/${halton.issued}`],
    ] as const)
      expect([path, plain(await (await who.get(path)).text()).includes(says)]).toEqual([path, true])
    const read = await service.nobody.api("GET", `/reports/${halton.issued}`)
    expect(await read.json()).toMatchObject({ changed: true, state: "published" })
  })
})

test("and nothing of all this was a fault", () => {
  expect(everyDoor.filter(isApi).length).toBeGreaterThan(100)
  expect(service.faults).toEqual([])
})
