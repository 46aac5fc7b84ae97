import type { Expected } from "../../shared/domain/calendar/expected.ts"
import { addressed } from "../../shared/domain/notices/addressed.ts"
import { dueChases, nextChase } from "../../shared/domain/notices/chases.ts"
import { chasesOfReturn } from "../../shared/domain/notices/evaluation-chases.ts"
import { dueNotices, nextDay } from "../../shared/domain/notices/notices.ts"
import { noticeItemOf } from "../../shared/domain/notices/words.ts"
import { checkExpected, expectedIn, putExpected } from "../../shared/store/expected.ts"
import { toldOfReturn } from "../../shared/store/notices.ts"
import type { Table } from "../../shared/store/table.ts"
import type { PlainDate } from "../../shared/values/london.ts"
import { addWorkingDays } from "../../shared/values/working-days.ts"
import { chasing } from "./chased.ts"
import type { Matter } from "./matter.ts"

/** Something that a site is expected to send, as the morning looks at it. */
export const returnMatter = (table: Table, one: Expected, now: Date, today: PlainDate): Matter => {
  const { send, superseded } = dueNotices(one, today, now)
  const chases = chasesOfReturn(one)
  const due = dueChases(chases, toldIn(one), today)
  return {
    order: `${one.organisation} ${one.round}`,

    plan: async (people) => {
      const { at } = people
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
      const { organisation, name, phase, round } = one
      const of = { organisation, name, phase, record: round, check: checkExpected(one) }
      const chased = await chasing(due, of, people, { day: today, now })
      return { sends: [...sends, ...chased], superseded: superseded.length }
    },

    advanced: (day, waits) => {
      const tomorrow = addWorkingDays(day, 1)
      if (waits) return putExpected({ ...one, next: tomorrow }, one)
      const told = {
        ...one.told,
        ...Object.fromEntries(superseded.map((notice) => [notice, { on: day, as: "superseded" as const }])),
        ...Object.fromEntries(send.map(({ notice }) => [notice, { on: day, as: "sent" as const }])),
        ...Object.fromEntries(due.map(({ mark }) => [mark, { on: day, as: "sent" as const }])),
      }
      const next = earlier(nextDay({ ...one, told }, tomorrow), nextChase(chases, toldIn({ told }), tomorrow))
      return putExpected({ ...one, told, next }, one)
    },

    again: async () => {
      const found = await expectedIn(table).of(one.organisation, one.round)
      return found && returnMatter(table, found, now, today)
    },
  }
}

const toldIn = ({ told }: Pick<Expected, "told">) =>
  Object.fromEntries(Object.entries(told).map(([mark, { on }]) => [mark, on]))

const earlier = (one: PlainDate | undefined, other: PlainDate | undefined): PlainDate | undefined =>
  [one, other].filter((day) => day !== undefined).sort()[0]
