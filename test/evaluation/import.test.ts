import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { importMeasures, type MeasuresAsked } from "../../infra/import/measures/run.ts"
import { programme } from "../../infra/local/demonstration/programme.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { evaluationIn } from "../../shared/store/evaluation.ts"
import { evaluationPlanBy, evaluationPlanOf } from "../support/evaluation/planning.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Service, startService } from "../support/service.ts"

let service: Service
let own = ""
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-10-23T09:00:00Z")
  const lead = await service.as("site-lead@halton.example")
  const plan = evaluationPlanBy(evaluationPlanOf("halton"))
  own = await plan.written(lead)
  await plan.proposed(lead, true)
  await plan.agreed(await service.as("evaluator@scie.example"), 1)
  service.at("2018-01-16T09:00:00.000Z")
})
afterAll(() => service.stop())

const run = async (rows: string[][], more: Partial<MeasuresAsked> = {}) => {
  const said: string[] = []
  const whole = await importMeasures(
    {
      table: service.table,
      file: Buffer.from(rows.map((row) => row.map((one) => `"${one}"`).join(",")).join("\n")),
      fileName: "values.csv",
      programme: programme.id,
      by: "evaluator@scie.example",
      phase: "NSW2",
      now: service.world.now(),
      dry: false,
      ...more,
    },
    (line) => said.push(line),
  )
  return { whole, said, rows: said.filter((line) => line.startsWith("row ")) }
}
const refusal = (...given: Parameters<typeof run>) =>
  run(...given).then(
    () => "",
    (error) => (error instanceof Refused ? (error.details.says ?? "") : Promise.reject(error)),
  )
const figuresAt = (site: string) => evaluationIn(service.table).figuresOf(site, "NSW2")
const history = async (site: string) =>
  (await evaluationIn(service.table).history(site, "NSW2")).filter(({ move }) => move === "import figures")

const headings = ["site", "point", "measure", "value", "numerator", "denominator", "date", "method"]
const baseline = () => [
  headings,
  ["halton", "baseline", "admissions", "0", "", "", "2017-10-01", "Case records"],
  ["halton", "baseline", own, "", "9", "12", "2017-10-01", "Review forms"],
  ["halton", "2017-10; 2017-11", "people", "12; 15", "", "", "", ""],
]

describe("values of measures kept elsewhere", () => {
  test("are looked at first without writing anything", async () => {
    const { whole, said } = await run(baseline(), { dry: true })
    expect([whole, said.slice(-2)]).toEqual([
      true,
      [
        "3 rows: 3 would be taken over, 0 already there, 0 with nothing in it, 0 refused.",
        "Nothing was written: this was a dry run.",
      ],
    ])
    expect(await figuresAt("halton")).toEqual([])
  })

  test("become one set for each site and point, beside its returns, with their source", async () => {
    expect((await run(baseline())).said.at(-1)).toContain("3 taken over")
    const sets = await figuresAt("halton")
    expect(sets.map(({ round, kind, state, version }) => [round, kind, state, version])).toEqual([
      ["imported-2017-10", "import", "accepted", 1],
      ["imported-2017-11", "import", "accepted", 1],
      ["imported-baseline", "import", "accepted", 1],
    ])
    expect(sets.at(-1)).toMatchObject({
      title: "Taken over from values.csv",
      figures: [
        { measure: "admissions", value: { count: 0 }, on: "2017-10-01", method: "Case records" },
        { measure: own, value: { numerator: 9, denominator: 12 } },
      ],
    })
    expect((await history("halton")).map(({ by }) => by.role)).toEqual([
      "evaluator",
      "evaluator",
      "evaluator",
    ])
  })

  test("are the same the second time, in whatever order, and write nothing", async () => {
    const [first = [], ...rest] = baseline()
    const { whole, said } = await run([first, ...rest.reverse()])
    expect([whole, said.at(-1)]).toEqual([
      true,
      "3 rows: 0 taken over, 3 already there, 0 with nothing in it, 0 refused.",
    ])
    expect(await history("halton")).toHaveLength(3)
  })

  test("of a file that was put right take the place of what it said, and leave what it does not name", async () => {
    await run([headings, ["halton", "baseline", "admissions", "1", "", "", "2017-10-01", "Case records"]])
    const set = (await figuresAt("halton")).at(-1)
    expect([set?.version, set?.figures.map(({ value }) => value)]).toEqual([
      2,
      [{ count: 1 }, { numerator: 9, denominator: 12 }],
    ])
  })

  test("of another source are refused where a set is there, and nothing of it changes", async () => {
    const before = await figuresAt("halton")
    const { whole, rows } = await run([headings, ["halton", "baseline", "discharges", "1", "", "", "", ""]], {
      fileName: "others.csv",
    })
    expect([whole, rows]).toEqual([
      false,
      [
        expect.stringMatching(
          /^row 2 +refused +figures of halton at baseline are there already \(Taken over from/,
        ),
      ],
    ])
    expect(await figuresAt("halton")).toEqual(before)
  })

  test("are named by row and column where they cannot be, and the others are taken over", async () => {
    const { whole, rows } = await run([
      headings,
      ["bradford", "final", "people", "2%", "", "", "", ""],
      ["bradford", "final", "kept", "", "5", "17", "", ""],
      ["bradford", "2017-10; 2017-11", "people", "1; 2; 3", "", "", "", ""],
      ["bradford", "final", "discharges", "", "", "", "", ""],
      ["bradford", "final", "admissions", "N/A", "", "", "", ""],
      ["bradford", "final", own, "", "1", "2", "", ""],
    ])
    expect(whole).toBe(false)
    expect(rows.map((line) => line.replaceAll(/ +/g, " "))).toEqual([
      "row 2 refused what stands in “value” is a percentage: “2%” is not 2. Give the number, or what it is a percentage of",
      "row 3 taken over",
      "row 4 refused its lists are not equally long: “point” has 2, “value” has 3",
      "row 5 nothing in it",
      "row 6 refused what stands in “value” is not applicable, and nothing says why",
      "row 7 refused the plan of the site has no measure of the name in “measure”",
    ])
    expect((await figuresAt("bradford")).map(({ figures }) => figures)).toEqual([
      [{ measure: "kept", value: { numerator: 5, denominator: 17 } }],
    ])
  })

  test("are refused whole, and nothing is written, where the file, the map or the person cannot be used", async () => {
    const wide = [
      ["Council", "People"],
      ["halton", "3"],
    ]
    expect(await refusal(wide)).toContain("Without a map the headings are: site, point")
    expect(await refusal(baseline(), { by: "site-lead@halton.example" })).toContain(
      "not admitted as an evaluator",
    )
    expect(await refusal(baseline(), { by: "nobody@halton.example" })).toContain(
      "Nobody here has the address",
    )
    expect(await refusal(baseline(), { by: undefined })).toContain("--by EMAIL of an evaluator")
    expect(await refusal(baseline(), { phase: "NSW9" })).toContain("There is no phase NSW9")
    const map = JSON.stringify({
      source: "Wide",
      site: { column: "Council" },
      phase: "NSW2",
      point: { is: "final" },
      values: [{ measure: { is: "people" }, value: "Persons" }],
    })
    expect(await refusal(wide, { map, phase: undefined })).toContain("map it, or ignore it with a reason")
    const right = map.replace("Persons", "People")
    expect((await run(wide, { map: right, phase: undefined })).said.at(-1)).toContain("1 taken over")
  })
})
