import { afterAll, beforeAll, expect, test } from "vitest"
import {
  applicants,
  because,
  department,
  type PanelPeople,
  panelPeople,
  threeSent,
  who,
} from "../support/panel.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"
import { type Call, watched, written } from "../support/watched.ts"

const calls: Call[] = []
let service: Service
let people: PanelPeople
let references: Awaited<ReturnType<typeof threeSent>>

beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  references = await threeSent(service)
  people = await panelPeople(service)
  await service.deliver()
  calls.length = 0
})
afterAll(() => service.stop())

const does = async (client: Client, path: string, body: unknown) => {
  const answer = await client.api("POST", `${department}${path}`, body, keyed())
  expect([path, answer.status < 300 ? "done" : await answer.text()]).toEqual([path, "done"])
}
const reason =
  "The need is clear and dated, and the plan says who covers the other work of each one. ".repeat(3)
const lines = { strengths: ["Clear.", "Dated."], gaps: ["Legacy.", "Cost."], seen: 0 }

/** The whole way of a round in the selection panel, from its opening to the sealed letters, by its own moves. */
const wholeWay = async () => {
  const { chair, reader, second, decider, adviser, coordinator } = people
  await does(chair, "/open", {})
  const none = Object.values(references)
  for (const one of [chair, reader, second, decider, adviser, coordinator])
    await does(one, "/links", { none })
  for (const one of none) await does(coordinator, `/expressions/${one}/check`, { answer: "yes" })
  await does(chair, "/assign/date", { scoresBy: "2017-09-08" })
  const readers = [who.reader.person, who.second.person]
  await does(chair, "/assign", {
    pairs: none.flatMap((reference) => readers.map((person) => ({ reference, person }))),
  })
  for (const one of none) {
    const at = `/expressions/${one}`
    await does(reader, `${at}/plain`, { text: "Each person keeps one social worker." })
    await does(adviser, `${at}/view`, { face: "good", why: "no" })
    await does(reader, `${at}/notes`, { text: "Ask how the posts are covered." })
    await does(reader, `${at}/flags`, { because: "The figures do not agree." })
    for (const [client, score] of [
      [reader, 4],
      [second, 2],
    ] as const) {
      for (const criterion of ["c1", "c2", "c3", "c4", "c5"])
        await does(client, `${at}/score/${criterion}`, { score: criterion === "c1" ? score : 3, because })
      await does(client, `${at}/score/send`, {})
    }
  }
  for (const one of none) {
    const at = `/expressions/${one}`
    await does(chair, `${at}/moderation`, { points: { c1: 3 }, reasons: { c1: because } })
    await does(chair, `${at}/feedback`, lines)
    const { seen } = (await (await decider.api("GET", `${department}${at}/decision`)).json()) as {
      seen: string
    }
    const viewsUsed = "They liked that one worker stays."
    await does(decider, `${at}/decision`, { seen, decision: "unsuccessful", reason, viewsUsed })
  }
  await does(chair, "/telling/seal", {})
}

test("until the telling the panel writes in its own places alone, and one sealed thing of each applicant", async () => {
  await wholeWay()
  const places = [...new Set(written(calls).flatMap(({ at }) => at.map((one) => one.split("#")[0] ?? "")))]
  expect(places.sort()).toEqual(["PANEL", "PANELLOG", "PANELMAIL", "SEALED"])
  expect(applicants).toHaveLength(3)
  const mails = service.mails.length
  const letters = (await service.deliver()).slice(mails)
  expect(letters.map(({ to }) => to).sort()).toEqual(["reader@doh.example", "second-reader@doh.example"])
  for (const one of letters)
    expect(JSON.stringify(one)).not.toMatch(/Halton|Bradford|Shropshire|NSW2-(HAL|BRD|SHR)/)
}, 60_000)
