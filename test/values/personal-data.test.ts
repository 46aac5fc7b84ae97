import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isNhsNumber } from "../../shared/values/health-and-insurance-numbers.ts"
import { findPersonalData } from "../../shared/values/personal-data.ts"
import { countWords } from "../../shared/values/words.ts"

const context = { workMailDomains: ["halton.example", "scie.example"], today: "2018-01-16" }
const find = (text: string, casePattern?: string) => findPersonalData(text, { ...context, casePattern })
const seen = (text: string, casePattern?: string) =>
  find(text, casePattern).map(({ kind, severity }) => `${kind}: ${severity}`)

const checkDigit = (nine: string) => {
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  return (11 - (sum % 11)) % 11
}
const nhsNumber = fc
  .stringMatching(/^[1-9]\d{8}$/)
  .filter((nine) => checkDigit(nine) !== 10)
  .map((nine) => `${nine}${checkDigit(nine)}`)
  .filter((digits) => !/^(\d)\1+$/.test(digits))
const grouped = (digits: string, by: string) =>
  [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].join(by)

describe("an NHS number", () => {
  test.each([" ", "-", "\u00a0", "\u2009", "–", "\u2011", "  ", " - "])(
    "in threes and four with %j blocks",
    (by) => {
      fc.assert(
        fc.property(nhsNumber, (digits) => {
          expect(seen(`It was ${grouped(digits, by)}, she said`)).toEqual(["nhs number: block"])
        }),
      )
    },
  )

  test.each([
    "NHS number: ",
    "nhs no",
    "NHS",
    "The NHS told us this on the day that it was ",
    "Her NHS number:\n",
  ])("after %j blocks", (before) => {
    fc.assert(
      fc.property(nhsNumber, (digits) => {
        expect(seen(`${before}${digits}`)).toEqual(["nhs number: block"])
      }),
    )
  })

  test("before the letters NHS it blocks, and far from them it asks", () => {
    fc.assert(
      fc.property(nhsNumber, (digits) => {
        expect(seen(`${digits} is the NHS number`)).toEqual(["nhs number: block"])
        expect(seen(`NHS ${"and so on ".repeat(5)}${digits}`)).toEqual(["nhs number: ask"])
      }),
    )
  })

  test("alone it asks, in any sort of digits", () => {
    fc.assert(
      fc.property(nhsNumber, (digits) => {
        const wide = digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        expect(seen(digits)).toEqual(["nhs number: ask"])
        expect(seen(wide)).toEqual(["nhs number: ask"])
        expect(seen(`plan_${digits}.pdf`)).toEqual(["nhs number: ask"])
      }),
    )
  })

  test("with a wrong last digit it is nothing", () => {
    fc.assert(
      fc.property(nhsNumber, fc.integer({ min: 1, max: 9 }), (digits, by) => {
        const wrong = `${digits.slice(0, 9)}${(Number(digits[9]) + by) % 10}`
        expect(isNhsNumber(wrong)).toBe(false)
        expect(seen(`NHS ${grouped(wrong, " ")}`)).toEqual([])
      }),
    )
  })

  test("inside a longer run of digits, in money or behind a foreign code it is nothing", () => {
    fc.assert(
      fc.property(nhsNumber, fc.constantFrom("5", "55"), (digits, more) => {
        const texts = [
          `${more}${digits}`,
          `${digits}${more}`,
          `£${digits}`,
          `${digits}.25`,
          `${more}.${digits}`,
        ]
        for (const text of [...texts, `+1 ${grouped(digits, " ")}`]) expect(seen(`NHS ${text}`)).toEqual([])
      }),
    )
  })

  test("broken over two lines it is stopped near the letters NHS, and elsewhere it is a column of figures", () => {
    fc.assert(
      fc.property(nhsNumber, (digits) => {
        expect(seen(`NHS ${grouped(digits, "\n")}`)).toEqual(["nhs number: block"])
        expect(seen(grouped(digits, "\n"))).toEqual([])
        expect(seen(grouped(digits, "\t"))).toEqual([])
      }),
    )
  })

  test.each(["1111111111", "9999999999", "4444444444", "0000000000"])("%s is none", (digits) => {
    expect(seen(`NHS ${digits}`)).toEqual([])
  })

  test("hidden characters do not hide it", () => {
    expect(seen("943\u200b 476\u00ad 59\u200d19")).toEqual(["nhs number: block"])
  })
})

describe("what blocks or asks", () => {
  test.each([
    ["AB123456C", "ni number: block"],
    ["ab 12 34 56 c", "ni number: block"],
    ["AB 123456 C", "ni number: block"],
    ["(JG-10-37-59-A)", "ni number: block"],
    ["report_AB123456C.docx", "ni number: block"],
    ["WA8 7QF", "postcode: ask"],
    ["wa87qf", "postcode: ask"],
    ["SW1A 2AA", "postcode: ask"],
    ["M1 1AE", "postcode: ask"],
    ["B1 2ND", "postcode: ask"],
    ["EC1A\u00a01BB", "postcode: ask"],
    ["someone@home.example", "email: ask"],
    ["First.Last@Mail.Home.example.", "email: ask"],
    ["someone@nothalton.example", "email: ask"],
    ["0151 496 0000", "phone: ask"],
    ["(0151) 496-0000", "phone: ask"],
    ["020 7946 0958", "phone: ask"],
    ["02079460958", "phone: ask"],
    ["07700 900123", "phone: ask"],
    ["07700\u00a0900\u00a0123", "phone: ask"],
    ["+44 7700 900123", "phone: ask"],
    ["+44 (0)20 7946 0958", "phone: ask"],
    ["+44 113 496 0000", "phone: ask"],
    ["0044 151 496 0000", "phone: ask"],
    ["0800 111 1111", "phone: ask"],
    ["0300 123 4567", "phone: ask"],
    ["born on 4 June 2014", "birth date: ask"],
    ["DOB: 04/06/2014", "birth date: ask"],
    ["d.o.b. 4.6.14", "birth date: ask"],
    ["date of birth 2014-06-04", "birth date: ask"],
    ["4/6/2014 (date of birth)", "birth date: ask"],
    ["DOB 04 06 2014", "birth date: ask"],
    ["4 June 2003", "birth date: ask"],
    ["4th of June, 2003", "birth date: ask"],
    ["June 4, 2003", "birth date: ask"],
    ["04/06/2003", "birth date: ask"],
    ["4/6/03", "birth date: ask"],
    ["4.6.2003", "birth date: ask"],
    ["2003-06-04", "birth date: ask"],
    ["15 January 2006", "birth date: ask"],
    ["Mr Smith", "titled name: ask"],
    ["Mrs. O’Brien", "titled name: ask"],
    ["Ms J", "titled name: ask"],
    ["Miss Élise Martin", "titled name: ask"],
    ["Mx Taylor-Jones", "titled name: ask"],
    ["Mr_Smith_plan.pdf", "titled name: ask"],
    ["Mr\nSmith", "titled name: ask"],
  ])("%j: %s", (text, finding) => {
    expect(seen(text)).toEqual([finding])
    expect(seen(`We wrote of ${text}, and then no more.`)).toEqual([finding])
  })

  test("each is found in a text that has several, in its order", () => {
    const text = "Mr Smith Mrs Jones of WA8 7QF, 07700 900123, AB123456C, born 4/6/2014"
    expect(seen(text)).toEqual([
      "titled name: ask",
      "titled name: ask",
      "postcode: ask",
      "phone: ask",
      "ni number: block",
      "birth date: ask",
    ])
  })
})

describe("what only looks like it", () => {
  test.each([
    "",
    " \n ",
    "£92,827",
    "£1,234,567,890.00",
    "92827.50",
    "2017/18",
    "Q3 2017/18 (Oct to Dec 2017)",
    "from 2016 to 2017, 17 people and 5 staff",
    "E06000006 and E08000033, E10000015",
    "NSW2-HAL-E-7K3PQ4",
    "nsw2-hal-e-l34d6f and NSW2-HAL-F-M3T4DF",
    "CO2 3OK",
    "B1 2nd floor, E1 4th and S1 3rd, M1 1st",
    "C1 2DF and Q3 4TH and CO2 emissions",
    "section 117, s47 enquiries, s136",
    "QQ 12 34 56 C",
    "BG123456A, GB 12 34 56 A, nk123456b, ZZ123456D, TN123456A",
    "AB123456E, AB12345C, XAB123456C, AO123456C, DA123456B",
    "lead@halton.example, coach@team.scie.example and A@HALTON.EXAMPLE",
    "an @ sign, not@mail, @halton",
    "07:30 to 10:00, 01.02.2017 17 people",
    "0151 496",
    "figures 01 12 23 34 45 and 07 12 15 16 18",
    "on 25 August 2017 and 12/10/2017, 2017-10-12, 12.10.17",
    "16 January 2006",
    "On 4 June 30 people came",
    "31/02/2003",
    "12 decisions 2003",
    "4 Osborne Road, 4 June 2016",
    "Dr Smith",
    "We miss Easter, 30 ms Latency",
    "HMrs Smith, items Word, Mr smith",
    "Mr",
    "versions 1.2.3, 10.0.0.1, 3/4",
    "ratio 4:1, 0.6 of a post, 37.5 hours, 100%",
    "AS123456",
  ])("%j gives no finding", (text) => {
    expect(seen(text)).toEqual([])
  })

  test("an amount of money gives no finding", () => {
    fc.assert(
      fc.property(fc.nat(1e12), (pence) => {
        expect(seen(`£${(pence / 100).toLocaleString("en-GB")} and £${(pence / 100).toFixed(2)}`)).toEqual([])
      }),
    )
  })

  test("a reference of ours gives no finding", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[234679CDFGHJKLMNPQRTVWXYZ]{6}$/), (ending) => {
        expect(seen(`NSW2-HAL-E-${ending}`)).toEqual([])
      }),
    )
  })

  test("a telephone number is never an NHS number", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[12378]\d{8,9}$/), (digits) => {
        for (const text of [digits, `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`])
          expect(seen(`NHS ${text}`)).toEqual(["phone: ask"])
      }),
    )
  })
})

describe("a case number", () => {
  test.each([
    ["case AS123456 closed", "AS######"],
    ["as123456", "AS######"],
    ["AS１２３４５６", "AS######"],
    ["ref: HAL/AB-0042.", "HAL/??-####"],
    ["1234567", "#######"],
    ["C.1+2", "C.#+#"],
  ])("in %j by %s asks", (text, pattern) => {
    expect(seen(text, pattern)).toEqual(["case number: ask"])
  })

  test.each([
    ["AS12345", "AS######"],
    ["AS1234567", "AS######"],
    ["XAS123456", "AS######"],
    ["ASABCDEF", "AS######"],
    ["CX1+2", "C.#+#"],
    ["AS", "AS"],
    ["any", ""],
    ["aaa", "(a+)+$"],
  ])("in %j by %s there is none", (text, pattern) => {
    expect(seen(text, pattern)).toEqual([])
  })
})

describe("what a finding says", () => {
  test("it names the word and the kind, and what to do", () => {
    expect(find("We saw 943 476 5919 there")[0]?.says).toBe(
      "Word 3 looks like an NHS number. Take it out; we cannot accept it.",
    )
    expect(find("at WA8 7QF")[0]?.says).toBe(
      "Word 2 looks like a postcode. Is this about a person you support?",
    )
  })

  test("the word is the one that a reader counts to", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "b", " ", "\n", "\u00a0", "´", "\u200b", "é", "\u3000"),
    })
    fc.assert(
      fc.property(text, (before) => {
        expect(find(`${before} AB123456C ${before}`).map(({ word }) => word)).toEqual([
          countWords(before) + 1,
        ])
      }),
    )
  })

  test("nothing that was matched is in it", () => {
    const everything =
      "AB123456C 943 476 5919 WA8 7QF x@y.example 07700 900123 DOB 4/6/2014 Mr Smith AS123456"
    const findings = find(everything, "AS######")
    expect(findings.map(({ kind }) => kind).sort()).toEqual([
      "birth date",
      "case number",
      "email",
      "nhs number",
      "ni number",
      "phone",
      "postcode",
      "titled name",
    ])
    const said = JSON.stringify(findings).toLowerCase()
    for (const part of ["ab123456c", "5919", "7qf", "y.example", "900123", "2014", "smith", "as123456"])
      expect(said).not.toContain(part)
  })

  test.each([
    ["wa87qf", "It is WA8 7QF."],
    ["943 476 5919", "NHS 9434765919"],
    ["07700 900123", "+44 (0)7700 900 123"],
    ["born 4/6/2003", "on 4 June 2003"],
    ["Mr Smith", "MX and Mr  Smith"],
  ])("%j and %j leave the same mark", (one, other) => {
    expect(find(one)[0]?.mark).toMatch(/^[\w-]{16}$/)
    expect(find(one)[0]?.mark).toBe(find(other)[0]?.mark)
  })

  test("different matches leave different marks", () => {
    const marks = find("WA8 7QF, WA8 7QG, Mr Smith, Mr Jones").map(({ mark }) => mark)
    expect(new Set(marks).size).toBe(4)
  })
})

describe("64 kB of anything is read in its stride", () => {
  const units = [
    "a",
    "1",
    "0",
    " ",
    "1 ",
    "01 ",
    "07.",
    "0(",
    "+44",
    "A1 ",
    "a@",
    "a.",
    "a@a.",
    "@a.a.",
    "Mr ",
    "Mr A",
    "AB12",
    "AB 12 34 5",
    "1/",
    "1/1/",
    "1 jan",
    "943 476 ",
    "943 476 5919 ",
    "WA8 7QF ",
    "NSW2-HAL-E-",
    "born ",
    "NHS",
    "\n",
    "\u00a0",
    "ﷺ",
    "é",
    "-",
    "'",
  ]

  test.each(units)("%j over and over", (unit) => {
    const text = unit.repeat(Math.ceil(65536 / unit.length))
    const began = performance.now()
    find(text, "AS######")
    find(`${text}!`, "1 #".repeat(50))
    expect(performance.now() - began).toBeLessThan(2000)
  })

  test("no text makes it fail", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const { word } of find(text)) expect(word).toBeLessThanOrEqual(countWords(text))
      }),
    )
  })
})
