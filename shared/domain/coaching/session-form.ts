import { choice, date, longText, repeated, text } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { addMonths, londonDate } from "../../values/london.ts"
import { deskChoices } from "../actions/action.ts"
import { sessionKindNames, sessionKinds } from "./session-kinds.ts"

/** What becomes of an action that is on the form: only what was open before has something to say here. */
export const actionNow = { open: "Still to do", done: "Done", dropped: "Dropped" } as const

/** The most actions that one session can carry and set. */
export const mostActions = 40

/**
 * What is asked of every session, on one page: six answers. `ends` is whether the phase is closing, where no next date
 * is owed. `now` bounds the day: a session that was held was not held tomorrow.
 */
export const sessionForm = ({ now, ends }: { now: Date; ends: boolean }): Section => {
  const today = londonDate(now)
  return section({
    id: "session",
    title: "Write up a session",
    minutes: 5,
    asks: {
      on: date({
        label: "When was it?",
        called: "the day of the session",
        notBefore: addMonths(today, -24),
        notAfter: today,
      }),
      kind: choice({
        label: "How did you meet?",
        called: "how you met",
        options: Object.fromEntries(sessionKindNames.map((kind) => [kind, sessionKinds[kind].words])),
      }),
      who: text({
        label: "Who from the site took part?",
        called: "who from the site took part",
        hint: "Names and roles of staff, and experts by experience by their role. Never the name of a person who draws on care.",
        upTo: 300,
      }),
      talked: longText({
        label: "What did you talk about?",
        called: "what you talked about",
        hint: "What the site would recognise as what was said. The site reads it, and agrees or says what to change.",
        words: 120,
      }),
      actions: repeated({
        label: "What is to be done?",
        called: "what is to be done",
        hint: "What was open before stands here already: say what became of it.",
        calledRow: "action",
        upTo: mostActions,
        optional: true,
        of: {
          text: longText({ label: "What", called: "what is to be done", words: 40 }),
          owner: choice({ label: "Who does it", called: "who does it", options: deskChoices }),
          due: date({
            label: "By when",
            called: "the day it is due",
            notBefore: addMonths(today, -24),
            notAfter: addMonths(today, 24),
          }),
          now: choice({
            label: "Where it stands",
            called: "where it stands",
            options: actionNow,
            optional: true,
          }),
          because: longText({
            label: "How it can be seen that it is done, or why it is dropped",
            called: "how it can be seen that it is done, or why it is dropped",
            words: 40,
            optional: true,
          }),
        },
      }),
      next: date({
        label: "When do you meet next?",
        called: "the day you meet next",
        hint: ends ? "Leave it empty where the work with this site ends." : undefined,
        notBefore: addMonths(today, -24),
        notAfter: addMonths(today, 12),
        optional: ends,
      }),
    },
    checks: [
      {
        at: "actions",
        needs: ["actions"],
        holds: ({ actions }) =>
          actions.every(({ now, because }) => now === undefined || now === "open" || Boolean(because)),
        otherwise: "Say how it can be seen that an action is done, or why it is dropped",
      },
      {
        at: "next",
        needs: ["next", "on"],
        holds: ({ next, on }) => next > on,
        otherwise: "The day you meet next must be after this session",
      },
    ],
  })
}
