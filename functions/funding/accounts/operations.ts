import { accountSentences } from "../../../shared/domain/funding/account-words.ts"
import { balancesOf } from "../../../shared/domain/funding/balances.ts"
import { lineOf } from "../../../shared/domain/funding/overview.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { accountAt, phaseAt } from "../../../shared/web/funding/addresses.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { accountDesk, ledgerHere } from "./account.ts"
import { fundingAt, ledgerAt } from "./addresses.ts"
import { awardOperations, tag } from "./award-operations.ts"
import { firstSentences } from "./first.ts"
import { overviewHere } from "./overview.ts"
import * as shapes from "./shapes.ts"

const overview = async (c: C) => {
  const read = await overviewHere(c)
  const { phase, accounts, total, waiting, midPhases, notOffered } = read
  return {
    body: {
      phase: phase?.id,
      says: firstSentences(c, read),
      sites: accounts.map((one) => ({ ...one, line: lineOf(one) })),
      total,
      returnsWaiting: waiting.map(({ one, reference, days, checked, asked }) => ({
        organisation: one.organisation,
        round: one.round,
        title: one.title,
        reference,
        workingDays: days,
        checked,
        asked,
      })),
      midPhaseDue: midPhases.due.map(({ organisation }) => organisation),
      withoutOffer: notOffered.map(({ organisation }) => organisation),
    },
  }
}

/** The money of all sites and of one, as the pages show it. */
export const accountOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "readFunding",
    method: "get",
    path: fundingAt,
    tag,
    summary: "The money of every site of the phase that runs now, and what waits",
    gives: shapes.overview,
    does: overview,
  }),
  operation<SignedIn, unknown>({
    id: "readFundingOfPhase",
    method: "get",
    path: phaseAt(":phase"),
    tag,
    summary: "The money of every site of a phase, and what waits",
    gives: shapes.overview,
    does: overview,
  }),
  operation<SignedIn, unknown>({
    id: "readAccount",
    method: "get",
    path: accountAt(":phase", ":organisation"),
    tag,
    summary: "The money of one site in a phase: where it stands, its payments and its returns",
    gives: shapes.award,
    does: async (c) => {
      const { site, phase, account, returns } = await accountDesk(c)
      return {
        body: {
          phase: phase.id,
          organisation: site.organisation,
          name: site.name,
          says: account ? accountSentences(account) : [`Nothing has been offered to ${site.name} yet.`],
          ...(account && { account: shownOf(account), balances: balancesOf(account) }),
          returns: returns.map(({ one: { round, title, by, stands }, says }) => ({
            round,
            title,
            by,
            says,
            reference: stands && stands.version > 0 ? stands.reference : undefined,
          })),
        },
      }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readLedger",
    method: "get",
    path: ledgerAt(":phase", ":organisation"),
    tag,
    summary: "Every line of a ledger, oldest first, with what the account came to after it",
    gives: shapes.ledger,
    does: async (c) => ({ body: { lines: (await ledgerHere(c)).lines.map(({ on: _, ...one }) => one) } }),
  }),
  ...awardOperations,
]

const shownOf = ({
  state,
  award,
  form,
  versions,
  offer,
  payments,
  recoveries,
  carryOvers,
  midPhase,
  leaving,
}: NonNullable<Awaited<ReturnType<typeof accountDesk>>["account"]>) => ({
  state,
  award,
  form,
  versions,
  offer,
  payments,
  recoveries,
  carryOvers,
  midPhase,
  leaving,
})
