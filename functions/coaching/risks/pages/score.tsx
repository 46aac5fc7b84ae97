import { highFrom, type Score, scoreOf } from "../../../../shared/domain/coaching/risk.ts"
import { Tag } from "../../../../shared/web/govuk/tag.tsx"

/** "20, high": likelihood and impact multiplied, said in words where it is high. */
export const ScoreOf = ({ score }: { score: Score }) => {
  const all = scoreOf(score)
  return (
    <>
      {all} {all >= highFrom && <Tag colour="red">High</Tag>}
      <span class="beside">
        {score.likelihood} likely × {score.impact} bad
      </span>
    </>
  )
}
