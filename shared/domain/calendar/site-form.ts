import * as z from "zod"
import type { Answers } from "../../form/question.ts"
import { choice, date, longText, money, text } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { addMonths, dayWords, type PlainDate, plainDate } from "../../values/london.ts"
import type { Member } from "../people/member.ts"
import { existsOn, type Organisation } from "../people/organisation.ts"
import type { Phase } from "./phase.ts"
import { present } from "./round-facts/page.ts"
import { joined, type SitePhase } from "./site-phase.ts"

/** How far the dates of a site may lie outside those of its phase, in months. */
export const outside = 3

type About = {
  phase: Pick<Phase, "from" | "to">
  coaches: Member[]
  /** Who can still be added; nothing where the site is in the phase already. */
  organisations?: Organisation[]
}

/** A site in a phase: who it is, how it came in, and when. */
export const siteForm = ({ phase: { from: first, to: last }, coaches, organisations }: About): Section => {
  const bounds = {
    notBefore: first ? addMonths(first, -outside) : "2016-01-01",
    notAfter: last ? addMonths(last, outside) : "2099-12-31",
  }
  return section({
    id: "site",
    title: organisations ? "Add a site" : "A site in this phase",
    minutes: 0,
    asks: {
      ...(organisations && {
        organisation: choice({
          label: "Which organisation?",
          called: "an organisation",
          options: Object.fromEntries(organisations.map(({ id, name }) => [id, name])),
        }),
      }),
      name: text({
        label: "What is the site called on lists?",
        called: "what the site is called",
        hint: "Leave it empty for the short name of the organisation.",
        upTo: 60,
        optional: true,
      }),
      joined: choice({ label: "How does it join?", called: "how it joins", options: joined }),
      because: longText({
        label: "Why does it continue?",
        called: "why it continues",
        words: 60,
        when: { question: "joined", is: "continuing" },
      }),
      decidedBy: text({
        label: "Who decided?",
        called: "who decided",
        hint: "A name or a role, and when.",
        upTo: 120,
        when: { question: "joined", is: "continuing" },
      }),
      from: date({ ...bounds, label: "What is the first day of its pilot?", called: "its first day" }),
      to: date({ ...bounds, label: "What is the last day of its pilot?", called: "its last day" }),
      award: money({
        label: "What is its award?",
        called: "its award",
        hint: "Only where it is published.",
        least: 100,
        optional: true,
      }),
      note: longText({
        label: "Where do these facts come from?",
        called: "where these facts come from",
        hint: "A source for the award and the dates.",
        words: 60,
        optional: true,
      }),
      coach: choice({
        label: "Who is its coach?",
        called: "its coach, or nobody yet",
        options: {
          ...Object.fromEntries(coaches.map(({ person, name }) => [person, name])),
          [nobody]: "Nobody yet",
        },
      }),
    },
    checks: [
      {
        at: "to",
        needs: ["from", "to"],
        holds: ({ from, to }) => from < to,
        otherwise: ({ from }) => `Its last day must be after its first, ${dayWords(from)}`,
      },
      {
        at: "note",
        needs: ["award"],
        holds: ({ note }) => Boolean(note),
        otherwise: "Enter where the award is published",
      },
    ],
  })
}

const nobody = "nobody"

/** Organisations that are there today and not in the phase yet, by name. */
export const canBeAdded = (organisations: Organisation[], sites: SitePhase[], today: PlainDate) =>
  organisations
    .filter((one) => existsOn(one, today) && !sites.some(({ organisation }) => organisation === one.id))
    .toSorted((a, b) => a.name.localeCompare(b.name))

export const siteAnswers = ({
  name,
  joined,
  because,
  decidedBy,
  from,
  to,
  award,
  note,
  coach,
}: SitePhase): Answers =>
  present({
    name,
    joined,
    ...(joined === "continuing" && { because, decidedBy }),
    from,
    to,
    award,
    note,
    coach: coach?.person ?? nobody,
  })

const written = z.object({
  name: z.string().optional(),
  joined: z.enum(["applied", "continuing"]),
  because: z.string().optional(),
  decidedBy: z.string().optional(),
  from: plainDate,
  to: plainDate,
  award: z.int().optional(),
  note: z.string().optional(),
  coach: z.string(),
})

/** A site with what was written of it; what was granted to it stays, and so does why an applicant came in. */
export const siteWith = (
  before: Pick<SitePhase, "phase" | "organisation" | "name"> & Partial<SitePhase>,
  answers: Answers,
  coaches: Member[],
): SitePhase => {
  const { coach: chosen, name, because, decidedBy, ...rest } = written.parse(answers)
  const coach = [...coaches, ...(before.coach ? [before.coach] : [])].find(({ person }) => person === chosen)
  const { phase, organisation, longer = [], revision = 0 } = before
  return {
    phase,
    organisation,
    longer,
    revision,
    name: name ?? before.name,
    ...rest,
    ...(rest.joined === "continuing" && { because, decidedBy }),
    ...(rest.joined === "applied" && before.joined === "applied" && whyIn(before)),
    ...(coach && { coach: { person: coach.person, name: coach.name } }),
  }
}

const whyIn = ({ because, decidedBy }: Partial<SitePhase>) => ({
  ...(because !== undefined && { because }),
  ...(decidedBy !== undefined && { decidedBy }),
})
