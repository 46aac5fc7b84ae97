import type { Site } from "../demonstration/sites.ts"
import { all, calls, type Does, type Move } from "./acts.ts"
import { evaluator, findings, governance } from "./evaluation-acts.ts"
import { lead, move, pence } from "./returns.ts"
import { coordinator } from "./selection-acts.ts"

type Figures = { figures: { measure: string; at: string; seen: string }[] }

/** The officer releases one figure as it is: the very number that they read. */
const releasesFigure =
  (site: Site, measure: string, at: string, because: string): Does =>
  async (player) => {
    const here = `/organisations/${site}/evaluation/NSW2/released`
    const { figures } = (await player.get(here)).body as Figures
    const found = figures.find((one) => one.measure === measure && one.at === at)
    return player.does(`${here}/${measure}/${at}`, { because, seen: found?.seen })
  }

const releases = (title: string, because: string): Does =>
  calls(`${findings}/releases/new`, { title, because })

/** Seventeen people is published; that nobody was admitted is the best news there is, and invented. */
const released: Move[] = [
  move(
    "2018-02-13",
    "10:00",
    governance("halton"),
    releasesFigure(
      "halton",
      "people",
      "2018-01",
      "Seventeen stands in the minutes of the council’s Board, which are public.",
    ),
  ),
  move(
    "2018-02-14",
    "11:00",
    evaluator,
    releases(
      "Baselines, and tallies to January 2018 (invented)",
      "So that sites can see it at the meeting in March. (invented)",
    ),
  ),
  move(
    "2018-06-11",
    "10:00",
    governance("halton"),
    all(
      releasesFigure(
        "halton",
        "people",
        "final",
        "Seventeen stands in the minutes of the council’s Board, which are public.",
      ),
      releasesFigure(
        "halton",
        "admissions",
        "final",
        "No one was admitted, and nobody can be recognised by that. (invented)",
      ),
    ),
  ),
  move(
    "2018-06-18",
    "11:00",
    evaluator,
    releases(
      "Baseline to final, six sites (invented)",
      "Every final evaluation is accepted: this is what the report rests on. (invented)",
    ),
  ),
]

const line = (change: string, more: Record<string, unknown>) => ({
  change,
  shownBy: "Admissions, and what workers judged (invented)",
  effect: "less",
  priceYear: 2017,
  confidence: "low",
  benefits: "nhs",
  sort: "fiscal",
  source: "Invented for this demonstration: no price is real.",
  ...more,
})

const costs: Move[] = [
  move(
    "2018-06-20",
    "14:00",
    evaluator,
    all(
      ...[
        line("Admissions judged avoided (invented)", {
          count: { low: 1, high: 4 },
          unit: { low: pence(40_000), high: pence(90_000) },
        }),
        line("Hours of workers on duty that others cover (invented)", {
          effect: "more",
          benefits: "council",
          count: { low: 900, high: 1_400 },
          unit: { low: pence(28), high: pence(36) },
          confidence: "medium",
          shownBy: "Rotas of six sites (invented)",
        }),
        line("What it is worth to decide where one lives (invented)", {
          benefits: "person",
          sort: "social",
          count: { low: 5, high: 20 },
          unit: { low: pence(1_000), high: pence(4_000) },
          shownBy: "A settled home (invented)",
        }),
      ].map((body) => calls(`${findings}/costs/lines`, body)),
    ),
  ),
]

const reportOf = (kept: Parameters<Does>[1]) => `${findings}/reports/${kept.get("the report")?.report}`

const reports =
  (path: string, body: Record<string, unknown> = {}): Does =>
  async (player, kept) => {
    const here = reportOf(kept)
    const { revision } = (await player.get(here)).body
    return player.does(`${here}/${path}`, { revision, ...body })
  }

const writesReport: Does = async (player) =>
  player.does(`${findings}/reports/add`, {
    title: "Somebody who knows me: what six pilots found (invented)",
    summary:
      "Six councils tried what happens when one social worker stays with a person. People say more often that they know whom to contact and that they decided. It is early, and numbers are small. (invented)",
    found: [
      {
        heading: "One person to ring (invented)",
        text: "Where the same worker stayed, people could name them. Families rang one number. What made the difference most was time that duty did not take.",
      },
      {
        heading: "Workers who speak up (invented)",
        text: "Challenges were raised in meetings far more than in writing, and often something changed after them.",
      },
    ],
    limits:
      "Few people, six months, and nobody to compare with. Sites chose their workers. Three measures of one site have no baseline. (invented)",
    release: (await releaseOf(player)) ?? "",
    costs: true,
    stories: ["halton~001", "bradford~001"],
    did: [
      {
        site: "Halton",
        said: "Reviews are too long. (invented)",
        did: "They are two short ones, where people want them. (invented)",
      },
    ],
  })

const releaseOf = async (player: Parameters<Does>[0]) => {
  const { releases } = (await player.get(`${findings}/releases`)).body as {
    releases: { number: number; at: string }[]
  }
  const [last] = releases
  return last && `${last.number}~${last.at}`
}

const easyRead = [
  "This is about named social workers.",
  "A named social worker is one person who stays with you.",
  "Six councils tried it.",
  "More people know who to call.",
  "More people say: I decided.",
  "It was a short time.",
  "It was not many people.",
  "So we cannot be sure.",
  "This is made up. It shows how the service works.",
].join("\n")

const report: Move[] = [
  move("2018-06-25", "10:00", evaluator, writesReport, "the report"),
  move("2018-06-29", "11:00", evaluator, reports("issue")),
  move("2018-07-05", "10:00", evaluator, reports("easy-read", { text: easyRead })),
  move(
    "2018-07-12",
    "15:00",
    evaluator,
    reports("group", {
      group: "A self-advocacy group (invented)",
      who: "Four of its members (invented)",
      on: "2018-07-11",
    }),
  ),
  move("2018-07-24", "10:00", coordinator, reports("publish")),
]

const onePage = "/organisations/halton/evaluation/NSW2/one-page"
/** The council's one page is for its Board of 18 September, which is published; its words are invented. */
const board: Move[] = [
  move(
    "2018-09-06",
    "10:00",
    lead("halton"),
    calls(`${onePage}/words`, {
      seen: 0,
      posts: "Four named social workers, each for part of the week, beside their other work. (invented)",
      adulthood: "The same worker stays through the move from children’s to adults’ services. (invented)",
      asks: "To note it, and to say whether the role stays after March 2019. (invented)",
    }),
  ),
  move(
    "2018-09-19",
    "10:00",
    lead("halton"),
    calls(`${onePage}/question`, {
      question: "How many of the young people still have the same worker at Christmas? (invented)",
      asked: "A member of the Board (invented)",
      due: "2018-12-14",
    }),
  ),
]

/** What was released, what it cost, what was reported, and what a council’s Board read. */
export const found: Move[] = [...released, ...costs, ...report, ...board]
