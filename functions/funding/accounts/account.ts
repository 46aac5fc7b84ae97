import { inOrder } from "../../../shared/domain/actions/action.ts"
import { cellOf } from "../../../shared/domain/calendar/board.ts"
import { ledgerLines } from "../../../shared/domain/funding/ledger-words.ts"
import { kindOf } from "../../../shared/kinds/index.ts"
import { actionsIn } from "../../../shared/store/actions.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { fundingIn } from "../../../shared/store/funding.ts"
import { londonDate } from "../../../shared/values/london.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import { awardHere, siteHere } from "./here.ts"

/** One site's money in one phase, with the returns that are asked of it and the conditions of its award. */
export const accountDesk = async (c: C) => {
  const here = await siteHere(c)
  const { table, now } = c.var.world
  const { site, phase } = here
  const [expected, actions] = await Promise.all([
    expectedIn(table).all(site.organisation),
    actionsIn(table, site.organisation).all(),
  ])
  return {
    ...here,
    today: londonDate(now()),
    returns: expected
      .filter((one) => one.phase === phase.id && one.owed)
      .filter(({ kind }) => kindOf(kind).needs === "the account")
      .toSorted((a, b) => a.by.localeCompare(b.by))
      .map((one) => cellOf(one, now())),
    actions: inOrder(actions.filter((one) => one.phase === phase.id && one.from.kind === "condition")),
  }
}
export type OnAccount = Awaited<ReturnType<typeof accountDesk>>

/** The ledger of an award, each line with what the account came to after it. */
export const ledgerHere = async (c: C) => {
  const here = await awardHere(c)
  const { organisation, phase } = here.site
  return { ...here, lines: ledgerLines(await fundingIn(c.var.world.table).entries(organisation, phase)) }
}
export type OnLedger = Awaited<ReturnType<typeof ledgerHere>>
