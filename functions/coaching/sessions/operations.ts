import * as z from "zod"
import { remarkKindNames, wholeText } from "../../../shared/domain/coaching/remark.ts"
import { waitingWords } from "../../../shared/domain/coaching/stands.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { sessionAt, sessionsAt } from "../../../shared/web/coaching/addresses.ts"
import { type Inside, only, placeHere, viewHere } from "../../../shared/web/coaching/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { stays } from "../../../shared/web/programme/doubts.tsx"
import { agreeSession, changeSession } from "./answering.ts"
import { addAddendum, closeSession } from "./ending.ts"
import { todayHere } from "./here.ts"
import { listHere } from "./listing.ts"
import { planningOperations } from "./planning-operations.ts"
import { summarySession, versionHere, wholeSession } from "./reading.ts"
import {
  listShape,
  movedShape,
  saidShape,
  sessionShape,
  shownInList,
  shownSummary,
  shownWhole,
  versionShape,
} from "./shapes.ts"
import { writingOperations } from "./writing-operations.ts"

const tag = "Coaching sessions"
const all = sessionsAt(":organisation", ":phase")
const one = sessionAt(":organisation", ":phase", ":session")

const reading: Operation<Inside>[] = [
  operation({
    id: "listSessions",
    method: "get",
    path: all,
    tag,
    summary:
      "The sessions of a site in a phase: to come, waiting for somebody, and 25 of those that are over",
    query: { before: "The last session of the page before, as `earlier` gave it" },
    gives: listShape,
    does: async (c) => {
      const { head, past, earlier } = await listHere(c)
      return {
        body: {
          planned: head.planned,
          waits: head.waits.map((each) => ({
            session: each.session,
            title: each.title,
            state: each.state,
            says: waitingWords(each, todayHere(c)),
          })),
          over: past.map((each) => shownInList(c, each)),
          ...(earlier !== undefined && { earlier }),
        },
      }
    },
  }),
  operation({
    id: "readSession",
    method: "get",
    path: one,
    tag,
    summary:
      "A session: what was shared of it, what the site said, what was added; a summary for the department",
    gives: sessionShape,
    does: async (c) => ({
      body:
        viewHere(c) === "summary"
          ? shownSummary(c, await summarySession(c))
          : shownWhole(c, await wholeSession(c)),
    }),
  }),
  operation({
    id: "readSessionVersion",
    method: "get",
    path: `${one}/versions/:version`,
    tag,
    summary: "A version as it was shared, with what was said about it: it never changes",
    gives: versionShape,
    does: async (c) => {
      const { version, text, remarks } = await versionHere(c)
      const { core, more, lines, shared } = text
      return {
        body: { version, core, more, lines, shared, remarks: remarks.map((each) => saidShape.parse(each)) },
      }
    },
  }),
]

const version = z.int().min(1).meta({ description: "The version that was read" })
const seen = z.string().max(40).optional().meta({
  description:
    "When the answer that you read was given (`answered.at`), empty for none: refused where somebody answered since",
})
const words = z.string().max(2_000)

const answering: Operation<Inside>[] = [
  operation<Inside, { version: number; seen?: string }>({
    id: "agreeSession",
    method: "post",
    path: `${one}/agree`,
    tag,
    summary: "This is right: the site agrees, and the text stays as it is",
    keyed: true,
    asks: z.strictObject({ version, seen }),
    gives: movedShape,
    does: async (c, { version, seen }, key) => {
      only(c, "answer session")
      return { body: await agreeSession(c, { version, answer: seen }, key as MoveKey) }
    },
  }),
  operation<Inside, Change>({
    id: "changeSession",
    method: "post",
    path: `${one}/change`,
    tag,
    summary: "Comment on lines, agree with a comment, or dispute lines",
    keyed: true,
    asks: z.strictObject({
      version,
      seen,
      as: z.enum(remarkKindNames),
      lines: z
        .array(
          z.strictObject({
            line: z
              .string()
              .max(100)
              .meta({ description: `The id of a line, or \`${wholeText}\`` }),
            says: words.meta({ description: "60 words or fewer" }),
            wrong: z.boolean(),
          }),
        )
        .min(1)
        .max(200),
      stays,
    }),
    gives: movedShape,
    does: async (c, { version, seen, as, lines, stays = [] }, key) => {
      only(c, "comment on session")
      const given = Object.fromEntries(
        lines.flatMap(({ line, says, wrong }) => [
          [line, says],
          ...(line === wholeText ? [] : [[`is.${line}`, wrong ? "wrong" : "comment"]]),
        ]),
      )
      return {
        body: await changeSession(c, { version, answer: seen, as, given, stays }, key as MoveKey),
      }
    },
  }),
  operation<Inside, { text: string; stays?: string[] }>({
    id: "addAddendum",
    method: "post",
    path: `${one}/addendum`,
    tag,
    summary: "Add a dated correction below the text, or answer a dispute with one",
    keyed: true,
    asks: z.strictObject({
      text: z.string().max(4_000).meta({ description: "120 words or fewer" }),
      stays,
    }),
    gives: movedShape,
    does: async (c, { stays = [], ...body }, key) => {
      only(c, "add addendum")
      return { body: await addAddendum(c, body, stays, key as MoveKey) }
    },
  }),
  operation({
    id: "closeSession",
    method: "post",
    path: `${one}/close`,
    tag,
    summary: "Close a session that is agreed, was not answered in time, or has nothing to agree",
    keyed: true,
    gives: movedShape,
    does: async (c, _body, key) => {
      only(c, "write session")
      placeHere(c)
      return { body: await closeSession(c, key as MoveKey) }
    },
  }),
]

type Change = {
  version: number
  seen?: string
  as: (typeof remarkKindNames)[number]
  lines: { line: string; says: string; wrong: boolean }[]
  stays?: string[]
}

export const sessionOperations: Operation<Inside>[] = [
  ...reading,
  ...planningOperations,
  ...writingOperations,
  ...answering,
]
