import type { Door } from "../doors.ts"

const learning = "/learning"
const session = `${learning}/sessions/:session`

const moving = (right: Door["for"], gives: Record<string, unknown>): Door => ({
  for: right,
  gives: () => gives,
  keyed: true,
})

const idea = {
  text: "One person rings before each visit, and fewer visits are missed.",
  wanted: "community",
}
const because = { because: "It says less than it seems to." }
const listing = { role: "Named social worker", about: "Keeping one worker through a hospital stay." }
const told = {
  title: "What we stop doing",
  from: "2pm",
  to: "15:30",
  place: "Room 4, Skipton House",
  agenda: "What each of us has stopped doing, and what happened then.",
}
const day = (name: string, on: string) => {
  const [year = "", month = "", date = ""] = on.split("-")
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year }
}

/** Every route of what sites share with each other, with who it is for. */
export const learningDoors: Record<string, Door> = {
  "GET /learned": { for: "everybody" },
  "GET /api/learned": { for: "everybody" },

  [`GET ${learning}`]: { for: "see learning" },
  [`GET ${learning}/share`]: { for: "share learning" },
  [`POST ${learning}/share`]: moving("share learning", { ...idea, "tags.team": "team", nobody: "yes" }),
  [`GET ${learning}/good-news`]: { for: "share good news" },
  [`POST ${learning}/good-news`]: moving("share good news", { ...idea, nobody: "yes" }),
  [`GET ${learning}/yours`]: { for: "see learning" },
  [`GET ${learning}/yours/:offer/take-back`]: { for: "see learning" },
  [`POST ${learning}/yours/:offer/take-back`]: moving("see learning", {}),
  [`GET ${learning}/waiting`]: { for: "approve learning" },
  [`GET ${learning}/waiting/:offer`]: { for: "approve learning" },
  [`POST ${learning}/waiting/:offer`]: moving("approve learning", {
    words: idea.text,
    decision: "community",
  }),
  [`GET ${learning}/decided`]: { for: "approve learning" },
  [`GET ${learning}/ideas/:idea/withdraw`]: { for: "see learning" },
  [`POST ${learning}/ideas/:idea/withdraw`]: moving("see learning", because),
  [`GET ${learning}/people`]: { for: "see listed people" },
  [`GET ${learning}/people/you`]: { for: "list oneself" },
  [`POST ${learning}/people/you`]: moving("list oneself", {
    ...listing,
    showEmail: "yes",
    ...day("until", "2018-10-31"),
  }),
  [`GET ${learning}/people/you/stop`]: { for: "list oneself" },
  [`POST ${learning}/people/you/stop`]: moving("list oneself", {}),
  [`GET ${learning}/patterns`]: { for: "see learning" },
  [`GET /api${learning}/patterns`]: { for: "see learning" },
  [`GET ${learning}/sessions`]: { for: "see learning" },
  [`GET ${learning}/sessions/plan`]: { for: "keep community sessions" },
  [`POST ${learning}/sessions/plan`]: moving("keep community sessions", {
    ...told,
    ...day("on", "2018-11-20"),
  }),
  [`GET ${session}`]: { for: "see learning" },
  [`GET ${session}/change`]: { for: "keep community sessions" },
  [`POST ${session}/change`]: moving("keep community sessions", { ...told, ...day("on", "2018-11-20") }),
  [`GET ${session}/cancel`]: { for: "keep community sessions" },
  [`POST ${session}/cancel`]: moving("keep community sessions", because),
  [`GET ${session}/write-up`]: { for: "keep community sessions" },
  [`POST ${session}/write-up`]: moving("keep community sessions", { leads: "6", coaches: "1" }),

  [`GET /api${learning}`]: { for: "see learning" },
  [`POST /api${learning}/share`]: moving("share learning", { ...idea, tags: ["team"], nobody: true }),
  [`POST /api${learning}/good-news`]: moving("share good news", { ...idea, nobody: true }),
  [`GET /api${learning}/yours`]: { for: "see learning" },
  [`POST /api${learning}/yours/:offer/take-back`]: { for: "see learning", gives: () => ({}), keyed: true },
  [`GET /api${learning}/waiting`]: { for: "approve learning" },
  [`POST /api${learning}/waiting/:offer`]: moving("approve learning", { decision: "community" }),
  [`GET /api${learning}/decided`]: { for: "approve learning" },
  [`POST /api${learning}/ideas/:idea/withdraw`]: moving("see learning", because),
  [`GET /api${learning}/people`]: { for: "see listed people" },
  [`POST /api${learning}/people/you`]: moving("list oneself", {
    ...listing,
    showEmail: true,
    until: "2018-10-31",
  }),
  [`POST /api${learning}/people/you/stop`]: moving("list oneself", {}),
  [`GET /api${learning}/sessions`]: { for: "see learning" },
  [`GET /api${session}`]: { for: "see learning" },
  [`POST /api${learning}/sessions/plan`]: moving("keep community sessions", { ...told, on: "2018-11-20" }),
  [`POST /api${session}/change`]: moving("keep community sessions", { ...told, on: "2018-11-20" }),
  [`POST /api${session}/cancel`]: moving("keep community sessions", because),
  [`POST /api${session}/write-up`]: moving("keep community sessions", { came: { leads: 6 } }),
}
