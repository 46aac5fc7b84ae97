import * as z from "zod"
import { viewOf } from "../../shared/domain/people/policy.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { toldDecision } from "../../shared/domain/selection/told.ts"
import type { Heard } from "../../shared/store/told.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { operation } from "../../shared/web/operation.ts"
import { type C, load, type OnDesk } from "./desk.ts"

export type DecisionDesk = { desk: OnDesk; heard: Heard; whole: boolean }

/** What was decided about one. Before its round is told there is none, for anybody. */
export const decisionHere = async (c: C): Promise<DecisionDesk> => {
  const desk = await load(c, { members: false })
  const { heard, head } = desk
  if (!heard) throw new Refused("not found")
  const { kind, organisation } = head
  return { desk, heard, whole: viewOf(c.var.actor, "read", { kind, organisation }) === "whole" }
}

const shape = toldDecision
  .omit({ scores: true, strengths: true, gaps: true, caveats: true })
  .extend(toldDecision.pick({ scores: true, strengths: true, gaps: true, caveats: true }).partial().shape)

export const readDecision = (path: string, tag: string) =>
  operation<SignedIn, unknown>({
    id: "readDecision",
    method: "get",
    path: `${path}/decision`,
    tag,
    summary: "What was decided about an expression of interest, once its applicants are told",
    about: "In confidence until `announced`. Whoever sees only the money is given no scores and no feedback.",
    gives: shape.extend({ announced: z.boolean() }),
    does: async (c) => {
      const { heard, whole } = await decisionHere(c)
      const { scores, total, strengths, gaps, caveats, because, ...rest } = heard
      return { body: whole ? heard : rest }
    },
  })
