import { afterAll, beforeAll, expect, test } from "vitest"
import { keys } from "../shared/store/keys.ts"
import type { Table } from "../shared/store/table.ts"
import { type Client, type Service, startService } from "./support/service.ts"

/** What happens, once, just before somebody asks the table who has led. */
let meanwhile: (() => Promise<void>) | undefined
const interrupted = (table: Table): Table => ({
  ...table,
  metered: (meter) => interrupted(table.metered(meter)),
  get: async (key, options) => {
    if (key.sk === keys.leader("").sk) {
      const happens = meanwhile
      meanwhile = undefined
      await happens?.()
    }
    return table.get(key, options)
  },
})

let service: Service
beforeAll(async () => {
  service = await startService({ around: interrupted })
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

test("whoever asks while another becomes the lead is told so", async () => {
  const first = await comes("first@norfolk.gov.uk", "First Person")
  const second = await comes("second@norfolk.gov.uk", "Second Person")
  const asks = (who: Client) => who.post("/home/lead", { organisation: "norfolk" })
  meanwhile = async () => {
    expect((await asks(first)).status).toBe(303)
  }
  expect((await asks(second)).status).toBe(409)
  expect((await second.get("/organisations/norfolk")).status).toBe(404)
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
