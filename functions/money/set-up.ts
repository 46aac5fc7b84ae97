import { answered } from "../../shared/domain/answered.ts"
import type { Account } from "../../shared/domain/funding/account.ts"
import { openTasks, taskGrantFor, taskRoles } from "../../shared/domain/funding/set-up.ts"
import { taskForm } from "../../shared/domain/funding/set-up-forms.ts"
import { type SetUpTask, setUpTasks } from "../../shared/domain/funding/set-up-tasks.ts"
import { fundingPolicy } from "../../shared/domain/people/funding-policy.ts"
import { isLive } from "../../shared/domain/people/grant.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import { Refused } from "../../shared/domain/refused.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { londonDate } from "../../shared/values/london.ts"
import { accountHere, type C, forWhom, mayHere, postHere, siteHere } from "./here.ts"

/** Everybody at the site may see what is to be set up: each has a part in it, or waits for it. */
export const setUpHere = async (c: C): Promise<Account> => {
  if (!mayHere(c, "set up") && !mayHere(c, "see own money"))
    throw new Refused("not allowed", { says: forWhom(fundingPolicy["set up"]) })
  return accountHere(c)
}

export const grantHere = (c: C, task: SetUpTask) => taskGrantFor(c.var.actor, siteHere(c), task)

const taskIn = (c: C): SetUpTask => {
  const found = setUpTasks.find((task) => task === c.req.param("task"))
  if (!found) throw new Refused("not found")
  return found
}

export type OnTask = { account: Account; task: SetUpTask; members: Member[] }

/** One task for whoever answers it, with the site’s people where it is about them. */
export const taskHere = async (c: C): Promise<OnTask> => {
  const task = taskIn(c)
  if (!grantHere(c, task)) throw new Refused("not allowed", { says: forWhom(taskRoles(task)) })
  const { table, now } = c.var.world
  const [account, members] = await Promise.all([
    accountHere(c),
    task === "people" ? peopleIn(table).membersOf(siteHere(c)) : [],
  ])
  return { account, task, members: members.filter((one) => isLive(one, now())) }
}

export const formHere = (c: C, { account, task }: Pick<OnTask, "account" | "task">) =>
  taskForm(task, account, londonDate(c.var.world.now()))

export type SetUp = { organisation: string; phase: string; task: string; open: number }

/** The answers of a task in the place of those that were there; with the profile, which version of the award it is about. */
export const answerTask = async (c: C, typed: Record<string, unknown>, key: MoveKey): Promise<SetUp> => {
  const task = taskIn(c)
  const grant = grantHere(c, task)
  const given = await postHere<"set up", SetUp>(
    c,
    { grant, says: forWhom(taskRoles(task)), key },
    (before) => {
      const answers = answered(formHere(c, { account: before, task }), typed, c.var.world.now())
      const version = before.versions.at(-1)?.version ?? 0
      return {
        verb: "set up",
        given: { task, answers: { ...answers, ...(task === "profile" && { version }) } },
        result: (after) => result(after, task),
      }
    },
  )
  const { organisation, phase, open } = given
  return { organisation, phase, task, open }
}

const result = (after: Account, task: SetUpTask): SetUp => ({
  organisation: after.organisation,
  phase: after.phase,
  task,
  open: openTasks(after).length,
})
