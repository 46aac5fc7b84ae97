import type { Move } from "./acts.ts"
import { about } from "./coaching-acts.ts"
import { comments, dealsWith, drafts, marks } from "./coaching-plan.ts"
import { accountant, lead, move } from "./returns.ts"
import { coordinator } from "./selection-acts.ts"

const site = "halton"

/** From what was promised in August to a plan that both agreed: 17 people and 5 staff are published, the rest is invented. */
const plan: Move[] = [
  move("2017-10-02", "10:00", lead(site), about(site, "plan/begin")),
  move(
    "2017-10-03",
    "14:00",
    accountant(site),
    drafts(site, "core", {
      changes:
        "Each young person and family knows whom to telephone, also when something changes (invented).",
      stops: "Duty on Mondays and new assessments; two covers take them (invented).",
      team: [
        { role: "Named social worker (invented)", number: 4, days: 2 },
        { role: "Team manager (invented)", number: 1, days: 0.5 },
      ],
      milestones: [
        { what: "The workers are named (invented)", by: "2017-10-20", who: "Team manager" },
        {
          what: "Everybody has met their worker (invented)",
          by: "2017-12-15",
          who: "Named social workers",
        },
        {
          what: "The council has decided whether the role stays (invented)",
          by: "2018-04-20",
          who: "Sponsor",
        },
      ],
    }),
  ),
  move(
    "2017-10-03",
    "14:30",
    accountant(site),
    drafts(site, "more", {
      partners: "Two schools, a college and the community learning disability nurses (invented).",
      paid: "With vouchers and their fares, on the day (invented).",
      risks: [{ risk: "Cover falls through (invented)", against: "The agency is asked early (invented)." }],
    }),
  ),
  comments(
    site,
    "2017-10-05",
    "milestones",
    "Could everybody meet their worker before half-term, and not only before Christmas? (invented)",
  ),
  comments(site, "2017-10-06", "stops", "Say who takes duty on Mondays while cover is not there. (invented)"),
  move(
    "2017-10-09",
    "10:00",
    lead(site),
    drafts(site, "core", {
      stops:
        "Duty on Mondays and new assessments. Two covers take them; until both are there, the manager takes duty (invented).",
    }),
  ),
  move("2017-10-09", "10:20", lead(site), dealsWith(site, "Say who takes duty")),
  move("2017-10-09", "10:30", lead(site), dealsWith(site, "Could everybody meet")),
  move("2017-10-10", "11:00", lead(site), about(site, "plan/propose", { agrees: true })),
  move("2017-10-12", "15:00", coordinator, about(site, "plan/agree", { version: 1 })),
]

/** One milestone in time, one moved with why, the last as the pilot ends. */
const milestones: Move[] = [
  move(
    "2017-10-19",
    "12:00",
    lead(site),
    marks(site, "The workers", "done", { on: "2017-10-19", says: "The rota names all four (invented)." }),
  ),
  move(
    "2017-12-11",
    "12:00",
    lead(site),
    marks(site, "Everybody", "moved", {
      to: "2018-01-31",
      because: "The second cover began only in December (invented).",
    }),
  ),
  move(
    "2018-01-30",
    "12:00",
    accountant(site),
    marks(site, "Everybody", "done", {
      on: "2018-01-30",
      says: "Each record has the day of the first meeting (invented).",
    }),
  ),
  move(
    "2018-04-19",
    "12:00",
    lead(site),
    marks(site, "The council", "done", {
      on: "2018-04-18",
      says: "Minute 12 of the directors’ meeting: the role stays (invented).",
    }),
  ),
]

/** The plan of Halton, and what became of its milestones. */
export const haltonPlan: Move[] = [...plan, ...milestones]
