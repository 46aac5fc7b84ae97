import { parseArgs } from "node:util"
import { account as accountSchema } from "../shared/domain/funding/account.ts"
import { type Entry, entry } from "../shared/domain/funding/entry.ts"
import {
  type Checked,
  checkedLine,
  checkLedger,
  counted,
  type Kept,
} from "../shared/domain/funding/ledger-check.ts"
import { summary as summarySchema } from "../shared/domain/funding/summary.ts"
import { listOf } from "../shared/store/accounts.ts"
import { calendarIn } from "../shared/store/calendar.ts"
import { everyItem } from "../shared/store/every.ts"
import { byRound, keys } from "../shared/store/keys.ts"
import type { Table } from "../shared/store/table.ts"
import { pounds } from "../shared/values/money.ts"

const options = { programme: { type: "string", default: "named-social-worker" } } as const

/**
 * Checks the money of every site in every phase against its ledger, line by line and to the penny; says one line a site,
 * and a total. False where a penny or a line is not what it should be. It reads, and changes nothing.
 */
export const ledgerCheck = async (
  table: Table,
  asked: string[],
  say: (line: string) => void,
): Promise<boolean> => {
  const { values } = parseArgs({ args: asked, options })
  const all: Checked[] = []
  let unread = 0
  for (const { id, sites } of await calendarIn(table, values.programme).phases()) {
    const listed = (await everyItem(table, { pk: listOf(id), index: byRound })).map(({ site }) =>
      String(site),
    )
    const organisations = new Set([...listed, ...sites.map(({ organisation }) => organisation)])
    for (const organisation of [...organisations].sort()) {
      const kept = await keptOf(table, organisation, id)
      if (typeof kept === "string") {
        say(`${id} ${organisation}: ${kept}`)
        unread += 1
      }
      if (!kept || typeof kept === "string") continue
      const checked = checkLedger(kept)
      all.push(checked)
      for (const line of checkedLine(kept, checked)) say(line)
    }
  }
  const total = (of: (one: Checked["tally"]) => number) => all.reduce((sum, { tally }) => sum + of(tally), 0)
  const problems = all.reduce((sum, one) => sum + one.problems.length, unread)
  say(
    `${counted(all.length, "award")}: ${pounds(total(({ award }) => award))} awarded, ${pounds(total(({ paid }) => paid))} paid, ${pounds(total(({ recovered }) => recovered))} came back. ${problems === 0 ? "Every penny agrees." : `${counted(problems, "problem")}.`}`,
  )
  return problems === 0
}

/** What is kept of one site; nothing where it has no award; in words where it cannot even be read. */
const keptOf = async (
  table: Table,
  organisation: string,
  phase: string,
): Promise<Kept | string | undefined> => {
  const [item, lines] = await Promise.all([
    table.get(keys.account(organisation, phase), { strong: true }),
    linesOf(table, organisation, phase),
  ])
  if (lines === undefined) return "a line of its ledger cannot be read"
  if (!item) return lines.length === 0 ? undefined : "there are lines of a ledger, and no account"
  const account = accountSchema.safeParse(item)
  const summary = summarySchema.safeParse(item.summary)
  if (!account.success || !summary.success) return "the account cannot be read"
  return { account: account.data, summary: summary.data, entries: lines }
}

const linesOf = async (table: Table, organisation: string, phase: string): Promise<Entry[] | undefined> => {
  const { pk, sk } = keys.entry(organisation, phase, 0)
  const items = await everyItem(table, { pk, begins: sk.slice(0, -6), strong: true })
  return entry.array().safeParse(items).data
}
