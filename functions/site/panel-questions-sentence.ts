import type { Expected, PanelAsks } from "../../shared/domain/calendar/expected.ts"
import { may, viewOf } from "../../shared/domain/people/policy.ts"
import { asksAbout } from "../../shared/domain/selection/asking.ts"
import { askedSentence } from "../../shared/domain/selection/asking-words.ts"
import type { PanelQuestion } from "../../shared/domain/selection/notes.ts"
import { type Sentence, sentenceOf } from "../../shared/domain/submissions/sentence.ts"
import { askingIn } from "../../shared/store/asking.ts"
import type { C } from "./desk.ts"
import type { OnShelf } from "./shelf.ts"

/** What of the questions of the selection panel somebody may know: whoever reads it whole, until it is decided. */
const knownTo = (c: C, { one, heard }: Pick<OnShelf, "one" | "heard">, asks: PanelAsks | undefined) => {
  const organisation = c.req.param("organisation") ?? ""
  const about = { kind: one.kind, organisation }
  const whole = viewOf(c.var.actor, "read", about) === "whole"
  const own = whole ? asksAbout({ panelAsks: asks }, one.reference) : undefined
  const whose: "you" | "your team" = may(c.var.actor, "save", about) ? "you" : "your team"
  return { own, open: heard ? undefined : own, whose }
}

/** What is asked about one of those in a list, from what the site is expected to send. */
export const asksHere = (c: C, shelved: OnShelf, expected: Expected[]) =>
  knownTo(c, shelved, expected.find(({ round }) => round === shelved.one.round)?.panelAsks).open

/** Whether it has gone, in a list; and what the selection panel asks about it. */
export const listedSentence = (
  c: C,
  shelved: OnShelf,
  expected: Expected[],
  mine: readonly string[],
): Sentence => {
  const now = c.var.world.now()
  const { one, occasion, heard } = shelved
  const asks = expected.find(({ round }) => round === one.round)?.panelAsks
  const { open, whose } = knownTo(c, shelved, asks)
  return askedSentence(sentenceOf(one, occasion, now, mine, heard), open, now, whose)
}

type Loaded = Pick<OnShelf, "one" | "heard"> & { sentence: Sentence; panelAsks: PanelAsks | undefined }

/** The same where one is loaded, with the questions themselves: one request, and none where nothing was asked. */
export const askedHere = async (
  c: C,
  { sentence, panelAsks, ...loaded }: Loaded,
): Promise<{ questions: PanelQuestion[]; sentence: Sentence }> => {
  const { own, open, whose } = knownTo(c, loaded, panelAsks)
  const asking = askingIn(c.var.world.table, c.req.param("organisation") ?? "")
  return {
    questions: own ? await asking.about(loaded.one.reference) : [],
    sentence: askedSentence(sentence, open, c.var.world.now(), whose),
  }
}
