import type { Site } from "../demonstration/sites.ts"
import { calls, type Does, type Move } from "./acts.ts"
import { closesHalton, halton } from "./halton.ts"
import { accepted, awardOf, finance, pays, takesUp } from "./money-acts.ts"
import { december, march, move, pence, statement } from "./returns.ts"
import { decider } from "./selection-acts.ts"

const offers = (site: Site, pounds: number, day: string, time: string): Move =>
  move(
    day,
    time,
    finance,
    calls(`${awardOf(site)}/offer`, {
      form: "light",
      because: "As it was decided (invented).",
      amount: pence(pounds),
      answerBy: "2017-10-06",
    }),
  )

const goesOn = (site: Site, time: string, because: string): Move =>
  move("2018-01-31", time, decider, calls(`${awardOf(site)}/mid-phase`, { decision: "continue", because }))

/** Awards that are published, in five lines; how they were paid is invented. Where none is published there is none here. */
const offered: Move[] = [
  offers("sheffield", 23_854, "2017-09-21", "10:20"),
  offers("bradford", 50_000, "2017-09-21", "10:40"),
  offers("shropshire", 60_692, "2017-09-22", "11:00"),
  ...takesUp("sheffield", ["2017-09-25", "2017-09-28", "2017-10-05"]),
  ...takesUp("bradford", ["2017-09-26", "2017-10-03", "2017-10-06"]),
  ...takesUp("shropshire", ["2017-09-28", "2017-10-02", "2017-10-09"]),
  ...pays(
    [
      ["sheffield", 1],
      ["bradford", 1],
      ["shropshire", 1],
    ],
    "2017-10-04",
    "2017-10-06",
  ),
]

const middle: Move[] = [
  ...accepted("sheffield", december, ["2018-01-17", "10:00"], ["2018-01-19", "11:00"]),
  ...accepted("shropshire", december, ["2018-01-17", "10:20"], ["2018-01-19", "11:20"]),
  ...accepted("bradford", december, ["2018-01-31", "10:00"], ["2018-02-05", "11:00"]),
  goesOn("sheffield", "14:20", "It does what it said it would. (invented)"),
  goesOn("bradford", "14:40", "The cover is named, and the condition is met. (invented)"),
  goesOn("shropshire", "15:00", "It began late; the first worker starts in February. (invented)"),
  ...pays(
    [
      ["sheffield", 2],
      ["shropshire", 2],
    ],
    "2018-01-22",
    "2018-01-24",
  ),
  ...pays([["bradford", 2]], "2018-02-06", "2018-02-08"),
]

const end: Move[] = [
  ...accepted("sheffield", march, ["2018-04-16", "10:00"], ["2018-04-18", "11:00"]),
  ...accepted("bradford", march, ["2018-05-01", "10:00"], ["2018-05-04", "11:00"]),
  ...accepted("shropshire", march, ["2018-04-24", "10:30"], ["2018-04-27", "11:00"]),
  ...accepted("sheffield", statement, ["2018-04-23", "10:00"], ["2018-04-26", "11:00"]),
  ...accepted("bradford", statement, ["2018-05-02", "10:00"], ["2018-05-08", "11:00"]),
  ...accepted("shropshire", statement, ["2018-05-03", "10:00"], ["2018-05-09", "11:00"]),
  move("2018-04-27", "12:00", finance, calls(`${awardOf("sheffield")}/reconcile`, {})),
  move("2018-05-09", "12:00", finance, calls(`${awardOf("bradford")}/reconcile`, {})),
  move("2018-05-10", "12:00", finance, calls(`${awardOf("shropshire")}/reconcile`, {})),
  ...pays([["sheffield", 3]], "2018-04-30", "2018-05-02"),
  ...pays(
    [
      ["bradford", 3],
      ["shropshire", 3],
    ],
    "2018-05-11",
    "2018-05-14",
  ),
]

/** One claim in ten by value is checked, chosen by a seed that anybody can repeat; then awards are closed. */
const checked: Move[] = [
  move("2018-06-12", "10:00", finance, calls("/funding/phases/NSW2/sample", { rate: 10, seed: "June 2018" })),
  move("2018-06-19", "10:00", finance, (player, kept) => findsRight(player, kept)),
  ...closesHalton,
  move("2018-07-02", "10:20", finance, calls(`${awardOf("sheffield")}/close`, {})),
]

/** What was chosen is compared with the evidence, and is right. */
const findsRight: Does = async (player) => {
  const { samples } = (await player.get("/funding/phases/NSW2/sample")).body as {
    samples: { chosen: { organisation: Site; round: string }[] }[]
  }
  for (const { organisation, round } of samples.flatMap(({ chosen }) => chosen))
    await player.does(`${awardOf(organisation)}/checks/${round}`, {
      result: "right",
      because: "It agrees with the extract of the ledger (invented).",
    })
  return undefined
}

/** The money of phase 2: who was offered what, what was accepted and paid, and what came back. */
export const money: Move[] = [...offered, ...halton, ...middle, ...end, ...checked]
