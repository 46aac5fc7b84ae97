import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { evidenceApp } from "../../functions/evidence/app.ts"
import { keys } from "../../shared/store/keys.ts"
import { sha256 } from "../../shared/values/hash.ts"
import { awarded } from "../support/funding/award.ts"
import { december, evidenceOf } from "../support/funding/evidence.ts"
import { ledger, pdf, virus, workbook } from "../support/funding/evidence-files.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

let service: Service
let [lead, contributor, certifier, governance, finance]: Client[] = []
let files: ReturnType<typeof evidenceOf>

beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  await awarded(service)
  await awarded(service, { organisation: "bradford" })
  service.at("2018-01-16T09:00:00Z")
  const as = (email: string) => service.as(email)
  lead = await as("site-lead@halton.example")
  contributor = await as("contributor@halton.example")
  certifier = await as("section-151@halton.example")
  governance = await as("governance@halton.example")
  finance = await as("finance@doh.example")
  files = evidenceOf(service)
})
afterAll(() => service.stop())

/** Each test begins without files. */
beforeEach(async () => {
  for (const { id } of (await files.list(lead as Client)).files) await files.takeAway(lead as Client, id)
})

const who = () => ({ lead, contributor, certifier, governance, finance }) as Record<string, Client>
const page = async (client: Client | undefined, path = files.here) => (await client?.get(path))?.text() ?? ""

describe("without JavaScript, on three pages", () => {
  test("a file is named, chosen, sent straight to the store, and listed as being checked", async () => {
    const before = await page(lead)
    expect(before).toContain("No file is part of this return. It can have up to 10.")
    expect(before).toContain("no names of staff")
    const form = await page(lead, `${files.here}/add`)
    const key = /name="key" value="([\w-]+)"/.exec(form)?.[1] ?? ""
    const added = await lead?.post(`${files.here}/add`, { key, name: "Ledger extract", type: "csv" })
    expect(added?.status).toBe(303)
    const upload = await page(lead, added?.headers.get("location") ?? "")
    expect(upload).toContain('enctype="multipart/form-data"')
    expect(upload).toMatch(/type="hidden" name="key" value="halton\/NSW2\/[\w-]{16}"/)
    expect(upload).toContain('accept=".csv,text/csv"')
    const fields = Object.fromEntries(
      [...upload.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    )
    const one = service.store.put({ fields }, ledger)
    const back = fields.success_action_redirect?.replace("http://127.0.0.1:3000", "").replaceAll("&amp;", "&")
    expect(await page(lead, back)).toContain("We are checking your file: “Ledger extract”.")
    await service.scanning.arrive(one)
    await service.scanning.scan(one)
    const after = await page(lead)
    expect(after).toContain("1 file will be part of what is sent.")
    expect(after).toContain("CSV, 48 bytes")
    expect(after).toContain("Halton site lead (demonstration)")
  })

  test("what is wrong stands beside its cause, and what was typed is kept", async () => {
    const answer = await lead?.post(`${files.here}/add`, {
      key: newKey(),
      name: "Payslip of Mrs Jones, JG 10 37 59 A",
      type: "docx",
    })
    expect(answer?.status).toBe(422)
    const again = (await answer?.text()) ?? ""
    expect(again).toContain("Payslip of Mrs Jones")
    expect(again).toMatch(/looks like (the name of a person|a National Insurance number)/)
    expect(again).toContain("Select the type of the file")
    expect((await files.list(lead as Client)).files).toEqual([])
  })

  test("pressed twice it is one file", async () => {
    const key = newKey()
    const ids = [await files.add(lead as Client, {}, key), await files.add(lead as Client, {}, key)]
    expect(new Set(ids).size).toBe(1)
    expect((await files.list(lead as Client)).files).toHaveLength(1)
  })

  test("an eleventh file is not taken, until one is taken away", async () => {
    const ids: string[] = []
    for (let number = 0; number < 10; number++) ids.push(await files.add(contributor as Client))
    const body = { name: "One more", type: "csv" }
    const refused = await lead?.api("POST", `${files.here}/add`, body, { "idempotency-key": newKey() })
    expect(refused?.status).toBe(409)
    expect(JSON.stringify(await refused?.json())).toContain("Take one away before you add another")
    await files.takeAway(lead as Client, ids[0] ?? "")
    await files.add(lead as Client, body)
  })
})

test("a form may be sent to the store of files, from these pages and no others", async () => {
  const uploads = "https://evidence.s3.eu-west-2.amazonaws.com"
  const world = { ...service.world, settings: { ...service.world.settings, uploads } }
  const app = evidenceApp({ ...world, files: service.store.files })
  const answer = await app.request(files.here, { headers: { cookie: lead?.cookie ?? "" } })
  expect(answer.status).toBe(200)
  expect(answer.headers.get("content-security-policy")).toContain(`form-action 'self' ${uploads};`)
  const plain = (await lead?.get("/home"))?.headers.get("content-security-policy")
  expect(plain).toContain("form-action 'self';")
})

describe("what is found", () => {
  test("a clean file is kept with its size and its hash, and is opened by whoever may", async () => {
    const one = await files.checked(lead as Client, ledger)
    expect(one).toMatchObject({ state: "clean", bytes: 48, sha256: sha256(ledger), warnings: [] })
    for (const name of ["lead", "contributor", "certifier"]) {
      const answer = await who()[name]?.get(`${files.here}/files/${one?.id}`)
      expect(answer?.status).toBe(303)
      expect(answer?.headers.get("location")).toContain("name=Ledger-extract.csv")
    }
    const there = await finance?.get(`/funding/evidence/halton/NSW2/${one?.id}`)
    expect(there?.status).toBe(303)
    expect(service.stored.size).toBe(1)
    expect(service.store.arriving.size).toBe(0)
    expect((await governance?.get(files.here))?.status).toBe(404)
  })

  test("a virus is deleted at once, nobody can open it, and whoever added it is told once", async () => {
    await service.deliver()
    const sent = service.mails.length
    const one = await files.checked(contributor as Client, virus)
    expect(one).toMatchObject({ state: "infected", words: "The file contains a virus, and was deleted" })
    expect([service.stored.size, service.store.arriving.size]).toEqual([0, 0])
    const opened = await lead?.get(`${files.here}/files/${one?.id}`)
    expect(opened?.status).toBe(409)
    expect(await opened?.text()).toContain("The file contains a virus, and was deleted")
    await service.deliver({ again: true })
    const told = service.mails.slice(sent)
    expect(told.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
      "contributor@halton.example: [Demonstration] A file you added contains a virus",
    ])
    expect(told[0]?.text).toContain(`http://127.0.0.1:3000${files.here}`)
  })

  test.each([
    ["a CSV that is a PDF", pdf(), "csv", "It is not a CSV file that we can read."],
    ["a PDF that is a workbook", workbook(), "pdf", "It is not a PDF, though it was said to be."],
    ["a workbook that is text", ledger, "xlsx", "It is not an Excel workbook (XLSX)"],
    ["a CSV that is a workbook", workbook(), "csv", "It is not a CSV file that we can read."],
    ["a workbook with macros", workbook({ macros: true }), "xlsx", "It has macros in it"],
    ["nothing at all", "", "csv", "It is empty."],
    ["more than 10 MB", new Uint8Array(10 * 1024 * 1024 + 1), "csv", "It is larger than 10 MB."],
  ])("%s is deleted, and the page says why", async (_, bytes, type, says) => {
    const one = await files.checked(lead as Client, bytes, { type })
    expect(one?.state).toBe("unreadable")
    expect(one?.words).toContain(`The file could not be checked, and was deleted. ${says}`)
    expect([service.stored.size, service.store.arriving.size]).toEqual([0, 0])
  })

  test.each(["UNSUPPORTED", "ACCESS_DENIED", "FAILED", "A WORD OF NEXT YEAR"])(
    "a file of which the scanner says %s is never given to anybody",
    async (verdict) => {
      const one = await files.checked(lead as Client, ledger, {}, verdict)
      expect(one?.state).toBe("unreadable")
      expect(service.stored.size).toBe(0)
    },
  )

  test("an author in its properties is told of, and never named", async () => {
    const name = "Aurelia Fotheringham"
    for (const [bytes, type] of [
      [pdf({ author: name }), "pdf"],
      [workbook({ author: name }), "xlsx"],
    ] as const) {
      const one = await files.checked(lead as Client, bytes, { type })
      expect(one).toMatchObject({ state: "clean", warnings: [expect.stringContaining("name an author")] })
    }
    const { items } = await service.table.query({ pk: keys.evidence("halton", "NSW2", "").pk })
    expect(JSON.stringify(items)).not.toContain("Fotheringham")
    expect(await page(lead)).not.toContain("Fotheringham")
    const plain = await files.checked(lead as Client, workbook(), { type: "xlsx" })
    expect(plain?.warnings).toEqual([])
  })
})

describe("whatever order things are told in", () => {
  test("the scanner's word may come before that of the store, and each several times", async () => {
    const one = await files.put(lead as Client, await files.add(lead as Client), ledger)
    const { arrive, scan } = service.scanning
    await scan(one)
    await arrive(one)
    await scan(one, "THREATS_FOUND")
    await scan(one)
    expect(await files.only(lead as Client)).toMatchObject({ state: "clean", sha256: sha256(ledger) })
    expect(service.stored.size).toBe(1)
  })

  test("of two files under one form the first that is looked at is the one, and the other is dropped", async () => {
    const id = await files.add(lead as Client)
    const first = await files.put(lead as Client, id, ledger)
    const second = await files.put(lead as Client, id, `${ledger}and,more\n`)
    const { arrive, scan } = service.scanning
    await Promise.all([arrive(first), arrive(second)])
    await Promise.all([scan(first), scan(second)])
    const one = await files.only(lead as Client)
    expect(one?.state).toBe("clean")
    const [[key, bytes] = ["", new Uint8Array()], ...more] = [...service.stored]
    expect(more).toEqual([])
    expect(key).toBe(`halton/NSW2/${id}/${one?.sha256}`)
    expect(sha256(bytes)).toBe(one?.sha256)
    expect(service.store.arriving.size).toBe(0)
  })

  test("what was taken away while it was being checked is kept nowhere", async () => {
    const id = await files.add(lead as Client)
    const one = await files.put(lead as Client, id, ledger)
    await service.scanning.arrive(one)
    expect((await files.takeAway(contributor as Client, id)).status).toBe(200)
    await service.scanning.scan(one)
    expect([service.stored.size, service.store.arriving.size]).toEqual([0, 0])
    expect((await files.list(lead as Client)).files).toEqual([])
  })

  test("what is about none of our files, or is no word at all, does nothing and is dropped", async () => {
    const { tell, scan } = service.scanning
    for (const event of [undefined, {}, "x", { "detail-type": "Object Created", detail: {} }])
      await tell(event)
    const stray = service.store.put({ fields: { key: "halton/NSW2/nothing" } }, ledger)
    const strange = service.store.put({ fields: { key: "nowhere" } }, ledger)
    await scan(stray)
    await scan(strange)
    expect([service.stored.size, service.store.arriving.size]).toEqual([0, 0])
  })
})

describe("who, and when", () => {
  test("a signatory opens files, and neither adds one nor takes one away", async () => {
    const one = await files.checked(lead as Client, ledger)
    const body = { name: "Another", type: "csv" }
    const added = await certifier?.api("POST", `${files.here}/add`, body, { "idempotency-key": newKey() })
    expect(added?.status).toBe(403)
    expect((await files.takeAway(certifier as Client, one?.id ?? "")).status).toBe(403)
    const seen = await page(certifier)
    expect(seen).not.toContain("Take it away")
    expect(seen).not.toContain("Add a file")
  })

  test("Bradford’s lead finds nothing of Halton’s, by any address", async () => {
    const one = await files.checked(lead as Client, ledger)
    const other = await service.as("site-lead@bradford.example")
    for (const path of [
      files.here,
      `${files.here}/files/${one?.id}`,
      `/organisations/bradford/evidence/${december}/files/${one?.id}`,
      `/funding/evidence/halton/NSW2/${one?.id}`,
    ])
      expect((await other.get(path)).status).toBe(404)
  })

  test("taking away deletes the file, stays on record, and the same key again says the same", async () => {
    const one = await files.checked(lead as Client, ledger)
    const asked = await page(lead, `${files.here}/files/${one?.id}/take-away`)
    expect(asked).toContain("The file is deleted, and will not be part of what is sent.")
    const key = newKey()
    const [first, again] = [
      await files.takeAway(lead as Client, one?.id ?? "", key),
      await files.takeAway(lead as Client, one?.id ?? "", key),
    ]
    expect(await first.json()).toEqual({ id: one?.id, state: "removed" })
    expect(await again.json()).toEqual({ id: one?.id, state: "removed" })
    expect(service.stored.size).toBe(0)
    const kept = await service.table.get(keys.evidence("halton", "NSW2", one?.id ?? ""))
    expect(kept).toMatchObject({
      state: "removed",
      removed: { by: { name: expect.stringContaining("Halton") } },
    })
  })

  test("a return of another kind, or of a site without an award, has no files", async () => {
    expect((await lead?.get("/organisations/halton/evidence/nsw-2-2017"))?.status).toBe(404)
    const shropshire = await service.as("site-lead@shropshire.example")
    expect((await shropshire.get(`/organisations/shropshire/evidence/${december}`)).status).toBe(404)
  })
})
