import { describe, expect, test } from "vitest"
import { policy } from "../../shared/domain/people/policy.ts"
import { roleNames } from "../../shared/domain/people/role.ts"
import { openTo } from "../../shared/domain/submissions/open-to.ts"
import { take } from "../../shared/domain/submissions/take.ts"
import { moveNames, type State, states, workflows } from "../../shared/form/workflow.ts"
import { kindIds } from "../../shared/kinds/index.ts"
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

const [kindId] = kindIds
const table = workflows[kind.workflow]
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

/** Every state as it can come about. */
const standing = {
  draft: [begun({ round }), filled({ round }), changing()],
  waiting: [waiting(), confirmed({ round })],
  sent: [sent({ round })],
  withdrawn: [withdrawn()],
}

const times = { "while the round is open": monday, "after it has closed": lateOn }

const tries = (state: State, move: (typeof moveNames)[number]) =>
  standing[state].flatMap(({ whole }) =>
    Object.values(times).flatMap((at) =>
      [...roleNames, undefined].map((role) => {
        const actor = role ? someone(role) : someone()
        const context = contextOf(actor, { round, at })
        const act = () => take(stepOf(move, whole.head.revision), whole, context)
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

const cells = states.flatMap((state) => moveNames.map((move) => ({ state, move, to: table[state][move] })))

describe.each(cells)("from $state, the move $move", ({ state, move, to }) => {
  const all = tries(state, move)
  const able = all.filter(({ role }) => role && policy[kindId][move][role])

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
        expect(outcomes).toEqual(new Set(["refused"]))
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
  const { whole } = withdrawn()
  for (const move of moveNames) {
    const refused = refusalOf(() =>
      take(
        stepOf(move, whole.head.revision),
        whole,
        contextOf(someone("lead", "sponsor", "governance"), { round }),
      ),
    )
    expect(refused.details.says).toBe(`It was withdrawn by ${lead.name}.`)
  }
})

test("withdrawing gives up the organisation's place in the round, and no other move does", () => {
  const one = filled()
  expect(one.takes(stepOf("withdraw", 0), lead).ends).toBe(true)
  const other = filled()
  expect(other.saves("proposal", { whyHere: "Another reason." }).ends).toBeUndefined()
})

test("a state that is not withdrawn always has a way on, and every state can be reached", () => {
  for (const state of states) expect(Object.keys(table[state]).length > 0, state).toBe(state !== "withdrawn")
  const reached = new Set(["draft", ...states.flatMap((state) => Object.values(table[state]))])
  expect([...reached].sort()).toEqual([...states].sort())
})
