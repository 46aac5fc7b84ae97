import { ageBands, uses } from "../../domain/evaluation/stories/consent-texts.ts"
import type { SharedStory, StoryWords } from "../../domain/evaluation/stories/story.ts"
import { dateWords } from "../../values/london.ts"
import { InsetText } from "../govuk/inset-text.tsx"

type Told = Pick<StoryWords, "pseudonym" | "band" | "text" | "quote" | "about">

/** A story as others read it: what the person says first. The name is one that they chose. */
export const StoryOf = ({ told, level, site }: { told: Told; level: 2 | 3; site?: string }) => {
  const Heading = `h${level}` as const
  const { pseudonym, band, text, quote, about } = told
  return (
    <section class="row-of-many">
      <Heading class="govuk-heading-m">{pseudonym}’s story</Heading>
      <p class="govuk-body-s">
        {pseudonym} is {ageBands[band].toLowerCase()}
        {site && `, ${site}`}. The name is one that they chose.
        {about && ` About: ${about.name}.`}
      </p>
      {quote && (
        <InsetText>
          <span class="answer">{quote}</span>
        </InsetText>
      )}
      <p class="govuk-body answer">{text}</p>
    </section>
  )
}

/** The same with what was agreed about it. */
export const SharedStoryOf = ({ one, level }: { one: SharedStory; level: 2 | 3 }) => (
  <>
    <StoryOf told={one} level={level} site={one.name} />
    <p class="govuk-body-s">
      Agreed for: {one.uses.map((use) => uses[use].words.toLowerCase()).join(", ")}. Its person is asked again
      by {dateWords(one.reviewBy)}.
    </p>
  </>
)
