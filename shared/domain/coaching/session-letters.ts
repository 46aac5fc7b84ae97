import { dateWords, dayWords, type PlainDate } from "../../values/london.ts"
import type { RemarkKind } from "./remark.ts"
import { type Session, type SessionText, sessionTitle } from "./session.ts"
import { actionRowsOf } from "./session-draft.ts"
import { sessionKinds } from "./session-kinds.ts"
import { whenWords } from "./session-sentence.ts"

/** What a letter about a session says; whom it goes to is the move's to know. */
export type SessionWords = { subject: string; lines: string[] }

export const plannedWords = (one: Session, site: string, before?: Session): SessionWords => {
  const what = sessionKinds[one.kind].words
  const place = one.place ? [`Where: ${one.place}`] : []
  if (!before)
    return {
      subject: `${what} on ${dateWords(one.on)}, ${site}`,
      lines: [`${one.coach.name} planned a session with you: ${lower(what)}, ${whenWords(one)}.`, ...place],
    }
  return {
    subject: `${what} moved to ${dateWords(one.on)}, ${site}`,
    lines: [`${sessionTitle(before)} was changed: it is now ${whenWords(one)}, ${lower(what)}.`, ...place],
  }
}

export const cancelledWords = (one: Session, site: string): SessionWords => ({
  subject: `${sessionTitle(one)} will not take place, ${site}`,
  lines: [
    `${one.cancelled?.by.name ?? one.coach.name} said that it will not take place: ${one.cancelled?.because ?? ""}`,
    "There is nothing for you to do.",
  ],
})

/** The receipt: what is recorded, what is to be done, and what is asked of the site by when. */
export const sharedWords = (one: Session, { core }: SessionText, site: string): SessionWords => {
  const asked = one.answerBy
  const again = one.version > 1 ? `, version ${one.version}` : ""
  return {
    subject: asked
      ? `${sessionTitle(one)}${again}: agree it or say what to change by ${dateWords(asked)}`
      : `${sessionTitle(one)}${again} is shared with you, ${site}`,
    lines: [
      `${sessionTitle(one)}${again} is recorded by ${one.shared?.by.name ?? one.coach.name}.`,
      actionsWords(actionRowsOf({ core })),
      ...(typeof core.next === "string" ? [`You meet next on ${dayWords(core.next)}.`] : []),
      asked
        ? `Read it. One button says “This is right”; another lets you change something. Answer by ${dayWords(asked)}. Your site lead agrees; everybody else at the site can comment.`
        : "Read it. You can comment on any line; nothing has to be agreed.",
    ],
  }
}

type Row = { owner?: string; due?: PlainDate; now?: string }

/** "4 actions, 2 of them yours. The next is due on 20 December 2017." */
export const actionsWords = (rows: readonly Row[]): string => {
  const open = rows.filter(({ now }) => now !== "done" && now !== "dropped")
  if (open.length === 0) return "No action is open from it."
  const yours = open.filter(({ owner }) => owner === "site").length
  const [next] = open.flatMap(({ due }) => (due ? [due] : [])).sort()
  return `${open.length} ${open.length === 1 ? "action" : "actions"}, ${yours} of them yours.${
    next ? ` The next is due on ${dateWords(next)}.` : ""
  }`
}

/** To the coach: what the site answered. Never in whose words: they are on the page. */
export const answeredWords = (
  one: Session,
  site: string,
  { as, name, lines }: { as: RemarkKind | "agree"; name: string; lines: number },
): SessionWords => {
  const count = `${lines} ${lines === 1 ? "line" : "lines"}`
  const says = {
    agree: `${name} agreed for ${site}: this is right. The text stays as it is from now on. You can close it.`,
    "agree with comment": `${name} agreed for ${site}, with a comment on ${count}. The text stays as it is from now on.`,
    comment: `${name} of ${site} commented on ${count}. Nothing else changed.`,
    dispute: `${name} of ${site} disputes it, on ${count}. Share a new version, or answer with an addendum; the site then agrees or not.`,
  }[as]
  const verbs = {
    agree: "agreed",
    "agree with comment": "agreed with a comment",
    comment: "commented on",
    dispute: "disputed",
  }[as]
  return { subject: `${sessionTitle(one)}, ${site}: ${verbs}`, lines: [says] }
}

export const addendumWords = (one: Session, site: string, name: string): SessionWords => ({
  subject: `${sessionTitle(one)}, ${site}: an addendum was added`,
  lines: [
    `${name} added an addendum below the text. The text itself is as it was.`,
    ...(one.state === "shared" && one.answerBy
      ? [`It answers what the site disputed. The site agrees or not by ${dayWords(one.answerBy)}.`]
      : ["There is nothing for you to do. If it is not right, you can add one too, or ask."]),
  ],
})

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
