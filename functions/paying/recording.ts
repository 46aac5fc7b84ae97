import type { Account } from "../../shared/domain/funding/account.ts"
import type { PayerFile, PlannedRow } from "../../shared/domain/funding/payer-file.ts"
import { paidLetter } from "../../shared/domain/funding/paying-letters.ts"
import type { Payment } from "../../shared/domain/funding/payment.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { type Decided, fundingIn, there } from "../../shared/store/funding.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { payerIn } from "../../shared/store/payer.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { type C, postingBy } from "../../shared/web/funding/here.ts"

export const whoRecords = "The payer’s answers are recorded by department finance."

/** As many payments as are recorded while somebody waits: pressing again goes on. */
const atOnce = 60

type Store = ReturnType<typeof payerIn>

/**
 * The rows of a file from where it stands. Each payment is one write with the file's count of what is done, so that no
 * row is recorded twice, whoever presses and whatever breaks off between.
 */
export const recordRows = async (
  c: C,
  store: Store,
  begun: PayerFile,
  rows: readonly PlannedRow[],
): Promise<PayerFile> => {
  let file = begun
  for (let recorded = 0; file.done < file.rows && recorded < atOnce; ) {
    const place = rows.findIndex(({ is }, at) => at >= file.done && is === "to record")
    const row = rows[place]
    if (row?.about) {
      await record(c, { store, file, row, place })
      recorded += 1
    } else await c.var.world.table.write([store.put({ ...file, done: file.rows }, file)])
    file = (await store.file(file.id)) ?? file
  }
  return file
}

type Recording = { store: Store; file: PayerFile; row: PlannedRow; place: number }

/** One row; where it cannot be recorded any more, a note of why. */
const record = async (c: C, one: Recording) => {
  try {
    await (one.row.outcome === "paid" ? confirm(c, one) : fail(c, one))
  } catch (error) {
    if (!(error instanceof Refused) || !["not possible now", "not found"].includes(error.refusal)) throw error
    const { store, file, row, place } = one
    const now = await store.file(file.id)
    if (!now || now.done > place) return
    const notes = [...now.notes, { row: row.row, says: error.details.says ?? "The award is not there." }]
    await c.var.world.table.write([store.put({ ...now, done: place + 1, notes }, now)])
  }
}

const confirm = async (c: C, one: Recording) => {
  const { table, now } = c.var.world
  const { on = "", payerReference = "", remittance = "" } = one.row
  const members = await peopleIn(table).membersOf(one.row.about?.organisation ?? "")
  await change<"confirm payment">(c, "confirm payment", one, ({ number }) => ({
    given: { number, on, payerReference, remittance, file: one.file.id },
    letters: (after) =>
      after.payments
        .filter((each) => each.number === number)
        .flatMap((each) => paidLetter(after, each, { members, at: now() })),
  }))
}

const fail = (c: C, one: Recording) =>
  change<"fail payment">(c, "fail payment", one, ({ number }) => ({
    given: { number, because: one.row.because ?? "", file: one.file.id },
  }))

type Outcome = "confirm payment" | "fail payment"
type Rest<Name extends Outcome> = Pick<Decided<Name, null>, "given" | "letters">

const change = async <Name extends Outcome>(
  c: C,
  verb: Name,
  { store, file, row, place }: Recording,
  decide: (payment: Payment) => Rest<Name>,
) => {
  const { organisation = "", phase = "" } = row.about ?? {}
  const posting = postingBy(c, verb, whoRecords, keyFor(c, file, row))
  await fundingIn(c.var.world.table).change<Name, null>({ organisation, phase }, posting, async (before) => {
    const head = await store.file(file.id)
    if (!head || head.done > place) throw new Refused("not possible now", { says: "It is recorded." })
    const payment = stillWithPayer(there(before), row)
    const more = [store.put({ ...head, done: place + 1 }, head)]
    return { verb, ...decide(payment), result: () => null, more }
  })
}

const stillWithPayer = ({ payments }: Account, { reference }: PlannedRow): Payment => {
  const found = payments.find((one) => one.reference === reference && one.state === "authorised")
  if (!found) throw new Refused("not possible now", { says: "The payment is not with the payer any more." })
  return found
}

const ninetyDays = 90 * 24 * 3600

/** The same for the same row of the same file, whoever presses. */
const keyFor = (c: C, { id }: PayerFile, { row }: PlannedRow): MoveKey => ({
  key: `payer-${id.slice(0, 40)}-${row}`,
  fingerprint: id,
  expires: Math.floor(c.var.world.machineNow().getTime() / 1000) + ninetyDays,
})
