import type { Door } from "../doors.ts"

const inside = "/organisations/:organisation/tally/:round"
const letter = "/tally/:token"

const row = { name: "Team", people: { number: 17 } }
const reading: Door = { for: "fill in tally" }
const writing: Door = {
  for: "fill in tally",
  gives: (revision) => ({
    revision,
    "team.rows": "new-1",
    "team.new-1.name": "Team",
    "team.new-1.people": "17",
  }),
  keyed: true,
}
const operation: Door = {
  for: "fill in tally",
  gives: (revision) => ({ revision, team: [row] }),
  keyed: true,
}
/** Whoever has the letter: nobody is signed in by it. */
const byLetter: Door = { for: "everybody" }
const writingByLetter: Door = { ...writing, for: "everybody" }

/** Every route of this part of the evaluation, with who it is for. */
export const tallyDoors: Record<string, Door> = {
  [`GET ${inside}`]: reading,
  [`POST ${inside}/send`]: writing,
  [`POST ${inside}/save`]: writing,
  [`POST ${inside}/rows`]: writing,
  [`GET /api${inside}`]: reading,
  [`POST /api${inside}/send`]: operation,
  [`POST /api${inside}/save`]: operation,
  [`GET ${letter}`]: byLetter,
  [`POST ${letter}/send`]: writingByLetter,
  [`POST ${letter}/save`]: writingByLetter,
  [`POST ${letter}/rows`]: writingByLetter,
}
