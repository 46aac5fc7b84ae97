import * as z from "zod"
import { easyRead, linesOf } from "../../../shared/domain/selection/plain.ts"
import { wordsOf } from "../../../shared/domain/selection/view.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { expressionAt } from "../../../shared/web/panel/addresses.ts"
import { freeWith, viewsOn } from "./here.ts"
import { markOf } from "./mark.ts"
import { giveView, toldOf, writePlain } from "./moves.ts"
import { face, freeText, plainShape, seen, viewShape, viewsShape, written } from "./shapes.ts"

const one = expressionAt(":round", ":reference")
const tag = "Reading expressions of interest"

/** What members with lived experience read and say, and the plain words that are written for them. */
export const viewOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "readView",
    method: "get",
    path: `${one}/view`,
    tag,
    summary: "For a member with lived experience: easy-read lines, and their own view",
    gives: viewShape,
    does: async (c) => {
      const { store, one: open } = await freeWith(c, "give a view")
      const { reference, name } = open
      const [plain, view] = await Promise.all([store.plain(reference), store.view(reference, c.var.actor.id)])
      const own = view && { face: view.face, words: view.words, at: view.at }
      const lines = { lines: easyRead(open), plain: plain ? linesOf(plain.text) : [] }
      return { body: { reference, name, ...lines, own, seen: markOf(toldOf(view)) } }
    },
  }),
  operation<SignedIn, { seen?: string }>({
    id: "giveView",
    method: "post",
    path: `${one}/view`,
    tag,
    summary: "Say what a member with lived experience thinks, or change it while nothing is decided",
    keyed: true,
    asks: z.strictObject({
      face,
      why: z.enum(["say", "no"]).meta({ description: "`no`: I do not want to say why" }),
      words: freeText(100).optional(),
      seen,
    }),
    gives: written,
    does: async (c, { seen: mark, ...given }, key) => {
      const body = await giveView(c, given, mark, key as MoveKey)
      return { body, at: `${expressionAt(c.req.param("round") ?? "", body.reference)}/view` }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readViews",
    method: "get",
    path: `${one}/views`,
    tag,
    summary: "What members with lived experience think, for whoever may see what others scored",
    gives: viewsShape,
    does: async (c) => {
      const desk = await freeWith(c, "compare")
      const views = (await viewsOn(desk)).map((view) => ({
        name: view.by.name,
        face: view.face,
        words: wordsOf(view),
        at: view.at,
      }))
      return { body: { reference: desk.one.reference, views } }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readPlainWords",
    method: "get",
    path: `${one}/plain`,
    tag,
    summary: "What it asks for in plain words, where somebody has written them",
    gives: plainShape,
    does: async (c) => {
      const { one: open, store } = await freeWith(c, "score")
      const plain = await store.plain(open.reference)
      const { text, by, at } = plain ?? {}
      return { body: { reference: open.reference, text, by, at, seen: markOf(text) } }
    },
  }),
  operation<SignedIn, { text: string; seen?: string }>({
    id: "writePlainWords",
    method: "post",
    path: `${one}/plain`,
    tag,
    summary: "Write what it asks for in plain words",
    about: "The same words again change nothing.",
    asks: z.strictObject({ text: freeText(100), seen }),
    gives: written,
    does: async (c, { seen: mark, ...given }) => ({ body: await writePlain(c, given, mark) }),
  }),
]
