import * as z from "zod"
import { longText } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { dateWords, type PlainDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { line, type Part } from "../coaching/printed.ts"

const who = z.object({ person: z.string(), name: z.string() })

/** What no record says and the council asks: in the words of the site lead. */
export const onePage = z.object({
  organisation: z.string(),
  phase: z.string(),
  answers: z.object({
    posts: z.string().optional(),
    adulthood: z.string().optional(),
    asks: z.string().optional(),
  }),
  by: who,
  at: z.iso.datetime(),
  revision: z.int(),
})
export type OnePage = z.infer<typeof onePage>

export const onePageForm = section({
  id: "one-page",
  title: "What the page says in your words",
  minutes: 5,
  intro:
    "Everything else on the page is made from the record. It is read in public: nobody recognisable in it.",
  asks: {
    posts: longText({
      label: "How many staff is it, and is it their whole job?",
      called: "how many staff it is",
      hint: "Posts, not people by name: “3 named social workers, two days a week each beside their other work”.",
      words: 40,
      optional: true,
    }),
    adulthood: longText({
      label: "What happens at adulthood?",
      called: "what happens at adulthood",
      hint: "Who a young person’s social worker is when they turn 18, and who decides.",
      words: 60,
      optional: true,
    }),
    asks: longText({
      label: "What do you ask of the Board?",
      called: "what you ask of the Board",
      words: 60,
      optional: true,
    }),
  },
})

/** A figure as it was released, small numbers hidden: "15", "[c]". */
export type ReleasedFigure = { measure: string; label: string; says: string }

/** The figures of one site in the last release, with the rule that it was made by. */
export type ReleasedOf = { on: PlainDate; figures: ReleasedFigure[]; rule: string[] }

/** What somebody agreed to have read in council meetings; `own` where they are the person’s own words. */
export type Heard = { name: string; words: string; own: boolean }

export type OnePageFacts = {
  from?: PlainDate
  to?: PlainDate
  /** Pence: the award, and what was accepted as spent, to which day. */
  award?: number
  spent?: { amount: number; to: PlainDate }
  released?: ReleasedOf
  stories: Heard[]
  /** What the final return says that it cannot show. */
  limits?: string
  own: OnePage["answers"]
  next?: { title: string; by: PlainDate }
}

/** As many figures and stories as leave it one page. */
const most = { figures: 6, stories: 2, words: 45 }

const isOfPeople = ({ measure }: ReleasedFigure) => measure === "people"

/**
 * The council's one page. Every figure on it was released: whoever is in the public gallery reads the same as everybody
 * else, and small numbers are hidden.
 */
export const partsOf = (facts: OnePageFacts): Part[] => {
  const { from, to, award, spent, released, own, next } = facts
  const figures = released?.figures ?? []
  return [
    {
      heading: "Award and dates",
      none: "No award is recorded yet.",
      lines: [
        ...(award === undefined ? [] : [line(`${pounds(award)} from the Department of Health.`)]),
        ...(from && to ? [line(`The pilot runs from ${dateWords(from)} to ${dateWords(to)}.`)] : []),
      ],
    },
    {
      heading: "How many people, and how many staff",
      none: "No figure is released yet.",
      lines: [
        ...(figures.some(isOfPeople)
          ? figures.filter(isOfPeople).map(({ label, says }) => line(`${label}: ${says}.`))
          : [line("How many people: no figure is released yet.")]),
        line(own.posts ?? "How many staff, and whether it is their whole job: not written yet."),
      ],
    },
    {
      heading: "What changed",
      none: "Nothing is released yet. Figures stand here once the evaluators have released them, and people’s words where they agreed to be heard in council meetings.",
      lines: [
        ...facts.stories
          .slice(0, most.stories)
          .map(({ name, words, own }) =>
            line(own ? `“${shortened(words)}” ${name}` : `${name}’s story: ${shortened(words)}`),
          ),
        ...figures
          .filter((one) => !isOfPeople(one))
          .slice(0, most.figures)
          .map(({ label, says }) => line(`${label}: ${says}.`)),
      ],
    },
    {
      heading: "What it cost",
      none: "Nothing is accepted as spent yet.",
      lines: spent
        ? [line(`${pounds(spent.amount)} spent to ${dateWords(spent.to)}, as it was accepted.`)]
        : [],
    },
    {
      heading: "What we cannot claim",
      none: "The final return is not sent yet. Until then everything here is early and indicative, and nobody claims that the pilot was the cause.",
      lines: facts.limits ? [line(facts.limits)] : [],
    },
    {
      heading: "What happens at adulthood",
      none: "Not written yet.",
      lines: own.adulthood ? [line(own.adulthood)] : [],
    },
    {
      heading: "What we ask of the Board",
      none: "Nothing at this meeting.",
      lines: own.asks ? [line(own.asks)] : [],
    },
    {
      heading: "Next update",
      none: "No further update is planned.",
      lines: next ? [line(`${next.title}: due ${dateWords(next.by)}.`)] : [],
    },
    ...(released && figures.length > 0
      ? [
          {
            heading: "How figures are shown",
            none: "",
            lines: [line(`Released on ${dateWords(released.on)}. ${released.rule.join(" ")}`)],
          },
        ]
      : []),
  ]
}

const shortened = (words: string) => {
  const all = words.trim().split(/\s+/)
  return all.length <= most.words ? all.join(" ") : `${all.slice(0, most.words).join(" ")} …`
}
