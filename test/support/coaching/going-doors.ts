import type { Door } from "../doors.ts"

const going = "/organisations/:organisation/coaching/:phase/going"
const ratings = `${going}/:month/ratings`

const saying = (side: string, right: Door["for"]): Record<string, Door> => {
  const one = `${going}/:month/${side}`
  const says: Door = { for: right, gives: () => ({ says: "on-track" }), keyed: true }
  const same: Door = { for: right, gives: () => ({}), keyed: true }
  return {
    [`GET ${one}`]: { for: right },
    [`POST ${one}`]: says,
    [`POST /api${one}`]: says,
    [`POST ${one}/same`]: same,
    [`POST /api${one}/same`]: same,
  }
}

const rating: Door = {
  for: "rate",
  gives: () => ({ delivery: "green", people: "green", spend: "amber" }),
  keyed: true,
}
const answering: Door = {
  for: "say how it goes at the site",
  gives: () => ({ comment: "We see it so too." }),
  keyed: true,
}

/** How it is going, in the words of both sides; and the coach's ratings, found only where a phase asks for them. */
export const goingDoors: Record<string, Door> = {
  [`GET ${going}`]: { for: "see coaching" },
  [`GET ${going}.csv`]: { for: "see coaching" },
  [`GET /api${going}`]: { for: "see coaching" },
  ...saying("site", "say how it goes at the site"),
  ...saying("coach", "say how it goes as coach"),
  [`GET ${ratings}`]: { for: "rate" },
  [`POST ${ratings}`]: rating,
  [`POST /api${ratings}`]: rating,
  [`GET ${ratings}/answer`]: { for: "say how it goes at the site" },
  [`POST ${ratings}/answer`]: answering,
  [`POST /api${ratings}/answer`]: answering,
}
