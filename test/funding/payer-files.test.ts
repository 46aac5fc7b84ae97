import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { fundingIn } from "../../shared/store/funding.ts"
import { awarded } from "../support/funding/award.ts"
import { accountIn, answerOf, authorised, does, reads, sends, siteAt } from "../support/funding/payers.ts"
import { type Life, mortal } from "../support/mortal.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

let service: Service
let finance: Client
let references: Record<string, string>
const life: Life = {}

beforeAll(async () => {
  service = await startService({ around: mortal(life) })
  await publishPhaseTwo(service)
  service.at("2017-10-16T09:00:00.000Z")
  for (const organisation of ["halton", "bradford", "shropshire", "sheffield"])
    await awarded(service, { organisation, amount: 5_000_000 })
  finance = await service.as("finance@doh.example")
  references = {}
  for (const organisation of ["halton", "bradford", "shropshire", "sheffield"])
    references[organisation] = await authorised(service, finance, { organisation })
  service.at("2017-10-20T09:00:00.000Z")
})
beforeEach(() => {
  life.writes = undefined
})
afterAll(() => service.stop())

const paid = (organisation: string, more = "BACS 17,NSW pilot,,20000") =>
  `${references[organisation]},paid,18/10/2017,${more}`
const first = async (organisation = "halton") => (await accountIn(service, organisation)).payments[0]
const lines = async (organisation: string) =>
  (await fundingIn(service.table).entries(organisation, "NSW2")).length

test("a file with one wrong row is refused whole, with each problem, and nothing is recorded", async () => {
  const text = answerOf(
    paid("halton"),
    paid("bradford", "BACS 17,NSW pilot,,20000.01"),
    `${references.shropshire},paid,15/10/2017,BACS,NSW,,`,
    `${references.sheffield},paid,21/10/2017,BACS,NSW,,`,
    paid("halton"),
  )
  const refused = await sends(finance, text)
  expect(refused.status).toBe(422)
  expect(refused.body.problems.map(({ says }: { says: string }) => says)).toEqual([
    "Row 3, amount: £20,000.01 is not what was authorised, £20,000",
    "Row 4, date: The day it was paid on lies before 16 October 2017, the day it was authorised.",
    "Row 5, date: The day it was paid on must not be in the future.",
    `Row 6, reference: row 2 has ${references.halton} too`,
  ])
  expect((await first())?.state).toBe("authorised")
  expect((await reads(finance, "/funding/payer-files")).files).toEqual([])

  const page = await finance.post("/funding/payer-files", { text, key: newKey() })
  expect(page.status).toBe(422)
  const shown = await page.text()
  expect(shown).toContain("Row 3, amount: £20,000.01 is not what was authorised")
  expect(shown).toContain(references.halton)
  expect(await (await finance.get("/funding/payer-files")).text()).toContain(
    "The payer has not answered yet.",
  )
})

test("what is no file of commas, names nobody we know, or comes from somebody else, is refused in words", async () => {
  const open = await sends(finance, `${answerOf(paid("halton"))}"NSW2,paid`)
  expect(open.body.problems[0].says).toContain("a quotation mark without its pair")
  const nobody = await sends(finance, answerOf("NSW2-XXX-P1-222222,paid,18/10/2017,BACS,,,"))
  expect(nobody.body.problems[0].says).toBe("None of its references is one that we sent to the payer.")
  const decider = await service.as("decision-maker@doh.example")
  expect((await sends(decider, answerOf(paid("halton")))).status).toBe(403)
  const empty = await finance.post("/funding/payer-files", { key: newKey() })
  expect(await empty.text()).toContain("Choose the payer’s file, or paste what it says")
})

test("what was broken off between two rows is finished by pressing again, each payment once, each letter once", async () => {
  const text = answerOf(
    paid("halton"),
    "SOMEBODY-ELSES,paid,18/10/2017,BACS 17,,,",
    paid("bradford"),
    `${references.shropshire},unpaid,18/10/2017,,,The account is closed,`,
  )
  const before = await lines("halton")
  life.writes = 2
  expect((await sends(finance, text)).status).toBe(500)
  expect((await first("halton"))?.state).toBe("paid")
  expect((await first("bradford"))?.state).toBe("authorised")
  const { files } = await reads(finance, "/funding/payer-files")
  expect(files).toMatchObject([{ done: 1, rows: 4, counts: { paid: 2, unpaid: 1, known: 0, unknown: 1 } }])
  expect(await (await finance.get(`/funding/payer-files/${files[0].id}`)).text()).toContain("1 of 4 rows")

  life.writes = undefined
  const gone = await finance.post(`/funding/payer-files/${files[0].id}`, { key: newKey() })
  expect(gone.status).toBe(303)
  const read = await reads(finance, `/funding/payer-files/${files[0].id}`)
  expect(read).toMatchObject({ done: 4, amount: 4_000_000 })
  expect(read.lines.map(({ stands }: { stands: string }) => stands)).toEqual([
    "Recorded as paid",
    "Not recorded: none of our references",
    "Recorded as paid",
    "Recorded as not paid: to be authorised again",
  ])
  expect(await lines("halton")).toBe(before + 1)

  const again = await sends(finance, text)
  expect(again).toMatchObject({ status: 200, body: { id: files[0].id, done: 4 } })
  expect(await lines("halton")).toBe(before + 1)
  expect((await reads(finance, "/funding/payer-files")).files).toHaveLength(1)

  const mails = (await service.deliver({ again: true })).filter(({ subject }) =>
    subject.includes("Payment 1"),
  )
  const halton = mails.filter(({ to }) => to.endsWith("@halton.example"))
  expect(halton.map(({ to }) => to.split("@")[0]).sort()).toEqual(["contributor", "site-lead", "sponsor"])
  expect(halton[0]?.text).toContain("Payment 1: £20,000 was paid on 18 October 2017.")
  expect(halton[0]?.text).toContain("The payer’s reference is BACS 17. The remittance text is: NSW pilot")
})

test("another file may say again what is known, and may not say it otherwise", async () => {
  const known = await sends(finance, answerOf(paid("halton"), paid("sheffield")))
  expect(known.body.counts).toEqual({ paid: 1, unpaid: 0, known: 1, unknown: 0 })
  const other = await sends(finance, answerOf(paid("halton", "BACS 99,NSW,,")))
  expect(other.body.problems[0].says).toBe(
    "Row 2, payer’s reference: it is recorded as paid on 18 October 2017, with the payer’s reference BACS 17",
  )
})

test("what the payer could not make is authorised again with another reference; the old one is not paid any more", async () => {
  const page = await (await finance.get(`${siteAt("shropshire")}/payments/1`)).text()
  expect(page).toContain("The payer could not make it. It can be authorised again.")
  expect(page).toContain("The account is closed")
  const anew = await authorised(service, finance, { organisation: "shropshire" })
  expect(anew).not.toBe(references.shropshire)
  const old = await sends(finance, answerOf(paid("shropshire")))
  expect(old.body.problems[0].says).toContain("the payer has answered before that it was not paid")
  const twice = await sends(finance, answerOf(`${anew},paid,20/10/2017,BACS 18,,,`))
  expect(twice.body.counts.paid).toBe(1)
  expect((await first("shropshire"))?.paid?.remittance).toBe(anew)
})

test("two who send the same file at once record it once", async () => {
  await awarded(service, { organisation: "liverpool", amount: 5_000_000 })
  references.liverpool = await authorised(service, finance, { organisation: "liverpool" })
  service.at("2017-10-23T09:00:00.000Z")
  const before = await lines("liverpool")
  const text = answerOf(`${references.liverpool},paid,23/10/2017,BACS 19,,,`)
  const both = await Promise.all([sends(finance, text), sends(finance, text)])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect(await lines("liverpool")).toBe(before + 1)
})

test("a file is uploaded as spreadsheets save it: its mark, trailing commas, lines within quotation marks", async () => {
  await awarded(service, { organisation: "hertfordshire", amount: 5_000_000 })
  const reference = await authorised(service, finance, { organisation: "hertfordshire" })
  const body = new FormData()
  const csv = `\ufeffreference,OUTCOME,date,payer’s reference,remittance text,,\n\n"${reference.toLowerCase()}",Paid,2017-10-23,BACS 20,"NSW\npilot",,\n`
  body.set("file", new File([csv], "C:\\payer\\answer 20.csv", { type: "text/csv" }))
  body.set("text", "")
  body.set("key", newKey())
  const answer = await service.request("/funding/payer-files", {
    method: "POST",
    body,
    headers: { origin: "http://127.0.0.1:3000", cookie: finance.cookie ?? "" },
  })
  expect(answer.status).toBe(303)
  const shown = await (await finance.get(answer.headers.get("location") ?? "")).text()
  expect(shown).toContain("answer 20.csv")
  expect(shown).toContain("Recorded as paid")
  expect((await first("hertfordshire"))?.paid?.remittance).toBe("NSW pilot")
  expect((await does(finance, "/funding/payer-files", { text: "a".repeat(1_100_000) })).status).toBe(422)
})
