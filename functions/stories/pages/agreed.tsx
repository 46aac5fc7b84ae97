import type { Consent } from "../../../shared/domain/evaluation/stories/consent.ts"
import { isPast } from "../../../shared/domain/evaluation/stories/consent.ts"
import {
  consentNotice,
  deciders,
  seenHow,
  useNames,
  uses,
} from "../../../shared/domain/evaluation/stories/consent-texts.ts"
import type { Story } from "../../../shared/domain/evaluation/stories/story.ts"
import { dateWords, stampWords } from "../../../shared/values/london.ts"
import type { C } from "../../../shared/web/evaluation/here.ts"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { agreedIn, type Seen, todayHere } from "../desk.ts"

type WithText = Required<Seen>

/** What it may be used for now; and for whoever keeps it every time that somebody was asked. */
export const Agreed = ({ c, seen: { one, text, keeps } }: { c: C; seen: WithText }) => {
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
  { key: "Who decided", value: `${deciders[one.decided].words}. ${deciders[one.decided].says}` },
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
