import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { canonical, type Json } from "../../shared/values/canonical.ts"
import { hmac, sameText, sha256, shortHash } from "../../shared/values/hash.ts"

const double = (hex: string) => Buffer.from(hex, "hex").readDoubleBE()

describe("canonical JSON, by the examples of RFC 8785", () => {
  test("section 3.2.2", () => {
    const value = {
      // biome-ignore lint/correctness/noPrecisionLoss: the example is about it
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    }
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test("section 3.2.3: keys in the order of their UTF-16 units", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      1: "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    expect(Object.values(JSON.parse(canonical(value)))).toHaveLength(7)
    expect(canonical(value).match(/(?<=[{,])"[^"]+"(?=:)/g)).toEqual([
      '"\\r"',
      '"1"',
      '"\u0080"',
      '"\u00f6"',
      '"\u20ac"',
      '"\ud83d\ude00"',
      '"\ufb33"',
    ])
  })

  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("appendix B: %s is %s", (hex, text) => {
    expect(canonical(double(hex))).toBe(text)
  })

  test.each(["7fffffffffffffff", "7ff0000000000000", "fff0000000000000"])(
    "appendix B: %s has none",
    (hex) => {
      expect(() => canonical(double(hex))).toThrow(TypeError)
    },
  )
})

describe("canonical JSON", () => {
  test("a lone surrogate is refused, in a text and in a key", () => {
    expect(() => canonical("\udead")).toThrow(TypeError)
    expect(() => canonical({ "\ud800": 1 })).toThrow(TypeError)
  })

  test("an undefined member is left out, and nothing else stands for it", () => {
    expect(canonical({ b: undefined, a: 1 })).toBe('{"a":1}')
    expect(() => canonical([undefined] as unknown as Json)).toThrow(TypeError)
    expect(() => canonical(new Array(1) as Json)).toThrow(TypeError)
    expect(() => canonical(undefined as unknown as Json)).toThrow(TypeError)
  })

  test("it says the same whatever the order of the keys, and is JSON for the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value as Json)
        expect(canonical(reversed(value) as Json)).toBe(text)
        expect(canonical(JSON.parse(text))).toBe(text)
        expect(JSON.stringify(JSON.parse(text)).length).toBe(text.length)
      }),
    )
  })
})

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  )
}

describe("hashes", () => {
  test("the published examples", () => {
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    expect(Buffer.from(hmac("Jefe", "what do ya want for nothing?"), "base64url").toString("hex")).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    )
  })

  test("text is hashed as UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => sha256(text) === sha256(Buffer.from(text))),
    )
  })

  test("a short hash is 16 characters that may stand in an address", () => {
    fc.assert(fc.property(fc.string(), (text) => /^[\w-]{16}$/.test(shortHash(text))))
  })

  test("the same text is the same, and no other is", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => sameText(one, other) === (one === other)))
    expect(sameText("one", "one")).toBe(true)
    expect(sameText("one", "one ")).toBe(false)
  })
})
