import type { Door } from "../doors.ts"

const plan = "/organisations/:organisation/evaluation/:phase/plan"

const reading: Door = { for: "see evaluation" }
const whole: Door = { for: "comment on evaluation plan" }
const writing: Door = { for: "write evaluation plan" }
const pressing: Door = { for: "write evaluation plan", gives: () => ({}), keyed: true }
const choosing: Door = { for: "write evaluation plan", gives: () => ({ from: "own" }), keyed: true }
const notYet = (given: () => Record<string, unknown>): Door => ({
  for: "agree evaluation plan",
  gives: () => ({ ...given(), note: "Say who collects it." }),
  keyed: true,
})
const comment: Door = {
  for: "comment on evaluation plan",
  gives: () => ({ on: "whole", text: "Begin with one measure." }),
  keyed: true,
}

/** Every route of the evaluation plan, with who it is for. */
export const evaluationPlanDoors: Record<string, Door> = {
  [`GET ${plan}`]: reading,
  [`GET ${plan}/print`]: reading,
  [`GET ${plan}/theory.svg`]: reading,
  [`GET ${plan}.csv`]: reading,
  [`GET ${plan}.txt`]: reading,
  [`GET ${plan}/versions/:version`]: whole,
  [`GET ${plan}/versions/:version/changes`]: whole,
  [`POST ${plan}/begin`]: pressing,
  [`GET ${plan}/sections/:section`]: writing,
  [`POST ${plan}/sections/:section`]: {
    for: "write evaluation plan",
    gives: (revision) => ({ revision, inputs: "Two workers." }),
  },
  [`GET ${plan}/measures`]: writing,
  [`POST ${plan}/measures`]: choosing,
  [`POST ${plan}/measures/:measure/remove`]: pressing,
  [`POST ${plan}/measures/:measure/replace`]: pressing,
  [`GET ${plan}/propose`]: writing,
  [`POST ${plan}/propose`]: pressing,
  [`POST ${plan}/open`]: pressing,
  [`GET ${plan}/agree`]: { for: "agree evaluation plan" },
  [`POST ${plan}/agree`]: { for: "agree evaluation plan", gives: () => ({ version: "1" }), keyed: true },
  [`POST ${plan}/not-yet`]: notYet(() => ({ version: "1" })),
  [`GET ${plan}/comment`]: whole,
  [`POST ${plan}/comment`]: comment,
  [`POST ${plan}/comments/:comment/dealt`]: pressing,

  [`GET /api${plan}`]: reading,
  [`GET /api${plan}/versions/:version`]: whole,
  [`GET /api${plan}/versions/:version/changes`]: whole,
  [`POST /api${plan}/begin`]: pressing,
  [`POST /api${plan}/sections/:section`]: {
    for: "write evaluation plan",
    gives: (revision) => ({ revision, answers: { inputs: "Two workers." } }),
  },
  [`POST /api${plan}/measures`]: choosing,
  [`POST /api${plan}/measures/:measure/remove`]: pressing,
  [`POST /api${plan}/measures/:measure/replace`]: pressing,
  [`POST /api${plan}/propose`]: pressing,
  [`POST /api${plan}/open`]: pressing,
  [`POST /api${plan}/agree`]: { for: "agree evaluation plan", gives: () => ({ version: 1 }), keyed: true },
  [`POST /api${plan}/not-yet`]: notYet(() => ({ version: 1 })),
  [`POST /api${plan}/comment`]: comment,
  [`POST /api${plan}/comments/:comment/dealt`]: pressing,
}
