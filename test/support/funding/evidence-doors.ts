import type { Door } from "../doors.ts"

const ofReturn = "/organisations/:organisation/evidence/:round"
const one = `${ofReturn}/files/:id`
const ofSite = "/funding/evidence/:organisation/:phase/:id"

const opening: Door = { for: "open evidence" }
const adding: Door = {
  for: "add evidence",
  gives: () => ({ name: "Ledger extract, October to December 2017", type: "csv" }),
  keyed: true,
}
const takingAway: Door = { for: "add evidence", gives: () => ({}), keyed: true }

export const evidenceDoors: Record<string, Door> = {
  [`GET ${ofReturn}`]: opening,
  [`GET ${ofReturn}/add`]: { for: "add evidence" },
  [`POST ${ofReturn}/add`]: adding,
  [`GET ${one}`]: opening,
  [`GET ${one}/upload`]: { for: "add evidence" },
  [`GET ${one}/take-away`]: { for: "add evidence" },
  [`POST ${one}/take-away`]: takingAway,
  [`GET ${ofSite}`]: opening,

  [`GET /api${ofReturn}`]: opening,
  [`POST /api${ofReturn}/add`]: adding,
  [`GET /api${one}`]: opening,
  [`GET /api${one}/upload`]: { for: "add evidence" },
  [`POST /api${one}/take-away`]: takingAway,
  [`GET /api${ofSite}`]: opening,
}
