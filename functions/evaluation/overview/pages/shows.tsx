import { type EvaluationMove, evaluationMoves } from "../../../../shared/domain/evaluation/head.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import {
  answersAt,
  measuresAt,
  onePageAt,
  releasedFiguresAt,
  storiesIn,
} from "../../../../shared/web/evaluation/addresses.ts"
import { type C, mayHere } from "../../../../shared/web/evaluation/here.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import type { OnOverview } from "../desk.ts"

/** Where what it shows can be read, by what whoever asks may see. */
export const links = (c: C, { place: { organisation, phase }, view, head }: OnOverview) => [
  {
    href: measuresAt(organisation, phase),
    text: view === "true" ? "Figures, from the baseline on" : "Figures as they were released",
    more: "",
  },
  ...(view === "true"
    ? [
        {
          href: releasedFiguresAt(organisation, phase),
          text: "Figures that others read as they are",
          more: ", released by the information-governance officer",
        },
        {
          href: answersAt(organisation, phase),
          text: "What people tell the evaluator directly",
          more: ": links to hand on",
        },
      ]
    : []),
  ...(mayHere(c, "see stories")
    ? [{ href: storiesIn(organisation, phase), text: "Stories", more: storyWords(head) }]
    : []),
  ...(mayHere(c, "take one page")
    ? [{ href: onePageAt(organisation, phase), text: "One page for a meeting of the council", more: "" }]
    : []),
]

const storyWords = ({ storiesToCheck, storiesShared }: OnOverview["head"]) => {
  const parts = [
    ...(storiesToCheck.length > 0 ? [`${storiesToCheck.length} to check`] : []),
    ...(storiesShared > 0 ? [`${storiesShared} that others may read`] : []),
  ]
  return parts.length === 0 ? "" : `: ${parts.join(", ")}`
}

/** What was agreed, locked and released, each with its name and time. */
export const History = ({ overview: { history } }: { overview: OnOverview }) =>
  history.length === 0 ? (
    <>
      <h2 class="govuk-heading-m">What happened</h2>
      <p class="govuk-body">
        Nothing yet: what is agreed, locked and released is listed here, each with its name and time.
      </p>
    </>
  ) : (
    <Table
      caption="What happened, newest first"
      captionSize="m"
      stacks
      head={[{ text: "What" }, { text: "About" }, { text: "Who" }, { text: "When" }]}
      rows={history.map(({ move, about, by, at }) => [
        { content: evaluationMoves[move as EvaluationMove] ?? move },
        { content: about?.title ?? "" },
        { content: by.name },
        { content: stampWords(new Date(at)) },
      ])}
    />
  )
