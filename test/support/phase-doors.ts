import type { Door } from "./doors.ts"

const seeing: Door = { for: "see programme" }
const planning: Door = { for: "plan" }
const granting: Door = { for: "grant time" }
const phases = "/programme/phases"
const one = `${phases}/:phase`
const line = `${one}/lines/:line`
const site = `${one}/sites/:organisation`
const period = `${one}/periods/:period`
const owed = "/programme/sites/:organisation/returns/:round"

const moved = (door: Door, gives: Record<string, unknown>): Door => ({
  ...door,
  gives: () => gives,
  keyed: true,
})
const saved = (gives: Record<string, unknown>): Door => ({ ...planning, gives: () => gives })
const fields = (given: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
const day = (name: string, year: number, month: number, of: number) => ({
  [`${name}.day`]: String(of),
  [`${name}.month`]: String(month),
  [`${name}.year`]: String(year),
})

const because = "The accountant is away."
const begun = { id: "NSW4", title: "Phase 4" }
const facts = { title: "Phase 2", about: "Three stay and three join." }
const asked = {
  kind: "spending-update",
  cadence: "month",
  workingDays: 10,
  locksAfter: 20,
  because: "The department pays in parts.",
}
const joins = { joined: "applied", coach: "nobody", from: "2017-10-02", to: "2018-03-30" }
const joinsOn = {
  joined: "applied",
  coach: "nobody",
  ...day("from", 2017, 10, 2),
  ...day("to", 2018, 3, 30),
}
const later = { until: "2018-01-29", because, scope: "this" }
const laterOn = { because, scope: "this", ...day("until", 2018, 1, 29) }

/** Every route on which phases are prepared and published, and dates are moved. */
export const phaseDoors: Record<string, Door> = {
  [`GET ${phases}`]: seeing,
  [`GET ${phases}/new`]: planning,
  [`POST ${phases}/new`]: moved(planning, begun),
  [`GET ${one}`]: seeing,
  [`GET ${one}/facts`]: planning,
  [`POST ${one}/facts`]: saved(facts),
  [`GET ${one}/publish`]: planning,
  [`POST ${one}/publish`]: moved(planning, {}),
  [`GET ${one}/lines/new`]: planning,
  [`POST ${one}/lines/new`]: moved(planning, fields(asked)),
  [`GET ${line}`]: planning,
  [`POST ${line}`]: saved(fields(asked)),
  [`GET ${line}/remove`]: planning,
  [`POST ${line}/remove`]: moved(planning, {}),
  [`GET ${one}/sites/new`]: planning,
  [`POST ${one}/sites/new`]: moved(planning, { ...joinsOn, organisation: "leeds" }),
  [`GET ${site}`]: planning,
  [`POST ${site}`]: saved(joinsOn),
  [`GET ${site}/remove`]: planning,
  [`POST ${site}/remove`]: moved(planning, {}),
  [`GET ${period}`]: seeing,
  [`POST ${period}`]: moved(planning, { because, ...day("day", 2018, 1, 29) }),
  "GET /programme/asks": seeing,
  [`GET ${owed}/time`]: granting,
  [`POST ${owed}/time`]: moved(granting, laterOn),

  [`GET /api${phases}`]: seeing,
  [`POST /api${phases}/new`]: moved(planning, begun),
  [`GET /api${one}`]: seeing,
  [`POST /api${one}/facts`]: saved({ answers: facts }),
  [`POST /api${one}/publish`]: moved(planning, {}),
  [`POST /api${one}/lines/new`]: moved(planning, asked),
  [`POST /api${line}`]: saved({ answers: asked }),
  [`POST /api${line}/remove`]: moved(planning, {}),
  [`POST /api${one}/sites/new`]: moved(planning, { ...joins, organisation: "leeds" }),
  [`POST /api${site}`]: saved({ answers: joins }),
  [`POST /api${site}/remove`]: moved(planning, {}),
  [`GET /api${period}`]: seeing,
  [`POST /api${period}`]: moved(planning, { day: "2018-01-29", because }),
  "GET /api/programme/asks": seeing,
  [`POST /api${owed}/time`]: moved(granting, later),
  ...Object.fromEntries(
    ["refuse", "not-needed", "needed"].flatMap((way) => [
      [`GET ${owed}/${way}`, granting],
      [`POST ${owed}/${way}`, moved(granting, { because })],
      [`POST /api${owed}/${way}`, moved(granting, { because })],
    ]),
  ),
}
