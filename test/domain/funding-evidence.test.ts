import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { lookAt } from "../../functions/scan/contents.ts"
import { wordIn } from "../../functions/scan/word.ts"
import { putEvent, scanEvent } from "../../infra/local/scan-event.ts"
import {
  added,
  arrived,
  counts,
  type Evidence,
  type Found,
  lookedAt,
  mostFiles,
  takenAway,
  wasSent,
} from "../../shared/domain/funding/evidence.ts"
import { fileName, filesWords, sizeWords } from "../../shared/domain/funding/evidence-words.ts"
import { sha256 } from "../../shared/values/hash.ts"
import { ledger, pdf, workbook } from "../support/funding/evidence-files.ts"

const at = new Date("2018-01-16T09:00:00Z")
const by = { person: "p-lead", name: "Site lead" }
const about = { organisation: "halton", phase: "NSW2", round: "r1", name: "Ledger", type: "csv", by } as const
const place = (id = "1", beside: Evidence[] = []) => added({ ...about, id }, beside, at)
const clean: Found = { is: "clean", bytes: 3, sha256: sha256("abc"), warnings: [] }

type Step = (one: Evidence) => Evidence | undefined
const steps: Record<string, Step> = {
  arrived,
  clean: (one) => lookedAt(one, clean, at),
  infected: (one) => lookedAt(one, { is: "infected" }, at),
  unreadable: (one) => lookedAt(one, { is: "unreadable", because: "It is empty." }, at),
  "taken away": (one) => takenAway(one, by, at, undefined),
}

/** Everything that somebody or some machine tells of it, one after another. */
const told = (words: string[]) => words.reduce((one, word) => steps[word]?.(one) ?? one, place())
const words = fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 12 })

describe("the life of a file", () => {
  test("the first word of what was found in it is the last, however often and in whatever order it is told", () => {
    fc.assert(
      fc.property(words, (all) => {
        const first = all.find((word) => word !== "arrived")
        const one = told(all)
        const found = all.includes("taken away") ? "removed" : first
        expect(one.state).toBe(found ?? (all.length > 0 ? "checking" : "waiting"))
      }),
    )
  })

  test("nothing is known of a file that was never found to be clean, and its revision grows with each change alone", () => {
    fc.assert(
      fc.property(words, (all) => {
        const one = told(all)
        const wasClean = all.find((word) => word !== "arrived") === "clean"
        expect(one.sha256 !== "").toBe(wasClean)
        const changes = all.reduce(
          ({ one, changes }, word) => {
            const after = steps[word]?.(one)
            return after ? { one: after, changes: changes + 1 } : { one, changes }
          },
          { one: place(), changes: 0 },
        ).changes
        expect(one.revision).toBe(1 + changes)
      }),
    )
  })

  test("a return never has more than ten that count, and what was deleted or taken away leaves its place", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (lives) => {
        let files: Evidence[] = []
        for (const [index, life] of lives.entries())
          try {
            const one = place(String(index), files)
            files = [...files, life.reduce((each, word) => steps[word]?.(each) ?? each, one)]
          } catch {
            expect(files.filter(counts)).toHaveLength(mostFiles)
          }
        expect(files.filter(counts).length).toBeLessThanOrEqual(mostFiles)
      }),
    )
  })

  test("what was part of what was sent stays; what was checked after it does not have to", () => {
    const one = lookedAt(place(), clean, at) as Evidence
    const [before, after] = ["2018-01-16T08:59:59.999Z", "2018-01-16T09:00:00.000Z"]
    expect([wasSent(one, undefined), wasSent(one, before), wasSent(one, after)]).toEqual([false, false, true])
    expect(() => takenAway(one, by, at, after)).toThrow()
    expect(takenAway(one, by, at, before)?.state).toBe("removed")
  })
})

describe("what is told of a file", () => {
  const one = { key: "halton/NSW2/1", version: "v1" }

  test("is read from the store’s events and the scanner’s, and a verdict that nobody knows is no clean one", () => {
    expect(wordIn(putEvent(one, at))).toEqual(one)
    expect(wordIn(scanEvent(one, "THREATS_FOUND", at))).toEqual({ ...one, verdict: "THREATS_FOUND" })
    fc.assert(
      fc.property(fc.string(), (verdict) => {
        fc.pre(verdict !== "NO_THREATS_FOUND")
        expect(wordIn(scanEvent(one, verdict, at))?.verdict).not.toBe("NO_THREATS_FOUND")
      }),
    )
  })

  test("is nothing where the event is of something else, whatever it is", () => {
    fc.assert(fc.property(fc.anything(), (event) => wordIn(event) === undefined))
    const kept = putEvent(one, at)
    Object.assign((kept.detail as { object: { key: string } }).object, { key: "kept/halton/NSW2/1/hash" })
    expect(wordIn(kept)).toBeUndefined()
  })
})

describe("what a file is found to be", () => {
  const whole = (bytes: Uint8Array) => ({ bytes, size: bytes.length })

  test("never fails, whatever its bytes are, and its hash is of those bytes", () => {
    const beginnings = [
      new Uint8Array(),
      Buffer.from("%PDF-1.7\n/Author ("),
      workbook(),
      Buffer.from("PK\u0003\u0004"),
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...beginnings),
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom("pdf", "csv", "xlsx"),
        (first, rest, type) => {
          const bytes = new Uint8Array([...first, ...rest])
          const found = lookAt(whole(bytes), type)
          if (found.is === "clean") expect(found.sha256).toBe(sha256(bytes))
          else expect(found.because).toMatch(/^It .+\.$/)
        },
      ),
    )
  })

  test.each([
    ["a list of authors that is empty", "<dc:creator><rdf:Seq><rdf:li/></rdf:Seq></dc:creator>", 0],
    [
      "an author in the newer description",
      "<dc:creator><rdf:Seq><rdf:li>A</rdf:li></rdf:Seq></dc:creator>",
      1,
    ],
    ["an author in hexadecimal", "/Author <FEFF0041>", 1],
    ["an author of no letters", "/Author ( )", 0],
    ["an author", "/Author (A)", 1],
    ["no author", "/Title (A)", 0],
  ])("%s", (_, text, warned) => {
    const found = lookAt(whole(Buffer.from(`%PDF-1.7\n${text}\n`)), "pdf")
    expect("warnings" in found && found.warnings).toHaveLength(warned)
  })

  test("takes no longer than a moment over ten megabytes that are made to take long", () => {
    const size = 10 * 1024 * 1024
    const began = performance.now()
    for (const text of ["<dc:creator>", "/Author  ", "/Author (   ", "<dc:creator><a ", "<a> "])
      lookAt(whole(Buffer.from(`%PDF-1.7${text.repeat(size / text.length - 10)}`)), "pdf")
    expect(performance.now() - began).toBeLessThan(5000)
  })

  test("a file that is one by its bytes", () => {
    expect(lookAt(whole(Buffer.from(ledger)), "csv").is).toBe("clean")
    expect(lookAt(whole(Buffer.from("naïve;£\r\n", "latin1")), "csv").is).toBe("clean")
    expect(lookAt(whole(Buffer.from(pdf())), "pdf").is).toBe("clean")
    expect(lookAt(whole(workbook()), "xlsx").is).toBe("clean")
  })
})

describe("words", () => {
  test("a file is called by its words, whatever is in them, and by nothing that a header or a disk minds", () => {
    expect(fileName({ name: "Ledger extract, October to December 2017", type: "csv" })).toBe(
      "Ledger-extract-October-to-December-2017.csv",
    )
    fc.assert(fc.property(fc.string(), (name) => /^[\w-]{1,80}\.pdf$/.test(fileName({ name, type: "pdf" }))))
  })

  test("sizes and the first line", () => {
    expect([sizeWords(48), sizeWords(312_400), sizeWords(1_249_000)]).toEqual([
      "48 bytes",
      "312 KB",
      "1.2 MB",
    ])
    expect(filesWords([], { open: true })).toBe("No file is part of this return. It can have up to 10.")
    const one = lookedAt(place(), clean, at) as Evidence
    const checking = arrived(place("2")) as Evidence
    expect(filesWords([one, one, checking], { open: true })).toBe(
      "2 files will be part of what is sent. We are checking 1 file: not part of what is sent until that is done, which takes a few minutes at most.",
    )
    expect(filesWords([one, one], { open: false, sentAt: at.toISOString() })).toBe(
      "2 files were part of what was sent.",
    )
  })
})
