import type { Site } from "../demonstration/sites.ts"
import { calls, type Does, type Move } from "./acts.ts"
import { accountant, lead, move } from "./returns.ts"
import { coordinator } from "./selection-acts.ts"

const named = "community session"

type Gathering = {
  planned: string
  on: string
  title: string
  agenda: string
  came: Record<string, number>
  learned: { idea: string; tag: string }[]
  actions?: { text: string; owner: "coordinators" | "department"; due: string }[]
}

/** A session of the community of practice: published that there was one, its days and words are invented. */
const gathering = ({ planned, on, title, agenda, came, learned, actions }: Gathering): Move[] => [
  move(
    planned,
    "12:20",
    coordinator,
    calls("/learning/sessions/plan", {
      title,
      on,
      from: "1pm",
      to: "3:30pm",
      place: "Meeting room 2, with a link for those who stay at home (invented)",
      agenda,
    }),
    `${named} ${on}`,
  ),
  move(on, "16:20", coordinator, writesUp(on, { came, learned, nobody: true, ...(actions && { actions }) })),
]

const writesUp =
  (on: string, body: Record<string, unknown>): Does =>
  (player, kept) =>
    player.does(`/learning/sessions/${kept.get(`${named} ${on}`)?.session}/write-up`, body)

const gatherings: Move[] = [
  ...gathering({
    planned: "2017-10-19",
    on: "2017-11-14",
    title: "How we shall know that it helps (invented)",
    agenda: "What each site measures, and what a good life means to people there (invented).",
    came: { leads: 6, contributors: 8, livedExperience: 3, coaches: 1, coordinators: 1, evaluators: 1 },
    learned: [
      {
        idea: "Ask people what a good week looks like before you choose a measure. Two of ours fell away, one came that nobody had thought of (invented).",
        tag: "evaluation",
      },
    ],
  }),
  ...gathering({
    planned: "2017-12-19",
    on: "2018-01-24",
    title: "Who does the other work (invented)",
    agenda: "Cover: what each site has tried, and what it cost (invented).",
    came: { leads: 5, contributors: 11, livedExperience: 2, coaches: 1, coordinators: 1, department: 1 },
    learned: [
      {
        idea: "Give one colleague the whole of duty for a month instead of sharing it out: nobody was called back (invented).",
        tag: "team",
      },
      {
        idea: "Advertise cover for a year, and say that the pilot pays for half of it (invented).",
        tag: "finance",
      },
    ],
    actions: [
      {
        text: "Ask whether the Department can say by March what comes after (invented)",
        owner: "coordinators",
        due: "2018-02-16",
      },
    ],
  }),
  ...gathering({
    planned: "2018-02-22",
    on: "2018-03-14",
    title: "What stays when the money ends (invented)",
    agenda: "What each council decides, and what each would tell the next one (invented).",
    came: {
      leads: 6,
      contributors: 12,
      sponsors: 4,
      livedExperience: 5,
      coaches: 1,
      coordinators: 1,
      evaluators: 1,
    },
    learned: [
      {
        idea: "Take a parent to the meeting that decides about the money. One story did what four tables had not (invented).",
        tag: "sustaining",
      },
    ],
  }),
]

type Waiting = { offer: string; text: string }

/** A coordinator shares what waits: known by how its words begin. */
const approves =
  (of: string, decision: "community" | "public"): Does =>
  async (player) => {
    const { waiting } = (await player.get("/learning/waiting")).body as { waiting: Waiting[] }
    const found = waiting.find(({ text }) => text.startsWith(of))
    if (!found) throw new Error(`“${of}” does not wait for anybody`)
    return player.does(`/learning/waiting/${found.offer}`, { decision })
  }

const goodNews = (text: string, wanted: "community" | "public") =>
  calls("/learning/good-news", { text, wanted, nobody: true })

const ideas: Move[] = [
  move("2017-12-13", "16:10", coordinator, approves("Write what stops", "community")),
  move(
    "2017-12-18",
    "16:40",
    accountant("halton"),
    goodNews("Somebody rang me before the meeting, and not after it. That is new (invented).", "public"),
  ),
  move("2017-12-20", "10:30", coordinator, approves("Somebody rang me", "public")),
  move(
    "2018-01-12",
    "15:20",
    lead("sheffield"),
    calls("/learning/share", {
      text: "We put the worker’s photograph on the appointment letter. Fewer people did not come (invented).",
      tags: ["practice"],
      wanted: "community",
      nobody: true,
    }),
  ),
  move("2018-01-18", "16:10", coordinator, approves("We put the worker", "community")),
  move("2018-02-21", "16:10", coordinator, approves("Let whoever knows", "public")),
]

const lists = (site: Site, day: string, about: string): Move =>
  move(
    day,
    "12:40",
    accountant(site),
    calls("/learning/people/you", {
      role: "Named social worker (invented)",
      about,
      showEmail: true,
      until: site === "halton" ? "2018-04-30" : "2018-03-30",
    }),
  )

/** What sites share with each other: sessions, ideas, good news, and who chose to be listed. */
export const community: Move[] = [
  ...gatherings,
  ...ideas,
  lists(
    "halton",
    "2017-11-20",
    "Reviews that the worker leads, and what a school has to do with it (invented).",
  ),
  lists("bradford", "2017-11-22", "Measures that self-advocates chose (invented)."),
]
