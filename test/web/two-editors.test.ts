import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { fieldsIn, plain } from "../support/page-form.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { type Begun, begun } from "../support/submission.ts"

let service: Service
let lead: Client
let contributor: Client
let one: Begun
beforeAll(async () => {
  service = await startService()
  lead = await service.as("site-lead@halton.example")
  contributor = await service.as("contributor@halton.example")
  one = await begun(lead)
})
afterAll(() => service.stop())

const keys = ["whyHere", "differently", "livedExperience"] as const
type Key = (typeof keys)[number]
type Record3 = Record<Key, string>

const at = () => `${one.here}/sections/proposal`

/** What stands in the record, with "" for what is not answered. */
const recordNow = async (): Promise<Record3> => {
  const { sections } = (await one.read()) as { sections: { id: string; answers: Partial<Record3> }[] }
  const answers = sections.find(({ id }) => id === "proposal")?.answers ?? {}
  return Object.fromEntries(keys.map((key) => [key, answers[key] ?? ""])) as Record3
}

let texts = 0
/** A text that nobody has written before. */
const newText = (who: string) =>
  `Text ${who} ${String.fromCharCode(97 + (texts % 26))}${"x".repeat(texts++ / 26)}`

/** Somebody at a page of the section: what is in its fields, and everything they have read on it. */
const editor = (name: string, client: () => Client) => {
  let fields: Record<string, string> = {}
  let read = new Set<string>()
  let typed = new Set<string>()

  const look = (page: string) => {
    fields = fieldsIn(page, at())
    for (const key of keys) read.add(fields[key] ?? "")
    for (const [, theirs] of page.matchAll(/<div class="govuk-inset-text answer">([\s\S]*?)<\/div>/g))
      read.add(theirs === "(no answer)" ? "" : plain(theirs ?? ""))
  }
  return {
    name,
    hasRead: (text: string) => read.has(text),
    hasTyped: (text: string) => typed.has(text),
    open: async () => {
      read = new Set()
      typed = new Set()
      look(await (await client().get(at())).text())
    },
    type: (key: Key) => {
      const text = newText(name)
      typed.add(text)
      fields[key] = text
    },
    clear: (key: Key) => {
      typed.add("")
      fields[key] = ""
    },
    /** Presses Save; where it clashes, chooses in each the one or the other, and holds the page that came back. */
    save: async (choice: "mine" | "theirs") => {
      const before = { ...fields }
      const answer = await client().post(at(), fields)
      const page = await answer.text()
      if (answer.status === 409) {
        look(page)
        for (const name of Object.keys(fields)) if (name.startsWith("choose.")) fields[name] = choice
      }
      return { status: answer.status, page, before }
    },
  }
}
type Editor = ReturnType<typeof editor>

/**
 * What changed in the record by one save was read by whoever changed it, and is their own word: nobody's
 * answer is lost without having been seen.
 */
const nothingLost = (who: Editor, before: Record3, after: Record3) => {
  for (const key of keys) {
    if (before[key] === after[key]) continue
    expect([who.name, key, before[key], who.hasRead(before[key])]).toEqual([who.name, key, before[key], true])
    expect([who.name, key, after[key], who.hasTyped(after[key])]).toEqual([who.name, key, after[key], true])
  }
}

const act = fc.record({
  who: fc.constantFrom(0, 1),
  does: fc.constantFrom("type", "type", "type", "save", "save", "save", "open", "clear"),
  key: fc.constantFrom(...keys),
  choice: fc.constantFrom("mine" as const, "theirs" as const),
})

describe("two people on one page", () => {
  test("lose nothing of each other's that they have not read, whatever the order of what they do", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
        const people = [editor("lead", () => lead), editor("contributor", () => contributor)] as const
        for (const one of people) await one.open()
        for (const { who, does, key, choice } of acts) {
          const person = people[who === 0 ? 0 : 1]
          if (does === "open") await person.open()
          else if (does === "type") person.type(key)
          else if (does === "clear") person.clear(key)
          else {
            const before = await recordNow()
            const { status } = await person.save(choice)
            const after = await recordNow()
            expect([303, 409]).toContain(status)
            if (status === 409) expect(after).toEqual(before)
            else {
              nothingLost(person, before, after)
              await person.open()
            }
          }
        }
      }),
      { seed: 20170825, numRuns: 40, endOnFailure: true },
    )
  }, 60_000)

  test("who change different answers both have theirs", async () => {
    const [a, b] = [editor("lead", () => lead), editor("contributor", () => contributor)]
    await a.open()
    await b.open()
    a.type("whyHere")
    b.type("differently")
    expect((await a.save("mine")).status).toBe(303)
    expect((await b.save("mine")).status).toBe(303)
    const record = await recordNow()
    expect([a.hasTyped(record.whyHere), b.hasTyped(record.differently)]).toEqual([true, true])
  })

  test("who change the same answer see both texts, and one of them chooses", async () => {
    for (const choice of ["mine", "theirs"] as const) {
      const [a, b] = [editor("lead", () => lead), editor("contributor", () => contributor)]
      await a.open()
      await b.open()
      a.type("whyHere")
      b.type("whyHere")
      expect((await a.save("mine")).status).toBe(303)
      const { whyHere: theirs } = await recordNow()
      const { status, page, before } = await b.save(choice)
      expect(status).toBe(409)
      expect(page).toContain(theirs)
      expect(page).toContain(before.whyHere)
      expect(page).toContain("Halton site lead (demonstration)")
      expect((await recordNow()).whyHere).toBe(theirs)
      expect((await b.save(choice)).status).toBe(303)
      expect((await recordNow()).whyHere).toBe(choice === "mine" ? before.whyHere : theirs)
    }
  })

  test("do not take back what the other changed meanwhile, by choosing in a clash about something else", async () => {
    const [a, b] = [editor("lead", () => lead), editor("contributor", () => contributor)]
    await a.open()
    await b.open()
    a.type("whyHere")
    a.type("differently")
    b.type("whyHere")
    expect((await a.save("mine")).status).toBe(303)
    const { differently } = await recordNow()
    expect((await b.save("mine")).status).toBe(409)
    expect((await b.save("mine")).status).toBe(303)
    expect((await recordNow()).differently).toBe(differently)
  })

  test("who save at the same instant: both are kept, or one is told", async () => {
    for (let round = 0; round < 10; round++) {
      const [a, b] = [editor("lead", () => lead), editor("contributor", () => contributor)]
      await a.open()
      await b.open()
      a.type("whyHere")
      b.type(round % 2 ? "whyHere" : "differently")
      const [first, second] = await Promise.all([a.save("mine"), b.save("mine")])
      const record = await recordNow()
      if (round % 2) {
        expect([first.status, second.status].sort()).toEqual([303, 409])
        expect((first.status === 303 ? a : b).hasTyped(record.whyHere)).toBe(true)
      } else {
        expect([first.status, second.status]).toEqual([303, 303])
        expect([a.hasTyped(record.whyHere), b.hasTyped(record.differently)]).toEqual([true, true])
      }
    }
  })

  test("who save the same page twice have saved once", async () => {
    const a = editor("lead", () => lead)
    await a.open()
    a.type("whyHere")
    const statuses = (await Promise.all([a.save("mine"), a.save("mine"), a.save("mine")])).map(
      ({ status }) => status,
    )
    expect(statuses).toEqual([303, 303, 303])
    const { revision } = (await one.read()) as { revision: number }
    expect((await a.save("mine")).status).toBe(303)
    expect(((await one.read()) as { revision: number }).revision).toBe(revision)
  })
})
