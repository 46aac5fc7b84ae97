import { canMove, mayCheck } from "../../../shared/domain/evaluation/stories/life.ts"
import { storySentence } from "../../../shared/domain/evaluation/stories/sentence.ts"
import { type SharedStory, storyName } from "../../../shared/domain/evaluation/stories/story.ts"
import { storiesIn, storyAt } from "../../../shared/web/evaluation/addresses.ts"
import { type C, mayHere, placeHere } from "../../../shared/web/evaluation/here.ts"
import { SharedStoryOf } from "../../../shared/web/evaluation/story.tsx"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { Table } from "../../../shared/web/govuk/table.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { type Listed, type Seen, todayHere } from "../desk.ts"
import type { Issued } from "../issued/desk.ts"
import { issuedAt } from "../issued/desk.ts"

type Props = { c: C; listed: Listed; issued: Issued[] }

/** The stories of a site in a phase: where each stands, and never more than whoever reads it may know. */
export const ListPage = ({ c, listed: { says, stories }, issued }: Props) => {
  const { organisation, phase, name } = placeHere(c)
  const at = storiesIn(organisation, phase)
  return (
    <Page
      c={c}
      title={`Stories – ${name}`}
      back={{ href: `/organisations/${organisation}`, text: name }}
      wide
    >
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Stories</h1>
      <p class="govuk-body-l" data-first-line>
        {says}
      </p>
      <p class="govuk-body">
        Told by people about their own lives, and shared only as far as they agreed. Whoever reads a story
        here can read it because its person said yes. They can stop it at any time, and nobody asks them why.
      </p>
      {stories.filter(toCheck(c)).map(({ one }) => (
        <Button href={`${storyAt(organisation, phase, one.id)}/check`}>
          Check {storyName(one).toLowerCase()}
        </Button>
      ))}
      {mayHere(c, "write story") && <Button href={`${at}/add`}>Write a story</Button>}
      {stories.length > 0 && (
        <>
          <Table
            caption="Stories of this site"
            captionSize="m"
            stacks
            firstCellIsHeader
            head={[{ text: "Story" }, { text: "Where it stands" }]}
            rows={stories.map((each) => [
              { content: <Named each={each} /> },
              { content: storySentence(each.one, todayHere(c)) },
            ])}
          />
          <p class="govuk-body no-print">
            <a class="govuk-link" href={`${at}/stories.csv`}>
              Download this list (CSV)
            </a>
          </p>
        </>
      )}
      <h2 class="govuk-heading-m">Stories of other sites</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`${at}/others`}>
          Read stories of other sites
        </a>{" "}
        whose people agreed to it.
      </p>
      {issued.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Reports to check</h2>
          {issued.map(({ report, says: stands }) => (
            <p class="govuk-body">
              <a class="govuk-link" href={issuedAt(organisation, phase, report.id)}>
                {report.title}
              </a>
              <span class="beside">{stands}</span>
            </p>
          ))}
        </>
      )}
    </Page>
  )
}

const toCheck =
  (c: C) =>
  ({ one }: Seen) =>
    mayHere(c, "check story") && canMove(one, "share") && mayCheck(one, c.var.actor.id)

const Named = ({ each: { one, text } }: { each: Seen }) => (
  <>
    <a class="govuk-link" href={storyAt(one.organisation, one.phase, one.id)}>
      {storyName(one).replace(" ", "\u00a0")}
    </a>
    <span class="beside">
      {text ? text.words.pseudonym : one.state === "withdrawn" ? "Withdrawn" : "You cannot read it"}
    </span>
  </>
)

/** What people of other sites agreed to let sites read. */
export const OthersPage = ({ c, stories }: { c: C; stories: SharedStory[] }) => {
  const { organisation, phase, name } = placeHere(c)
  return (
    <Page
      c={c}
      title={`Stories of other sites – ${name}`}
      back={{ href: storiesIn(organisation, phase), text: "Stories" }}
    >
      <h1 class="govuk-heading-l">Stories of other sites</h1>
      <p class="govuk-body-l" data-first-line>
        {stories.length === 0
          ? "There is none that you may read now. A story stands here once its person agreed that other sites read it, and an officer has checked it."
          : stories.length === 1
            ? "1 story, whose person agreed that you read it. Do not pass it on."
            : `${stories.length} stories, whose people agreed that you read them. Do not pass them on.`}
      </p>
      {stories.map((one) => (
        <SharedStoryOf one={one} level={2} />
      ))}
    </Page>
  )
}
