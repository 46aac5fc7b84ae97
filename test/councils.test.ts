import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import * as z from "zod"

const date = z.iso.date()

const Council = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.string().regex(/^\S+( \S+)*$/),
  shortName: z.string().regex(/^\S+( \S+)*$/),
  code: z.string().regex(/^[A-Z]{3}$/),
  type: z.enum([
    "unitary",
    "county",
    "metropolitan district",
    "London borough",
    "City of London",
    "Isles of Scilly",
  ]),
  region: z.enum([
    "North East",
    "North West",
    "Yorkshire and The Humber",
    "East Midlands",
    "West Midlands",
    "East of England",
    "London",
    "South East",
    "South West",
  ]),
  gss: z
    .array(
      z.strictObject({
        code: z.string().regex(/^E(06|08|09|10)\d{6}$/),
        from: date.optional(),
        to: date.optional(),
      }),
    )
    .min(1),
  domains: z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/)),
  from: date.optional(),
  to: date.optional(),
  successors: z.array(z.string()).min(1).optional(),
})
type Council = z.infer<typeof Council>

const file = new URL("../infra/reference/councils.json", import.meta.url)
const raw: unknown = JSON.parse(readFileSync(file, "utf8"))
const councils: Council[] = z.array(Council).parse(raw)
const current = councils.filter((council) => council.to === undefined)
const ended = councils.filter((council) => council.to !== undefined)
const byId = new Map(councils.map((council) => [council.id, council]))

const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index)

const countByType = (list: Council[]) => {
  const counts: Record<string, number> = {}
  for (const { type } of list) counts[type] = (counts[type] ?? 0) + 1
  return counts
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

describe("the list of English councils with adult social care duties", () => {
  test("is sorted by id", () => {
    const ids = councils.map((council) => council.id)
    expect(ids).toEqual([...ids].sort())
  })

  test("has the 153 councils of today, so many of each type", () => {
    expect(countByType(current)).toEqual({
      county: 21,
      unitary: 62,
      "metropolitan district": 36,
      "London borough": 32,
      "City of London": 1,
      "Isles of Scilly": 1,
    })
    expect(current).toHaveLength(153)
  })

  test("had 152 councils on 1 April 2016", () => {
    expect(councils.filter((council) => council.from === undefined)).toHaveLength(152)
  })

  test("has the eight councils that ended since 1 April 2016, each with its last day", () => {
    expect(Object.fromEntries(ended.map((council) => [council.id, council.to]))).toEqual({
      bournemouth: "2019-03-31",
      poole: "2019-03-31",
      "dorset-county": "2019-03-31",
      "buckinghamshire-county": "2020-03-31",
      northamptonshire: "2021-03-31",
      cumbria: "2023-03-31",
      "north-yorkshire-county": "2023-03-31",
      "somerset-county": "2023-03-31",
    })
  })

  test("gives no two councils the same id, register code, name or short name", () => {
    expect(repeated(councils.map((council) => council.id))).toEqual([])
    expect(repeated(councils.map((council) => council.code))).toEqual([])
    expect(repeated(councils.map((council) => council.name.toLowerCase()))).toEqual([])
    expect(repeated(councils.map((council) => council.shortName.toLowerCase()))).toEqual([])
  })

  test("gives no two councils the same GSS code", () => {
    expect(repeated(councils.flatMap((council) => council.gss.map(({ code }) => code)))).toEqual([])
  })

  test("has only GSS codes of the council's own type", () => {
    const prefix: Record<Council["type"], string> = {
      unitary: "E06",
      "Isles of Scilly": "E06",
      "metropolitan district": "E08",
      "London borough": "E09",
      "City of London": "E09",
      county: "E10",
    }
    for (const council of councils) {
      for (const { code } of council.gss) expect(code.slice(0, 3), council.id).toBe(prefix[council.type])
    }
  })

  test("has GSS codes that follow each other day by day, from the council's first day to its last", () => {
    for (const { id, gss, from, to } of councils) {
      expect(gss[0]?.from, id).toBe(from)
      expect(gss.at(-1)?.to, id).toBe(to)
      for (const [index, { to: last }] of gss.slice(0, -1).entries()) {
        expect(last, id).toBeDefined()
        if (last !== undefined) expect(gss[index + 1]?.from, id).toBe(dayAfter(last))
      }
    }
  })

  test("has new GSS codes for Barnsley and Sheffield from 1 April 2025, and no other change of code", () => {
    expect(byId.get("barnsley")?.gss).toEqual([
      { code: "E08000016", to: "2025-03-31" },
      { code: "E08000038", from: "2025-04-01" },
    ])
    expect(councils.filter((council) => council.gss.length > 1).map((council) => council.id)).toEqual([
      "barnsley",
      "sheffield",
    ])
  })

  test("names the successors of every council that ended, and of no other", () => {
    for (const council of councils) {
      expect(council.successors !== undefined, council.id).toBe(council.to !== undefined)
    }
  })

  test("has successors that exist and began the day after the council ended", () => {
    for (const council of ended) {
      for (const id of council.successors ?? []) {
        expect(byId.get(id)?.from, `${council.id} → ${id}`).toBe(dayAfter(council.to ?? ""))
      }
    }
  })

  test("has for every council that began since 1 April 2016 a council it succeeded", () => {
    const succeeded = new Set(ended.flatMap((council) => council.successors ?? []))
    const began = councils.filter((council) => council.from !== undefined).map((council) => council.id)
    expect([...succeeded].sort()).toEqual(began)
  })

  test("puts every London borough and the City in London, and nothing else", () => {
    for (const { id, type, region } of councils) {
      expect(region === "London", id).toBe(type === "London borough" || type === "City of London")
    }
  })
})

describe("the mail domains of the councils", () => {
  const domains = councils.flatMap((council) => council.domains)

  test("belong to one council each", () => {
    expect(repeated(domains)).toEqual([])
  })

  test("are lower case, and directly under gov.uk, which only a public body can hold", () => {
    for (const domain of domains) expect(domain).toMatch(/^[a-z0-9-]+\.gov\.uk$/)
  })

  test("are none that several bodies or anybody may use", () => {
    const shared = [
      "nhs.net",
      "nhs.uk",
      "gov.uk",
      "gcsx.gov.uk",
      "gsi.gov.uk",
      "gmail.com",
      "outlook.com",
      "hotmail.co.uk",
      "richmondandwandsworth.gov.uk",
      "london.gov.uk",
    ]
    for (const domain of shared) expect(domains).not.toContain(domain)
  })

  test("are known for every council of today", () => {
    expect(current.filter((council) => council.domains.length === 0)).toEqual([])
  })

  test("that passed on to a successor are the successor's", () => {
    expect(ended.filter((council) => council.domains.length === 0).map((council) => council.id)).toEqual([
      "north-yorkshire-county",
      "somerset-county",
    ])
    expect(byId.get("north-yorkshire")?.domains).toEqual(["northyorks.gov.uk"])
    expect(byId.get("somerset")?.domains).toEqual(["somerset.gov.uk"])
  })

  test.each([
    ["nottingham", ["nottinghamcity.gov.uk"]],
    ["nottinghamshire", ["nottinghamshire.gov.uk", "nottscc.gov.uk"]],
    ["leicester", ["leicester.gov.uk"]],
    ["leicestershire", ["leicestershire.gov.uk", "leics.gov.uk"]],
    ["derby", ["derby.gov.uk"]],
    ["derbyshire", ["derbyshire.gov.uk"]],
    ["surrey", ["surreycc.gov.uk"]],
    ["hampshire", ["hants.gov.uk"]],
    ["portsmouth", ["portsmouth.gov.uk", "portsmouthcc.gov.uk"]],
    ["kingston-upon-hull", ["hull.gov.uk", "hullcc.gov.uk"]],
    ["bath-and-north-east-somerset", ["bathnes.gov.uk"]],
    ["north-somerset", ["n-somerset.gov.uk"]],
    ["kensington-and-chelsea", ["rbkc.gov.uk"]],
    ["city-of-london", ["cityoflondon.gov.uk"]],
    ["isles-of-scilly", ["scilly.gov.uk"]],
    ["dorset", ["dorsetcouncil.gov.uk"]],
    ["north-northamptonshire", ["northnorthants.gov.uk"]],
    ["west-northamptonshire", ["westnorthants.gov.uk"]],
    ["cumberland", ["cumberland.gov.uk"]],
  ])("of %s are not mistaken for a neighbour's", (id, expected) => {
    expect(byId.get(id)?.domains).toEqual(expected)
  })
})

describe("the nine pilot councils", () => {
  const pilot: Council[] = [
    {
      id: "bradford",
      name: "City of Bradford Metropolitan District Council",
      shortName: "Bradford",
      code: "BRD",
      type: "metropolitan district",
      region: "Yorkshire and The Humber",
      gss: [{ code: "E08000032" }],
      domains: ["bradford.gov.uk"],
    },
    {
      id: "calderdale",
      name: "Calderdale Metropolitan Borough Council",
      shortName: "Calderdale",
      code: "CLD",
      type: "metropolitan district",
      region: "Yorkshire and The Humber",
      gss: [{ code: "E08000033" }],
      domains: ["calderdale.gov.uk"],
    },
    {
      id: "camden",
      name: "London Borough of Camden",
      shortName: "Camden",
      code: "CMD",
      type: "London borough",
      region: "London",
      gss: [{ code: "E09000007" }],
      domains: ["camden.gov.uk"],
    },
    {
      id: "halton",
      name: "Halton Borough Council",
      shortName: "Halton",
      code: "HAL",
      type: "unitary",
      region: "North West",
      gss: [{ code: "E06000006" }],
      domains: ["halton.gov.uk"],
    },
    {
      id: "hertfordshire",
      name: "Hertfordshire County Council",
      shortName: "Hertfordshire",
      code: "HRT",
      type: "county",
      region: "East of England",
      gss: [{ code: "E10000015" }],
      domains: ["hertfordshire.gov.uk"],
    },
    {
      id: "liverpool",
      name: "Liverpool City Council",
      shortName: "Liverpool",
      code: "LIV",
      type: "metropolitan district",
      region: "North West",
      gss: [{ code: "E08000012" }],
      domains: ["liverpool.gov.uk"],
    },
    {
      id: "nottingham",
      name: "Nottingham City Council",
      shortName: "Nottingham",
      code: "NGM",
      type: "unitary",
      region: "East Midlands",
      gss: [{ code: "E06000018" }],
      domains: ["nottinghamcity.gov.uk"],
    },
    {
      id: "sheffield",
      name: "Sheffield City Council",
      shortName: "Sheffield",
      code: "SHF",
      type: "metropolitan district",
      region: "Yorkshire and The Humber",
      gss: [
        { code: "E08000019", to: "2025-03-31" },
        { code: "E08000039", from: "2025-04-01" },
      ],
      domains: ["sheffield.gov.uk"],
    },
    {
      id: "shropshire",
      name: "Shropshire Council",
      shortName: "Shropshire",
      code: "SHR",
      type: "unitary",
      region: "West Midlands",
      gss: [{ code: "E06000051" }],
      domains: ["shropshire.gov.uk"],
    },
  ]

  test.each(pilot)("$name is exactly as agreed", (expected) => {
    expect(byId.get(expected.id)).toEqual(expected)
  })
})
