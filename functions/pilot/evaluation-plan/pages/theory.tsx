import type { TheoryBox } from "../../../../shared/domain/evaluation/plan/theory.ts"
import { here } from "../addresses.ts"
import type { InPhase } from "../desk.ts"
import { titleOf } from "../exporting.tsx"
import { Picture } from "./picture.tsx"
import { Way } from "./plan-page.tsx"

type Props = { on: Pick<InPhase, "place">; boxes: readonly TheoryBox[]; file?: boolean }

/** How it is meant to work: the picture, of one column on a small screen, and the same words as a list. */
export const Theory = ({ on: { place }, boxes, file }: Props) => (
  <>
    <h2 class="govuk-heading-m">How it is meant to work</h2>
    <figure class="drawn drawn--wide">
      <Picture boxes={boxes} shape="wide" id="theory-wide" title={titleOf(place.name)} />
    </figure>
    <figure class="drawn drawn--narrow">
      <Picture boxes={boxes} shape="narrow" id="theory-narrow" title={titleOf(place.name)} />
    </figure>
    {file && <Way to={`${here(place)}/theory.svg`}>Keep this picture (SVG)</Way>}
    <h3 class="govuk-heading-s">The same in words</h3>
    <dl class="govuk-summary-list">
      {boxes.map(({ heading, lines }) => (
        <div class="govuk-summary-list__row govuk-summary-list__row--no-actions">
          <dt class="govuk-summary-list__key">{heading}</dt>
          <dd class="govuk-summary-list__value answer">
            {lines.length === 0 ? <span class="govuk-hint">Not written yet</span> : lines.join("\n")}
          </dd>
        </div>
      ))}
    </dl>
  </>
)
