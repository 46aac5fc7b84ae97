import type { Hono } from "hono"
import { uses } from "../../../shared/domain/evaluation/stories/consent-texts.ts"
import type { SharedStory } from "../../../shared/domain/evaluation/stories/story.ts"
import { dateWords } from "../../../shared/values/london.ts"
import { csvOf } from "../../../shared/web/csv.ts"
import { findingsAt } from "../../../shared/web/evaluation/addresses.ts"
import { SharedStoryOf } from "../../../shared/web/evaluation/story.tsx"
import { Table } from "../../../shared/web/govuk/table.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import type { C, Inside } from "../here.ts"
import { readyLine, sharedHere, sharedOneHere, storiesAt, storyAt } from "./desk.ts"

const usesOf = (one: SharedStory) => one.uses.map((use) => uses[use].words).join(", ")

/** Stories of every site, as far as their people agreed that whoever asks reads them. */
export const addSharedStoryPages = (pages: Hono<Inside>) =>
  pages
    .get("/stories", async (c) => c.html(StoriesPage({ c, all: await sharedHere(c) })))
    .get("/stories.csv", async (c) => {
      const all = await sharedHere(c)
      c.header("content-type", "text/csv; charset=utf-8")
      c.header("content-disposition", 'attachment; filename="stories.csv"')
      return c.body(csvOf(rowsOf(all)))
    })
    .get("/stories/:phase/:organisation/:story", async (c) =>
      c.html(StoryPage({ c, one: await sharedOneHere(c) })),
    )

/** No file holds a word of a story: what somebody saved cannot be taken back. */
const rowsOf = (all: SharedStory[]): string[][] => [
  ["phase", "site", "story", "agreed for", "asked again by"],
  ...all.map((one) => [one.phase, one.name, one.id, usesOf(one), one.reviewBy]),
]

const StoriesPage = ({ c, all }: { c: C; all: SharedStory[] }) => (
  <Page c={c} title="Stories" back={{ href: findingsAt, text: "What was found" }} wide>
    <h1 class="govuk-heading-l">Stories</h1>
    <p class="govuk-body-l" data-first-line>
      {readyLine(all)}
    </p>
    <p class="govuk-body">
      You read these because their people said yes. Use each for what it was agreed for and for nothing else;
      ask its site before any new use.
    </p>
    {all.length > 0 && (
      <>
        <Table
          caption="Stories that you may read"
          captionSize="m"
          stacks
          firstCellIsHeader
          head={[{ text: "Story" }, { text: "Agreed for" }, { text: "Asked again by" }]}
          rows={all.map((one) => [
            {
              content: (
                <>
                  <a class="govuk-link" href={storyAt(one)}>
                    {one.pseudonym}’s story
                  </a>
                  <span class="beside">
                    {one.name}, {one.phase}
                  </span>
                </>
              ),
            },
            { content: usesOf(one) },
            { content: dateWords(one.reviewBy) },
          ])}
        />
        <p class="govuk-body no-print">
          <a class="govuk-link" href={`${storiesAt}.csv`}>
            Download this list (CSV)
          </a>
        </p>
      </>
    )}
  </Page>
)

const StoryPage = ({ c, one }: { c: C; one: SharedStory }) => (
  <Page c={c} title={`A story of ${one.name}`} back={{ href: storiesAt, text: "Stories" }}>
    <h1 class="govuk-heading-l">A story of {one.name}</h1>
    <SharedStoryOf one={one} level={2} />
    <p class="govuk-body">
      A printed copy cannot be taken back by itself: destroy it where its person says stop, or after the day
      above.
    </p>
  </Page>
)
