import type { Account } from "./account.ts"
import type { Figures } from "./figures.ts"
import { type Amounts, type Profile, sumOf } from "./profile.ts"

/**
 * Where the money of a site stands, in pence. Two things always hold, and every move is refused that would break them:
 * award = paid + to pay − recovered, and award = actual + accrued + forecast + unallocated.
 */
export type Balances = {
  award: number
  paid: number
  /** What is planned or with the payer, less what is to come back: negative where the site owes. */
  toPay: number
  recovered: number
  /** What is due back and not received yet. */
  toRecover: number
  actual: number
  accrued: number
  forecast: number
  /** What nobody expects to spend; negative where more is expected than was awarded. */
  unallocated: number
  /** What will have been spent in all. */
  outturn: number
  /** What the site has been paid and has not spent; negative where the council carries it. */
  cashHeld: number
}

export const balancesOf = (one: Account): Balances => {
  const { award } = one
  const paid = paymentsIn(one, "paid")
  const recovered = recoveriesIn(one, true)
  const toRecover = recoveriesIn(one, false)
  const toPay = paymentsIn(one, "scheduled") + paymentsIn(one, "authorised") - toRecover
  const latest = countingOf(one).at(-1)
  const certified = one.usage && sumOf(one.usage.used)
  const actual = certified ?? actualOf(one)
  const accrued = certified !== undefined || !latest ? 0 : sumOf(latest.posting.accrued)
  const forecast =
    certified !== undefined || !latest
      ? 0
      : latest.posting.forecast.reduce((sum, { amount }) => sum + amount, 0)
  const outturn = actual + accrued + forecast
  return {
    award,
    paid,
    toPay,
    recovered,
    toRecover,
    actual,
    accrued,
    forecast,
    unallocated: award - outturn,
    outturn,
    cashHeld: paid - recovered - actual,
  }
}

const paymentsIn = ({ payments }: Account, state: Account["payments"][number]["state"]) =>
  payments.filter((one) => one.state === state).reduce((sum, { amount }) => sum + amount, 0)

const recoveriesIn = ({ recoveries }: Account, received: boolean) =>
  recoveries
    .filter(({ state }) => (state === "received") === received)
    .reduce((sum, { amount }) => sum + amount, 0)

/** The returns that count, oldest first: what was opened again does not. */
export const countingOf = ({ figures }: Pick<Account, "figures">): Figures[] =>
  figures.filter(({ reopened }) => reopened === undefined).toSorted((a, b) => a.to.localeCompare(b.to))

/** What was spent until now, with every correction: before a certified statement takes its place. */
export const actualOf = (one: Pick<Account, "figures">): number => sumOf(actualByRow(countingOf(one)))

/** The same by head of cost. A correction may make one of them less than nothing, never wrongly: it says so. */
export const actualByRow = (all: readonly Pick<Figures, "posting">[]): Amounts => by(all, ({ row }) => row)

const by = (
  all: readonly Pick<Figures, "posting">[],
  key: (line: { row: string; year: string }) => string,
) => {
  const found: Amounts = {}
  for (const { posting } of all)
    for (const line of [...posting.spent, ...posting.corrections])
      found[key(line)] = (found[key(line)] ?? 0) + line.amount
  return found
}

/** The profile as it is agreed now: the last version, with what was moved between its heads since. */
export const profileNow = (one: Pick<Account, "versions" | "figures">): Profile => {
  const last = one.versions.at(-1)
  if (!last) return []
  return countingOf(one)
    .filter(({ at }) => at > last.at)
    .reduce(
      (profile, { posting, to }) => posting.virements.reduce((now, move) => moved(now, move, to), profile),
      last.profile,
    )
}

/** Money moved between heads in the quarters that are left, the next first; in the last one where none is left. */
const moved = (
  before: Profile,
  { from, to, amount }: { from: string; to: string; amount: number },
  after: string,
): Profile => {
  const left = before.filter((quarter) => quarter.to > after)
  const open = left.length > 0 ? left : before.slice(-1)
  let rest = amount
  return before.map((quarter) => {
    if (!open.includes(quarter)) return quarter
    const part = quarter === open.at(-1) ? rest : Math.min(rest, Math.max(0, quarter.amounts[from] ?? 0))
    rest -= part
    if (part === 0) return quarter
    return {
      ...quarter,
      amounts: {
        ...quarter.amounts,
        [from]: (quarter.amounts[from] ?? 0) - part,
        [to]: (quarter.amounts[to] ?? 0) + part,
      },
    }
  })
}
