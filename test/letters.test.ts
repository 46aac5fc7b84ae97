import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { stateAt, type Telling, tellings, toldWords } from "../shared/domain/letters/told.ts"
import { type Client, type Service, startService } from "./support/service.ts"
import { type Begun, begun, sent } from "./support/submission.ts"

type Told = { name: string; role?: string; state: string; at?: string; says: string }
type Listed = { letters: { number: number; letter: string; note?: string; to: Told[] }[] }

let service: Service
let one: Begun
let lead: Client
let sponsor: Client
beforeAll(async () => {
  service = await startService()
  const made = await sent(service)
  one = made.one
  lead = made.lead
  sponsor = made.sponsor
})
afterAll(() => service.stop())

const listed = async (who: Client, query = "") =>
  (await (await who.api("GET", `${one.here}/letters${query}`)).json()) as Listed
const page = async (who: Client) => (await (await who.get(`${one.here}/letters`)).text()).replaceAll("’", "'")

describe("the letters about a submission", () => {
  test("are there before they have gone, newest first", async () => {
    const { letters } = await listed(lead)
    expect(letters.map(({ letter }) => letter)).toEqual(["sent", "asked to confirm"])
    expect(letters.flatMap(({ to }) => to.map(({ says }) => says))).toEqual(
      Array(4).fill("Waiting to be sent"),
    )
    expect(await page(lead)).toContain("Waiting to be sent")
  })

  test("say who was told and when, with each person's part in words", async () => {
    service.at("2017-08-14T15:12:00.000Z")
    await service.deliver()
    const { letters } = await listed(lead)
    expect(letters[1]?.to).toEqual([
      {
        name: "Halton sponsor (demonstration)",
        role: "sponsor",
        state: "sent",
        at: "2017-08-14T15:12:00.000Z",
        says: "Sent at 4:12pm on 14 August 2017",
      },
    ])
    const html = await page(lead)
    expect(html).toContain("Halton site lead (demonstration), site lead")
    expect(html).toContain("Sent at 4:12pm on 14 August 2017")
  })

  test("say which came back, and what to do then", async () => {
    service.at("2018-03-03T10:00:00.000Z")
    const letter = service.mails.find(
      ({ to, subject }) => to.startsWith("sponsor@") && /Receipt/.test(subject),
    )
    if (letter) await service.bounce(letter)
    expect(await page(lead)).toContain("Came back on 3 March 2018: telephone them")
    service.at("2017-08-15T08:00:00.000Z")
  })

  test("are one click from the submission and from its receipt", async () => {
    for (const path of [one.here, `${one.here}/receipts/1`])
      expect(await (await lead.get(path)).text()).toContain(`href="${one.here}/letters"`)
  })

  test("keep what was written for those who read it whole: who sees the money alone sees that there was a letter", async () => {
    expect((await one.withdraw(sponsor, "We join another bid.")).status).toBe(200)
    expect((await listed(lead)).letters[0]).toMatchObject({
      letter: "withdrawn",
      note: "We join another bid.",
    })
    expect(await page(lead)).toContain("We join another bid.")
    const certifier = await service.as("section-151@halton.example")
    expect((await listed(certifier)).letters.map(({ letter }) => letter)).toEqual([
      "withdrawn",
      "sent",
      "asked to confirm",
    ])
    expect(JSON.stringify(await listed(certifier)) + (await page(certifier))).not.toContain("another bid")
  })

  test("are found before a number, as a history is", async () => {
    const { letters } = await listed(lead)
    const before = await listed(lead, `?before=${letters[0]?.number}`)
    expect(before.letters.map(({ number }) => number)).toEqual(letters.slice(1).map(({ number }) => number))
    expect((await lead.api("GET", `${one.here}/letters?before=x`)).status).toBe(400)
  })

  test("are nobody else's", async () => {
    const stranger = await service.as("site-lead@bradford.example")
    expect((await stranger.get(`${one.here}/letters`)).status).toBe(404)
    expect((await stranger.api("GET", `${one.here}/letters`)).status).toBe(404)
  })
})

test("where none has gone the page says when one will", async () => {
  const who = await service.as("site-lead@bradford.example")
  const empty = await begun(who, "bradford")
  expect(await (await who.get(`${empty.here}/letters`)).text()).toContain("No letter about it has gone yet")
})

describe("what became of a letter, in words", () => {
  const at = "2017-08-14T15:12:00.000Z"
  const returned = (kind: "refused" | "unwanted") => ({ at, kind })
  test.each<[Pick<Telling, "state" | "at" | "returned">, string]>([
    [{ state: "waiting" }, "Waiting to be sent"],
    [{ state: "sending", at }, "Being sent"],
    [{ state: "sent", at }, "Sent at 4:12pm on 14 August 2017"],
    [{ state: "sent" }, "Sent"],
    [{ state: "not sent", at }, "Not sent yet: it is tried again by itself"],
    [{ state: "may have been sent", at }, "May have been sent: this page is the truth"],
    [{ state: "delayed", at }, "Held up on 14 August 2017: it may not have arrived"],
    [{ state: "bounced", at, returned: returned("refused") }, "Came back on 14 August 2017: telephone them"],
    [
      { state: "bounced", at, returned: returned("unwanted") },
      "Reported as unwanted on 14 August 2017: telephone them",
    ],
  ])("%o", (telling, words) => {
    expect(toldWords(telling)).toBe(words)
  })

  test("each person's stands at their own place, the programme's own mailbox last", () => {
    const to = [
      { name: "One", email: "one@halton.example", role: "lead" },
      { name: "Two", email: "two@halton.example" },
    ]
    const item = { to, programme: true, told1: "sent", told1At: at, told2: "not sent" }
    expect(tellings(item).map(({ name, state, at }) => [name, state, at])).toEqual([
      ["One", "waiting", undefined],
      ["Two", "sent", at],
      ["The programme team", "not sent", undefined],
    ])
  })

  test("what is no word of ours is taken for none", () => {
    expect(stateAt({ told0: "lost" }, 0)).toBeUndefined()
  })
})
