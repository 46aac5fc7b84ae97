import { afterAll, beforeAll, expect, test } from "vitest"
import { peopleIn } from "../../shared/store/people.ts"
import { awarded } from "../support/funding/award.ts"
import {
  acceptedReturn,
  acceptedStatement,
  accountIn,
  answerOf,
  authorised,
  does,
  reads,
  sends,
  siteAt,
} from "../support/funding/payers.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

let service: Service
let finance: Client
let decider: Client

beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-10-16T09:00:00.000Z")
  await awarded(service)
  await awarded(service, { organisation: "bradford", amount: 5_000_000 })
  finance = await service.as("finance@doh.example")
  decider = await service.as("decision-maker@doh.example")
})
afterAll(() => service.stop())

const one = siteAt()
const page = async (who: Client, path: string) => {
  const answer = await who.get(path)
  return { status: answer.status, text: (await answer.text()).replace(/\s+/g, " ") }
}

test("what is ready is listed, and says that the service moves no money", async () => {
  const { text } = await page(finance, "/funding/payments")
  expect(text).toContain("2 payments to authorise. 0 payments with the payer")
  expect((await page(finance, `${one}/payments/1`)).text).toContain(
    "It moves no money".toLowerCase().slice(3),
  )
  expect((await page(finance, `${one}/payments/1`)).text).toContain("Authorise this payment")
})

test("a payment is authorised once, however often the button is pressed, and has a reference to read out", async () => {
  const key = newKey()
  const pressed = await finance.post(`${one}/payments/1`, { key })
  expect(pressed.status).toBe(303)
  const { reference } = (await accountIn(service)).payments[0] ?? {}
  expect(reference).toMatch(/^NSW2-HAL-P1-[2-9A-Z]{6}$/)
  expect((await finance.post(`${one}/payments/1`, { key })).status).toBe(303)
  expect((await accountIn(service)).payments[0]?.reference).toBe(reference)

  const again = await page(finance, `${one}/payments/1`)
  expect(again.text).toContain("Authorised, with the payer")
  expect(again.text).not.toContain("Authorise this payment")
  const refused = await finance.post(`${one}/payments/1`, { key: newKey() })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain("is authorised already, by Department finance")
})

test("a payment that waits for a return is for later; then whoever accepted that does not authorise it", async () => {
  expect((await page(finance, `${one}/payments/2`)).text).toContain(
    "It can be authorised when Spending update, October to December 2017 is accepted.",
  )
  expect((await does(finance, `${one}/payments/2`)).status).toBe(409)
  service.at("2018-01-24T09:00:00.000Z")
  await acceptedReturn(service, 2_000_000, { by: await whoIs("finance@doh.example") })
  const mine = await does(finance, `${one}/payments/2`)
  expect(mine).toMatchObject({
    status: 409,
    body: { detail: "You accepted the return that it waits for. Another person authorises the payment." },
  })
  expect((await page(finance, `${one}/payments/2`)).text).toContain("Another person authorises the payment.")
  expect(await authorised(service, decider, { number: 2 })).toMatch(/^NSW2-HAL-P2-/)
})

test("the payer is sent every payment that it has not answered, and nobody else takes that file", async () => {
  const answer = await finance.get("/funding/payments.csv")
  const rows = (await answer.text()).trim().split("\r\n")
  expect(rows[0]).toBe("Reference,Payee,Amount,What for")
  expect(rows).toHaveLength(3)
  expect(rows[1]).toMatch(/^NSW2-HAL-P1-.{6},Halton.*,37130\.80,.*payment 1"$/)
  const coordinator = await service.as("coordinator@innovation-unit.example")
  expect((await coordinator.get("/funding/payments")).status).toBe(200)
  expect((await coordinator.get("/funding/payments.csv")).status).toBe(403)
  expect((await coordinator.post(`${siteAt("bradford")}/payments/1`, { key: newKey() })).status).toBe(403)
})

test("the award is reconciled with what was certified, the rest is one payment, and it is closed", async () => {
  const account = await accountIn(service)
  const paid = account.payments.flatMap(({ reference, amount }) =>
    reference ? [`${reference},paid,24/01/2018,BACS 17,NSW,,${(amount / 100).toFixed(2)}`] : [],
  )
  expect((await sends(finance, answerOf(...paid))).body.counts.paid).toBe(2)
  service.at("2018-05-30T09:00:00.000Z")
  expect((await page(finance, `${one}/reconcile`)).text).toContain(
    "the statement of grant usage is not accepted",
  )
  await acceptedStatement(service, 9_000_000)

  expect((await does(decider, `${one}/payments/3`)).body.detail).toContain("Reconcile the award first.")
  const before = (await page(finance, `${one}/reconcile`)).text
  expect(before).toContain("certified that £90,000 was used.")
  expect(before).toContain("£2,827 of the award was not used.")
  expect(before).toContain("£15,738.40 is left to pay, as one last payment.")
  const pressed = await finance.post(`${one}/reconcile`, { key: newKey(), because: "A post was vacant." })
  expect(pressed.status).toBe(303)
  expect(await accountIn(service)).toMatchObject({
    award: 9_000_000,
    payments: [{}, {}, { number: 3, amount: 1_573_840, state: "scheduled" }],
  })
  expect((await page(finance, `${one}/close`)).text).toContain("A payment is still to be made.")

  const reference = await authorised(service, decider, { number: 3 })
  await sends(finance, answerOf(`${reference},paid,30/05/2018,BACS 18,NSW,,`))
  expect((await reads(finance, `${one}/close`)).not).toBeUndefined()
  expect((await finance.post(`${one}/close`, { key: newKey() })).status).toBe(303)
  expect((await accountIn(service)).state).toBe("closed")
  expect((await finance.post(`${one}/close`, { key: newKey() })).status).toBe(409)
})

const whoIs = async (email: string) => ({
  id: (await peopleIn(service.table).idOf(email)) ?? "",
  name: "Department finance",
  role: "finance",
})
