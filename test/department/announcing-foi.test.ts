import { strFromU8, unzipSync } from "fflate"
import { afterAll, beforeAll, expect, test } from "vitest"
import { demonstrationPeople } from "../../infra/local/demonstration/people.ts"
import { panelIn } from "../../shared/store/panel.ts"
import { shortForm } from "../support/answers.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { department, who } from "../support/panel.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"
import { toldRound } from "../support/told-round.ts"

const round = "nsw-2-2017"
const foi = `${department}/foi`
const because = "Request 17 of this year."

let service: Service
let references: Record<string, string>
let people: Awaited<ReturnType<typeof toldRound>>["people"]
let decider: Client

beforeAll(async () => {
  service = await startService()
  ;({ references, people } = await toldRound(service))
  decider = people.decider
  const store = panelIn(service.table, round)
  const at = "2017-09-01T09:00:00.000Z"
  const reference = references.halton ?? ""
  await service.table.write([
    store.addNote({
      reference,
      number: 1,
      text: `${who.second.name} telephoned 020 7946 0999 and wrote to mary.oldroyd@example.org. Mrs Oldroyd agreed.`,
      by: who.chair,
      at,
    }),
    store.putView({ reference, face: "good", words: "They listen.", by: who.adviser, at, revision: 0 }),
    store.putModeration({
      reference,
      points: { c1: 3 },
      reasons: { c1: `The readers spoke, and Mr Oldroyd of ${references.shropshire} did not.` },
      by: who.chair,
      at,
    }),
  ])
})
afterAll(() => service.stop())

const packed = async (body: unknown = { because }, by = decider, key = newKey()) => {
  const answer = await by.api("POST", foi, body, keyed(key))
  expect(answer.status, await answer.clone().text()).toBe(200)
  const given = (await answer.json()) as { name: string; part: number; parts: number; zip: string }
  return { ...given, files: opened(Buffer.from(given.zip, "base64")) }
}

const opened = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]))

const history = async () => panelIn(service.table, round).changes.history("panel")

test("the page says what is in the files, and what is taken out", async () => {
  const page = plain(await (await decider.get(foi)).text())
  expect(page).toContain("3 expressions of interest, in one file.")
  expect(page).toContain("this may not be the whole round")
  expect(page).toContain("scores.csv")
})

test("the pack is for the chair and the decision-maker, and needs a word on what it is for", async () => {
  for (const each of [people.reader, people.adviser, people.coordinator])
    expect((await each.api("POST", foi, { because }, keyed())).status).toBe(403)
  const empty = await decider.post(foi, { key: newKey(), because: "" })
  expect(empty.status).toBe(422)
  const beyond = await decider.api("POST", foi, { because, part: 2 }, keyed())
  expect(beyond.status).toBe(422)
  expect((await history()).map(({ move }) => move)).not.toContain("export")
})

test("it holds every question and answer as sent, every score with why, every decision with its reason", async () => {
  const { files } = await packed()
  expect(Object.keys(files).sort()).toEqual(
    [
      "README.txt",
      "decisions.csv",
      ...Object.values(references).map((reference) => `expressions/${reference}.html`),
      "moderation.csv",
      "notes.csv",
      "scores.csv",
      "views.csv",
    ].sort(),
  )
  const halton = plain(files[`expressions/${references.halton}.html`] ?? "")
  const { whyHere, differently } = shortForm.proposal as Record<string, string>
  for (const answer of [whyHere, differently]) expect(halton).toContain(answer)
  expect(halton).toContain("Who leads this expression of interest?")
  const scores = (files["scores.csv"] ?? "").trim().split("\r\n")
  expect(scores).toHaveLength(1 + 3 * 2 * 5)
  expect(files["scores.csv"]).toMatch(/Reader A/)
  expect(files["scores.csv"]).toMatch(/Reader B/)
  expect(files["decisions.csv"]).toContain(`The reason of ${references.halton}, which stays with the panel.`)
  expect(files["decisions.csv"]).toContain("£92,827")
  expect(files["decisions.csv"]).toContain("By 31 October 2017.")
  expect(files["decisions.csv"]).toContain("Decision-maker")
  expect(files["views.csv"]).toContain("Member A")
  expect(files["moderation.csv"]).toContain("Chair of the selection panel")
  expect(files["README.txt"]).toContain("This may not be the whole round.")
})

test("nobody is named in it: no name, no address, no number, also inside a text", async () => {
  const { files } = await packed()
  const all = Object.values(files).map(plain).join("\n").toLowerCase()
  const staff = Object.values(shortForm.organisation ?? {}).flatMap((one) => {
    const { email } = Object(one) as { email?: string }
    return email ?? []
  })
  for (const { person } of demonstrationPeople()) {
    expect(all).not.toContain(person.name.toLowerCase())
    expect(all).not.toContain(person.email.toLowerCase())
  }
  expect(staff).toHaveLength(2)
  for (const said of staff) expect(all).not.toContain(said.toLowerCase())
  expect(all).not.toMatch(/oldroyd|7946|@/)
  expect(all).toContain("[redacted: section 40(2)]")
  expect(files["notes.csv"]).toContain("Selection panel")
})

test("each is a line of the round's history with who and why, once however often the button is pressed", async () => {
  const before = (await history()).filter(({ move }) => move === "export").length
  const key = newKey()
  const first = await packed({ because }, decider, key)
  expect((await packed({ because }, decider, key)).files).toEqual(first.files)
  const lines = (await history()).filter(({ move }) => move === "export")
  expect(lines).toHaveLength(before + 1)
  expect(lines[0]).toMatchObject({ by: { person: "p-decision-maker" }, note: `Part 1: ${because}` })
})

test("the page gives the same as a file to keep", async () => {
  const page = await (await decider.get(foi)).text()
  const answer = await decider.post(foi, { ...fieldsIn(page, foi), because })
  expect(answer.status).toBe(200)
  expect(answer.headers.get("content-type")).toBe("application/zip")
  expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${round}-foi.zip"`)
  const files = opened(new Uint8Array(await answer.arrayBuffer()))
  expect(files).toEqual((await packed()).files)
})

test("what somebody has a link with is not in theirs, by no name and no reference", async () => {
  const store = panelIn(service.table, round)
  const one = await store.reading(references.shropshire ?? "")
  if (!one) throw new Error("It is not read")
  const said = one.said.map((each) =>
    each.person === "p-decision-maker" ? { ...each, link: "other" as const } : each,
  )
  await service.table.write([store.put({ ...one, said }, one)])
  const { files } = await packed()
  const all = Object.entries(files).flat().join("\n")
  expect(all).not.toContain(references.shropshire)
  expect(all).not.toContain("Shropshire")
  expect(files["README.txt"]).toContain("with 2 expressions of interest")
  const theirs = await packed({ because }, people.chair)
  expect(Object.keys(theirs.files)).toContain(`expressions/${references.shropshire}.html`)
})
