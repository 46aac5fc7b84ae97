import * as z from "zod"
import { newAction } from "../../../shared/domain/actions/action.ts"
import { boardForm } from "../../../shared/domain/actions/from-board.ts"
import { answered } from "../../../shared/domain/answered.ts"
import { type OnePage, onePage, onePageForm } from "../../../shared/domain/evaluation/one-page.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { putAction } from "../../../shared/store/actions.ts"
import { putEvaluation } from "../../../shared/store/evaluation.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { dateWords, plainDate } from "../../../shared/values/london.ts"
import { type C, changeHere, placeHere, whoHere } from "../../../shared/web/evaluation/here.ts"
import { ownWords } from "./desk.ts"

const title = "The council’s one page"

/** The words of the lead as they are from now on; refused where somebody changed them since the form was drawn. */
export const writeOnePage = (
  c: C,
  given: Record<string, unknown>,
  { key, seen }: { key: MoveKey; seen: number },
): Promise<{ revision: number }> =>
  changeHere(c, { right: "write one page", key }, async () => {
    const now = c.var.world.now()
    const before = await ownWords(c)
    if ((before?.revision ?? 0) !== seen)
      throw new Refused("changed by someone else", {
        says: `${before?.by.name ?? "Somebody"} changed it after you opened this page. Read it again, then go on.`,
      })
    const { organisation, phase } = placeHere(c)
    const after: OnePage = {
      organisation,
      phase,
      answers: onePage.shape.answers.parse(answered(onePageForm, given, now)),
      by: whoHere(c),
      at: now.toISOString(),
      revision: seen,
    }
    return {
      move: "write one page",
      about: { kind: "one page", id: phase, title },
      actions: [putEvaluation("ONEPAGE", "", after, before)],
      result: { revision: seen + 1 },
    }
  })

const asked = z.object({ question: z.string(), asked: z.string(), due: plainDate })

/** A question of the Board as something that the site has to do by a day. */
export const takeQuestion = (
  c: C,
  given: Record<string, unknown>,
  key: MoveKey,
): Promise<{ action: string }> =>
  changeHere(c, { right: "write one page", key }, async () => {
    const { world } = c.var
    const now = world.now()
    const one = asked.parse(answered(boardForm(now), given, now))
    const { organisation, phase, name } = placeHere(c)
    const after = newAction(
      {
        id: `${one.due}-${Buffer.from(world.random(9)).toString("base64url")}`,
        organisation,
        phase,
        name,
        text: one.question,
        due: one.due,
        from: { kind: "board", asked: one.asked },
        owner: "site",
      },
      whoHere(c),
      now,
    )
    return {
      move: "take board question",
      about: {
        kind: "one page",
        id: after.id,
        title: `A question from the Board, due ${dateWords(one.due)}`,
      },
      actions: putAction(after),
      result: { action: after.id },
    }
  })
