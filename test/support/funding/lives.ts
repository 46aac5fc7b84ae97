import fc from "fast-check"
import type { Account } from "../../../shared/domain/funding/account.ts"
import { post } from "../../../shared/domain/funding/entry.ts"
import { offerHash } from "../../../shared/domain/funding/offering.ts"
import type { Playing, VerbName } from "../../../shared/domain/funding/play.ts"
import { setUpTasks } from "../../../shared/domain/funding/set-up-tasks.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Posting } from "../../../shared/form/posting.ts"
import { offerFor, people } from "./award.ts"

const award = 9_282_700
const offer = offerFor({}, award)

const spending = (round: string, spent: number, expected: number, corrected = 0): Posting => ({
  spent: [{ year: "2017-18", row: "workers", amount: spent }],
  corrections:
    corrected === 0
      ? []
      : [{ id: "c1", round, year: "2017-18", row: "workers", amount: corrected, because: "Twice." }],
  accrued: { workers: Math.floor(expected / 10) },
  committed: {},
  forecast: [{ to: "2018-04-30", row: "workers", amount: expected }],
  virements: [],
  reasons: [],
})

const days = ["2017-09-30", "2017-12-31", "2018-03-31", "2018-04-30"]

type Made = { verb: VerbName; given: Record<string, unknown>; who: keyof typeof people }
const made = (verb: VerbName, given: Record<string, unknown>, who: Made["who"] = "finance"): Made => ({
  verb,
  given,
  who,
})

const certified = (used: number) =>
  made("accept statement", {
    used: { "2017-18": used },
    unspent: award - used,
    reference: "NSW2-HAL-S-222222",
    version: 1,
    certifiedBy: "Ann Example",
  })

const pence = fc.integer({ min: 0, max: award })
const number = fc.integer({ min: 1, max: 4 })
const single = fc.oneof(
  fc.constantFrom(
    made("accept offer", { roles: ["sponsor"], hash: offerHash(offer) }, "sponsor"),
    made("accept offer", { roles: ["certifier"], hash: offerHash(offer) }, "certifier"),
    made("decline offer", { because: "We have no staff." }, "sponsor"),
    made("leave", { on: "2018-01-31", because: "We have no staff.", told: "In May.", heavy: 4 }, "lead"),
    made("decide mid-phase", { decision: "stop", because: "It does not help." }, "decider"),
    made("consent to carry over", { from: "2017-18", amount: 100_000, because: "It began late." }),
    made("reconcile", {}),
    made("close", {}),
    made("reopen return", { round: "r-2017-12-31", because: "A figure is wrong." }),
  ),
  fc.constantFrom(...setUpTasks).map((task) => made("set up", { task, answers: { done: true } }, "lead")),
  fc
    .tuple(fc.constantFrom(...days), pence, pence, fc.integer({ min: -5_000, max: 5_000 }))
    .map(([to, spent, expected, corrected]) =>
      made("accept return", {
        round: `r-${to}`,
        reference: "NSW2-HAL-F-222222",
        version: 1,
        title: `To ${to}`,
        from: "2017-09-01",
        to,
        posting: spending(`r-${to}`, 5_000 + Math.floor(spent / 4), Math.floor(expected / 4), corrected),
      }),
    ),
  number.map((one) =>
    made("authorise payment", { number: one, reference: `NSW2-HAL-P${one}-222222` }, "decider"),
  ),
  number.map((one) =>
    made("confirm payment", {
      number: one,
      on: "2018-06-25",
      payerReference: `PAY-${one}`,
      remittance: "NSW.",
    }),
  ),
  number.map((one) => made("fail payment", { number: one, because: "The account is closed." })),
  fc
    .tuple(pence, number)
    .map(([amount]) =>
      made("owe back", { amount: 1 + Math.floor(amount / 5), because: "It was paid twice." }),
    ),
  number.map((one) => made("ask back", { number: one, payBy: "2018-09-28", reference: `NSW2-HAL-R${one}` })),
  number.map((one) => made("approve recovery", { number: one }, "other")),
  number.map((one) =>
    made("receive recovery", { number: one, on: "2018-06-25", payerReference: `IN-${one}` }),
  ),
  pence.map((used) => certified(used)),
)

const paidBack = [
  made("ask back", { number: 1, payBy: "2018-09-28", reference: "NSW2-HAL-R1" }),
  made("approve recovery", { number: 1 }, "other"),
  made("receive recovery", { number: 1, on: "2018-06-25", payerReference: "IN-1" }),
]

/** Some that belong together, so that histories come far. */
const together = fc.tuple(number, fc.integer({ min: 1, max: 3 })).map(([one, steps]) => [
  made("authorise payment", { number: one, reference: `NSW2-HAL-P${one}-222222` }, "decider"),
  made("confirm payment", {
    number: one,
    on: "2018-06-25",
    payerReference: `PAY-${one}`,
    remittance: "NSW.",
  }),
  ...[
    made("owe back", { amount: 100_000 * one, because: "It was paid twice." }),
    made("ask back", { number: 1, payBy: "2018-09-28", reference: "NSW2-HAL-R1" }),
    made("approve recovery", { number: 1 }, "other"),
    made("receive recovery", { number: 1, on: "2018-06-25", payerReference: "IN-1" }),
  ].slice(0, steps + 1),
])
const ending = fc
  .tuple(fc.constantFrom(0, 3_713_080, award), fc.integer({ min: 2, max: 4 }))
  .map(([used, steps]) =>
    [certified(used), made("reconcile", {}), made("close", {}), ...paidBack, made("close", {})].slice(
      0,
      steps * 2,
    ),
  )
const move = fc.oneof(
  { weight: 6, arbitrary: single.map((one) => [one]) },
  { weight: 3, arbitrary: together },
  { weight: 1, arbitrary: ending },
)

/** Every account that some moves lead through: what is refused changes nothing. */
const lived = (moves: Made[]): Account[] => {
  const first = post(undefined, entryOf(made("offer", offer), 0)).account
  const all = [first]
  for (const [at, one] of moves.entries())
    try {
      all.push(post(all.at(-1), entryOf(one, at + 1)).account)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  return all
}

const entryOf = ({ verb, given, who }: Made, at: number) => {
  const { id, name, role } = people[who]
  const playing = {
    verb,
    given,
    by: { person: id, name },
    at: new Date(Date.UTC(2018, 5, 25, 9, at)).toISOString(),
  }
  return { ...(playing as unknown as Playing<VerbName>), role, grant: `g-${id}` }
}

const signed = [
  made("accept offer", { roles: ["sponsor"], hash: offerHash(offer) }, "sponsor"),
  made("accept offer", { roles: ["certifier"], hash: offerHash(offer) }, "certifier"),
]
/** The lives of one account, each as every step of it left it. */
export const livesOfAnAccount = fc
  .tuple(fc.boolean(), fc.array(move, { maxLength: 25 }))
  .map(([accepted, moves]) => lived([...(accepted ? signed : []), ...moves.flat()]))
