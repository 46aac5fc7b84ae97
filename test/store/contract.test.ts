import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { newest } from "../../shared/store/keys.ts"
import type { Action, Item } from "../../shared/store/table.ts"
import { type Place, startPlace } from "./place.ts"

let place: Place
beforeAll(async () => {
  place = await startPlace()
})
afterAll(() => place.stop())
beforeEach(() => void place.costs())

let drawn = 0
const fresh = (sk = "A") => ({ pk: `TEST#${drawn++}`, sk })
const put = (item: Item): Action => ({ put: item })
const strong = { strong: true }

describe("reading", () => {
  test("what was written is there at once, with every value as it was", async () => {
    const item = {
      ...fresh(),
      words: "Two\nlines, café, 😀",
      none: "",
      pence: 9_282_700,
      part: 3.4,
      yes: true,
      no: false,
      nothing: null,
      rows: [{ id: "a", q: { deep: [1, "2"] } }, {}],
      empty: { list: [], map: {} },
    }
    await place.table.write([put(item)])
    expect(await place.table.get(item, strong)).toEqual(item)
  })

  test("bytes come back as they were, every one of them", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
    const key = fresh()
    await place.table.write([put({ ...key, bytes })])
    const found = await place.table.get(key, strong)
    expect(Buffer.from(found?.bytes as Uint8Array).equals(Buffer.from(bytes))).toBe(true)
  })

  test("what is undefined is not kept, and what was never there is not found", async () => {
    const key = fresh()
    await place.table.write([put({ ...key, there: 1, not: undefined })])
    expect(await place.table.get(key, strong)).toEqual({ ...key, there: 1 })
    expect(await place.table.get(fresh())).toBeUndefined()
  })

  test("a partition is read in the order of its keys, from either end", async () => {
    const { pk } = fresh()
    const keys = ["B#2", "A", "B#10", "B#1", "C"]
    await place.table.write(keys.map((sk) => put({ pk, sk })))
    const read = async (asked: object) =>
      (await place.table.query({ pk, strong: true, ...asked })).items.map(({ sk }) => sk)
    expect(await read({})).toEqual(["A", "B#1", "B#10", "B#2", "C"])
    expect(await read({ newestFirst: true })).toEqual(["C", "B#2", "B#10", "B#1", "A"])
    expect(await read({ begins: "B#" })).toEqual(["B#1", "B#10", "B#2"])
    expect(await read({ begins: "B#1" })).toEqual(["B#1", "B#10"])
    expect(await read({ begins: "D" })).toEqual([])
    expect(await read({ limit: 2 })).toEqual(["A", "B#1"])
  })

  test.each([1, 2, 3, 7, 20])(
    "page by page, %i at a time, everything comes once and in order",
    async (limit) => {
      const { pk } = fresh()
      const all = Array.from({ length: 13 }, (_, at) => `S#${String(at).padStart(3, "0")}`)
      await place.table.write(all.map((sk) => put({ pk, sk })))
      const seen: string[] = []
      let after: Record<string, unknown> | undefined
      let pages = 0
      do {
        const { items, next } = await place.table.query({ pk, limit, after, strong: true })
        seen.push(...items.map(({ sk }) => sk))
        after = next
        pages++
      } while (after && pages < 30)
      expect(seen).toEqual(all)
    },
  )

  test("the index holds what has its key, newest first, with what it projects and no more", async () => {
    const { pk } = fresh()
    await place.table.write([
      put({ pk, sk: "SUB#A", opened: "2017-08-14T08:00:00.000Z#A", reference: "A", secret: "not projected" }),
      put({ pk, sk: "SUB#A#proposal", answers: {} }),
      put({ pk, sk: "SUB#B", opened: "2017-08-15T08:00:00.000Z#B", reference: "B" }),
    ])
    const { items } = await place.table.query({ pk, index: newest, newestFirst: true, strong: true })
    expect(items.map(({ reference }) => reference)).toEqual(["B", "A"])
    expect(items[1]).not.toHaveProperty("secret")
    const one = await place.table.query({ pk, index: newest, begins: "2017-08-14", strong: true })
    expect(one.items.map(({ reference }) => reference)).toEqual(["A"])
  })

  test("the index is paged from where the page before ended", async () => {
    const { pk } = fresh()
    const all = ["A", "B", "C", "D", "E"]
    await place.table.write(
      all.map((one, at) => put({ pk, sk: `SUB#${one}`, opened: `2017-08-1${at}#${one}`, reference: one })),
    )
    const asked = { pk, index: newest, newestFirst: true, strong: true, limit: 2 }
    const first = await place.table.query(asked)
    const second = await place.table.query({ ...asked, after: first.next })
    expect([...first.items, ...second.items].map(({ reference }) => reference)).toEqual(["E", "D", "C", "B"])
  })
})

describe("writing under a condition", () => {
  const there = async (values: object = {}) => {
    const key = fresh()
    await place.table.write([put({ ...key, ...values })])
    return key
  }
  const written = async (action: Action) => (await place.table.write([action])).written

  test("new: only where nothing is there", async () => {
    const key = await there()
    expect(await written({ put: { ...key, other: 1 }, when: "new" })).toBe(false)
    expect(await written({ put: fresh(), when: "new" })).toBe(true)
    expect(await place.table.get(key, strong)).toEqual(key)
  })

  test("there: only where something is", async () => {
    const key = await there({ one: 1 })
    expect(await written({ set: { ...key, two: 2 }, when: "there" })).toBe(true)
    expect(await place.table.get(key, strong)).toEqual({ ...key, one: 1, two: 2 })
    const none = fresh()
    expect(await written({ set: { ...none, two: 2 }, when: "there" })).toBe(false)
    expect(await place.table.get(none, strong)).toBeUndefined()
  })

  test("is: only where every value is that one", async () => {
    const key = await there({ revision: 3, state: "draft" })
    expect(await written({ put: { ...key, revision: 4 }, when: { is: { revision: 2 } } })).toBe(false)
    expect(await written({ check: key, when: { is: { revision: 3, state: "sent" } } })).toBe(false)
    expect(await written({ check: key, when: { is: { revision: 3, state: "draft" } } })).toBe(true)
    expect(await written({ put: { ...key, revision: 4 }, when: { is: { revision: 3 } } })).toBe(true)
    expect(await written({ check: fresh(), when: { is: { revision: 3 } } })).toBe(false)
  })

  test("lacks: only where it is there and has not that value", async () => {
    const key = await there({ asked: 1 })
    expect(await written({ set: { ...key, answered: 1 }, when: { lacks: "answered" } })).toBe(true)
    expect(await written({ set: { ...key, answered: 2 }, when: { lacks: "answered" } })).toBe(false)
    expect(await written({ set: { ...fresh(), answered: 1 }, when: { lacks: "answered" } })).toBe(false)
    expect(await place.table.get(key, strong)).toMatchObject({ answered: 1 })
  })

  test("removing: what is there goes, what is not may be removed too, and once means once", async () => {
    const key = await there({ id: "a" })
    expect(await written({ remove: key, when: { is: { id: "b" } } })).toBe(false)
    expect(await written({ remove: key, when: { is: { id: "a" } } })).toBe(true)
    expect(await written({ remove: key, when: { is: { id: "a" } } })).toBe(false)
    expect(await written({ remove: key })).toBe(true)
    expect(await place.table.get(key, strong)).toBeUndefined()
  })

  test("a word that DynamoDB keeps for itself can be the name of a value", async () => {
    const key = await there({ count: 1, name: "n", at: "x", state: "draft" })
    const set = { ...key, size: 1, values: 2, status: "s", at: "y" }
    expect(await written({ set, when: { is: { state: "draft", name: "n", count: 1 } } })).toBe(true)
    expect(await place.table.get(key, strong)).toMatchObject({ size: 1, values: 2, status: "s", at: "y" })
  })
})

describe("several writes are one", () => {
  test("all of it or nothing; where conditions fail, exactly which", async () => {
    const taken = fresh()
    await place.table.write([put(taken)])
    const [a, b, c] = [fresh(), fresh(), fresh()]
    const answer = await place.table.write([
      { put: a, when: "new" },
      { put: { ...taken, other: 1 }, when: "new" },
      { put: b },
      { check: c, when: "there" },
    ])
    expect(answer).toEqual({ written: false, failed: [1, 3] })
    for (const key of [a, b, c]) expect(await place.table.get(key, strong)).toBeUndefined()
    expect(await place.table.get(taken, strong)).toEqual(taken)
  })

  test.each([1, 2, 50, 100])("%i at once", async (count) => {
    const { pk } = fresh()
    const actions = Array.from({ length: count }, (_, at) => put({ pk, sk: String(at).padStart(3, "0") }))
    expect(await place.table.write(actions)).toEqual({ written: true })
    expect((await place.table.query({ pk, strong: true })).items).toHaveLength(count)
  })

  test("101 are refused, and nothing is written", async () => {
    const { pk } = fresh()
    const actions = Array.from({ length: 101 }, (_, at) => put({ pk, sk: String(at) }))
    await expect(place.table.write(actions)).rejects.toThrow()
    expect((await place.table.query({ pk, strong: true })).items).toEqual([])
  })

  test("of 50 who write the same new thing at the same moment, one does", async () => {
    const key = fresh()
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, who) => place.table.write([{ put: { ...key, who }, when: "new" }])),
    )
    const won = answers.findIndex(({ written }) => written)
    expect(answers.filter(({ written }) => written)).toHaveLength(1)
    expect(await place.table.get(key, strong)).toEqual({ ...key, who: won })
  })

  test("of 50 who write over one revision at the same moment, one does", async () => {
    const key = fresh()
    await place.table.write([put({ ...key, revision: 1 })])
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        place.table.write([{ put: { ...key, revision: 2 }, when: { is: { revision: 1 } } }]),
      ),
    )
    expect(answers.filter(({ written }) => written)).toHaveLength(1)
  })
})

describe("counting", () => {
  test("100 at the same moment come to 100, each with a number of its own", async () => {
    const key = fresh()
    const numbers = await Promise.all(
      Array.from({ length: 100 }, () => place.table.count(key, 1_800_000_000)),
    )
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1))
  })

  test("it expires when it was first said to", async () => {
    const key = fresh()
    await place.table.count(key, 1_000)
    await place.table.count(key, 2_000)
    expect(await place.table.get(key, strong)).toMatchObject({ count: 2, expires: 1_000 })
  })
})

describe("what it costs", () => {
  const text = (kilobytes: number) => "x".repeat(kilobytes * 1_000)

  test("one request for each thing asked, by its name", async () => {
    const key = fresh()
    await place.table.write([put(key), put(fresh())])
    await place.table.get(key)
    await place.table.query({ pk: key.pk })
    await place.table.count(fresh(), 1)
    expect(place.costs().map(({ operation, items }) => [operation, items])).toEqual([
      ["write", 2],
      ["get", 1],
      ["query", 1],
      ["count", 1],
    ])
  })

  test("a read is half a unit for each 4 kB, a strong one a whole", async () => {
    const key = fresh()
    await place.table.write([put({ ...key, text: text(5) })])
    place.costs()
    await place.table.get(key)
    await place.table.get(key, strong)
    await place.table.query({ pk: key.pk, strong: true })
    expect(place.costs().map(({ read }) => read)).toEqual([1, 2, 2])
  })

  test("a write costs by the kB, and what an index costs is said apart", async () => {
    const { pk } = fresh()
    await place.table.write([put({ pk, sk: "small" })])
    await place.table.write([put({ pk, sk: "plain", text: text(2) })])
    await place.table.write([put({ pk, sk: "SUB#A", opened: "2017#A", reference: "A", text: text(2) })])
    const [small, plain, indexed] = place.costs()
    expect(small?.write).toBeGreaterThanOrEqual(2)
    expect(plain).toMatchObject({ write: 2 * Number(small?.write), index: 0 })
    expect(indexed?.write).toBe(plain?.write)
    expect(indexed?.index).toBeGreaterThan(0)
  })

  test("another meter counts for itself, over the same table", async () => {
    const seen: string[] = []
    const key = fresh()
    const metered = place.table.metered(({ operation }) => seen.push(operation))
    await metered.write([put(key)])
    expect(seen).toEqual(["write"])
    expect(place.costs()).toEqual([])
    expect(await place.table.get(key, strong)).toEqual(key)
  })

  test("a refused write is told apart from one that was made", async () => {
    const key = fresh()
    await place.table.write([put(key)])
    await place.table.write([{ put: key, when: "new" }])
    expect(place.costs().map(({ operation }) => operation)).toEqual(["write", "write refused"])
  })
})
