import { factsPages } from "../../shared/domain/calendar/round-facts/pages.ts"
import type { Door } from "./doors.ts"

const rounds = "/programme/rounds"
const one = `${rounds}/:round`
const organisations = "/programme/organisations"
const place = `${organisations}/:id`

const seeing: Door = { for: "see programme" }
const planning: Door = { for: "plan" }
const looking: Door = { for: "see organisations" }
const changing: Door = { for: "change organisations" }

const moved = (door: Door, gives: Record<string, unknown>): Door => ({
  ...door,
  gives: () => gives,
  keyed: true,
})
const because = "The minister asked for it."

const named = moved(planning, { title: "Another round", phase: "NSW4" })
const takenBack = moved(planning, { because })
const founded = { name: "Avon Care Trust", shortName: "Avon Care", kind: "nhs", code: "AVC", because }

/** What each way of changing an organisation takes, as the API has it. */
const ways = {
  names: { name: "Another Council", shortName: "Another", from: "2017-08-01", because },
  gss: { code: "E08000999", from: "2018-04-01", because },
  domains: { domain: "another.gov.uk", because },
  "domains-take-away": { domain: "another.gov.uk", because },
  end: { to: "2018-03-31", because },
}

/** The fields of a page for the same: a day has three. */
const fieldsOf = (given: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []
      return year && month && day
        ? [
            [`${name}.day`, day],
            [`${name}.month`, month],
            [`${name}.year`, year],
          ]
        : [[name, value]]
    }),
  )

const later = { closes: "2017-09-01", closesAt: "17:00", decisionsBy: "2017-09-22", because }

/** Every route on which rounds are prepared and organisations are changed. */
export const planningDoors: Record<string, Door> = {
  [`GET ${rounds}`]: seeing,
  [`GET ${rounds}/new`]: planning,
  [`POST ${rounds}/new`]: named,
  [`GET ${one}`]: seeing,
  [`GET ${one}/preview`]: seeing,
  [`GET ${one}/publish`]: planning,
  [`POST ${one}/publish`]: moved(planning, {}),
  [`GET ${one}/take-back`]: planning,
  [`POST ${one}/take-back`]: takenBack,
  [`GET ${one}/closing`]: planning,
  [`POST ${one}/closing`]: moved(planning, fieldsOf(later)),
  ...Object.fromEntries(
    factsPages.flatMap(({ id }) => [
      [`GET ${one}/${id}`, planning],
      [`POST ${one}/${id}`, { ...planning, gives: () => ({ seen: "" }) }],
      [`POST /api${one}/${id}`, { ...planning, gives: () => ({ answers: {} }) }],
    ]),
  ),
  [`GET /api${rounds}`]: seeing,
  [`POST /api${rounds}/new`]: named,
  [`GET /api${one}`]: seeing,
  [`POST /api${one}/publish`]: moved(planning, {}),
  [`POST /api${one}/take-back`]: takenBack,
  [`POST /api${one}/closing`]: moved(planning, later),

  [`GET ${organisations}`]: looking,
  [`GET ${organisations}/new`]: changing,
  [`POST ${organisations}/new`]: moved(changing, founded),
  [`GET ${place}`]: looking,
  [`GET /api${organisations}`]: looking,
  [`POST /api${organisations}/new`]: moved(changing, founded),
  [`GET /api${place}`]: looking,
  ...Object.fromEntries(
    Object.entries(ways).flatMap(([way, given]) => [
      [`GET ${place}/${way}`, changing],
      [`POST ${place}/${way}`, moved(changing, fieldsOf(given))],
      [`POST /api${place}/${way}`, moved(changing, given)],
    ]),
  ),
}
