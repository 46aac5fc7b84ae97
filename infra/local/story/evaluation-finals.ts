import type { Site } from "../demonstration/sites.ts"
import type { Move } from "./acts.ts"
import { accepts, count, days, evaluates, type Form, share } from "./evaluation-acts.ts"

const helped = { attribution: "helped" }
const main = { attribution: "main", because: "The same worker stayed in post (invented)." }
const cannotTell = { attribution: "cannot-tell" }

type Said = {
  asOf: string
  figures: {
    people: Record<string, unknown>
    workers: Record<string, unknown>
    system: Record<string, unknown>
  }
  surprise: string
  stopped: string
  next: string
  said: string
  asked: string
  did: string
  limits: string
  after: [sameWorker: number, told: number]
}

const formOf = ({ asOf, figures, surprise, stopped, next, said, asked, did, limits, after }: Said): Form => ({
  taken: { asOf },
  ...figures,
  learning: { surprise, stopped, next },
  voice: { said, asked, did },
  limits: { limits },
  after: { "after-same-worker": count(after[0]), "after-told": count(after[1]) },
})

const ends = (
  site: Site,
  { begun, sent, accepted, ...said }: Said & { begun: string; sent: [string, string]; accepted?: string },
): Move[] => [
  ...evaluates(site, "final", { begun, sent, form: formOf(said) }),
  ...(accepted ? [accepts(site, "final", [accepted, "11:00"])] : []),
]

const sheffield = ends("sheffield", {
  begun: "2018-04-25",
  sent: ["2018-05-02", "11:00"],
  accepted: "2018-05-09",
  asOf: "2018-03-30",
  figures: {
    people: {
      people: count(12),
      kept: share(12, 12, main),
      own: share(12, 12, main),
    },
    workers: {
      "challenges-formal": count(1),
      "challenges-meeting": count(5),
      "protected-days": days(2, 3, helped),
    },
    system: {
      admissions: count(0, cannotTell),
      discharges: count(0, cannotTell),
      "challenges-changed": share(4, 6, helped),
    },
  },
  surprise: "A page about somebody is read more by people on duty than by those who wrote it (invented).",
  stopped: "Reviews without the person. They changed nothing (invented).",
  next: "Whether the page works when somebody else keeps it (invented).",
  said: "That it is good to be asked first (invented).",
  asked: "An advocate, independent of the council (invented).",
  did: "You said that the page is too long. It is one side now (invented).",
  limits: "Twelve people, and nobody to compare them with. Three measures have no baseline (invented).",
  after: [11, 12],
})

const shropshire = ends("shropshire", {
  begun: "2018-05-01",
  sent: ["2018-05-09", "14:00"],
  accepted: "2018-05-16",
  asOf: "2018-03-30",
  figures: {
    people: { people: count(18), kept: share(18, 18, helped) },
    workers: {
      "challenges-formal": count(1),
      "challenges-meeting": count(5),
      "protected-days": days(3, 1, helped),
    },
    system: { "challenges-changed": share(3, 6, helped), own: count(7, helped) },
  },
  surprise: "How much two teams had written down about the same person (invented).",
  stopped: "A second assessment at eighteen. Nobody missed it (invented).",
  next: "The same from fourteen on, for a whole year (invented).",
  said: "Young people said that they told it once (invented).",
  asked: "A youth worker who is not of either team (invented).",
  did: "You said that we should come to your club. We do, each second week (invented).",
  limits: "Two months with one worker. It is too early for anything but first signs (invented).",
  after: [18, 17],
})

const bradford = ends("bradford", {
  begun: "2018-05-02",
  sent: ["2018-05-10", "16:00"],
  accepted: "2018-05-18",
  asOf: "2018-03-30",
  figures: {
    people: {
      people: count(38),
      kept: share(35, 38, main),
      own: share(31, 38, main),
      fewer: ["moved", "died"],
    },
    workers: {
      "challenges-formal": count(11),
      "challenges-meeting": count(26),
      "protected-days": days(2.5, 4, helped),
    },
    system: {
      admissions: count(5, cannotTell),
      discharges: count(6, helped),
      "challenges-changed": share(19, 37, helped),
    },
  },
  surprise: "People told self-advocates what they had told no worker (invented).",
  stopped: "The satisfaction form. It asked what nobody wanted to know (invented).",
  next: "Self-advocates who are employed, and not paid by the session (invented).",
  said: "That a month is long without a visit, and that they know now whom to ring (invented).",
  asked: "Two self-advocates, independent of the council (invented).",
  did: "You said that you want to know when we come. You get a card with the day (invented).",
  limits: "People who say least were asked least. Cover was thin until January (invented).",
  after: [30, 38],
})

const hertfordshire = ends("hertfordshire", {
  begun: "2018-05-03",
  sent: ["2018-05-11", "15:00"],
  accepted: "2018-05-22",
  asOf: "2018-03-30",
  figures: {
    people: { people: count(24), kept: share(20, 24, helped), "settled-home": share(21, 24, helped) },
    workers: {
      "challenges-formal": count(11),
      "challenges-meeting": count(39),
      "protected-days": days(2, 8, helped),
    },
    system: {
      admissions: count(3, cannotTell),
      discharges: count(4, cannotTell),
      "challenges-changed": share(30, 50, helped),
      own: share(19, 24, main),
    },
  },
  surprise: "That three lawyers had the same question (invented).",
  stopped: "Two waiting lists (invented).",
  next: "One budget for the plan (invented).",
  said: "Families notice that they are asked once (invented).",
  asked: "Experts by experience, paid for it (invented).",
  did: "You said that two letters come for one visit. One comes now (invented).",
  limits: "Both teams changed other things at the same time (invented).",
  after: [19, 24],
})

const liverpool = ends("liverpool", {
  begun: "2018-05-09",
  sent: ["2018-05-15", "11:00"],
  accepted: "2018-05-24",
  asOf: "2018-03-30",
  figures: {
    people: { people: count(15), kept: share(13, 15, helped) },
    workers: {
      "challenges-formal": count(2),
      "challenges-meeting": count(10),
      "protected-days": days(1, 3, helped),
      own: count(14, cannotTell),
    },
    system: {
      admissions: count(0, cannotTell),
      discharges: count(0, cannotTell),
      "challenges-changed": share(7, 12, helped),
    },
  },
  surprise: "How long a rota takes to change (invented).",
  stopped: "Duty for named social workers, from March on (invented).",
  next: "The same with a rota that is changed first (invented).",
  said: "That it was always the same person when it was not duty (invented).",
  asked: "The site lead, who is not independent (invented).",
  did: "You said that you do not like to wait for duty. Others take it now (invented).",
  limits: "For most of the phase there was little time for it (invented).",
  after: [12, 15],
})

/** Halton ends a month later. */
const halton: Move[] = [
  ...ends("halton", {
    begun: "2018-05-16",
    sent: ["2018-05-23", "15:30"],
    asOf: "2018-04-30",
    figures: {
      people: { people: count(17), kept: share(16, 17, main), "settled-home": share(15, 17, helped) },
      workers: {
        "challenges-formal": count(6),
        "challenges-meeting": count(29),
        "protected-days": days(1, 4, helped),
        own: share(14, 18, main),
      },
      system: {
        admissions: count(0, cannotTell),
        discharges: count(0, cannotTell),
        "challenges-changed": share(23, 35, helped),
      },
    },
    surprise: "How much time one telephone number saves a family (invented).",
    stopped: "Duty on Mondays. Nobody rang for us in particular (invented).",
    next: "Whether the worker can stay the same until twenty-five (invented).",
    said: "Young people said that somebody listens. Families said that they ring one person (invented).",
    asked: "A self-advocacy group, independent of the council (invented).",
    did: "You said that reviews are too long. They are two short ones now, where you want them (invented).",
    limits: "Seventeen people, none to compare with, and workers who chose to do it (invented).",
    after: [16, 17],
  }),
  accepts("halton", "final", ["2018-06-05", "10:40"]),
]

/** What changed at each site, as it says, and what that cannot show (invented). */
export const finals: Move[] = [
  ...sheffield,
  ...shropshire,
  ...bradford,
  ...hertfordshire,
  ...liverpool,
  ...halton,
]
