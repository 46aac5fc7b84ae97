import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { sha256 } from "../../shared/values/hash.ts"
import { addressOf, type Crew, crews, fullForm, fullRound, publishRounds } from "../support/crew.ts"
import { addressIn, everyDoor, isApi, methodOf } from "../support/doors.ts"
import { harmless, payloads } from "../support/hostile.ts"
import { plain } from "../support/page-form.ts"
import { origin, type Service, startService } from "../support/service.ts"
import { type Begun, begun, keyed, type Moved } from "../support/submission.ts"

/** Every text of a form with a payload in it, each of them in some question. */
const hostile = () => {
  let place = 0
  const next = () => payloads[place++ % payloads.length] ?? ""
  const all = (value: unknown, key = ""): unknown => {
    if (Array.isArray(value)) return value.map((one) => (typeof one === "object" ? all(one) : one))
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, all(one, name)]))
    if (typeof value !== "string" || ["sector", "dpia", "links", "starts", "email"].includes(key))
      return value
    return next()
  }
  return all(fullForm) as Record<string, Record<string, unknown>>
}

let service: Service
let crew: Crew
let one: Begun
let reference: string
let typed: string
const form = hostile()
const note = payloads.slice(0, 6).join(" ")
const name = '<b onclick="x()">Mallory</b>'

beforeAll(async () => {
  service = await startService()
  await publishRounds(service)
  crew = await crews(service)()
  one = await begun(crew.lead, crew.organisation, fullRound.id)
  reference = one.reference
  for (const [section, answers] of Object.entries(form)) {
    const answer = await one.save(crew.lead, section, answers)
    expect(answer.status, await answer.clone().text()).toBe(200)
  }
  for (const role of ["lead", "sponsor", "certifier", "governance"] as const) await one.sign(crew[role])
  const decline = await crew.sponsor.api("POST", `${one.here}/decline`, { note }, keyed())
  expect(decline.status, await decline.text()).toBe(200)
  const invite = { name, email: `mallory@${crew.domain}`, role: "contributor" }
  expect(
    (await crew.lead.api("POST", `/organisations/${crew.organisation}/people/invite`, invite, keyed()))
      .status,
  ).toBe(200)
  for (const role of ["lead", "sponsor", "certifier", "governance"] as const) await one.sign(crew[role])
  expect((await one.send(crew.lead)).status).toBe(200)
  expect((await one.change(crew.lead)).status).toBe(200)
  typed = await typedTooLate()
  expect(typed).not.toBe("")
})
afterAll(() => service.stop())

const typedTooLate = async () => {
  const before = crew.lead
  service.later(13 * 3600_000)
  const fields = Object.fromEntries(payloads.map((payload, at) => [at ? `p${at}` : "need", payload]))
  const answer = await before.post(`${one.here}/sections/need`, { revision: "1", ...fields })
  for (const role of ["lead", "sponsor", "certifier", "governance"] as const)
    crew[role] = await service.as(addressOf(crew.organisation, role))
  return decodeURIComponent(answer.headers.get("location") ?? "").split("/typed/")[1] ?? ""
}

const values = (section = "need") => ({
  organisation: crew.organisation,
  reference,
  section,
  version: "1",
  round: fullRound.id,
  person: `p-${crew.organisation}-contributor`,
  grant: `g-${crew.organisation}-contributor`,
  typed,
  question: "none",
})

const pages = everyDoor.filter(
  (door) => methodOf(door) === "GET" && !isApi(door) && door.app === "site" && !door.door.endsWith("/health"),
)

describe("what people wrote is text and nothing else", () => {
  test.each(pages)("on the page $door", async (door) => {
    const sections = door.door.includes(":section") ? Object.keys(form) : ["need"]
    for (const section of sections)
      for (const who of [crew.lead, crew.sponsor]) {
        const answer = await who.get(addressIn(door, values(section)))
        expect(answer.status).toBeLessThan(500)
        const nonce = answer.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1]
        harmless(await answer.text(), nonce)
      }
  })

  test("and every answer is shown, as it was written", async () => {
    const page = plain(await (await crew.lead.get(`${one.here}/print`)).text())
    for (const payload of payloads) expect(page).toContain(payload)
  })

  test("on the page that comes back with what was typed", async () => {
    const fields = Object.fromEntries(
      Object.keys(form.need ?? {}).map((key, at) => [key, `${payloads[at]} ${"word ".repeat(600)}`]),
    )
    const answer = await crew.lead.post(`${one.here}/sections/need`, { revision: "1", ...fields })
    expect(answer.status).toBe(422)
    const nonce = answer.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1]
    harmless(await answer.text(), nonce)
  })

  test.each([
    ["/check-a-receipt?reference=", 200],
    ["/sign-in?next=", 200],
    ["/sign-in/link?token=", 410],
    ["/rounds/nsw-2-2017/can-you-apply?director=yes&finance=yes&organisation=", 200],
    ["/rounds/", 404],
    ["/", 404],
  ])("in the address %s", async (path, status) => {
    for (const payload of payloads) {
      const answer = await service.nobody.get(`${path}${encodeURIComponent(payload)}`)
      expect([payload, answer.status]).toEqual([payload, status])
      expect([...answer.headers].flat().join(" ")).not.toMatch(/Set-Cookie: a/i)
      const nonce = answer.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1]
      harmless(await answer.text(), nonce)
    }
  })

  test.each([
    ["/sign-in", "email"],
    ["/sign-in/link", "token"],
    ["/check-a-receipt", "reference"],
    ["/check-a-receipt", "code"],
    ["/rounds/nsw-2-2017/ask", "question"],
    ["/rounds/nsw-2-2017/ask", "email"],
  ])("in the form %s, %s", async (path, field) => {
    for (const payload of payloads) {
      const answer = await service.nobody.post(
        path,
        { [field]: payload },
        { "cloudfront-viewer-address": `${payload.length}.0.0.1:1` },
      )
      expect(answer.status).toBeLessThan(500)
      const nonce = answer.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1]
      harmless(await answer.text(), nonce)
    }
  })

  test("in the API it is JSON, never a page", async () => {
    for (const path of [one.here, `${one.here}/history`, `${one.here}/receipts/1`]) {
      const answer = await crew.lead.api("GET", path)
      expect(answer.headers.get("content-type")).toBe("application/json")
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
    }
    const { sections } = (await one.read(crew.lead)) as { sections: { id: string; answers: unknown }[] }
    expect(sections.find(({ id }) => id === "need")?.answers).toEqual(form.need)
  })
})

describe("letters", () => {
  test("are plain text under a subject of one line, whatever names and notes hold", async () => {
    const mails = await service.deliver()
    expect(mails.length).toBeGreaterThan(8)
    for (const { subject, to } of mails) {
      expect(subject).toMatch(/^\P{Cc}+$/u)
      expect(subject.length).toBeLessThan(250)
      expect(to).toMatch(/^[\w.+-]+@[\w.-]+$/)
      for (const payload of payloads) expect(subject).not.toContain(payload)
    }
    const notYet = mails.find(({ subject }) => subject.includes("Not confirmed yet"))
    expect(notYet?.text).toContain(note)
  })

  test.each([
    "A\r\nBcc: b@evil.example",
    "A\nB",
    "A\u2028B",
    "A\u0000B",
    "A\u001bB",
    "A\u202eB",
    " ",
    "A".repeat(101),
  ])("are never written to or by the name %j as it stands", async (odd) => {
    const email = `odd${sha256(odd).slice(0, 8)}@${crew.domain}`
    const given = { name: odd, email, role: "contributor" }
    const answer = await crew.lead.api(
      "POST",
      `/organisations/${crew.organisation}/people/invite`,
      given,
      keyed(),
    )
    const page = await crew.lead.post(`/organisations/${crew.organisation}/people/invite`, {
      ...given,
      key: "k".repeat(20),
    })
    expect([200, 422]).toContain(answer.status)
    expect([303, 422]).toContain(page.status)
    const people = await (await crew.lead.api("GET", `/organisations/${crew.organisation}/people`)).json()
    for (const one of (people as { people: { name: string }[] }).people)
      expect(one.name).toMatch(/^[^\p{Cc}\u2028\u2029\u202a-\u202e]{1,100}$/u)
  })
})

describe("a note", () => {
  const noteOf = (given: string) => crew.lead.api("POST", `${one.here}/withdraw`, { note: given }, keyed())

  test.each(["a\u0000b", "a\u001b[31mb", "\u0007", " ", "word ".repeat(101)])(
    "is refused as %j",
    async (given) => {
      expect((await noteOf(given)).status).toBe(422)
    },
  )

  test("that could name a person is refused, as every free text is", async () => {
    const answer = await noteOf("Ask Mrs Example on 07700 900123 about NHS number 943 476 5919.")
    expect(answer.status).toBe(422)
    expect(((await answer.json()) as { type: string }).type).toBe("/problems/personal-data")
  })
})

describe("the receipt file of a hostile form", () => {
  const file = async () => (await crew.lead.get(`${one.here}/receipts/1/file`)).text()
  const receipt = async () =>
    (await (await crew.lead.api("GET", `${one.here}/receipts/1`)).json()) as {
      hash: string
      reference: string
    }

  let client = 0
  const check = async (text: string | Uint8Array<ArrayBuffer>) => {
    const body = new FormData()
    body.append("file", new File([text], "receipt.html", { type: "text/html" }))
    const answer = await service.request("/check-a-receipt", {
      method: "POST",
      body,
      headers: { origin, "cloudfront-viewer-address": `2001:db8:1:${(client++).toString(16)}::1:1` },
    })
    const page = await answer.text()
    expect([200, 422]).toContain(answer.status)
    harmless(page, answer.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1])
    return /data-genuine="yes"/.test(page) ? "genuine" : "not genuine"
  }
  const code = (given: { reference: string; code: string }) =>
    service.nobody.api("POST", "/check-a-receipt", given, {
      "cloudfront-viewer-address": `2001:db8:2:${client++}::1:1`,
    })

  test("is a download with a name of ours, and harmless to open", async () => {
    const answer = await crew.lead.get(`${one.here}/receipts/1/file`)
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename="${reference}-version-1.html"`,
    )
    const html = await answer.text()
    harmless(html)
    expect(html).not.toMatch(/<script/i)
    expect(html.match(/<pre id="sent">/g)).toHaveLength(1)
    for (const payload of payloads) expect(plain(html)).toContain(payload)
  })

  test("holds the exact bytes: their hash is the check code, found without our service", async () => {
    const html = await file()
    const bytes = plain(html.split('<pre id="sent">')[1]?.split("</pre>")[0] ?? "")
    const { hash } = await receipt()
    expect(sha256(bytes)).toBe(hash)
    expect(html).toContain(`<code id="hash">${hash}</code>`)
  })

  test("is genuine on the page, as a file and by its code, and by the API", async () => {
    expect(await check(await file())).toBe("genuine")
    const { hash } = await receipt()
    for (const typed of [
      { reference, code: hash },
      { reference: ` ${reference.toLowerCase()} `, code: ` ${hash.toUpperCase()} ` },
    ]) {
      const page = await service.nobody.post("/check-a-receipt", typed)
      expect(await page.text()).toContain('data-genuine="yes"')
      const api = await code(typed)
      expect(await api.json()).toEqual({
        genuine: true,
        reference,
        version: 1,
        at: "2017-08-14T08:00:00.000Z",
      })
    }
  })

  test("is genuine as a mail program leaves it, with other line ends", async () => {
    expect(await check((await file()).replaceAll("\n", "\r\n"))).toBe("genuine")
    expect(await check(`\ufeff${await file()}`)).toBe("genuine")
  })

  test("is not genuine with one letter changed, wherever it is", async () => {
    const html = await file()
    const places = Array.from({ length: 120 }, (_, at) => Math.floor((at * html.length) / 120))
    for (const at of [
      ...places,
      html.indexOf("£"),
      html.indexOf("<pre") + 20,
      html.lastIndexOf("</pre>") - 1,
    ]) {
      if (/\s/.test(html[at] ?? "")) continue
      const other = html[at] === "x" ? "y" : "x"
      const changed = `${html.slice(0, at)}${other}${html.slice(at + 1)}`
      expect([at, html.slice(at - 20, at + 20), await check(changed)]).toEqual([
        at,
        html.slice(at - 20, at + 20),
        "not genuine",
      ])
    }
  })

  test("is not genuine with anything added, before, between or behind", async () => {
    const html = await file()
    const [head = "", box = ""] = html.split('<pre id="sent">')
    for (const changed of [
      `${html}<p>And £1,000,000 more.</p>`,
      `<p>And more.</p>${html}`,
      `${head.replace("</h1>", "</h1><p>Awarded.</p>")}<pre id="sent">${box}`,
      `${head}<!-- x --><pre id="sent">${box}`,
      `<pre id="sent">{}</pre>${html}`,
      `${html}<pre id="sent">{}</pre>`,
    ])
      expect(await check(changed)).toBe("not genuine")
  })

  test.each([
    "",
    "nothing",
    '<pre id="sent">',
    '<pre id="sent">null</pre>',
    '<pre id="sent">[]</pre>',
    '<pre id="sent">{"reference":1,"version":1}</pre>',
    '<pre id="sent">{"reference":"<script>","version":1}</pre>',
  ])("is not found in what is no receipt: %j", async (text) => {
    expect(await check(text)).toBe("not genuine")
  })

  test("is not found in brackets without an end", async () => {
    expect(await check(`<pre id="sent">${"[".repeat(50_000)}</pre>`)).toBe("not genuine")
  })

  test("is not found in bytes that are no text", async () => {
    expect(await check(Uint8Array.from({ length: 5_000 }, (_, at) => (at * 37) % 256))).toBe("not genuine")
  })

  test("stays genuine whatever is changed and sent afterwards, and after it is withdrawn", async () => {
    const first = await file()
    const { hash } = await receipt()
    await one.save(crew.lead, "sustaining", { sustaining: "Another answer." })
    for (const role of ["lead", "sponsor", "certifier", "governance"] as const) await one.sign(crew[role])
    expect((await one.send(crew.lead)).status).toBe(200)
    expect(((await one.read(crew.lead)) as Moved).version).toBe(2)
    expect(await check(first)).toBe("genuine")
    expect((await one.withdraw(crew.lead)).status).toBe(200)
    expect(await check(first)).toBe("genuine")
    expect((await (await code({ reference, code: hash })).json()) as unknown).toMatchObject({
      genuine: true,
      version: 1,
    })
  })
})
