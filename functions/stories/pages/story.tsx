import type { Consent } from "../../../shared/domain/evaluation/stories/consent.ts"
import { isPast } from "../../../shared/domain/evaluation/stories/consent.ts"
import {
  consentNotice,
  deciders,
  seenHow,
  stopAskers,
  stopWays,
  useNames,
  uses,
} from "../../../shared/domain/evaluation/stories/consent-texts.ts"
import { canMove, mayCheck } from "../../../shared/domain/evaluation/stories/life.ts"
import { storySentence } from "../../../shared/domain/evaluation/stories/sentence.ts"
import { type Story, storyName } from "../../../shared/domain/evaluation/stories/story.ts"
import { dateWords, stampWords } from "../../../shared/values/london.ts"
import { storiesIn, storyAt } from "../../../shared/web/evaluation/addresses.ts"
import { type C, mayHere } from "../../../shared/web/evaluation/here.ts"
import { StoryOf } from "../../../shared/web/evaluation/story.tsx"
import { Button, ButtonGroup } from "../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { maySayWhy } from "../checking.ts"
import { agreedIn, type Seen, todayHere } from "../desk.ts"

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

type WithText = Required<Seen>

/** What it may be used for now; and for whoever keeps it every time that somebody was asked. */
const Agreed = ({ c, seen: { one, text, keeps } }: { c: C; seen: WithText }) => {
  const agreed = agreedIn({ one, text })
  const past = agreed && isPast(agreed, todayHere(c))
  return (
    <>
      <h2 class="govuk-heading-m">What was agreed</h2>
      {!agreed && <p class="govuk-body">Nobody was asked about these words yet.</p>}
      {agreed && (
        <SummaryList
          rows={[
            ...useNames.map((use) => ({
              key: uses[use].words,
              value: agreed.uses.includes(use) ? (past ? "Yes, and not used now" : "Yes") : "No",
            })),
            { key: "Asked again by", value: dateWords(agreed.reviewBy) },
          ]}
        />
      )}
      {keeps && <Asked one={one} consents={text.consents} />}
      <p class="govuk-body-s">{consentNotice}</p>
    </>
  )
}

const Asked = ({ one, consents }: { one: Story; consents: Consent[] }) => (
  <>
    {consents.toReversed().map((each) => (
      <section class="row-of-many">
        <h3 class="govuk-heading-s">
          Asked on {dateWords(each.askedOn)}
          {each.version !== one.version && ", about an earlier version"}
        </h3>
        <SummaryList rows={rowsOf(each)} />
      </section>
    ))}
  </>
)

const rowsOf = (one: Consent) => [
  { key: "Who decided", value: deciders[one.decided].words },
  ...(
    [
      ["What helped them to decide", one.support],
      ["The young person’s own view", one.ownView],
      ["Their power", one.power && (one.power === "attorney" ? "Lasting power of attorney" : "Deputy")],
      ["Who made the decision", one.decisionMaker],
      ["Who was asked", one.consulted],
      ["Why it helps this person", one.helps],
      ["Why more than the pilot team", one.whyMore && `${one.whyMore.says} (${one.whyMore.by.name})`],
    ] as const
  ).flatMap(([key, value]) => (value ? [{ key, value: <span class="answer">{value}</span> }] : [])),
  {
    key: "Answered with yes",
    value:
      useNames
        .filter((use) => one.uses[use])
        .map((use) => uses[use].words)
        .join(", ") || "None",
  },
  {
    key: "They saw it",
    value: `${dateWords(one.seenOn)}. ${seenHow[one.seenHow]}. Easy-read form: ${one.easyRead ? "yes" : "no"}`,
  },
  { key: "Who asked", value: one.askedBy },
  {
    key: "Recorded",
    value: `${one.recorded.by.name}, ${stampWords(new Date(one.recorded.at))}. Words of the consent: edition ${one.edition}`,
  },
]
