import type { Door } from "../doors.ts"

const risks = "/organisations/:organisation/coaching/:phase/risks"
const one = `${risks}/:risk`
const keeping: Door = { for: "keep risks" }
const seeing: Door = { for: "see coaching" }

const facts = {
  title: "The second worker may not be replaced",
  category: "backfill",
  before: { likelihood: 4, impact: 4 },
  after: { likelihood: 3, impact: 4 },
  doing: "An agency is asked.",
  owner: { side: "site", who: "Team manager" },
  proximity: "month",
  next: "2018-01-31",
}
const fields = {
  title: facts.title,
  category: facts.category,
  likelihoodBefore: "4",
  impactBefore: "4",
  doing: facts.doing,
  likelihoodAfter: "3",
  impactAfter: "4",
  ownerSide: facts.owner.side,
  ownerWho: facts.owner.who,
  proximity: facts.proximity,
  "next.day": "31",
  "next.month": "1",
  "next.year": "2018",
}
const closing: Door = { ...keeping, gives: () => ({ because: "It did not happen." }), keyed: true }

/** The risks of a site. */
export const risksDoors: Record<string, Door> = {
  [`GET ${risks}`]: seeing,
  [`GET ${risks}.csv`]: seeing,
  [`GET ${risks}/add`]: keeping,
  [`POST ${risks}/add`]: { ...keeping, gives: () => fields, keyed: true },
  [`GET ${one}`]: seeing,
  [`GET ${one}/look`]: keeping,
  [`POST ${one}/look`]: { ...keeping, gives: (revision) => ({ ...fields, seen: revision }), keyed: true },
  [`GET ${one}/close`]: keeping,
  [`POST ${one}/close`]: closing,
  [`GET /api${risks}`]: seeing,
  [`POST /api${risks}/add`]: { ...keeping, gives: () => facts, keyed: true },
  [`GET /api${one}`]: seeing,
  [`POST /api${one}/look`]: { ...keeping, gives: (revision) => ({ ...facts, revision }), keyed: true },
  [`POST /api${one}/close`]: closing,
}
