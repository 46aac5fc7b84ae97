import type { Content } from "./content.ts"
import { Tag } from "./tag.tsx"

type PhaseBannerProps = { tag: Content; children: Content }

export const PhaseBanner = ({ tag, children }: PhaseBannerProps) => (
  <div class="govuk-phase-banner govuk-width-container">
    <p class="govuk-phase-banner__content">
      <Tag class="govuk-phase-banner__content__tag">{tag}</Tag>{" "}
      <span class="govuk-phase-banner__text">{children}</span>
    </p>
  </div>
)
