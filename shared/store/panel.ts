import { type Decision, decision, type Feedback, feedback } from "../domain/selection/decision.ts"
import { type Moderation, moderation } from "../domain/selection/moderation.ts"
import { type PanelNote, type PanelView, panelNote, panelView } from "../domain/selection/notes.ts"
import { type PlainWords, plainWords } from "../domain/selection/plain.ts"
import { type Panel, panel, type Reading, reading } from "../domain/selection/reading.ts"
import { type SentSheet, type Sheet, sentSheet, sheet } from "../domain/selection/sheet.ts"
import type { Action, Key } from "./action.ts"
import { changesIn } from "./changes.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/**
 * The selection panel of one round, as it stands. It knows nothing of who asks: what somebody may see of a reading is
 * worked out from it before anything is shown.
 */
export const panelIn = (table: Table, round: string) => {
  /** Its head and every reading, in one query: a page of a million bytes holds a thousand of them. */
  const all = async (): Promise<{ panel?: Panel; readings: Reading[] }> => {
    const items = await everyItem(table, { ...begins(keys.panel(round)), strong: true })
    const head = items.find(({ sk }) => sk === keys.panel(round).sk)
    return {
      panel: head && panel.parse(head),
      readings: items.filter((item) => item !== head).map((item) => reading.parse(item)),
    }
  }

  const one =
    <Value>(schema: { parse: (item: unknown) => Value }) =>
    async (key: Key): Promise<Value | undefined> => {
      const item = await table.get(key, { strong: true })
      return item && schema.parse(item)
    }

  const several =
    <Value>(schema: { parse: (item: unknown) => Value }) =>
    async (key: Key): Promise<Value[]> =>
      (await everyItem(table, { ...begins(key), strong: true })).map((item) => schema.parse(item))

  return {
    round,
    all,
    head: (): Promise<Panel | undefined> => one(panel)(keys.panel(round)),
    reading: (reference: string): Promise<Reading | undefined> =>
      one(reading)(keys.reading(round, reference)),
    sheet: (reference: string, person: string): Promise<Sheet | undefined> =>
      one(sheet)(keys.sheet(round, reference, person)),
    /** What one reader sent, oldest first. */
    sentBy: (reference: string, person: string): Promise<SentSheet[]> =>
      several(sentSheet)(within(keys.sentSheet(round, reference, person, 0), 4)),
    /** Everything that was ever sent about one. */
    sheetsOf: (reference: string): Promise<SentSheet[]> =>
      several(sentSheet)(within(keys.sentSheet(round, reference, "", 0), 5)),
    /** Everything that was ever sent in the round. */
    everySheet: (): Promise<SentSheet[]> => several(sentSheet)({ pk: keys.panel(round).pk, sk: "SENT#" }),
    notes: (reference: string): Promise<PanelNote[]> =>
      several(panelNote)(within(keys.panelNote(round, reference, 0), 4)),
    /** The views that count: of whoever was found to have a link since, it is kept and shown nowhere. */
    views: async ({ reference, views }: Pick<Reading, "reference" | "views">): Promise<PanelView[]> => {
      if (views.length === 0) return []
      const all = await several(panelView)(keys.panelView(round, reference, ""))
      return all.filter(({ by }) => views.includes(by.person))
    },
    view: (reference: string, person: string): Promise<PanelView | undefined> =>
      one(panelView)(keys.panelView(round, reference, person)),
    plain: (reference: string): Promise<PlainWords | undefined> =>
      one(plainWords)(keys.plainWords(round, reference)),
    moderation: (reference: string): Promise<Moderation | undefined> =>
      one(moderation)(keys.moderation(round, reference)),
    decision: (reference: string, version: number): Promise<Decision | undefined> =>
      one(decision)(keys.decision(round, reference, version)),
    decisions: (reference: string): Promise<Decision[]> =>
      several(decision)(within(keys.decision(round, reference, 0), 4)),
    everyDecision: (): Promise<Decision[]> =>
      several(decision)({ pk: keys.panel(round).pk, sk: "DECISION#" }),
    feedback: (reference: string): Promise<Feedback | undefined> =>
      one(feedback)(keys.feedback(round, reference)),
    everyNote: (): Promise<PanelNote[]> => several(panelNote)({ pk: keys.panel(round).pk, sk: "NOTE#" }),
    everyView: (): Promise<PanelView[]> => several(panelView)({ pk: keys.panel(round).pk, sk: "VIEW#" }),
    everyModeration: (): Promise<Moderation[]> =>
      several(moderation)({ pk: keys.panel(round).pk, sk: "MODERATION#" }),
    everyFeedback: (): Promise<Feedback[]> =>
      several(feedback)({ pk: keys.panel(round).pk, sk: "FEEDBACK#" }),
    /** What was done to it, by whom: a chain for each reading, and one for the panel itself. */
    changes: changesIn(table, {
      chain: (record) => keys.panelChain(round, record),
      move: (person, key) => keys.panelMove(round, person, key),
      event: (record, number) => keys.panelEvent(round, record, number),
      contents: (record, number) => keys.panelContents(round, record, number),
    }),
    /** Each is written as it was read, or refused where somebody was quicker: `before` is what stood there. */
    put: (after: Reading, before?: Reading): Action =>
      revised(keys.reading(round, after.reference), reading.parse(after), before),
    putHead: (after: Panel, before?: Panel): Action => revised(keys.panel(round), panel.parse(after), before),
    putSheet: (after: Sheet, before?: Sheet): Action =>
      revised(keys.sheet(round, after.reference, after.person), sheet.parse(after), before),
    putView: (after: PanelView, before?: PanelView): Action =>
      revised(keys.panelView(round, after.reference, after.by.person), panelView.parse(after), before),
    putPlain: (after: PlainWords, before?: PlainWords): Action =>
      revised(keys.plainWords(round, after.reference), plainWords.parse(after), before),
    putFeedback: (after: Feedback, before?: Feedback): Action =>
      revised(keys.feedback(round, after.reference), feedback.parse(after), before),
    putModeration: (one: Moderation): Action => ({
      put: { ...keys.moderation(round, one.reference), ...moderation.parse(one) },
    }),
    addSent: (one: SentSheet): Action => ({
      put: { ...keys.sentSheet(round, one.reference, one.person, one.version), ...sentSheet.parse(one) },
      when: "new",
    }),
    addNote: (one: PanelNote): Action => ({
      put: { ...keys.panelNote(round, one.reference, one.number), ...panelNote.parse(one) },
      when: "new",
    }),
    addDecision: (one: Decision): Action => ({
      put: { ...keys.decision(round, one.reference, one.version), ...decision.parse(one) },
      when: "new",
    }),
    /** Nothing was written to the reading since it was read. */
    unchanged: (one: Reading): Action => ({
      check: keys.reading(round, one.reference),
      when: { is: { revision: one.revision } },
    }),
  }
}

export type PanelStore = ReturnType<typeof panelIn>

/** The name of the panel's own chain, among those of its readings. */
export const panelRecord = "panel"

const begins = ({ pk, sk }: Key) => ({ pk, begins: sk })

/** A key without so many of its last characters. */
const within = ({ pk, sk }: Key, without: number): Key => ({ pk, sk: sk.slice(0, -without) })

type Revised = { revision: number }

const revised = (
  key: Key,
  value: Revised & Record<string, unknown>,
  before: Revised | undefined,
): Action => ({
  put: { ...key, ...value, revision: (before?.revision ?? 0) + 1 },
  when: before ? { is: { revision: before.revision } } : "new",
})
