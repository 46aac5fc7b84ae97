import { beforeEach, describe, expect, test } from "vitest"
import { keepTyped } from "../../shared/web/browser/keep-typed.ts"
import { differs, keptIn } from "../../shared/web/browser/kept.ts"

const hour = 3600_000
let store: Map<string, string>
let time: number
const storage = () => ({
  getItem: (key: string) => store.get(key) ?? null,
  setItem: (key: string, value: string) => void store.set(key, value),
  removeItem: (key: string) => void store.delete(key),
  key: (place: number) => [...store.keys()][place] ?? null,
  get length() {
    return store.size
  },
})
const kept = () => keptIn(storage, () => time)
beforeEach(() => {
  store = new Map()
  time = 1_000 * hour
})

describe("what is kept of a form", () => {
  test("is found by the same person at the same address alone, for a day", () => {
    kept().keep("p-coach /a/write", 1, [["talked", "Words"]])
    expect(kept().find("p-coach /a/write")?.fields).toEqual([["talked", "Words"]])
    expect(kept().find("p-other /a/write")).toBeUndefined()
    expect(kept().find("p-coach /b/write")).toBeUndefined()
    time += 24 * hour
    expect(kept().find("p-coach /a/write")).toBeUndefined()
    kept().sweep()
    expect(store.size).toBe(0)
  })

  test("goes once it was sent and a page says that a later revision is saved, and not before", () => {
    kept().keep("one", 1, [["talked", "Words"]])
    kept().saved("one", 2)
    expect(kept().find("one")).toBeDefined()
    kept().sent("one")
    kept().saved("one", 1)
    expect(kept().find("one")).toBeDefined()
    kept().saved("one", 2)
    expect(kept().find("one")).toBeUndefined()
  })

  test("goes whole as somebody signs out, and nothing that is not ours with it", () => {
    store.set("other", "stays")
    kept().keep("one", 1, [])
    kept().keep("two", 1, [])
    kept().forgetAll()
    expect([...store.keys()]).toEqual(["other"])
  })

  test("is nothing in a browser that keeps nothing, and no fault", () => {
    const refused = keptIn(
      () => {
        throw new Error("SecurityError")
      },
      () => time,
    )
    refused.keep("one", 1, [["a", "b"]])
    refused.sweep()
    expect(refused.find("one")).toBeUndefined()
    store.set("typed one", "{broken")
    expect(kept().find("one")).toBeUndefined()
  })

  test("is only offered where it is not on the page already", () => {
    expect(differs([["a", "x"]], [["a", "x"]])).toBe(false)
    expect(differs([["a", "x"]], [["a", ""]])).toBe(true)
    expect(differs([], [["now", "open"]])).toBe(true)
  })
})

/** As much of a page as the script asks of one. */
const element = (more: object = {}) => {
  const heard = new Map<string, (() => void)[]>()
  return {
    dataset: {} as Record<string, string>,
    children: [] as unknown[],
    before: [] as unknown[],
    addEventListener: (name: string, does: () => void) => heard.set(name, [...(heard.get(name) ?? []), does]),
    dispatchEvent: () => true,
    fires: (name: string) => {
      for (const does of heard.get(name) ?? []) does()
    },
    setAttribute: () => {},
    append(...all: unknown[]) {
      this.children.push(...all)
    },
    replaceChildren(...all: unknown[]) {
      this.children = all
    },
    remove: () => {},
    closest: () => null,
    matches: () => true,
    ...more,
  }
}

const box = (name: string, value = "") => element({ name, value, type: "textarea" })
const pageWith = (boxes: ReturnType<typeof box>[], dataset: Record<string, string>, saved: object[] = []) => {
  const shown: ReturnType<typeof element>[] = []
  const form = element({ elements: boxes, before: (one: never) => void shown.push(one) })
  form.dataset = dataset
  const signOut = element()
  const page = {
    querySelectorAll: (what: string) => (what.startsWith("form") ? [form] : saved),
    querySelector: () => signOut,
    createElement: () => element(),
  }
  keepTyped(page as never, kept())
  return { form, shown, signOut }
}

type Shown = { textContent?: string; fires: (name: string) => void; children: Shown[] }
const talked = (value: string) => box("talked", value) as ReturnType<typeof box> & { value: string }
const at = (revision: number) => ({ keep: "p-coach /w", keepAt: String(revision) })

describe("a page whose form keeps what is typed", () => {
  test("offers what was typed when it comes again without it, and puts it back where it was", () => {
    const first = talked("")
    const { form, shown } = pageWith([first], at(1))
    expect(shown).toEqual([])
    first.value = "Typed before the train went into the tunnel"
    form.fires("input")
    form.fires("submit")

    const again = talked("")
    const page = pageWith([again], at(1))
    const [words, back] = (page.shown[0] as unknown as Shown).children
    expect(words?.textContent).toMatch(/^You typed something here at \d\d:\d\d that is not saved\./)
    expect(back?.textContent).toMatch(/^Bring back what you typed at \d\d:\d\d$/)
    back?.fires("click")
    expect(again.value).toBe("Typed before the train went into the tunnel")
  })

  test("forgets it once another page says that it is saved, and offers nothing then", () => {
    const first = talked("")
    const { form } = pageWith([first], at(1))
    first.value = "Typed"
    form.fires("input")
    form.fires("submit")
    pageWith([talked("")], { keep: "p-coach /other", keepAt: "1" }, [
      { dataset: { saved: "p-coach /w", savedAt: "2" } },
    ])
    expect(pageWith([talked("Typed and changed by somebody")], at(2)).shown).toEqual([])
  })

  test("goes on keeping it where the page came back with what is wrong, and shows what has no place any more", () => {
    const first = [talked(""), box("actions.new-2.text", "")] as ReturnType<typeof talked>[]
    const { form } = pageWith(first, at(1))
    for (const one of first) one.value = `words of ${first.indexOf(one)}`
    form.fires("input")
    form.fires("submit")
    expect(pageWith(first, { ...at(1), keepTried: "" }).shown).toEqual([])
    const page = pageWith([talked("")], at(1))
    const offer = page.shown[0] as unknown as Shown
    offer.children[1]?.fires("click")
    expect(offer.children.map(({ textContent }) => textContent)).toEqual([
      "It is back on the page. It is not saved yet.",
      "This has no place on the page now:",
      "words of 1",
    ])
  })

  test("keeps nothing past a sign-out", () => {
    const first = talked("")
    const { form, signOut } = pageWith([first], at(1))
    first.value = "Typed"
    form.fires("input")
    signOut.fires("submit")
    expect(store.size).toBe(0)
  })
})
