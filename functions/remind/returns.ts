import type { Expected } from "../../shared/domain/calendar/expected.ts"
import { addressed } from "../../shared/domain/notices/addressed.ts"
import { dueNotices, nextDay } from "../../shared/domain/notices/notices.ts"
import { noticeItemOf } from "../../shared/domain/notices/words.ts"
import { checkExpected, expectedIn, putExpected } from "../../shared/store/expected.ts"
import { toldOfReturn } from "../../shared/store/notices.ts"
import type { Table } from "../../shared/store/table.ts"
import type { PlainDate } from "../../shared/values/london.ts"
import { addWorkingDays } from "../../shared/values/working-days.ts"
import type { Matter } from "./matter.ts"

/** Something that a site is expected to send, as the morning looks at it. */
export const returnMatter = (table: Table, one: Expected, now: Date, today: PlainDate): Matter => {
  const { send, superseded } = dueNotices(one, today, now)
  return {
    order: `${one.organisation} ${one.round}`,

    plan: async ({ at }) => {
      const [site, programme] =
        send.length > 0 ? await Promise.all([at(one.organisation), at("programme")]) : [[], []]
      const told = new Set<string>()
      const sends = send.flatMap(({ notice, to }) =>
        addressed({ one, told: to, site, programme, at: now }).flatMap((recipient) => {
          if (told.has(recipient.person)) return []
          told.add(recipient.person)
          const { role } = recipient
          const item = noticeItemOf(one, { notice, role, organisationName: one.name, at: now })
          return [
            {
              to: recipient,
              telling: {
                told: toldOfReturn(one, notice, recipient),
                check: checkExpected(one),
                item,
              },
            },
          ]
        }),
      )
      return { sends, superseded: superseded.length }
    },

    advanced: (day, waits) => {
      const tomorrow = addWorkingDays(day, 1)
      if (waits) return putExpected({ ...one, next: tomorrow }, one)
      const told = {
        ...one.told,
        ...Object.fromEntries(superseded.map((notice) => [notice, { on: day, as: "superseded" as const }])),
        ...Object.fromEntries(send.map(({ notice }) => [notice, { on: day, as: "sent" as const }])),
      }
      return putExpected({ ...one, told, next: nextDay({ ...one, told }, tomorrow) }, one)
    },

    again: async () => {
      const found = await expectedIn(table).of(one.organisation, one.round)
      return found && returnMatter(table, found, now, today)
    },
  }
}
