import type { Door } from "../doors.ts"

const stories = "/organisations/:organisation/stories"
const all = `${stories}/:phase`
const one = `${all}/:story`
const seeing: Door = { for: "see stories" }
const writing: Door = { for: "write story" }
const checking: Door = { for: "check story" }
const withdrawing: Door = { for: "withdraw story" }

const words = { pseudonym: "Peter", band: "18 to 25", text: "I moved out." }
const uses = { team: true, sites: false, council: false, reports: true, training: false, press: false }
const rest = { seenHow: "read", askedBy: "The advocate" }
const days = { seenOn: "2018-01-10", askedOn: "2018-01-11", reviewBy: "2018-12-31" }
const dayFields = (name: string, day: string) => {
  const [year = "", month = "", date = ""] = day.split("-")
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year }
}

export const consentBody = { decided: "person", ...uses, easyRead: true, ...rest, ...days }
export const consentFields = {
  decided: "person",
  ...Object.fromEntries(Object.entries(uses).map(([use, yes]) => [use, yes ? "yes" : "no"])),
  easyRead: "yes",
  ...rest,
  ...dayFields("seenOn", days.seenOn),
  ...dayFields("askedOn", days.askedOn),
  ...dayFields("reviewBy", days.reviewBy),
}

const both = (
  door: Door,
  path: string,
  fields: Record<string, unknown>,
  body: Record<string, unknown> = fields,
): Record<string, Door> => ({
  [`GET ${path}`]: door,
  [`POST ${path}`]: { ...door, gives: (revision) => ({ ...fields, seen: revision }), keyed: true },
  [`POST /api${path}`]: { ...door, gives: (revision) => ({ ...body, revision }), keyed: true },
})

const stop = { asked: "person", how: "phone" }

/** Every route of this part of the evaluation, with who it is for. */
export const storiesDoors: Record<string, Door> = {
  [`GET ${stories}`]: seeing,
  [`GET ${all}`]: seeing,
  [`GET /api${all}`]: seeing,
  [`GET ${all}/stories.csv`]: seeing,
  [`GET ${all}/others`]: seeing,
  [`GET /api${all}/others`]: seeing,
  [`GET ${all}/reports/:report`]: seeing,
  [`GET /api${all}/reports/:report`]: seeing,
  [`GET ${all}/add`]: writing,
  [`POST ${all}/add`]: { ...writing, gives: () => words, keyed: true },
  [`POST /api${all}/add`]: { ...writing, gives: () => words, keyed: true },
  [`GET ${one}`]: seeing,
  [`GET /api${one}`]: seeing,
  ...both(writing, `${one}/write`, words),
  ...both(writing, `${one}/consent`, consentFields, consentBody),
  ...both(writing, `${one}/send`, {}),
  ...both(checking, `${one}/check`, { decision: "share" }),
  ...both(checking, `${one}/why-more`, { whyMore: "It helps them to be heard." }),
  [`GET ${one}/withdraw`]: withdrawing,
  [`POST ${one}/withdraw`]: { ...withdrawing, gives: () => stop, keyed: true },
  [`POST /api${one}/withdraw`]: { ...withdrawing, gives: () => stop, keyed: true },
}
