import { expect } from "vitest"
import { plain } from "../page-form.ts"
import type { Client, Service } from "../service.ts"
import { keyed, newKey } from "../submission.ts"

/** The words of a page, as somebody reads them. */
export const textOf = (page: string) =>
  plain(page.replaceAll(/<\/?(?:strong|span|a)\b[^>]*>/g, "").replaceAll(/<[^>]+>/g, " ")).replaceAll(
    /\s+/g,
    " ",
  )

export const inPhase = (site: string) => `/organisations/${site}/coaching/NSW2`
export const sessionsOf = (site: string) => `${inPhase(site)}/sessions`

type Action = { id?: string; text?: string; owner?: string; due?: string; now?: string; because?: string }

/** Whole answers of the page that is asked of every session. */
export const written = (more: { actions?: Action[] } & Record<string, unknown> = {}) => ({
  on: "2017-12-06",
  kind: "visit",
  who: "The lead and two social workers",
  talked: "Cover for the two workers.\nHow people know whom to ask.",
  next: "2018-01-09",
  ...more,
})

export const twoActions: Action[] = [
  { text: "Name who covers.", owner: "site", due: "2017-12-20" },
  { text: "Send the example rota.", owner: "coach", due: "2018-01-05" },
]

/** Somebody's words, in order, for one site: each gives what the service answered. */
export const coachingOf = (site: string, coach: Client) => {
  const all = sessionsOf(site)
  const one = (session: string) => `${all}/${session}`
  const sending =
    (who: Client) =>
    (path: string, body: unknown, key = newKey()) =>
      who.api("POST", path, body, keyed(key))
  const post = sending(coach)
  const made = async (answer: Response) => {
    const body = (await answer.json()) as { session: string; state: string; version: number }
    expect(answer.status, JSON.stringify(body)).toBeLessThan(300)
    return body
  }

  return {
    all,
    one,
    plan: async (body: Record<string, unknown>) => made(await post(`${all}/plan`, body)),
    begin: async (answers: Record<string, unknown> = written()) =>
      (await made(await post(`${all}/write`, { answers }))).session,
    write: (session: string, body: Record<string, unknown>, who = coach) =>
      who.api("POST", `${one(session)}/write`, body),
    share: (session: string, revision = 1, key = newKey()) =>
      post(`${one(session)}/share`, { revision }, key),
    agree: (who: Client, session: string, version = 1, key = newKey()) =>
      sending(who)(`${one(session)}/agree`, { version }, key),
    change: (who: Client, session: string, body: Record<string, unknown>, key = newKey()) =>
      sending(who)(`${one(session)}/change`, { version: 1, ...body }, key),
    addendum: (who: Client, session: string, text: string, key = newKey()) =>
      sending(who)(`${one(session)}/addendum`, { text }, key),
    close: (session: string) => coach.api("POST", `${one(session)}/close`, undefined, keyed()),
    read: async (session: string, who = coach) => {
      const answer = await who.api("GET", one(session))
      return { status: answer.status, ...((await answer.json()) as Read) }
    },
    page: async (path: string, who = coach) => (await who.get(path)).text(),
  }
}

export type Read = {
  id: string
  title: string
  state: string
  says: string
  on: string
  kind: string
  version: number
  topics: string[]
  learning: string[]
  answerBy?: string
  hash?: string
  text: {
    core: { actions?: (Action & { id: string })[] } & Record<string, unknown>
    more: Record<string, unknown>
    lines: { id: string; label: string; says: string }[]
  }
  remarks: {
    as: string
    version: number
    by: { name: string }
    lines: { line: string; says: string; wrong: boolean }[]
  }[]
  addenda: { text: string; by: { name: string }; at: string }[]
  draft?: { core: Record<string, unknown>; more: Record<string, unknown>; revision: number }
}

export type Coaching = ReturnType<typeof coachingOf>

/** A visit that is written up and shared with its site: what happens next is a test's own. */
export const sharedVisit = async (at: Coaching, answers = written({ actions: twoActions })) => {
  const session = await at.begin(answers)
  expect((await at.share(session)).status).toBe(200)
  return session
}

export const coachOf = (service: Service) => service.as("coach@innovation-unit.example")
