import type { Site } from "../demonstration/sites.ts"
import { all, type Does, type Move } from "./acts.ts"
import { evaluator, findings } from "./evaluation-acts.ts"
import { move } from "./returns.ts"

type Group = "people" | "practitioners"
type Said = Record<string, string>
type Wave = {
  site: Site
  group: Group
  point: "baseline" | "final"
  title: string
  asked: string
  until: string
  /** What came by the link, each by somebody who is not signed in. */
  link?: { on: string; said: Said[] }
  /** What came on paper, typed in by the evaluator. */
  paper?: { on: string; said: Said[] }
}

const waveAt = (kept: Parameters<Does>[1], name: string) =>
  `${findings}/answers/waves/${kept.get(name)?.wave}`

const byLink =
  (name: string, said: Said[]): Does =>
  async (player, kept) => {
    const { link } = (await player.get(waveAt(kept, name))).body
    const path = String(link).replace(/^https?:\/\/[^/]+/, "")
    for (const one of said) await player.fills(path, one)
    return undefined
  }

const onPaper = (name: string, said: Said[]): Does =>
  all(
    ...said.map(
      (one): Does =>
        (player, kept) =>
          player.does(`${waveAt(kept, name)}/paper`, { said: one, askedBy: "advocate" }),
    ),
  )

const asked = ({ site, group, point, title, asked: on, until, link, paper }: Wave): Move[] => {
  const name = `${site}: ${group} at the ${point}`
  const wave = { site, group, point, title, until }
  return [
    move(on, "10:00", evaluator, (player) => player.does(`${findings}/answers/ask`, wave), name),
    ...(link ? [move(link.on, "18:30", evaluator, byLink(name, link.said))] : []),
    ...(paper ? [move(paper.on, "11:00", evaluator, onPaper(name, paper.said))] : []),
  ]
}

/** "ysn": what somebody said to five questions, by the first letter of each answer. */
const words = { y: "yes", s: "sometimes", n: "no", "-": "not-said" } as const
const people = ["knows-who", "listens", "decided", "better", "change"]
const said = (letters: string): Said =>
  Object.fromEntries(people.map((question, at) => [question, words[letters[at] as keyof typeof words]]))
const each = (...letters: string[]): Said[] => letters.map(said)

const worker = ([confidence, rights, staying]: string, promised: string, actual: string): Said => ({
  confidence: `${confidence}`,
  rights: `${rights}`,
  staying: `${staying}`,
  "days-promised": promised,
  "days-actual": actual,
})

/** What people and practitioners answered, straight to the evaluator: at some sites by five and more, at some by fewer. All invented. */
export const directAnswers: Move[] = [
  ...asked({
    site: "halton",
    group: "people",
    point: "baseline",
    title: "Autumn 2017",
    asked: "2017-11-06",
    until: "2017-12-08",
    link: { on: "2017-11-15", said: each("nsnny", "ysnsy") },
    paper: { on: "2017-11-28", said: each("nnnny", "nsnsy", "ysysy", "n-nny", "nsnny") },
  }),
  ...asked({
    site: "bradford",
    group: "people",
    point: "baseline",
    title: "Asked by self-advocates, autumn 2017",
    asked: "2017-11-10",
    until: "2017-12-08",
    paper: { on: "2017-12-04", said: each("nnnny", "nsnny", "yynsy", "nsnsy", "nnsny", "ysysn", "nnnny") },
  }),
  ...asked({
    site: "sheffield",
    group: "people",
    point: "baseline",
    title: "Autumn 2017",
    asked: "2017-11-03",
    until: "2017-11-30",
    paper: { on: "2017-11-29", said: each("yysys", "yynys", "ysyys") },
  }),
  ...asked({
    site: "hertfordshire",
    group: "practitioners",
    point: "baseline",
    title: "Named social workers, autumn 2017",
    asked: "2017-11-08",
    until: "2017-11-24",
    link: {
      on: "2017-11-14",
      said: ["334", "243", "344", "322", "433", "343"].map((one) => worker(one, "2.0", "1.5")),
    },
  }),
  ...asked({
    site: "halton",
    group: "people",
    point: "final",
    title: "Spring 2018",
    asked: "2018-04-16",
    until: "2018-05-18",
    link: { on: "2018-04-24", said: each("yyyyn", "yyyys") },
    paper: { on: "2018-05-08", said: each("yysyn", "yyyyn", "ysyys", "yyssy", "yyyyn", "sysyn") },
  }),
  ...asked({
    site: "bradford",
    group: "people",
    point: "final",
    title: "Asked by self-advocates, spring 2018",
    asked: "2018-03-19",
    until: "2018-04-20",
    paper: {
      on: "2018-04-17",
      said: each("yysyn", "yyyys", "yssyy", "yynsy", "yyyyn", "sysys", "yyyyn", "nsnny"),
    },
  }),
  ...asked({
    site: "sheffield",
    group: "people",
    point: "final",
    title: "Spring 2018",
    asked: "2018-03-19",
    until: "2018-04-13",
    paper: { on: "2018-04-11", said: each("yyyyn", "yyyyn", "yysyn", "yyyys") },
  }),
  ...asked({
    site: "hertfordshire",
    group: "practitioners",
    point: "final",
    title: "Named social workers, spring 2018",
    asked: "2018-03-19",
    until: "2018-04-06",
    link: {
      on: "2018-03-27",
      said: ["445", "454", "344", "434", "544", "454"].map((one) => worker(one, "2.0", "2.0")),
    },
  }),
]
