import type { Door } from "../doors.ts"

const actions = "/organisations/:organisation/actions"
const one = `${actions}/:action`
const set = { text: "Write the rota down.", owner: "site" }
const because = "Another team does it now."

const setting: Door = { for: "set action", gives: () => ({ ...set, due: "2018-03-29" }), keyed: true }
const settingOnPage: Door = {
  ...setting,
  gives: () => ({ ...set, "due.day": "29", "due.month": "3", "due.year": "2018" }),
}
const closing: Door = {
  for: "close action of the site",
  gives: () => ({ evidence: "The rota names them." }),
  keyed: true,
}
const dropping: Door = { for: "close action of the site", gives: () => ({ because }), keyed: true }
const carrying: Door = {
  for: "close action of the site",
  gives: () => ({ because, was: "2018-01-31", due: "2018-03-29" }),
  keyed: true,
}
const carryingOnPage: Door = {
  ...carrying,
  gives: () => ({
    because,
    was: "2018-01-31",
    "due.day": "29",
    "due.month": "3",
    "due.year": "2018",
  }),
}

/** What is to be done about a site. */
export const actionsDoors: Record<string, Door> = {
  [`GET ${actions}`]: { for: "see actions" },
  [`GET ${actions}.csv`]: { for: "see actions" },
  [`GET ${actions}/set`]: { for: "set action" },
  [`POST ${actions}/set`]: settingOnPage,
  [`GET ${one}`]: { for: "see actions" },
  [`GET ${one}/done`]: { for: "close action of the site" },
  [`POST ${one}/done`]: closing,
  [`GET ${one}/drop`]: { for: "close action of the site" },
  [`POST ${one}/drop`]: dropping,
  [`GET ${one}/carry`]: { for: "close action of the site" },
  [`POST ${one}/carry`]: carryingOnPage,
  [`GET /api${actions}`]: { for: "see actions" },
  [`POST /api${actions}`]: setting,
  [`GET /api${one}`]: { for: "see actions" },
  [`POST /api${one}/done`]: closing,
  [`POST /api${one}/drop`]: dropping,
  [`POST /api${one}/carry`]: carrying,
}
