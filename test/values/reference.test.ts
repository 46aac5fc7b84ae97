import { randomBytes } from "node:crypto"
import fc from "fast-check"
import { expect, test } from "vitest"
import { makeReference, readReference, reference } from "../../shared/values/reference.ts"

const parts = { phase: "NSW2", organisation: "HAL", kind: "E" }
const letters = [..."234679CDFGHJKLMNPQRTVWXYZ"]

test("a reference names phase, organisation and kind, and is read back", () => {
  const made = makeReference(parts, randomBytes)
  expect(made).toMatch(/^NSW2-HAL-E-[234679CDFGHJKLMNPQRTVWXYZ]{6}$/)
  expect(readReference(made)).toBe(made)
  expect(reference.parse(made)).toBe(made)
})

test("every letter comes as often as every other", () => {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte)
  const drawn = new Map<string, number>()
  for (const byte of bytes) {
    const answers = [byte, 0, 0, 0, 0, 0, 0]
    const ending = makeReference(parts, (n) => Uint8Array.from(answers.splice(0, n))).slice(-6)
    const first = byte < 250 ? (ending[0] ?? "") : "none"
    drawn.set(first, (drawn.get(first) ?? 0) + 1)
  }
  for (const letter of letters) expect(drawn.get(letter), letter).toBe(10)
  expect(drawn.get("none")).toBe(6)
})

test("parts that could not be read back are not used", () => {
  for (const wrong of [{ phase: "nsw2" }, { organisation: "H-L" }, { kind: "EOI" }, { phase: "" }])
    expect(() => makeReference({ ...parts, ...wrong }, randomBytes)).toThrow()
})

test.each([
  "NSW2-HAL-E-7K3PQ4",
  " nsw2-hal-e-7k3pq4\n",
  "NSW2–HAL–E–7K3PQ4",
  "NSW2\u2011HAL\u2011E\u20117K3PQ4",
  "NSW2−HAL—E-7K3PQ4",
])("%j is read", (text) => {
  expect(readReference(text)).toBe("NSW2-HAL-E-7K3PQ4")
})

test.each([
  "",
  "NSW2 HAL E 7K3PQ4",
  "NSW2HALE7K3PQ4",
  "NSW2-HAL-E-7K3PQ",
  "NSW2-HAL-E-7K3PQ4X",
  "NSW2-HAL-E-7A3PQ4",
])("%j is no reference", (text) => {
  expect(readReference(text)).toBeUndefined()
})

test("a reference is kept in one way only", () => {
  expect(reference.safeParse("nsw2-hal-e-7k3pq4").success).toBe(false)
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readReference(text)
      return read === undefined || readReference(read) === read
    }),
  )
})
