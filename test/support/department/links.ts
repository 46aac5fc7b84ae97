import type { Door } from "../doors.ts"

const round = "/department/rounds/:round"
const one = `${round}/expressions/:reference`
const assign = `${round}/assign`

const saying: Door = { for: "declare links" }
const lifting: Door = { for: "lift links" }
const checking: Door = { for: "check who can apply" }
const assigning: Door = { for: "assign" }

const moved = (door: Door, gives: Record<string, unknown>): Door => ({
  ...door,
  gives: () => gives,
  keyed: true,
})

const nobody = { reference: "NSW2-HAL-E-222222", person: "p-nobody" }
const because = "They meant another council."
const check = { answer: "no", because: "The city leads a partnership that applies already." }

/** What is the same on a page and in the API. */
const both = (at: string): Record<string, Door> => ({
  [`GET ${at}${one}/links`]: saying,
  [`POST ${at}${one}/links`]: moved(saying, { link: "none" }),
  [`GET ${at}${round}/links`]: saying,
  [`GET ${at}${round}/linked`]: lifting,
  [`POST ${at}${round}/linked/lift`]: moved(lifting, { ...nobody, because }),
  [`GET ${at}${one}/check`]: checking,
  [`POST ${at}${one}/check`]: moved(checking, check),
  [`GET ${at}${assign}`]: assigning,
  [`GET ${at}${assign}/proposal`]: assigning,
  [`GET ${at}${assign}/take-off`]: assigning,
  [`POST ${at}${assign}/take-off`]: moved(assigning, { ...nobody, because }),
  [`POST ${at}${assign}/finish`]: { ...assigning, gives: () => ({}) },
})

export const linkDoors: Record<string, Door> = {
  ...both(""),
  ...both("/api"),
  [`GET ${round}/linked/lift`]: lifting,
  [`GET ${assign}/date`]: assigning,
  [`POST ${round}/links`]: moved(saying, { asked: "", others: "yes" }),
  [`POST ${assign}`]: moved(assigning, { expression: nobody.reference, reader: "p-reader" }),
  [`POST ${assign}/date`]: moved(assigning, {
    "scoresBy.day": "8",
    "scoresBy.month": "9",
    "scoresBy.year": "2017",
  }),
  [`POST /api${round}/links`]: moved(saying, { none: [nobody.reference] }),
  [`POST /api${assign}`]: moved(assigning, { pairs: [{ ...nobody }] }),
  [`POST /api${assign}/date`]: moved(assigning, { scoresBy: "2017-09-08" }),
}
