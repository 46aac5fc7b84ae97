import type { Door } from "../doors.ts"

const plan = "/organisations/:organisation/coaching/:phase/plan"

const reading: Door = { for: "read plan" }
const writing: Door = { for: "write plan" }
const nothing = () => ({})
const pressing: Door = { for: "write plan", gives: nothing, keyed: true }
const version = () => ({ version: "1" })
const notYet = (given: () => Record<string, unknown>): Door => ({
  for: "agree plan",
  gives: () => ({ ...given(), note: "Say who covers the other work." }),
  keyed: true,
})
const comment: Door = {
  for: "comment on plan",
  gives: () => ({ on: "whole", text: "Begin with two people." }),
  keyed: true,
}
const day = (name: string) => ({ [`${name}.day`]: "2", [`${name}.month`]: "10", [`${name}.year`]: "2017" })
const moved = (given: Record<string, unknown>): Door => ({
  for: "write plan",
  gives: () => ({ ...given, because: "The room is not ready." }),
  keyed: true,
})
const done = (given: Record<string, unknown>): Door => ({
  for: "write plan",
  gives: () => ({ ...given, says: "The rota names them." }),
  keyed: true,
})

/** Every route of this part of coaching, with who it is for. */
export const planDoors: Record<string, Door> = {
  [`GET ${plan}`]: { for: "see coaching" },
  [`GET ${plan}/versions/:version`]: reading,
  [`GET ${plan}/versions/:version/changes`]: reading,
  [`GET ${plan}/print`]: reading,
  [`GET ${plan}.csv`]: reading,
  [`GET ${plan}.txt`]: reading,
  [`POST ${plan}/begin`]: pressing,
  [`GET ${plan}/sections/:section`]: writing,
  [`POST ${plan}/sections/:section`]: {
    for: "write plan",
    gives: (revision) => ({ revision, stops: "Duty calls." }),
  },
  [`GET ${plan}/propose`]: writing,
  [`POST ${plan}/propose`]: pressing,
  [`POST ${plan}/open`]: pressing,
  [`GET ${plan}/agree`]: { for: "agree plan" },
  [`POST ${plan}/agree`]: { for: "agree plan", gives: version, keyed: true },
  [`POST ${plan}/not-yet`]: notYet(version),
  [`GET ${plan}/comment`]: { for: "comment on plan" },
  [`POST ${plan}/comment`]: comment,
  [`POST ${plan}/comments/:comment/dealt`]: pressing,
  [`GET ${plan}/milestones/:milestone/done`]: writing,
  [`POST ${plan}/milestones/:milestone/done`]: done(day("on")),
  [`GET ${plan}/milestones/:milestone/moved`]: writing,
  [`POST ${plan}/milestones/:milestone/moved`]: moved(day("to")),

  [`GET /api${plan}`]: { for: "see coaching" },
  [`GET /api${plan}/versions/:version`]: reading,
  [`GET /api${plan}/versions/:version/changes`]: reading,
  [`POST /api${plan}/begin`]: pressing,
  [`POST /api${plan}/sections/:section`]: {
    for: "write plan",
    gives: (revision) => ({ revision, answers: { stops: "Duty calls." } }),
  },
  [`POST /api${plan}/propose`]: pressing,
  [`POST /api${plan}/open`]: pressing,
  [`POST /api${plan}/agree`]: { for: "agree plan", gives: () => ({ version: 1 }), keyed: true },
  [`POST /api${plan}/not-yet`]: notYet(() => ({ version: 1 })),
  [`POST /api${plan}/comment`]: comment,
  [`POST /api${plan}/comments/:comment/dealt`]: pressing,
  [`POST /api${plan}/milestones/:milestone/done`]: done({ on: "2017-10-02" }),
  [`POST /api${plan}/milestones/:milestone/moved`]: moved({ to: "2017-10-02" }),
}
