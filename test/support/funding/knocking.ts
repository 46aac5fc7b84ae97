import { type FundingRight, fundingPolicy } from "../../../shared/domain/people/funding-policy.ts"
import type { Role } from "../../../shared/domain/people/role.ts"
import { policy, type Right } from "../../../shared/domain/people/submission-policy.ts"
import { emptyPosting } from "../../../shared/form/posting.ts"
import type { EveryDoor } from "../doors.ts"
import { publishPhaseTwo, returns } from "../phase.ts"
import { type Client, firstMorning, type Service } from "../service.ts"
import { keyed } from "../submission.ts"
import { awarded, people, posts } from "./award.ts"
import { reviewOf, sentUpdate } from "./review.ts"

const atTheEnd = {
  spending: { spending: { workers: { spent: 100_000 } }, accruals: 0 },
  outlook: { award: "whole" },
}

const halton = { organisation: "halton", phase: "NSW2" }
const checked = "nsw2-spending-2017-09-30"

/**
 * Halton with an award: a payment that the payer has answered for, money that is due back, a claim to be checked, and a
 * return that was sent and asked about, with another that was sent back. Afterwards it is the first morning again.
 */
export const haltonWithMoney = async (service: Service) => {
  service.at("2018-01-16T09:00:00Z")
  await publishPhaseTwo(service)
  await awarded(service)
  const finance = await service.as("finance@doh.example")
  const { one } = await sentUpdate(service)
  const review = reviewOf(one.reference)
  const question = { about: "all", text: "What is in it?", answerBy: "2018-01-23" }
  await given(await review.does(finance, "questions", question))
  const site = "/funding/phases/NSW2/sites/halton"
  const { reference } = await given<{ reference: string }>(
    await finance.api("POST", `${site}/payments/1`, {}, keyed()),
  )
  const text = `reference,outcome,date,payer's reference\n${reference},paid,2018-01-16,BACS 17\n`
  const { id: file } = await given<{ id: string }>(
    await finance.api("POST", "/funding/payer-files", { text }, keyed()),
  )
  const because = "Two salaries were paid twice."
  await given(await finance.api("POST", `${site}/recoveries`, { amount: 12_000, because }, keyed()))
  await posts(service, halton, people.finance, "accept return", {
    round: checked,
    reference: "NSW2-HAL-F-222222",
    version: 1,
    title: "Spending update, September 2017",
    from: "2017-09-01",
    to: "2017-09-30",
    posting: { ...emptyPosting, spent: [{ year: "2017-18", row: "workers", amount: 100_000 }] },
  })
  await posts(service, halton, people.finance, "choose for checking", { sample: "one", rounds: [checked] })
  service.at("2018-05-10T09:00:00Z")
  const last = (await sentUpdate(service, "halton", { round: returns.march, form: atTheEnd })).one
  const note = "The backfill is not that of the ledger."
  await given(await reviewOf(last.reference).seen(finance, "send-back", { sections: ["spending"], note }))
  service.at(firstMorning.toISOString())
  return { reference: one.reference, open: last.reference, file }
}
export type HaltonWithMoney = Awaited<ReturnType<typeof haltonWithMoney>>

const given = async <Body>(answer: Response): Promise<Body> => {
  if (answer.status >= 300) throw new Error(await answer.text())
  return (await answer.json()) as Body
}

/** What the address of a door about money names. */
export const moneyValues = ({ app }: Pick<EveryDoor, "app">, { reference, open, file }: HaltonWithMoney) => ({
  ...halton,
  reference: app === "workbook" ? open : reference,
  file,
  number: "1",
  version: "1",
  task: "people",
  round: app === "paying" ? checked : "nsw2-spending-2017-12-31",
})

export const moneyPeople = async (service: Service) => ({
  finance: await service.as("finance@doh.example"),
  "decision-maker": await service.as("decision-maker@doh.example"),
  coordinator: await service.as("coordinator@innovation-unit.example"),
  lead: await service.as("site-lead@halton.example"),
  sponsor: await service.as("sponsor@halton.example"),
  certifier: await service.as("section-151@halton.example"),
})
export type MoneyPeople = Awaited<ReturnType<typeof moneyPeople>>

/** Somebody who has the right that a door about money asks for. */
export const moneyHolder = (all: MoneyPeople, { whom, door }: Pick<EveryDoor, "whom" | "door">): Client => {
  const ofReturns = policy["funding-return"][whom as Right] ?? {}
  const roles: readonly Role[] = fundingPolicy[whom as FundingRight] ?? (Object.keys(ofReturns) as Role[])
  const inside = door.includes("/organisations/")
  const names = (Object.keys(all) as (keyof MoneyPeople)[]).filter(
    (one) => ["lead", "sponsor", "certifier"].includes(one) === inside,
  )
  return all[names.find((one) => roles.includes(one)) ?? (inside ? "lead" : "finance")]
}
