import type { Door } from "../doors.ts"

const all = "/findings/:phase/reports"
const one = `${all}/:report`
const seeing: Door = { for: "see findings" }
const writing: Door = { for: "write report" }
const publishing: Door = { for: "publish report" }

export const reportBody = {
  title: "What we have seen so far",
  summary: "People know whom to call.",
  found: [{ heading: "One person to call", text: "Most people could name their worker." }],
  limits: "It was few people, for a short time.",
  costs: false,
}
const fields = {
  title: reportBody.title,
  summary: reportBody.summary,
  "found.rows": "new-1",
  "found.new-1.heading": "One person to call",
  "found.new-1.text": "Most people could name their worker.",
  limits: reportBody.limits,
  costs: "no",
}
const easyRead = { text: "People know who to call." }
const group = { group: "Halton People First", who: "Ann", on: "2018-01-10" }
const groupFields = {
  group: group.group,
  who: group.who,
  "on.day": "10",
  "on.month": "1",
  "on.year": "2018",
}

const both = (
  door: Door,
  path: string,
  typed: Record<string, unknown>,
  body: Record<string, unknown> = typed,
): Record<string, Door> => ({
  [`GET ${path}`]: door,
  [`POST ${path}`]: { ...door, gives: (revision) => ({ ...typed, seen: revision }), keyed: true },
  [`POST /api${path}`]: { ...door, gives: (revision) => ({ ...body, revision }), keyed: true },
})

export const reportsDoors: Record<string, Door> = {
  [`GET ${all}`]: seeing,
  [`GET ${all}/list.csv`]: seeing,
  [`GET /api${all}`]: seeing,
  [`GET ${one}`]: seeing,
  [`GET /api${one}`]: seeing,
  [`GET ${all}/add`]: writing,
  [`POST ${all}/add`]: { ...writing, gives: () => fields, keyed: true },
  [`POST /api${all}/add`]: { ...writing, gives: () => reportBody, keyed: true },
  ...both(writing, `${one}/write`, fields, reportBody),
  ...both(writing, `${one}/easy-read`, easyRead),
  ...both(writing, `${one}/group`, groupFields, group),
  ...both(writing, `${one}/issue`, {}),
  ...both(publishing, `${one}/publish`, {}),
}
