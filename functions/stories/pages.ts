import type { Hono } from "hono"
import { storySentence } from "../../shared/domain/evaluation/stories/sentence.ts"
import { storyName } from "../../shared/domain/evaluation/stories/story.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { dateWords } from "../../shared/values/london.ts"
import { csvOf } from "../../shared/web/csv.ts"
import { storiesIn, storyAt } from "../../shared/web/evaluation/addresses.ts"
import { type C, type Inside, phasesHere, placeHere, siteHere } from "../../shared/web/evaluation/here.ts"
import { moveKey } from "../../shared/web/move-key.ts"
import type { Tried } from "../../shared/web/programme/form.tsx"
import { submitting } from "../../shared/web/programme/typed.ts"
import { checkingForm, checkStory, sayWhy, toCheck, toWithdraw, withdrawStory } from "./checking.ts"
import { type Listed, othersHere, storiesHere, storyHere, todayHere } from "./desk.ts"
import { type Given, onPage } from "./given.ts"
import { issuedHere, issuedOneHere } from "./issued/desk.ts"
import { IssuedPage } from "./issued/page.tsx"
import type { Moved } from "./moves.ts"
import {
  AddPage,
  AskPage,
  ChangePage,
  CheckPage,
  SendPage,
  WhyMorePage,
  WithdrawPage,
} from "./pages/forms.tsx"
import { ListPage, OthersPage } from "./pages/list.tsx"
import { StoryPage } from "./pages/story.tsx"
import {
  addStory,
  addTitle,
  askedFields,
  askingForm,
  askPerson,
  changeStory,
  changeTitle,
  sendStory,
  toWrite,
  wordsFields,
  writingForm,
} from "./writing.ts"

const all = "/stories/:phase"
const one = `${all}/:story`

/** Pages that ask for something and go on: drawn again with what was typed where it cannot be done. */
const forms: Record<
  string,
  { page: (c: C, tried?: Tried) => Promise<unknown>; does: (c: C, given: Given, key: Key) => Promise<Moved> }
> = {
  [`${all}/add`]: {
    page: async (c, tried) => AddPage({ c, section: await writingForm(c, addTitle), tried }),
    does: addStory,
  },
  [`${one}/write`]: {
    page: async (c, tried) => {
      const { one, text } = await toWrite(c, "change")
      const section = await writingForm(c, changeTitle)
      return ChangePage({ c, one, section, entries: wordsFields(section, text), tried })
    },
    does: changeStory,
  },
  [`${one}/consent`]: {
    page: async (c, tried) => {
      const { one, text } = await toWrite(c, "ask")
      const section = askingForm(c, text)
      return AskPage({ c, one, text, section, entries: askedFields(section, text), tried })
    },
    does: askPerson,
  },
  [`${one}/send`]: {
    page: async (c, tried) => SendPage({ c, ...(await toWrite(c, "send")), tried }),
    does: (c, { seen }, key) => sendStory(c, seen, key),
  },
  [`${one}/check`]: {
    page: async (c, tried) => {
      const found = await toCheck(c)
      return CheckPage({ c, ...found, section: checkingForm(found), tried })
    },
    does: checkStory,
  },
  [`${one}/why-more`]: {
    page: async (c, tried) => WhyMorePage({ c, one: (await toCheck(c, "say why")).one, tried }),
    does: sayWhy,
  },
  [`${one}/withdraw`]: {
    page: async (c, tried) => WithdrawPage({ c, one: await toWithdraw(c), tried }),
    does: withdrawStory,
  },
}
type Key = ReturnType<typeof moveKey>

/** The stories of one site: below `/organisations/:organisation`. */
export const addStoryPages = (pages: Hono<Inside>) => {
  pages
    .get("/stories", (c) => c.redirect(storiesIn(siteHere(c), newestHere(c)), 302))
    .get(all, async (c) => {
      const [listed, issued] = await Promise.all([storiesHere(c), issuedHere(c)])
      return c.html(ListPage({ c, listed, issued }))
    })
    .get(`${all}/stories.csv`, async (c) => {
      const { organisation, phase } = placeHere(c)
      c.header("content-type", "text/csv; charset=utf-8")
      c.header("content-disposition", `attachment; filename="stories-${organisation}-${phase}.csv"`)
      return c.body(csvOf(rowsOf(c, await storiesHere(c))))
    })
    .get(`${all}/others`, async (c) => c.html(OthersPage({ c, stories: await othersHere(c) })))
  pages.get(`${all}/reports/:report`, async (c) => {
    const of = await issuedOneHere(c)
    return c.html(IssuedPage({ c, of }))
  })
  for (const [path, { page, does }] of Object.entries(forms))
    pages
      .get(path, async (c) => c.html((await page(c)) as string))
      .post(path, (c) =>
        submitting(
          c,
          async ({ key, ...typed }) => nextOf(c, await does(c, onPage(typed), moveKey(c, key, typed))),
          (tried) => page(c, tried),
        ),
      )
  return pages.get(one, async (c) => c.html(StoryPage({ c, seen: await storyHere(c) })))
}

/** A new story goes on to asking its person. */
const nextOf = (c: C, { story }: Moved) => {
  const { organisation, phase } = placeHere(c)
  const at = storyAt(organisation, phase, story)
  return c.req.path.endsWith("/add") ? `${at}/consent` : at
}

const newestHere = (c: C): string => {
  const newest = phasesHere(c)[0]
  if (!newest) throw new Refused("not found")
  return newest.phase.id
}

/** Where each stands. No file holds a word of a story: what somebody saved cannot be taken back. */
const rowsOf = (c: C, { stories }: Listed): string[][] => [
  ["story", "state", "where it stands", "version", "asked again by"],
  ...stories.map(({ one }) => [
    storyName(one),
    one.state,
    storySentence(one, todayHere(c)),
    String(one.version),
    one.reviewBy ? dateWords(one.reviewBy) : "",
  ]),
]
