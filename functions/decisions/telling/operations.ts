import * as z from "zod"
import { allSealed, type LetterState, letterStates } from "../../../shared/domain/selection/telling.ts"
import { toldDecision } from "../../../shared/domain/selection/told.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { tellingHere } from "./desk.ts"
import { letterIn } from "./letter.ts"
import { sealLetters, tell } from "./moves.ts"
import { mailOf } from "./pages/letter.tsx"
import { hasLetter, standsAt, tellingAt } from "./pages/telling.tsx"

const one = tellingAt(":round")
const tag = "Telling the applicants"
const state = z.enum(Object.keys(letterStates) as [LetterState, ...LetterState[]])

/** How the applicants of a round come to hear, in confidence, what was decided. */
export const tellingOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "readTelling",
    method: "get",
    path: one,
    tag,
    summary: "What is still missing before the applicants of a round are told, one line each",
    gives: z.object({
      says: z.string(),
      ready: z.boolean().meta({ description: "Every letter is sealed as it stands now" }),
      told: z.object({ at: z.iso.datetime(), by: z.string() }).optional(),
      letters: z.array(
        z.object({
          reference: z.string(),
          name: z.string(),
          state: state.optional().meta({ description: "Not there before you said whether you have a link" }),
          put: z.boolean().optional().meta({ description: "Its letter is put, after the telling" }),
        }),
      ),
    }),
    does: async (c) => {
      const desk = await tellingHere(c)
      const { panel } = desk.whole
      return {
        body: {
          says: standsAt(desk),
          ready: allSealed(desk.rows, panel),
          ...(panel?.told && { told: { at: panel.told.at, by: panel.told.by.name } }),
          letters: desk.mine.map(({ reference, name, row }) => ({
            reference,
            name,
            ...(row && { state: row.state, put: hasLetter(row) }),
          })),
        },
      }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readDecisionLetter",
    method: "get",
    path: `${one}/letters/:reference`,
    tag,
    summary: "One letter exactly as its applicant will read it",
    gives: z.object({ state, letter: toldDecision, email: z.string() }),
    does: async (c) => {
      const { row, told } = letterIn(c, await tellingHere(c))
      return { body: { state: row.state, letter: told, email: mailOf(told, c.var.world.settings) } }
    },
  }),
  operation({
    id: "sealLetters",
    method: "post",
    path: `${one}/seal`,
    tag,
    summary: "Seal the letters of a round; where there are very many, ask again with a new key until all are",
    keyed: true,
    asks: z.strictObject({}),
    gives: z.object({ sealed: z.int(), of: z.int() }).meta({ description: "Of the letters that you see" }),
    does: async (c, _, key) => ({
      body: await sealLetters(c, key as MoveKey),
      at: tellingAt(c.req.param("round") ?? ""),
    }),
  }),
  operation({
    id: "tellApplicants",
    method: "post",
    path: `${one}/tell`,
    tag,
    summary: "Tell all applicants at once, in confidence; asked again, it goes on with the letters by email",
    keyed: true,
    asks: z.strictObject({}),
    gives: z.object({ told: z.iso.datetime(), by: z.string() }),
    does: async (c, _, key) => ({
      body: await tell(c, key as MoveKey),
      at: tellingAt(c.req.param("round") ?? ""),
    }),
  }),
]
