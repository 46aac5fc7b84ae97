import type { Door } from "../doors.ts"

const actions = "/organisations/:organisation/actions"
const closing: Door = {
  for: "close action of the site",
  gives: () => ({ evidence: "The rota names them." }),
  keyed: true,
}

/** What is to be done about a site. */
export const actionsDoors: Record<string, Door> = {
  [`GET ${actions}`]: { for: "see actions" },
  [`GET ${actions}/:action/done`]: { for: "close action of the site" },
  [`POST ${actions}/:action/done`]: closing,
  [`GET /api${actions}`]: { for: "see actions" },
  [`POST /api${actions}/:action/done`]: closing,
}
