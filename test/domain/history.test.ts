import { describe, expect, test } from "vitest"
import {
  beginning,
  brokenAt,
  type Contents,
  contents as contentsSchema,
  type Event,
  event as eventSchema,
  link,
} from "../../shared/domain/submissions/event.ts"
import { monday } from "./given.ts"

const length = 1_000
const chain = (count = length) => {
  const events: Event[] = []
  const written: Contents[] = []
  for (let number = 1; number <= count; number++) {
    const { event, contents } = link(
      {
        record: "NSW2-HAL-E-7K3PQ4",
        number,
        previous: events.at(-1)?.hash ?? beginning,
        at: new Date(monday.getTime() + number).toISOString(),
        move: number % 7 === 0 ? "decline" : "save",
        by: { person: `p-${number % 5}`, name: "Somebody", role: "lead", grant: "g" },
        revision: number,
        version: 0,
        changed: { proposal: [`answer ${number}`] },
      },
      number % 7 === 0 ? `Reason ${number}` : undefined,
      `salt ${number}`,
    )
    events.push(event)
    if (contents) written.push(contents)
  }
  const { number, hash } = events.at(-1) ?? { number: 0, hash: beginning }
  return { events, written, last: { number, hash } }
}

const { events, written, last } = chain()
const rehashed = (one: Event, previous: string): Event => {
  const { hash: _, contents: __, ...draft } = one
  return link({ ...draft, previous }, undefined, "").event
}

/** Each kind of tampering with the event at a place, and where it must be found. */
const tampering: Record<string, (at: number) => Event[]> = {
  "a changed event": (at) =>
    events.map((one, place) => (place === at ? { ...one, at: "2017-01-01T00:00:00.000Z" } : one)),
  "an event that was dropped": (at) => events.filter((_, place) => place !== at),
  "two events that were swapped": (at) => {
    const one = events[at]
    const two = events[at + 1]
    if (!one || !two) return events.slice(0, -1)
    return events.with(at, two).with(at + 1, one)
  },
  "an event that was put in": (at) => {
    const one = events[at] as Event
    return events.toSpliced(at, 0, rehashed({ ...one, move: "send" }, one.previous))
  },
  "an end that was cut off": (at) => events.slice(0, at),
}

describe("the history of a record", () => {
  test("of 1,000 lines is whole, and says so", () => {
    expect(brokenAt(events, last, written)).toBeUndefined()
    expect(brokenAt([], { number: 0, hash: beginning })).toBeUndefined()
    expect(brokenAt(events, { ...last, number: length + 1 })).toBe(length + 1)
  })

  test("is kept as it is read: nothing of a line is lost by its schema", () => {
    for (const one of events) expect(eventSchema.parse(one)).toEqual(one)
    for (const one of written) expect(contentsSchema.parse(one)).toEqual(one)
  })

  test.each(Object.entries(tampering))("%s is found wherever it is, with the position", (_, tamper) => {
    for (let at = 0; at < length; at += at < 10 || at > length - 10 ? 1 : 17) {
      const found = brokenAt(tamper(at), last, written)
      const says = at + 1
      const changesAfter = tamper === tampering["an event that was put in"] ? [says, says + 1] : [says]
      expect(changesAfter, `at ${says}`).toContain(found)
    }
  })

  test.each(Object.keys(eventSchema.shape))("a line whose %s was changed is found", (field) => {
    const at = 13
    const one = events[at] as Event
    const value = one[field as keyof Event]
    const other = typeof value === "number" ? value + 1 : typeof value === "string" ? `${value}x` : {}
    expect(brokenAt(events.with(at, { ...one, [field]: other }), last, written)).toBe(at + 1)
  })

  test("a number that was left out is found, though every line holds the hash of the one before", () => {
    const [first, second] = events as [Event, Event]
    const skipped = rehashed({ ...second, number: 3 }, first.hash)
    expect(brokenAt([first, skipped], { number: 2, hash: skipped.hash })).toBe(2)
  })

  test("written anew from some line on, it does not end where the head says", () => {
    const other = chain(length - 1)
    const end = rehashed(events.at(-1) as Event, other.last.hash)
    const forged = [...other.events, { ...end, move: "send" }]
    expect(brokenAt(forged, last, written)).toBe(length)
    let previous = beginning
    const whole = events.map((one) => {
      const next = rehashed({ ...one, by: { ...one.by, name: "Another" } }, previous)
      previous = next.hash
      return next
    })
    expect(brokenAt(whole, { number: length, hash: previous })).toBeUndefined()
    expect(brokenAt(whole, last)).toBe(length + 1)
  })
})

describe("what was written with a move", () => {
  test("can go, and the chain stands", () => {
    expect(brokenAt(events, last, [])).toBeUndefined()
    expect(brokenAt(events, last, written.slice(3))).toBeUndefined()
  })

  test("cannot be changed, nor be given to a line that had none", () => {
    const changed = written.map((one, at) => (at === 2 ? { ...one, note: "Another reason" } : one))
    expect(brokenAt(events, last, changed)).toBe(21)
    const added = [...written, { record: "NSW2-HAL-E-7K3PQ4", number: 5, salt: "", note: "Added" }]
    expect(brokenAt(events, last, added)).toBe(5)
  })

  test("cannot be guessed from its hash without the salt", () => {
    const draft = { ...(events[0] as Event), hash: undefined, contents: undefined }
    const [one, two] = ["a", "b"].map((salt) => link(draft, "The same reason", salt).event.contents)
    expect(one).not.toBe(two)
  })
})
