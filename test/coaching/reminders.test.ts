import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { type Action, newAction } from "../../shared/domain/actions/action.ts"
import { type Head, newHead } from "../../shared/domain/coaching/head.ts"
import { actionsIn, putAction } from "../../shared/store/actions.ts"
import { coachingIn, putHead } from "../../shared/store/coaching.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Service, startService } from "../support/service.ts"

let service: Service
beforeEach(async () => {
  service = await startService()
  await publishPhaseTwo(service)
})
afterEach(() => service.stop())

const on = async (day: string, times = 1) => {
  service.at(`${day}T08:00:00.000Z`)
  for (let at = 0; at < times; at++) await service.morning()
  await service.deliver()
}
/** Letters about anything but returns, which the calendar of the phase sends besides. */
const letters = () => service.mails.filter(({ subject }) => !/Spending|Statement/.test(subject))
/** What was told by the calendar on the days before, by whom it went to. */
const told = () =>
  letters()
    .map(({ to, subject }) => `${to}: ${subject.replace("[Demonstration] ", "")}`)
    .sort()

const by = { person: "p-coach", name: "Coach" }
const set = (more: Partial<Action> = {}) => ({
  ...newAction(
    {
      id: "2018-01-08-1",
      organisation: "halton",
      phase: "NSW2",
      name: "Halton",
      text: "Ask the advocates to read it.",
      due: "2018-01-08",
      from: { kind: "by hand" },
      owner: "site",
    },
    by,
    new Date("2017-12-11T10:00:00.000Z"),
  ),
  ...more,
})
const sets = (more?: Partial<Action>) => service.table.write(putAction(set(more)))

const shared = (more: Partial<Head["waits"][number]> = {}) => ({
  session: "2018-01-03-1",
  title: "Site visit of 3 January 2018",
  on: "2018-01-03",
  state: "shared" as const,
  since: "2018-01-05T16:00:00.000Z",
  until: "2018-01-19",
  agreement: true,
  ...more,
})
const stands = async (head: Partial<Head>, today = "2018-01-05") => {
  const before = await coachingIn(service.table).head("halton", "NSW2")
  const after = { ...newHead({ organisation: "halton", phase: "NSW2", name: "Halton" }), ...before, ...head }
  expect(await service.table.write([putHead(after, before, today)])).toEqual({ written: true })
}

describe("something that was to be done and is not", () => {
  test("is told to the lead of the site a working day after its day, and to the coach two weeks after", async () => {
    await sets()
    await on("2018-01-08")
    expect(told()).toEqual([])
    await on("2018-01-09", 2)
    expect(told()).toEqual([
      "site-lead@halton.example: Something that was to be done is late: Ask the advocates to read it, Halton",
    ])
    expect(letters().at(-1)?.text).toContain("Was due 8 January 2018, 1 working day ago.")
    expect(letters().at(-1)?.text).toContain("/organisations/halton/actions")
    for (const day of ["2018-01-10", "2018-01-17"]) await on(day)
    expect(told()).toHaveLength(1)
    await on("2018-01-22")
    expect(told()).toContain(
      "coach@innovation-unit.example: Something that was to be done is two weeks late: Ask the advocates to read it, Halton",
    )
  })

  test("is told to whoever is named for it, and to nobody once it is done", async () => {
    await sets({ who: { person: "p-halton-contributor", name: "The contributor" } })
    await on("2018-01-09")
    expect(told().map((one) => one.split(":")[0])).toEqual(["contributor@halton.example"])
    const one = await actionsIn(service.table, "halton").one("2018-01-08-1")
    if (!one) throw new Error("It is there")
    const done = { by, at: "2018-01-12T10:00:00.000Z", evidence: "They read it." }
    await service.table.write(putAction({ ...one, state: "done", done }, one))
    await on("2018-01-22")
    expect(told()).toHaveLength(1)
  })

  test.each([
    ["coach", "coach@innovation-unit.example"],
    ["coordinators", "coordinator@innovation-unit.example"],
    ["department", "chair@doh.example"],
  ] as const)("on the desk of the %s it is told there", async (owner, email) => {
    await sets({ owner })
    await on("2018-01-09")
    expect(told().map((one) => one.split(":")[0])).toEqual([email])
  })

  test("that is carried to another day is told again by that day, and not before", async () => {
    await sets()
    await on("2018-01-09")
    const one = await actionsIn(service.table, "halton").one("2018-01-08-1")
    if (!one) throw new Error("It is there")
    const carried = [
      {
        into: { kind: "session", id: "s", title: "Call of 10 January 2018" },
        at: "2018-01-10T10:00:00.000Z",
        due: one.due,
      },
    ]
    await service.table.write(putAction({ ...one, due: "2018-01-31", carried }, one))
    await on("2018-01-31")
    expect(told()).toHaveLength(1)
    await on("2018-02-01")
    expect(told()).toHaveLength(2)
  })
})

describe("the coaching of a site", () => {
  test("asks the lead once more after a week, and tells the coach when the time to answer has gone by", async () => {
    await stands({ waits: [shared()] })
    await on("2018-01-11")
    expect(told()).toEqual([])
    await on("2018-01-12", 2)
    expect(told()).toEqual([
      "site-lead@halton.example: A session waits for your answer: Site visit of 3 January 2018, Halton",
    ])
    expect(letters().at(-1)?.text).toContain("NOT AGREED YET.")
    await on("2018-01-22")
    expect(told()).toContain(
      "coach@innovation-unit.example: A session was not answered in time: Site visit of 3 January 2018, Halton",
    )
    expect(letters().at(-1)?.text).toContain("NOT ANSWERED.")
    expect(letters().every(({ text }) => !/\bAGREED by/.test(text))).toBe(true)
  })

  test("says nothing of a call, which nobody has to agree to, nor of a session that was answered meanwhile", async () => {
    await stands({ waits: [shared({ agreement: false, until: undefined })] })
    for (const day of ["2018-01-12", "2018-01-22"]) await on(day)
    expect(told()).toEqual([])
    await stands({ waits: [shared({ session: "2018-02-01-1", since: "2018-02-02T10:00:00.000Z" })] })
    await stands({ waits: [] })
    await on("2018-02-09")
    expect(told()).toEqual([])
  })

  test("tells the coach of what is not written up, and of a dispute that waits", async () => {
    await stands({ waits: [shared({ state: "held", until: undefined })] })
    await on("2018-01-09")
    expect(told()).toEqual([
      "coach@innovation-unit.example: A session is not written up: Site visit of 3 January 2018, Halton",
    ])
    await stands({ waits: [shared({ state: "disputed", since: "2018-01-10T10:00:00.000Z" })] }, "2018-01-10")
    await on("2018-01-17")
    expect(told()).toContain(
      "coach@innovation-unit.example: A dispute waits for your answer: Site visit of 3 January 2018, Halton",
    )
  })

  test("tells the department of help that it has not answered, but not while the site is asked back", async () => {
    const asked = { number: 1, askedAt: "2018-01-08T10:00:00.000Z" }
    await stands({ help: [{ ...asked, pausedAt: "2018-01-09T10:00:00.000Z" }] })
    await on("2018-01-16")
    expect(told()).toEqual([])
    await stands({ help: [{ ...asked, number: 2 }] }, "2018-01-16")
    await on("2018-01-17")
    expect(told()).toEqual([
      "chair@doh.example: The Department has not answered: Question 2 to the Department, Halton",
    ])
  })

  test("comes in one letter a day with what else is told", async () => {
    await sets()
    await stands({ waits: [shared({ since: "2018-01-02T10:00:00.000Z" })] })
    await on("2018-01-09")
    const toLead = service.mails.filter(({ to }) => to === "site-lead@halton.example")
    expect(toLead.map(({ subject }) => subject)).toEqual([
      "[Demonstration] Something that was to be done is late: Ask the advocates to read it, Halton, and 1 other thing",
    ])
    expect(toLead[0]?.text).toContain("2 things, the most urgent first.")
  })
})
