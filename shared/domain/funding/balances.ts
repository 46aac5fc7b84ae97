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

/**
 * The profile as it is agreed now: the last version, with what was moved between its heads since. What lies in that
 * version already is not moved a second time by a return that is accepted again, and goes back while it is open.
 */
export const profileNow = (one: Pick<Account, "versions" | "figures" | "moved">): Profile => {
  const [agreed, counting] = [one.moved ?? [], movesIn(one)]
  const gone = without(agreed, counting).map((move) => ({ ...move, from: move.to, to: move.from }))
  return [...gone, ...without(counting, agreed)].reduce(moved, one.versions.at(-1)?.profile ?? [])
}

type Moved = NonNullable<Account["moved"]>[number]

/** What the returns that count have moved between heads of cost, and from which day on. */
export const movesIn = (one: Pick<Account, "figures">): Moved[] =>
  countingOf(one).flatMap(({ round, posting, to: after }) =>
    posting.virements.map(({ from, to, amount }) => ({ round, after, from, to, amount })),
  )

/** Those that are not among others: where something is there twice, it is taken twice. */
const without = (all: readonly Moved[], others: readonly Moved[]): Moved[] => {
  const left = [...others]
  return all.filter((one) => {
    const place = left.findIndex(
      (each) =>
        each.round === one.round &&
        each.from === one.from &&
        each.to === one.to &&
        each.amount === one.amount,
    )
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
}

/** What is left in a head of cost, in the quarters that money can still be moved in. */
export const leftIn = (profile: Profile, head: string, after: string): number =>
  openQuarters(profile, after).reduce((sum, { amounts }) => sum + Math.max(0, amounts[head] ?? 0), 0)

/** The quarters that money can still be moved in after a day: those that are left, or the last where none is. */
const openQuarters = (profile: Profile, after: string): Profile => {
  const left = profile.filter((quarter) => quarter.to > after)
  return left.length > 0 ? left : profile.slice(-1)
}

/** Money moved between heads in those quarters, the next first: never more than a head has there. */
const moved = (before: Profile, { from, to, amount, after }: Omit<Moved, "round">): Profile => {
  const open = openQuarters(before, after)
  let rest = amount
  return before.map((quarter) => {
    if (!open.includes(quarter)) return quarter
    const part = Math.min(rest, Math.max(0, quarter.amounts[from] ?? 0))
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
