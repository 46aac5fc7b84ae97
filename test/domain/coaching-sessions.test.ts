import { describe, expect, test } from "vitest"
import type { Action } from "../../shared/domain/actions/action.ts"
import { remarkForm, sinceWords } from "../../shared/domain/coaching/remark.ts"
import { type Session, type SessionState, sessionStates } from "../../shared/domain/coaching/session.ts"
import { disputed, remarksIn } from "../../shared/domain/coaching/session-answering.ts"
import {
  actionsFor,
  draftWith,
  firstDraft,
  mostCarried,
  withOpen,
} from "../../shared/domain/coaching/session-draft.ts"
import { mostActions, sessionForm } from "../../shared/domain/coaching/session-form.ts"
import { headWith } from "../../shared/domain/coaching/session-head.ts"
import { sessionKindNames, sessionKinds } from "../../shared/domain/coaching/session-kinds.ts"
import {
  canMove,
  isFinal,
  moved,
  sessionLife,
  sessionMoveNames,
  sessionMoves,
} from "../../shared/domain/coaching/session-life.ts"
import { linesOf } from "../../shared/domain/coaching/session-lines.ts"
import { sessionMore } from "../../shared/domain/coaching/session-more.ts"
import { doubtful, unready } from "../../shared/domain/coaching/session-ready.ts"
import {
  sessionAudiences,
  sessionSentence,
  standingText,
} from "../../shared/domain/coaching/session-sentence.ts"
import { askedFrom, shared } from "../../shared/domain/coaching/session-sharing.ts"
import { coachingPolicy } from "../../shared/domain/people/coaching-policy.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { isWorkingDay } from "../../shared/values/working-days.ts"

const by = { person: "p-coach", name: "The coach" }
const stamp = { by, at: "2017-12-06T16:00:00.000Z" }
const states = Object.keys(sessionStates) as SessionState[]

const given = (state: SessionState, more: Partial<Session> = {}): Session => ({
  id: "2017-12-06-aaaaaaaaaa",
  organisation: "halton",
  phase: "NSW2",
  kind: "visit",
  state,
  on: "2017-12-06",
  coach: by,
  topics: [],
  version: state === "planned" || state === "cancelled" || state === "held" ? 0 : 1,
  revision: 1,
  held: stamp,
  shared: stamp,
  asked: stamp.at,
  answerBy: "2017-12-20",
  answered: { ...stamp, as: state === "disputed" ? "disputed" : "agreed" },
  ...(state === "cancelled" && { cancelled: { ...stamp, because: "Snow." } }),
  ...(state === "closed" && { closed: { ...stamp, unanswered: false } }),
  ...more,
})

const now = new Date("2017-12-06T16:00:00Z")
const forms = [sessionForm({ now, ends: false }), sessionMore]
const action = (id: string, more: Partial<Action> = {}): Action => ({
  id,
  organisation: "halton",
  text: `Do ${id}.`,
  due: "2017-12-20",
  from: { kind: "by hand" },
  owner: "site",
  state: "open",
  carried: [],
  revision: 1,
  ...more,
})

describe("the life of a session", () => {
  test("every move can be taken by somebody, from some state", () => {
    for (const move of sessionMoveNames) {
      expect([move, Object.keys(coachingPolicy[sessionMoves[move].right]).length > 0]).toEqual([move, true])
      expect([move, states.some((state) => sessionLife[state][move] !== undefined)]).toEqual([move, true])
    }
  })

  test("every state but the last ones is left by a move, and each is reached", () => {
    const reached = new Set(states.flatMap((state) => Object.values(sessionLife[state])))
    for (const state of states) expect([state, reached.has(state)]).toEqual([state, true])
    for (const state of states) {
      const leaves = Object.values(sessionLife[state]).some((to) => to !== state)
      expect([state, leaves]).toEqual([state, state !== "cancelled" && state !== "closed"])
    }
  })

  test("once the site agreed, or it was closed, no move leads back to another text", () => {
    for (const state of states.filter((one) => isFinal({ state: one })))
      for (const to of Object.values(sessionLife[state]))
        expect([state, isFinal({ state: to })]).toEqual([state, true])
    for (const state of states.filter((one) => isFinal({ state: one })))
      for (const move of ["write", "share"] as const)
        expect(() => moved(given(state), move, "2017-12-07")).toThrow(Refused)
  })

  test("every state has its sentence for every audience, and none that was not agreed says that it was", () => {
    for (const state of states)
      for (const to of sessionAudiences) {
        const words = standingText(sessionSentence(given(state), to, "2017-12-07"))
        expect([state, to, words.length > 20]).toEqual([state, to, true])
        expect(words).not.toMatch(/undefined|NaN|please|sorry/i)
      }
    for (const today of ["2017-12-07", "2017-12-20", "2017-12-21", "2018-06-01"])
      for (const to of sessionAudiences) {
        const one = given("shared", { answered: undefined })
        const words = standingText(sessionSentence(one, to, today))
        expect(words.replace("NOT AGREED YET", "")).not.toMatch(/\bagreed\b/i)
        expect(words.startsWith(today > "2017-12-20" ? "NOT ANSWERED" : "NOT AGREED YET")).toBe(true)
      }
    const silent = given("closed", { answered: undefined, closed: { ...stamp, unanswered: true } })
    expect(standingText(sessionSentence(silent, "department", "2018-02-01"))).toContain("it has not agreed")
  })

  test("the department's sentence holds no place and no reason", () => {
    const planned = given("planned", { place: "SECRET" })
    const cancelled = given("cancelled", { cancelled: { ...stamp, because: "SECRET" } })
    for (const one of [planned, cancelled]) {
      expect(standingText(sessionSentence(one, "department", "2017-12-01"))).not.toContain("SECRET")
      expect(standingText(sessionSentence(one, "site", "2017-12-01"))).toContain("SECRET")
    }
  })

  test("it is closed when it was agreed, or not answered in time, or had nothing to agree; never while it is disputed", () => {
    const open = given("shared", { answered: undefined })
    expect([canMove(open, "close", "2017-12-20"), canMove(open, "close", "2017-12-21")]).toEqual([
      false,
      true,
    ])
    expect(canMove({ ...open, answerBy: undefined }, "close", "2017-12-06")).toBe(true)
    expect(canMove(given("disputed"), "close", "2018-03-01")).toBe(false)
    expect(canMove({ ...open, answerBy: undefined }, "agree", "2017-12-06")).toBe(false)
    expect(disputed({ ...open, answerBy: undefined }, { by, at: now }).answerBy).toBe("2017-12-20")
  })
})

describe("ten working days", () => {
  test("go round Christmas and New Year of 2017", () => {
    const { answerBy } = askedFrom(new Date("2017-12-15T16:00:00Z"))
    expect(answerBy).toBe("2018-01-03")
    expect(isWorkingDay(answerBy)).toBe(true)
  })

  test("are counted by London's days across the night of 25 March 2018, and from late in the evening before it", () => {
    expect(askedFrom(new Date("2018-03-23T23:30:00Z")).answerBy).toBe("2018-04-10")
    expect(askedFrom(new Date("2018-03-26T22:30:00Z")).answerBy).toBe("2018-04-11")
    expect(askedFrom(new Date("2018-03-26T23:30:00Z")).answerBy).toBe("2018-04-12")
  })
})

describe("what is asked", () => {
  test("of every session is one page of six questions; nothing on the other page is owed", () => {
    const [core, more] = forms
    expect(Object.keys(core?.asks ?? {})).toEqual(["on", "kind", "who", "talked", "actions", "next"])
    const empty = unready(forms, { core: {}, more: {} }, now)
    expect(empty.map(({ question, section }) => [section, question])).toEqual(
      ["on", "kind", "who", "talked", "next"].map((one) => ["session", one]),
    )
    expect(Object.values(more?.asks ?? {}).every(({ optional }) => optional)).toBe(true)
    expect(
      unready([sessionForm({ now, ends: true })], { core: {}, more: {} }, now).map(
        ({ question }) => question,
      ),
    ).not.toContain("next")
    expect(sessionKindNames.filter((kind) => sessionKinds[kind].agreement)).toEqual([
      "visit",
      "evaluation-visit",
    ])
  })

  test("every open action of the site and of its coach begins as a row, whatever it is called; no more than leave room", () => {
    const open = [
      action("2017-12-01-NSW2-HAL-E-7K3PQ4-condition-1"),
      action("2017-11-01-a", { owner: "coach", due: "2017-11-01" }),
      action("b", { owner: "department" }),
      action("c", { phase: "NSW1" }),
    ]
    const rows = actionsFor(open, "NSW2")
    expect(rows.map(({ id }) => id)).toEqual(["2017-11-01-a", "2017-12-01-NSW2-HAL-E-7K3PQ4-condition-1"])
    const many = Array.from({ length: 50 }, (_, place) => action(`n-${place}`))
    expect(actionsFor(many, "NSW2")).toHaveLength(mostCarried)
    expect(mostCarried).toBeLessThan(mostActions)
  })

  test("what an open action says is its own: a form cannot rewrite it, nor whose it is", () => {
    const open = [action("2017-12-20-aaaa")]
    const draft = firstDraft(given("held"), "2017-12-06")
    const answers = {
      actions: [{ id: "2017-12-20-aaaa", text: "Rewritten", owner: "department", now: "open" }],
    }
    const edit = { part: "core" as const, answers, seen: 0 }
    const about = { by, at: now, open, chance: () => "0123456789" }
    const [section] = forms
    if (!section) throw new Error("There is a form")
    const after = draftWith(draft, section, edit, about)
    expect(after.core.actions).toEqual([
      { id: "2017-12-20-aaaa", text: "Do 2017-12-20-aaaa.", owner: "site", due: "2017-12-20", now: "open" },
    ])
    expect(withOpen(after, open)).toEqual(after)
  })
})

describe("what stands between a text and being shared", () => {
  const core = { on: "2017-12-06", kind: "visit", who: "The lead", talked: "One.", next: "2018-01-09" }
  const says = (more: object, over: object = {}) =>
    unready(forms, { core: { ...core, ...over }, more }, now).map(({ question, part, because }) => [
      [question, part].filter(Boolean).join("."),
      because,
    ])
  const words = (count: number) => Array.from({ length: count }, () => "word").join(" ")
  const row = { id: "r-1", text: "Ring.", owner: "site", due: "2017-12-20" }

  test("is nothing where every answer is what its question takes", () => {
    expect(says({ minutes: 90, aim: "To listen." }, { actions: [row] })).toEqual([])
  })

  test("is looked for in every answer of both pages, in the order of their questions", () => {
    const idea = { id: "r-9", idea: `${words(61)} 943 476 5919`, level: "site" }
    expect(
      says(
        { learning: [idea], minutes: 4, time: "soon", heard: "Her number is 943 476 5919." },
        { talked: words(605), actions: [row, { ...row, id: "r-2", text: words(41) }], next: undefined },
      ),
    ).toEqual([
      ["talked", "wrong"],
      ["actions.r-2.text", "wrong"],
      ["next", "missing"],
      ["time", "wrong"],
      ["minutes", "wrong"],
      ["heard", "personal"],
      ["learning.r-9.idea", "wrong"],
      ["learning.r-9.idea", "personal"],
    ])
  })

  test("is never what an action of the site says itself, however long it is: only what begins here", () => {
    const condition = { ...row, id: "2017-12-20-condition-1", text: words(150), now: "open" }
    const over = { ...condition, id: "2017-12-01-b", now: "done", because: words(60) }
    expect(says({}, { actions: [condition, over] })).toEqual([])
    const named = { ...condition, text: "Ring Ms Khan.", now: "done", because: "Mr Lee rang." }
    const asked = doubtful(forms, { core: { ...core, actions: [named] }, more: {} }, now)
    expect(asked.map((one) => one.says)).toEqual([
      "What is to be done? Word 1 looks like the name of a person. Is this about a person you support?",
    ])
  })
})

describe("sharing", () => {
  const draft = (actions: object[], next = "2018-01-09") => ({
    ...firstDraft(given("held"), "2017-12-06"),
    core: { on: "2017-12-06", kind: "visit", who: "The lead", talked: "One.\n\nTwo.", next, actions },
    revision: 1,
  })
  const sharing = (actions: object[], more: object = {}) => ({
    session: given("held", { answered: undefined, answerBy: undefined }),
    draft: draft(actions) as never,
    sections: forms,
    actions: [action("2017-12-20-aaaa"), action("2017-12-21-bbbb", { due: "2017-12-21" })],
    head: { planned: [] },
    site: "Halton",
    by,
    at: now,
    chance: () => "0123456789",
    ...more,
  })
  const row = (id: string, more: object = {}) => ({
    id,
    text: "x",
    owner: "site",
    due: "2017-12-20",
    now: "open",
    ...more,
  })

  test("an action is closed with its evidence, dropped with its reason, carried with the day it had, or set anew", () => {
    const rows = [
      row("2017-12-20-aaaa", { now: "done", because: "Seen." }),
      row("2017-12-21-bbbb", { due: "2018-01-15" }),
      row("r-0123456789", { text: "New.", due: "2018-02-01" }),
    ]
    const { actions, text } = shared(sharing(rows))
    expect(actions.map(({ after }) => [after.id, after.state, after.due])).toEqual([
      ["2017-12-20-aaaa", "done", "2017-12-20"],
      ["2017-12-21-bbbb", "open", "2018-01-15"],
      ["2018-02-01-0123456789", "open", "2018-02-01"],
    ])
    expect(actions[1]?.after.carried.map(({ due }) => due)).toEqual(["2017-12-21"])
    expect(text.lines?.filter(({ id }) => id.startsWith("talked")).map(({ says }) => says)).toEqual([
      "One.",
      "Two.",
    ])
    const dropped = shared(sharing([row("2017-12-20-aaaa", { now: "dropped", because: "No need." })]))
    expect(dropped.actions[0]?.after.dropped?.because).toBe("No need.")
  })

  test("what somebody closed meanwhile stays closed as they said", () => {
    const done = { by, at: now.toISOString(), evidence: "Theirs." }
    const over = [action("2017-12-20-aaaa", { state: "done", done })]
    const { actions, text } = shared(sharing([row("2017-12-20-aaaa")], { actions: over }))
    expect(actions).toEqual([])
    expect(text.core.actions).toEqual([row("2017-12-20-aaaa", { now: "done", because: "Theirs." })])
  })

  test("the next day becomes a planned call, unless one is planned on or after it", () => {
    expect(shared(sharing([])).planned).toMatchObject({ state: "planned", kind: "call", on: "2018-01-09" })
    const planned = (on: string) => ({ planned: [{ session: "x", title: "x", on }] })
    expect(shared(sharing([], { head: planned("2018-01-09") })).planned).toBeUndefined()
    expect(shared(sharing([], { head: planned("2018-01-08") })).planned?.on).toBe("2018-01-09")
  })
})

describe("what homes read", () => {
  const empty = { planned: [], waits: [] }
  test("what is to come goes by its day, and what waits by its state; what is over is in neither", () => {
    const sessions = [
      given("planned", { id: "b", on: "2018-01-09" }),
      given("planned", { id: "a", on: "2018-01-02", time: "14:00" }),
      given("shared", { id: "c", answered: undefined }),
    ]
    const head = headWith(empty, sessions, "2017-12-07")
    expect(head.planned.map(({ session }) => session)).toEqual(["a", "b"])
    expect(head.waits.map(({ session, until, agreement }) => [session, until, agreement])).toEqual([
      ["c", "2017-12-20", true],
    ])
    expect(
      headWith(head, [given("agreed", { id: "c" }), given("cancelled", { id: "a" })], "2017-12-07"),
    ).toMatchObject({
      planned: [{ session: "b" }],
      waits: [],
      last: { session: "c" },
    })
  })
})

describe("remarks", () => {
  const lines = linesOf({ core: { talked: "One.\nTwo." }, more: {} }, forms)
  test("count only where something was filled in, and a dispute names a line", () => {
    expect(Object.keys(remarkForm(lines).asks)).toEqual([
      "talked.0",
      "is.talked.0",
      "talked.1",
      "is.talked.1",
      "all",
    ])
    expect(remarksIn({ "talked.1": "No.", "is.talked.1": "wrong" }, lines, "dispute")).toEqual([
      { line: "talked.1", says: "No.", wrong: true },
    ])
    for (const [answers, as] of [
      [{}, "comment"],
      [{ "talked.0": "Hm." }, "dispute"],
      [{ all: "Hm." }, "dispute"],
      [{ "is.talked.0": "wrong" }, "dispute"],
      [{ "talked.0": "No.", "is.talked.0": "wrong" }, "comment"],
    ] as const)
      expect(() => remarksIn(answers, lines, as)).toThrow(Refused)
  })

  test("say whether their line is as it was", () => {
    const changed = linesOf({ core: { talked: "One.\nThree." }, more: {} }, forms)
    expect(sinceWords("talked.0", lines, changed)).toContain("has not changed")
    expect(sinceWords("talked.1", lines, changed)).toContain("was changed")
    expect(sinceWords("talked.1", lines, changed.slice(0, 1))).toContain("taken out")
  })
})
