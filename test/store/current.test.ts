import { afterAll, beforeAll, expect, test } from "vitest"
import { expectedIn, putExpected } from "../../shared/store/expected.ts"
import { type Service, startService } from "../support/service.ts"
import { begun } from "../support/submission.ts"

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

test("what was begun in a round prepared the year before is in its site’s calendar until the round is over", async () => {
  await begun(await service.as("site-lead@halton.example"))
  const expected = expectedIn(service.table)
  const one = await expected.of("halton", "nsw-2-2017")
  if (!one) throw new Error("It is begun")
  await service.table.write([
    putExpected({ ...one, round: "late-2017", by: "2018-11-30T17:00:00.000Z", hearBy: "2018-12-31" }),
  ])
  const on = async (day: string) => (await expected.current("halton", day)).map(({ round }) => round)
  for (const day of ["2017-11-30", "2018-05-30", "2018-06-01", "2018-12-31"])
    expect(await on(day)).toContain("late-2017")
  expect(await on("2019-12-31")).not.toContain("late-2017")
})
