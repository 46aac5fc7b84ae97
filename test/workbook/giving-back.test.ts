import { strFromU8, unzipSync } from "fflate"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { awarded } from "../support/funding/award.ts"
import { fieldsIn } from "../support/page-form.ts"
import { publishPhaseTwo, returnOf, returns } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { type Begun, begun, keyed, newKey } from "../support/submission.ts"
import { reworked, rowOf, sheetPart, withCell } from "../support/workbooks.ts"

let service: Service
let lead: Client
let contributor: Client
let one: Begun
let at: string

beforeAll(async () => {
  service = await startService()
  const published = await publishPhaseTwo(service)
  await awarded(service)
  service.at("2018-01-16T09:00:00Z")
  lead = await service.as("site-lead@halton.example")
  contributor = await service.as("contributor@halton.example")
  one = await begun(lead, "halton", returns.december)
  at = `${one.here}/workbook`
  expect(returnOf(published, "halton", "spending-update")).not.toBe("")
})
afterAll(() => service.stop())

const downloaded = async (who: Client, format = "xlsx") =>
  new Uint8Array(await (await who.get(`${at}/file.${format}`)).arrayBuffer())

/** The same file with some cells of the table of spending typed over. */
const typedIn = (bytes: Uint8Array, cells: Record<string, string>, sheet = "What you spent") =>
  reworked(bytes, (parts) => {
    const part = sheetPart(parts, sheet)
    for (const [cell, xml] of Object.entries(cells))
      parts[part] = withCell(parts[part] ?? "", cell, `<c r="${cell}"${xml}</c>`)
  })

const chooses = async (who: Client, bytes: Uint8Array, name = "workbook.xlsx", key = newKey()) => {
  const form = new FormData()
  form.set("key", key)
  form.set("file", new File([new Uint8Array(bytes)], name))
  const body = new Response(form)
  return service.request(at, {
    method: "POST",
    body: await body.arrayBuffer(),
    headers: {
      origin: "http://127.0.0.1:3000",
      cookie: who.cookie ?? "",
      "content-type": body.headers.get("content-type") ?? "",
    },
  })
}

const previewOf = async (who: Client, bytes: Uint8Array) => {
  const answer = await chooses(who, bytes)
  expect(answer.status, await answer.clone().text()).toBe(303)
  const where = answer.headers.get("location") ?? ""
  return { where, page: await (await who.get(where)).text() }
}

const answersNow = async () => {
  const { sections } = (await one.read(lead)) as { sections: { id: string; answers: unknown }[] }
  return Object.fromEntries(sections.map(({ id, answers }) => [id, answers]))
}

describe("a finance officer fills in the spending update in Excel", () => {
  let where: string

  test("the page gives out both files and a form, and says that nothing is sent by it", async () => {
    const page = await (await lead.get(at)).text()
    expect(page).toContain(`${at}/file.xlsx`)
    expect(page).toContain(`${at}/file.ods`)
    expect(page).toContain("NOT SENT")
    expect(page).toContain("It sends nothing")
  })

  test("the file names the service and no person, and has no formula", async () => {
    for (const format of ["xlsx", "ods"]) {
      const parts = unzipSync(await downloaded(lead, format))
      const all = Object.values(parts)
        .map((part) => strFromU8(part))
        .join("\n")
      expect(all).not.toMatch(/<f>|table:formula/)
      expect(all).not.toMatch(/site lead/i)
      expect(all).toContain("Halton")
    }
  })

  test("sees every change before anything is saved", async () => {
    const before = await answersNow()
    const given = await previewOf(
      lead,
      typedIn(await downloaded(lead), {
        C3: ' s="5"><v>9000</v>',
        D3: ' t="inlineStr"><is><t> £4 000.50 </t></is>',
      }),
    )
    where = given.where
    expect(given.page).toContain("£9,000")
    expect(given.page).toContain("£4,000.50")
    expect(given.page).toContain("Nothing of it is saved yet")
    expect(await answersNow()).toEqual(before)
  })

  test("and confirms it: everything is saved in one line of history", async () => {
    const page = await (await lead.get(where)).text()
    const fields = fieldsIn(page, `${where}/confirm`)
    const answer = await lead.post(`${where}/confirm`, fields)
    expect([answer.status, answer.headers.get("location")]).toEqual([303, one.here])
    const again = await lead.post(`${where}/confirm`, fields)
    expect([again.status, again.headers.get("location")]).toEqual([303, one.here])
    expect((await lead.get(where)).status).toBe(404)
    const { spending } = (await answersNow()) as { spending: { spending: Record<string, unknown> } }
    expect(spending.spending.workers).toEqual({ spent: 900_000, expected: 400_050 })
  })
})

describe("what stands in the way is said with its cell, and saves nothing", () => {
  test("a formula, an error and two sections at once", async () => {
    const before = await answersNow()
    const { where, page } = await previewOf(
      lead,
      typedIn(await downloaded(lead), {
        C4: "><f>SUM(A1:A9)</f><v>12</v>",
        D4: ' t="e"><v>#REF!</v>',
        C5: "><v>1.234</v>",
      }),
    )
    expect(page).toContain("What you spent, C4 holds a formula: type the figure in its place")
    expect(page).toContain("What you spent, D4 shows #REF!")
    expect(page).toContain("What you spent, C5:")
    expect(page).not.toContain(`${where}/confirm`)
    const refused = await lead.api("POST", `${where}/confirm`, { revision: 2 }, keyed())
    expect(refused.status).toBe(422)
    expect(await answersNow()).toEqual(before)
    const file = unzipSync(new Uint8Array(await (await lead.get(`${where}/file`)).arrayBuffer()))
    const issues = strFromU8(file["xl/worksheets/issues.xml"] ?? new Uint8Array())
    expect(issues).toContain("What you spent, C4 holds a formula")
  })

  test("a file that is none comes back on the page with what is wrong", async () => {
    for (const bytes of [new Uint8Array(), new Uint8Array([1, 2, 3]), Buffer.from("PK\u0003\u0004nothing")]) {
      const answer = await chooses(lead, bytes)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toMatch(/Select a file|The file/)
    }
  })

  test("one that is far too large is not read at all", async () => {
    expect((await chooses(lead, new Uint8Array(3_100_000))).status).toBe(413)
    expect((await chooses(lead, new Uint8Array(2_100_000))).status).toBe(422)
  })
})

describe("several sections in one file", () => {
  const both = async (award: string) => {
    const bytes = typedIn(await downloaded(lead), { C3: "><v>9100</v>" })
    return reworked(bytes, (parts) => {
      const part = sheetPart(parts, "Answers")
      const cell = `D${rowOf(parts[part] ?? "", "outlook.award")}`
      parts[part] = withCell(
        parts[part] ?? "",
        cell,
        `<c r="${cell}" t="inlineStr"><is><t>${award}</t></is></c>`,
      )
    })
  }
  const lines = async () =>
    (await (await lead.api("GET", `${one.here}/history`)).text()).split('"move":"save"').length

  test("with one that cannot be saved saves neither", async () => {
    const before = await answersNow()
    const { page } = await previewOf(lead, await both("Perhaps"))
    expect(page).toContain("is “Perhaps”: choose one of")
    expect(await answersNow()).toEqual(before)
  })

  test("are saved together, as one line of history", async () => {
    const before = await lines()
    const { where, page } = await previewOf(lead, await both("Yes"))
    expect((await lead.post(`${where}/confirm`, fieldsIn(page, `${where}/confirm`))).status).toBe(303)
    expect(await lines()).toBe(before + 1)
    const now = await answersNow()
    expect(now).toMatchObject({
      spending: { spending: { workers: { spent: 910_000 } } },
      outlook: { award: "whole" },
    })
  })
})

test("what identifies a person is stopped, with the cell it stands in", async () => {
  const before = await answersNow()
  const bytes = reworked(await downloaded(lead), (parts) => {
    const part = sheetPart(parts, "Answers")
    const cell = `D${rowOf(parts[part] ?? "", "outlook.why")}`
    const text = "Her NHS number is 943 476 5919."
    parts[part] = withCell(
      parts[part] ?? "",
      cell,
      `<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`,
    )
  })
  const { where, page } = await previewOf(lead, bytes)
  expect(page).toMatch(/Answers, D\d+: /)
  expect(page).not.toContain(`${where}/confirm`)
  const { revision } = (await one.read(lead)) as { revision: number }
  expect((await lead.api("POST", `${where}/confirm`, { revision }, keyed())).status).toBe(422)
  expect(await answersNow()).toEqual(before)
})

describe("two people at once", () => {
  test("a change meanwhile is shown again before anything of the file is saved", async () => {
    const { where, page } = await previewOf(lead, typedIn(await downloaded(lead), { C5: "><v>77</v>" }))
    const fields = fieldsIn(page, `${where}/confirm`)
    expect((await one.save(contributor, "outlook", { award: "less" })).status).toBe(200)
    const answer = await lead.post(`${where}/confirm`, fields)
    const again = await answer.text()
    expect(answer.status).toBe(409)
    expect(again).toContain("changed the return after you looked")
    expect(again).toContain("What you did not change in it stays as it is now")
    expect((await answersNow()).outlook).toMatchObject({ award: "less" })
    expect((await lead.post(`${where}/confirm`, fieldsIn(again, `${where}/confirm`))).status).toBe(303)
    expect((await answersNow()).outlook).toMatchObject({ award: "less" })
  })

  test("what one person chose is not found by another", async () => {
    const { where } = await previewOf(lead, typedIn(await downloaded(lead), { C6: "><v>5</v>" }))
    expect((await contributor.get(where)).status).toBe(404)
    service.later(25 * 3600_000)
    const back = await service.as("site-lead@halton.example")
    expect((await back.get(where)).status).toBe(404)
  })
})

test("whoever may read it and not write in it downloads it, and gives nothing back", async () => {
  const sponsor = await service.as("sponsor@halton.example")
  expect((await sponsor.get(`${at}/file.ods`)).status).toBe(200)
  const stranger = await service.as("site-lead@bradford.example")
  expect((await stranger.get(`${at}/file.xlsx`)).status).toBe(404)
  expect((await chooses(sponsor, await downloaded(sponsor))).status).toBe(403)
})

test("the API does the same with the file in base64", async () => {
  lead = await service.as("site-lead@halton.example")
  const { bytes, name } = (await (await lead.api("GET", `${at}/file.xlsx`)).json()) as {
    bytes: string
    name: string
  }
  const typed = typedIn(Buffer.from(bytes, "base64"), { C7: "><v>12.5</v>" })
  const body = { name, bytes: Buffer.from(typed).toString("base64") }
  const key = newKey()
  const given = await lead.api("POST", at, body, keyed(key))
  expect(given.status).toBe(201)
  const { upload } = (await given.json()) as { upload: string }
  expect(((await (await lead.api("POST", at, body, keyed(key))).json()) as { upload: string }).upload).toBe(
    upload,
  )
  const preview = (await (await lead.api("GET", `${at}/uploads/${upload}`)).json()) as {
    revision: number
    changes: unknown[]
  }
  expect(preview.changes).toHaveLength(1)
  const asked = { revision: preview.revision }
  expect((await lead.api("POST", `${at}/uploads/${upload}/confirm`, asked, keyed())).status).toBe(200)
  expect(await answersNow()).toMatchObject({ spending: { spending: { rest: { spent: 1_250 } } } })
})
