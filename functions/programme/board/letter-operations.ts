import * as z from "zod"
import { toldWords } from "../../../shared/domain/letters/told.ts"
import { noticeNames, noticeOf } from "../../../shared/domain/notices/notices.ts"
import { byUrgency, chaseItem, noticeItem } from "../../../shared/domain/notices/words.ts"
import { plainDate } from "../../../shared/values/london.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { lettersAt, noticeAt, noticesAt } from "./addresses.ts"
import { lettersHere, noticeHere } from "./letters.ts"
import { aboutWords, tellsOf, whenWords } from "./notice-words.ts"

const tag = "The board"

/** The letters that go by themselves: which there are, and which went. */
export const letterOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "listNotices",
    method: "get",
    path: noticesAt,
    tag,
    summary: "Every letter that goes by itself: when, about what, and to whom in which state",
    gives: z.object({
      notices: z.array(
        z.object({
          notice: z.string(),
          called: z.string(),
          when: z.string(),
          about: z.string(),
          tells: z.array(z.object({ state: z.string(), to: z.array(z.string()) })),
        }),
      ),
    }),
    does: async () => ({
      body: {
        notices: noticeNames.map((notice) => ({
          notice: notice.replaceAll(" ", "-"),
          called: noticeOf(notice).called,
          when: whenWords(notice),
          about: aboutWords(notice),
          tells: tellsOf(notice),
        })),
      },
    }),
  }),
  operation<SignedIn, unknown>({
    id: "readNotice",
    method: "get",
    path: noticeAt(":notice"),
    tag,
    summary: "One such letter, exactly as it would be sent, about a site that is invented",
    gives: z.object({
      notice: z.string(),
      called: z.string(),
      letters: z.array(z.object({ to: z.string(), subject: z.string(), text: z.string() })),
    }),
    does: async (c) => {
      const { notice, called, letters } = noticeHere(c)
      return {
        body: {
          notice: notice.replaceAll(" ", "-"),
          called,
          letters: letters.map(({ to, words }) => ({ to, ...words })),
        },
      }
    },
  }),
  operation<SignedIn, unknown>({
    id: "listCalendarLetters",
    method: "get",
    path: lettersAt,
    tag,
    summary: "Who has been told what by the calendar, newest first, fifty at a time, and what became of it",
    query: { site: "Only letters about this organisation", before: "The `next` of the page before" },
    gives: z.object({
      letters: z.array(
        z.object({
          on: plainDate,
          name: z.string(),
          email: z.string(),
          state: z.string(),
          says: z.string().meta({ description: "What became of it, in words" }),
          items: z.array(noticeItem),
          chases: z.array(chaseItem).meta({ description: "What is told besides returns" }),
        }),
      ),
      next: z.string().optional(),
    }),
    does: async (c) => {
      const { letters, next } = await lettersHere(c)
      return {
        body: {
          letters: letters.map(({ letter: { on, name, email, items, chases }, telling }) => ({
            on,
            name,
            email,
            state: telling?.state ?? "waiting",
            says: toldWords(telling ?? { state: "waiting" }),
            items: byUrgency(items),
            chases,
          })),
          next,
        },
      }
    },
  }),
]
