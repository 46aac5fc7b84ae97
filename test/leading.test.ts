import { afterAll, beforeAll, expect, test } from "vitest"
import { type Client, type Service, startService } from "./support/service.ts"

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** Somebody new, signed in by the link that came to their address. */
const comes = async (email: string, name: string): Promise<Client> => {
  await service.nobody.post("/sign-in", { email })
  const mails = await service.deliver()
  const letter = mails.findLast(({ to }) => to === email)
  const token = /token=(\S+)/.exec(letter?.text ?? "")?.[1] ?? ""
  const answer = await service.nobody.post("/sign-in/link", { token, name })
  return service.withCookie(answer.headers.get("set-cookie")?.split(";")[0])
}
const leads = (who: Client) => who.post("/home/lead", { organisation: "kent" })

test("the first from a council's own address leads for it, and the next is told who", async () => {
  const first = await comes("first@kent.gov.uk", "First Person")
  expect((await leads(first)).headers.get("location")).toBe("/organisations/kent")
  const second = await comes("second@kent.gov.uk", "Second Person")
  const told = await leads(second)
  expect(told.status).toBe(409)
  expect(await told.text()).toContain(
    "First Person (first@kent.gov.uk) leads for Kent County Council already",
  )
  expect((await second.get("/organisations/kent")).status).toBe(404)
})

test("of ten at the same moment one leads", async () => {
  const ten = await Promise.all(
    Array.from({ length: 10 }, (_, at) => comes(`person-${at}@surreycc.gov.uk`, `Person ${at}`)),
  )
  const answers = await Promise.all(ten.map((who) => who.post("/home/lead", { organisation: "surrey" })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(409)])
})

test("when the only lead's access has ended by itself, somebody else of the council can lead", async () => {
  service.at("2018-08-15T08:00:00.000Z")
  const third = await comes("third@kent.gov.uk", "Third Person")
  expect((await leads(third)).status).toBe(303)
  expect((await third.get("/organisations/kent")).status).toBe(200)
})

test("nobody leads for a council that is not theirs", async () => {
  const other = await comes("other@essex.gov.uk", "Other Person")
  expect((await leads(other)).status).toBe(404)
})
