import type { EvaluationHead, EvaluationMove } from "../../shared/domain/evaluation/head.ts"
import { withoutStory } from "../../shared/domain/evaluation/reports/report.ts"
import { sharedFrom, type Whole } from "../../shared/domain/evaluation/stories/changing.ts"
import { readsAtSite } from "../../shared/domain/evaluation/stories/keepers.ts"
import { type Story, storyName } from "../../shared/domain/evaluation/stories/story.ts"
import type { EvaluationRight } from "../../shared/domain/people/evaluation-policy.ts"
import { Refused } from "../../shared/domain/refused.ts"
import type { EvaluationDecided } from "../../shared/store/evaluation.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { putReport, reportsIn } from "../../shared/store/reports.ts"
import { putStory, putStoryText, removeStoryText, shareAs, storiesIn } from "../../shared/store/stories.ts"
import type { Action } from "../../shared/store/table.ts"
import { type C, changeHere, placeHere, whoHere } from "../../shared/web/evaluation/here.ts"
import { idHere, readerHere, sharedHere, storyIn, todayHere } from "./desk.ts"
import { storyLetters, type Told } from "./letters.ts"

export type Moved = { story: string; state: Story["state"]; version: number }

/** What becomes of a story: as it is then, with its words where they stay. */
export type Became = { move: EvaluationMove; one: Story; text?: Whole["text"]; told?: Told }

type How = { right: EvaluationRight; key: MoveKey; seen?: number }

export const movingHere = (c: C) => ({ by: whoHere(c), at: c.var.world.now() })

/** A story more. */
export const adding = (c: C, { right, key }: How, does: (all: Story[]) => Promise<Whole>): Promise<Moved> =>
  changeHere<Moved>(c, { right, key }, async () => {
    const all = await storiesIn(c.var.world.table).all(placeHere(c))
    return line(c, all, { move: "write story", ...(await does(all)) })
  })

/**
 * A move of the story in the address, by somebody who may read it. What others read of it changes in the same write, and
 * is gone with the first that takes it away from them. `seen` is the revision that was read.
 */
export const moving = (
  c: C,
  { right, key, seen }: How,
  does: (whole: Whole) => Promise<Became>,
): Promise<Moved> =>
  changeHere<Moved>(c, { right, key }, async () => {
    const place = placeHere(c)
    const store = storiesIn(c.var.world.table)
    const [all, text] = await Promise.all([store.all(place), store.text(place, idHere(c))])
    const one = storyIn(all, c)
    if (!text || !readsAtSite(one, text, readerHere(c), todayHere(c))) throw new Refused("not found")
    asSeen(one, seen)
    return line(c, all, await does({ one, text }), one)
  })

/** It goes: whoever may withdraw it need not be able to read it. */
export const withdrawing = (c: C, how: How, does: (one: Story) => Story): Promise<Moved> =>
  changeHere<Moved>(c, how, async () => {
    const all = await storiesIn(c.var.world.table).all(placeHere(c))
    const before = storyIn(all, c)
    return line(c, all, { move: "withdraw story", one: does(before), told: "withdrawn" }, before)
  })

/** The line, the story and everything that others read of it: together or not at all. */
const line = async (
  c: C,
  all: readonly Story[],
  { move, one, text, told }: Became,
  before?: Story,
): Promise<EvaluationDecided<Moved>> => {
  const { programme } = c.var.world.settings
  const shared = before && (await sharedHere(c).one(before, before.id))
  const after = { ...one, reports: shared?.reports ?? one.reports }
  const gone = after.state === "withdrawn"
  return {
    move,
    about: { kind: "story", id: one.id, title: storyName(one) },
    head: headWith(all, after),
    actions: [
      putStory(after, before),
      ...(text ? [putStoryText(text)] : [removeStoryText(one)]),
      ...shareAs(programme, text && sharedFrom({ one: after, text }, shared), shared),
      ...(gone ? await reportsWithout(c, after) : []),
    ],
    letters: told ? await storyLetters(c, told, after) : [],
    result: { story: one.id, state: one.state, version: one.version },
  }
}

/** Every report that holds it, told in the same write. */
const reportsWithout = async (c: C, one: Story): Promise<Action[]> => {
  const { table, settings, now } = c.var.world
  const store = reportsIn(table, settings.programme)
  const found = await Promise.all(one.reports.map((id) => store.one(id)))
  return found.flatMap((each) =>
    each ? putReport(settings.programme, withoutStory(each, one, now()), each) : [],
  )
}

/** What waits for the officer and how many others may read, counted anew: what homes and lists read. */
const headWith = (
  all: readonly Story[],
  after: Story,
): Pick<EvaluationHead, "storiesToCheck" | "storiesShared"> => {
  const now = [...all.filter(({ id }) => id !== after.id), after]
  return {
    storiesToCheck: now
      .flatMap(({ id, state, sent }) =>
        state === "with the officer" && sent ? [{ story: id, since: sent.at }] : [],
      )
      .sort((a, b) => a.since.localeCompare(b.since)),
    storiesShared: now.filter(({ state }) => state === "shared").length,
  }
}

const asSeen = ({ revision, writers }: Story, seen: number | undefined) => {
  if (seen === undefined || revision === seen) return
  throw new Refused("changed by someone else", {
    says: `This story was changed after you opened the page: ${writers.at(-1)?.name ?? "Somebody"} wrote in it last. Nothing was changed. Read it again first.`,
  })
}
