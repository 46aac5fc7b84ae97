import { afterAll, beforeAll, expect, test } from "vitest"
import { ledgerCheck } from "../../infra/ledger-check.ts"
import { checkLedger, type Kept } from "../../shared/domain/funding/ledger-check.ts"
import { type Summary, summaryOf } from "../../shared/domain/funding/summary.ts"
import { fundingIn } from "../../shared/store/funding.ts"
import { keys } from "../../shared/store/keys.ts"
import { awarded } from "../support/funding/award.ts"
import { acceptedReturn, accountIn, answerOf, authorised, phase, sends } from "../support/funding/payers.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Service, startService } from "../support/service.ts"

let service: Service
let kept: Kept

beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-10-16T09:00:00.000Z")
  await awarded(service)
  await awarded(service, { organisation: "bradford", amount: 5_000_000 })
  const finance = await service.as("finance@doh.example")
  const reference = await authorised(service, finance)
  await sends(finance, answerOf(`${reference},paid,16/10/2017,BACS 17,NSW,,`))
  await acceptedReturn(service, 2_345_678)
  const account = await accountIn(service)
  const entries = await fundingIn(service.table).entries("halton", phase)
  kept = { account, summary: summaryOf(account), entries }
})
afterAll(() => service.stop())

const checked = async () => {
  const said: string[] = []
  const agrees = await ledgerCheck(service.table, [], (line) => said.push(line))
  return { agrees, said }
}

test("what was only ever changed by its lines agrees, a line a site and a total", async () => {
  const { agrees, said } = await checked()
  expect(agrees).toBe(true)
  expect(said).toEqual([
    "NSW2 bradford: award £50,000, paid £0, came back £0, spent £0: 9 lines, to the penny",
    "NSW2 halton: award £92,827, paid £37,130.80, came back £0, spent £23,456.78: 12 lines, to the penny",
    "2 awards: £142,827 awarded, £37,130.80 paid, £0 came back. Every penny agrees.",
  ])
})

test("a penny more in a payment of the account is found, with what it should be", () => {
  const payments = kept.account.payments.map((one) =>
    one.number === 1 ? { ...one, amount: one.amount + 1 } : one,
  )
  const { problems } = checkLedger({ ...kept, account: { ...kept.account, payments } })
  expect(problems).toContain("The account is not what its lines come to: payments.")
  expect(problems).toContain(
    "The account says that what was paid is £37,130.81. The lines come to £37,130.80: £0.01 of a difference.",
  )
})

test("a penny in what the lists say is found", () => {
  const summary: Summary = { ...kept.summary, award: kept.summary.award - 1 }
  expect(checkLedger({ ...kept, summary }).problems).toEqual([
    "The list says that the award is £92,826.99. The lines come to £92,827: £0.01 of a difference.",
  ])
})

test.each([0, 3, 9, 11])("line %i changed by a penny, or by whoever made it, breaks the chain", (at) => {
  const line = kept.entries[at]
  if (!line) throw new Error("There is no such line")
  for (const changed of [
    { ...line, by: { ...line.by, name: "Somebody else" } },
    { ...line, given: { ...line.given, amount: 1 } },
    { ...line, at: "2017-10-17T09:00:00.000Z" },
  ])
    expect(checkLedger({ ...kept, entries: kept.entries.with(at, changed) }).problems).toContain(
      `The chain is broken. Line ${at + 1} is not what was written.`,
    )
})

test.each([0, 5, 11])("a line that is missing is found: the one after %i others", (at) => {
  const entries = kept.entries.toSpliced(at, 1)
  expect(checkLedger({ ...kept, entries }).problems).toContain(
    "The ledger has 11 lines. The account was made of 12.",
  )
})

test("the whole check says which site it is, and that it does not agree", async () => {
  const key = keys.account("halton", phase)
  const item = await service.table.get(key, { strong: true })
  await service.table.write([{ set: { ...key, award: 9_282_701 } }])
  const { agrees, said } = await checked()
  expect(agrees).toBe(false)
  expect(said.filter((line) => line.startsWith("NSW2 halton"))[0]).toMatch(/12 lines, \d problems$/)
  expect(said.at(-1)).toMatch(/\d problems\.$/)

  await service.table.write([{ remove: key }])
  expect((await checked()).said).toContain("NSW2 halton: there are lines of a ledger, and no account")
  await service.table.write([{ put: { ...key, ...item, summary: {} } }])
  const unread = await checked()
  expect(unread).toMatchObject({ agrees: false })
  expect(unread.said).toContain("NSW2 halton: the account cannot be read")
})
