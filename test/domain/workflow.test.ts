import { describe, expect, test } from "vitest"
import type { Actor } from "../../shared/domain/people/actor.ts"
import { roleNames } from "../../shared/domain/people/role.ts"
import { policy } from "../../shared/domain/people/submission-policy.ts"
import type { Context } from "../../shared/domain/submissions/context.ts"
import { openTo } from "../../shared/domain/submissions/open-to.ts"
import type { Whole } from "../../shared/domain/submissions/submission.ts"
import { type Step, take } from "../../shared/domain/submissions/take.ts"
import {
  type Move,
  moveNames,
  type State,
  states,
  type Workflow,
  workflows,
} from "../../shared/form/workflow.ts"
import { type KindId, kindIds } from "../../shared/kinds/index.ts"
import {
  begun,
  certifier,
  closes,
  confirmed,
  contextOf,
  filled,
  fullRound,
  kind,
  later,
  lead,
  monday,
  refusalOf,
  sent,
  someone,
  someoneAt,
  stepOf,
} from "./given.ts"
import {
  acceptedReturn,
  april,
  begunReturn,
  certifiedReturn,
  filledReturn,
  locks,
  returnContext,
  returnStep,
  sentReturn,
  statement,
  withCertifier,
} from "./given-return.ts"

const [kindId] = kindIds
const round = fullRound
const lateOn = later(closes, 60_000)

const changing = () => {
  const one = sent({ round })
  one.takes(stepOf("change", one.whole.head.revision), lead)
  return one
}
const waiting = () => {
  const one = filled({ round })
  one.signs(certifier)
  return one
}
const withdrawn = () => {
  const one = filled({ round })
  one.takes(stepOf("withdraw", 0), lead)
  return one
}

const standing = {
  draft: [begun({ round }), filled({ round }), changing()],
  waiting: [waiting(), confirmed({ round })],
  sent: [sent({ round })],
  withdrawn: [withdrawn()],
}

type Living = {
  kindId: KindId
  table: Workflow
  /** Every state as it can come about. */
  standing: Partial<Record<State, { whole: Whole }[]>>
  times: Date[]
  step: (move: Move, seen: number) => Step
  context: (actor: Actor, at: Date) => Context
}

/** One kind of each life in which somebody signs: what is judged by the selection panel, and what is accepted. */
const lives: Record<string, Living> = {
  "an expression of interest": {
    kindId,
    table: workflows[kind.workflow],
    standing,
    times: [monday, lateOn],
    step: stepOf,
    context: (actor, at) => contextOf(actor, { round, at }),
  },
  "a return about money": {
    kindId: statement.id as KindId,
    table: workflows[statement.workflow],
    standing: {
      draft: [
        begunReturn(),
        filledReturn(),
        withCertifier().goes("decline"),
        withCertifier().goes("suggest", "save"),
        sentReturn().goes("change"),
        sentReturn().goes("send back"),
        acceptedReturn().goes("reopen"),
      ],
      waiting: [
        withCertifier(),
        withCertifier().goes("suggest"),
        filledReturn().goes("save", "sign"),
        certifiedReturn(),
      ],
      sent: [sentReturn(), sentReturn().goes("look", "ask")],
      accepted: [acceptedReturn()],
      withdrawn: [filledReturn().goes("withdraw")],
    },
    times: [april, later(locks, 60_000)],
    step: returnStep,
    context: (actor, at) => returnContext(actor, { at }),
  },
}

const tries = ({ standing, times, step, context: contextFor }: Living, state: State, move: Move) =>
  (standing[state] ?? []).flatMap(({ whole }) =>
    times.flatMap((at) =>
      [...roleNames, undefined].map((role) => {
        const actor = role ? someone(role) : someone()
        const context = contextFor(actor, at)
        const act = () => take(step(move, whole.head.revision), whole, context)
        return { whole, at, role, context, act }
      }),
    ),
  )

const outcomeOf = (act: () => ReturnType<typeof take>) => {
  try {
    return act().head.state
  } catch {
    return "refused"
  }
}

const cells = Object.entries(lives).flatMap(([of, life]) =>
  states
    .filter((state) => life.standing[state])
    .flatMap((state) => moveNames.map((move) => ({ of, life, state, move, to: life.table[state][move] }))),
)

describe.each(cells)("$of: from $state, the move $move", ({ life, state, move, to }) => {
  const all = tries(life, state, move)
  const able = all.filter(({ role }) => role && policy[life.kindId][move]?.[role])

  test("is refused to everybody whom the policy does not name", () => {
    const others = all.filter((one) => !able.includes(one))
    expect(others.length).toBeGreaterThan(0)
    for (const { act } of others) expect(refusalOf(act).refusal).toBe("not allowed")
  })

  test(
    to ? `leads to ${to} for somebody, and nowhere else` : "is possible for nobody, whoever they are",
    () => {
      const outcomes = new Set(able.map(({ act }) => outcomeOf(act)))
      if (!to) {
        expect([...outcomes]).toEqual(able.length > 0 ? ["refused"] : [])
        for (const { act } of able) expect(refusalOf(act).refusal).toBe("not possible now")
        return
      }
      expect(outcomes).toContain(to)
      const afterSaving = move === "save" ? ["draft"] : []
      for (const outcome of outcomes) expect([to, "refused", ...afterSaving]).toContain(outcome)
    },
  )

  test("is offered wherever it is not refused, and never where table, policy or time refuse it", () => {
    for (const { act, context, whole, at, role } of all) {
      const offered = openTo(context, whole.head).includes(move)
      if (outcomeOf(act) !== "refused") expect(offered, `${role} at ${at.toISOString()}`).toBe(true)
      if (!to || !able.some((one) => one.act === act)) expect(offered).toBe(false)
    }
  })
})

test("a refused move leaves what stood there as it was", () => {
  const one = filled({ round })
  const before = structuredClone(one.whole)
  for (const move of moveNames)
    for (const by of [someone("coach"), someoneAt("shropshire", "lead")])
      refusalOf(() => one.takes(stepOf(move, one.whole.head.revision), by))
  expect(one.whole).toEqual(before)
})

test("every move is one revision and one line of history; only sending makes a version", () => {
  const one = changing()
  expect(one.events.map(({ number }) => number)).toEqual(one.events.map((_, at) => at + 1))
  expect(one.whole.head.revision).toBe(one.events.length)
  expect(one.whole.head.version).toBe(1)
  one.sends()
  expect(one.whole.head.version).toBe(2)
})

test.each([
  ["sign", "waiting"],
  ["send", "draft"],
  ["change", "sent"],
] as const)("nobody can %s what they have not read: another revision is refused", (move, state) => {
  for (const { whole } of standing[state])
    for (const seen of [whole.head.revision - 1, whole.head.revision + 1, 0]) {
      const refused = refusalOf(() => take(stepOf(move, seen), whole, contextOf(lead, { round })))
      expect(refused.refusal).toBe("changed by someone else")
      expect(refused.details.says).toContain(whole.head.changedBy.name)
    }
})

test("whoever sends what was sent already is told by whom, and under which reference", () => {
  const one = sent()
  const refused = refusalOf(() => one.sends())
  expect(refused.details.says).toBe(
    `It was sent already, by ${lead.name}. Reference ${one.whole.head.reference}, version 1.`,
  )
})

test("nothing moves what was withdrawn, and everybody is told who withdrew it", () => {
  const actor = someone(...roleNames)
  for (const { kindId, standing, step, context, times } of Object.values(lives))
    for (const { whole } of standing.withdrawn ?? [])
      for (const move of moveNames.filter((one) => Object.keys(policy[kindId][one] ?? {}).length > 0)) {
        const refused = refusalOf(() =>
          take(step(move, whole.head.revision), whole, context(actor, times[0] ?? monday)),
        )
        expect(refused.details.says, move).toBe(`It was withdrawn by ${lead.name}.`)
      }
})

describe("what was sent once to be accepted", () => {
  const opened = {
    "changed by its site": sentReturn().goes("change"),
    "sent back": sentReturn().goes("send back"),
    "opened again": acceptedReturn().goes("reopen"),
    "with its certifier again": sentReturn().goes("change", "save", "sign"),
  }
  test.each(Object.entries(opened))("is not given up when it is %s", (_, { whole }) => {
    const context = returnContext(lead)
    const refused = refusalOf(() => take(returnStep("withdraw", 0), whole, context))
    expect(refused.refusal).toBe("not possible now")
    expect(refused.details.says).toBe(
      "It was sent before, and what was sent once is not given up. Change it and send it again.",
    )
    expect(openTo(context, whole.head)).not.toContain("withdraw")
  })

  test("is given up freely before it was ever sent", () => {
    expect(withCertifier().goes("withdraw").whole.head.state).toBe("withdrawn")
  })
})

test("withdrawing gives up the organisation's place in the round, and no other move does", () => {
  const one = filled()
  expect(one.takes(stepOf("withdraw", 0), lead).ends).toBe(true)
  const other = filled()
  expect(other.saves("proposal", { whyHere: "Another reason." }).ends).toBeUndefined()
})

describe.each(Object.entries(workflows))("%s", (_, table) => {
  const reached = new Set<State>(["draft", ...states.flatMap((state) => Object.values(table[state]))])

  test("a state that can be reached and is not withdrawn always has a way on; no other has any", () => {
    for (const state of states)
      expect(Object.keys(table[state]).length > 0, state).toBe(state !== "withdrawn" && reached.has(state))
  })
})

test("every state can be reached in some life, and is told of in these", () => {
  const told = new Set(Object.values(lives).flatMap(({ standing }) => Object.keys(standing)))
  expect([...told].sort()).toEqual([...states].sort())
  for (const { table, standing } of Object.values(lives)) {
    const reached = new Set(["draft", ...states.flatMap((state) => Object.values(table[state]))])
    expect(Object.keys(standing).sort()).toEqual([...reached].sort())
  }
})
