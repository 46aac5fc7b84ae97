import { afterAll, beforeAll, expect, test } from "vitest"
import { keys } from "../../shared/store/keys.ts"
import { lettersBookIn } from "../../shared/store/letters-book.ts"
import { addDays } from "../../shared/values/london.ts"
import { type Service, startService } from "../support/service.ts"

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const who = { person: "p-somebody", name: "Somebody", email: "somebody@sheffield.example" }
const letterOn = (programme: string, on: string, organisation: string) => ({
  put: {
    ...keys.notice(programme, on, who.person),
    letter: "notices",
    id: on,
    programme,
    ...who,
    on,
    items: [
      {
        notice: "late",
        organisation,
        organisationName: organisation,
        round: "nsw2-spending-2017-12-31",
        title: "A return",
        rule: "due",
        by: "2017-01-01T17:00:00.000Z",
        state: "missing",
        whoHasIt: "nobody has begun it",
        role: "lead",
      },
    ],
  },
})

test.each([1, 4, 5, 6, 10, 11])(
  "of %i letters, each is on one page of five, and no page is empty",
  async (many) => {
    const programme = `with-${many}`
    const days = Array.from({ length: many }, (_, place) => addDays("2018-01-01", place))
    await service.table.write(days.map((on, at) => letterOn(programme, on, at % 2 ? "leeds" : "sheffield")))
    const book = lettersBookIn(service.table, programme)
    for (const organisation of [undefined, "sheffield", "leeds"]) {
      const seen: string[] = []
      let before: string | undefined
      do {
        const { letters, next } = await book.page(5, { before, organisation })
        expect(letters.length > 0 || seen.length === 0).toBe(true)
        seen.push(...letters.map(({ letter }) => letter.on))
        before = next
      } while (before !== undefined)
      const about = days.filter((_, at) => !organisation || (organisation === "leeds") === (at % 2 === 1))
      expect(seen).toEqual(about.toReversed())
    }
  },
)
