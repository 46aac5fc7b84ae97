import type { Door } from "../doors.ts"

const one = "/organisations/:organisation/submissions/:reference"
const asked = `${one}/figure-questions`

const read: Door = { for: "read" }
const figure = "usage/unspent"
const suggest: Door = {
  for: "suggest",
  gives: (revision) => ({ revision, figure, after: 2_700, note: "It says £27 in the ledger." }),
  keyed: true,
}
const keep: Door = { for: "keep", gives: (revision) => ({ revision, figure, take: false }), keyed: true }
const answer: Door = { for: "answer", gives: () => ({ answer: "Two posts, from October." }), keyed: true }

/** What a certifier suggests and what becomes of it; what the department asks about figures, and the site's answers. */
export const certifyingDoors: Record<string, Door> = {
  [`GET ${one}/suggest`]: read,
  [`POST ${one}/suggest`]: {
    ...suggest,
    gives: (revision) => ({ revision, figure, after: "27.00", note: "It says £27 in the ledger." }),
  },
  [`POST ${one}/suggestions`]: { ...keep, gives: (revision) => ({ revision, figure, does: "keep" }) },
  [`GET ${asked}/:number`]: read,
  [`POST ${asked}/:number`]: answer,
  [`POST /api${one}/suggest`]: suggest,
  [`POST /api${one}/suggestions`]: keep,
  [`GET /api${asked}`]: read,
  [`GET /api${asked}/:number`]: read,
  [`POST /api${asked}/:number`]: answer,
}
