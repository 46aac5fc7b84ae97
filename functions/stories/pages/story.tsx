import { stopAskers, stopWays } from "../../../shared/domain/evaluation/stories/consent-texts.ts"
import { canMove, mayCheck } from "../../../shared/domain/evaluation/stories/life.ts"
import { storySentence } from "../../../shared/domain/evaluation/stories/sentence.ts"
import { storyName } from "../../../shared/domain/evaluation/stories/story.ts"
import { storiesIn, storyAt } from "../../../shared/web/evaluation/addresses.ts"
import { type C, mayHere } from "../../../shared/web/evaluation/here.ts"
import { StoryOf } from "../../../shared/web/evaluation/story.tsx"
import { Button, ButtonGroup } from "../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { maySayWhy } from "../checking.ts"
import { type Seen, todayHere } from "../desk.ts"
import { Agreed } from "./agreed.tsx"

/** One story, to read or to print: where it stands, its words for whoever may read them, and what was agreed. */
export const StoryPage = ({ c, seen }: { c: C; seen: Seen }) => {
  const { one, text, keeps } = seen
  return (
    <Page
      c={c}
      title={`${storyName(one)} – ${one.name}`}
      back={{ href: storiesIn(one.organisation, one.phase), text: "Stories" }}
    >
      <span class="govuk-caption-l">{one.name}</span>
      <h1 class="govuk-heading-l">{storyName(one)}</h1>
      <p class="govuk-body-l" data-first-line>
        {storySentence(one, todayHere(c))}
      </p>
      {one.withdrawn && (
        <p class="govuk-body">
          Who asked: {stopAskers[one.withdrawn.asked].toLowerCase()}. How:{" "}
          {stopWays[one.withdrawn.how].toLowerCase()}.
        </p>
      )}
      {!text && !one.withdrawn && (
        <p class="govuk-body">Nobody reads it but those who wrote it, the site lead and the officer.</p>
      )}
      {text?.kept !== undefined && keeps && (
        <InsetText>
          <span class="answer">{text.kept}</span>
        </InsetText>
      )}
      {text && <StoryOf told={text.words} level={2} />}
      <Ways c={c} seen={seen} />
      {text && <Agreed c={c} seen={{ ...seen, text }} />}
    </Page>
  )
}

const Ways = ({ c, seen: { one, text } }: { c: C; seen: Seen }) => {
  const at = storyAt(one.organisation, one.phase, one.id)
  const writes = text !== undefined && mayHere(c, "write story")
  const checks = text !== undefined && mayHere(c, "check story")
  const isAsked = one.reviewBy !== undefined
  const ways = [
    ...(writes && canMove(one, "send") && isAsked
      ? [{ href: `${at}/send`, text: "Give it to the officer" }]
      : []),
    ...(writes && canMove(one, "ask")
      ? [{ href: `${at}/consent`, text: isAsked ? "Ask its person again" : "Ask its person" }]
      : []),
    ...(checks && canMove(one, "share") && mayCheck(one, c.var.actor.id)
      ? [{ href: `${at}/check`, text: "Check this story" }]
      : []),
    ...(text && checks && maySayWhy(c, { one, text })
      ? [{ href: `${at}/why-more`, text: "Say why more may read it" }]
      : []),
    ...(writes && canMove(one, "change") ? [{ href: `${at}/write`, text: "Change its words" }] : []),
    ...(mayHere(c, "withdraw story") && canMove(one, "withdraw")
      ? [{ href: `${at}/withdraw`, text: "Withdraw it" }]
      : []),
  ]
  if (ways.length === 0) return null
  return (
    <div class="no-print">
      {checks && canMove(one, "share") && !mayCheck(one, c.var.actor.id) && (
        <p class="govuk-body">You wrote some of it: another information-governance officer checks it.</p>
      )}
      <ButtonGroup>
        {ways.map(({ href, text: says }, place) => (
          <Button href={href} variant={place > 0 || says === "Withdraw it" ? "secondary" : undefined}>
            {says}
          </Button>
        ))}
      </ButtonGroup>
    </div>
  )
}
