import { kindOf } from "../../kinds/index.ts"
import { dayWords, londonDate } from "../../values/london.ts"
import type { Expected } from "../calendar/expected.ts"
import type { EvaluationHead } from "../evaluation/head.ts"
import { type Chase, type ChaseName, chases, daysAfter } from "./chases.ts"

const dayOf = (instant: string) => dayWords(londonDate(new Date(instant)))

/** Everything that the evaluation of a site has to tell, as it stands: by the day of each, and no word of a story. */
export const chasesOfEvaluation = ({
  organisation,
  phase,
  plan,
  storiesToCheck,
}: EvaluationHead): Chase[] => {
  const here = `/organisations/${organisation}`
  const told = (
    chase: ChaseName,
    { id, since }: { id: string; since: string },
    one: Pick<Chase, "title" | "says" | "path">,
  ): Chase => ({
    chase,
    mark: `${chase}#${id}#${since}`,
    day: daysAfter(since, chase),
    tells: chases[chase].tells,
    ...one,
  })
  const since = plan?.since
  const unsigned = (since ? (plan?.waitsFor ?? []) : []).map((side) =>
    told(
      side === "the site" ? "plan unsigned at the site" : "plan unsigned by the evaluator",
      { id: "plan", since: since ?? "" },
      {
        title: "Evaluation plan",
        says: () =>
          `It waits since ${dayOf(since ?? "")}: agree it, or say not yet, and what would have to change.`,
        path: `${here}/evaluation/${phase}/plan`,
      },
    ),
  )
  const unchecked = storiesToCheck.map(({ story, since }) =>
    told(
      "story unchecked",
      { id: story, since },
      {
        title: "A story",
        says: () => `Given to you on ${dayOf(since)}. Nobody else can read it until you answer.`,
        path: `${here}/stories/${phase}/${story}`,
      },
    ),
  )
  return [...unsigned, ...unchecked].sort((a, b) => a.day.localeCompare(b.day))
}

/** Of a return that evaluators accept, that nobody has opened it: each version that was sent, once. */
export const chasesOfReturn = ({ organisation, phase, round, kind, title, stands }: Expected): Chase[] => {
  const { needs, workflow } = kindOf(kind)
  const accepted = needs === "the evaluation" && workflow === "sent and accepted"
  if (!accepted || stands?.state !== "sent") return []
  const { sentAt, reference, version, review } = stands
  if (review?.looked || sentAt === undefined) return []
  return [
    {
      chase: "return unread",
      mark: `return unread#${round}#${version}`,
      day: daysAfter(sentAt, "return unread"),
      tells: chases["return unread"].tells,
      title,
      says: () =>
        `Sent on ${dayOf(sentAt)}. The site was told that it hears within ${chases["return unread"].workingDays} working days.`,
      path: `/organisations/${organisation}/evaluation/${phase}/returns/${reference}`,
    },
  ]
}
