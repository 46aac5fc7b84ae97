import * as z from "zod"
import { setUpProgress, taskRoles, taskTitles } from "../../shared/domain/funding/set-up.ts"
import { setUpTasks } from "../../shared/domain/funding/set-up-tasks.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { setUpAt, taskAt } from "./addresses.ts"
import { answerTask, setUpHere } from "./set-up.ts"
import { instant, stateShape } from "./shapes.ts"

const tag = "Money of a site"

/** What a site does once it has accepted an award. */
export const setUpOperations: Operation<SignedIn>[] = [
  operation({
    id: "readSetUp",
    method: "get",
    path: setUpAt(":organisation", ":phase"),
    tag,
    summary: "What is to be set up, with what was answered and who answers the rest",
    gives: z.object({
      phase: z.string(),
      state: stateShape,
      stands: z.string(),
      tasks: z.array(
        z.object({
          task: z.enum(setUpTasks),
          title: z.string(),
          roles: z.array(z.string()),
          answered: z
            .object({ by: z.string(), at: instant, answers: z.record(z.string(), z.json()) })
            .optional(),
        }),
      ),
    }),
    does: async (c) => {
      const account = await setUpHere(c)
      return {
        body: {
          phase: account.phase,
          state: account.state,
          stands: setUpProgress(account),
          tasks: setUpTasks.map((task) => {
            const found = account.setUp[task]
            return {
              task,
              title: taskTitles[task],
              roles: taskRoles(task),
              ...(found && {
                answered: { by: found.by.name, at: found.at, answers: found.answers },
              }),
            }
          }),
        },
      }
    },
  }),
  operation<SignedIn, { answers: Record<string, unknown> }>({
    id: "answerSetUp",
    method: "post",
    path: taskAt(":organisation", ":phase", ":task"),
    tag,
    summary: "Answer a task of setting up, in the place of what was answered before",
    about:
      "The answers are those of the page of the task: `people`, `profile`, `impact`, `sharing`, `privacy` or `dates`.",
    keyed: true,
    asks: z.strictObject({ answers: z.record(z.string(), z.json()) }),
    gives: z.object({
      organisation: z.string(),
      phase: z.string(),
      task: z.string(),
      open: z.int().meta({ description: "How many tasks are not answered yet" }),
    }),
    does: async (c, { answers }, key) => {
      const given = await answerTask(c, answers, key as MoveKey)
      return { body: given, at: setUpAt(given.organisation, given.phase) }
    },
  }),
]
