import { dateWords } from "../../../shared/values/london.ts"
import type { Site } from "../demonstration/sites.ts"
import { calls, type Does, type Move } from "./acts.ts"
import { lead, move } from "./returns.ts"
import type { Player } from "./stage.ts"

export const coach = "coach@innovation-unit.example"
export const coachingOf = (site: Site) => `/organisations/${site}/coaching/NSW2`

/** One move about the coaching of a site. */
export const about = (site: Site, path: string, body: unknown = {}): Does =>
  calls(`${coachingOf(site)}/${path}`, body)

/** A new action, or what became of one that was open: known by how its words begin. */
type Row =
  | { text: string; owner: "site" | "coach" | "coordinators" | "department"; due: string }
  | { of: string; now?: "done" | "dropped"; because?: string; due?: string }

export type Written = {
  kind: "visit" | "evaluation-visit" | "call" | "video"
  who: string
  talked: string
  actions?: Row[]
  next?: string
  more?: Record<string, unknown>
}

export type Meeting = Written & {
  on: string
  /** On which day it was planned, where the session before did not do so. */
  planned?: string
  time?: string
  place?: string
  /** When the coach begins to write it up, on the day itself. */
  writes?: string
  shared: [day: string, time: string]
  agreed?: [day: string, time: string]
  closed?: string
}

/** A session from its planning to its end. */
export const meeting = (site: Site, one: Meeting): Move[] => {
  const { on, planned, time, place, writes = "16:30", shared, agreed, closed, ...written } = one
  const told = { kind: written.kind, on, ...(time && { time }), ...(place && { place }) }
  return [
    ...(planned ? [move(planned, "11:00", coach, about(site, "sessions/plan", told))] : []),
    move(on, writes, coach, writesUp(site, on, written)),
    move(...shared, coach, shares(site, on)),
    ...(agreed ? [move(...agreed, lead(site), agrees(site, on))] : []),
    ...(closed ? [move(closed, "17:20", coach, closes(site, on))] : []),
  ]
}

type Listed = { title: string; session?: string; id?: string }

/** The address of the session of a day. */
export const sessionOn = async (player: Player, site: Site, on: string) => {
  const { body } = await player.get(`${coachingOf(site)}/sessions`)
  const { planned, waits, over } = body as Record<"planned" | "waits" | "over", Listed[]>
  const found = [...planned, ...waits, ...over].find(({ title }) => title.endsWith(dateWords(on)))
  if (!found) throw new Error(`${site} has no session of ${on}`)
  return `${coachingOf(site)}/sessions/${found.session ?? found.id}`
}

const writesUp =
  (site: Site, on: string, { more, actions = [], ...core }: Written): Does =>
  async (player) => {
    const rows = await rowsOf(player, site, actions)
    const answers = { ...core, on, ...(rows.length > 0 && { actions: rows }) }
    return player.does(`${await sessionOn(player, site, on)}/write`, {
      revision: 0,
      core: answers,
      ...(more && { more }),
    })
  }

type Open = { id: string; text: string; owner: string; due: string }

/** What is open stands on it by itself, as it does on the page; then what is new. */
const rowsOf = async (player: Player, site: Site, given: Row[]) => {
  const { actions } = (await player.get(`/organisations/${site}/actions?state=open`)).body as {
    actions: Open[]
  }
  const carried = actions
    .filter(({ owner }) => owner === "site" || owner === "coach")
    .map(({ id, text, owner, due }) => {
      const found = given.find((row) => "of" in row && text.startsWith(row.of))
      const { of: _, ...stands } = found && "of" in found ? found : { of: "" }
      return { id, text, owner, due, now: "open", ...stands }
    })
  const fresh = given.filter((row) => "text" in row)
  if (carried.length + fresh.length < given.length) throw new Error(`${site}: an action of it is not open`)
  return [...carried, ...fresh]
}

const shares =
  (site: Site, on: string): Does =>
  async (player) => {
    const here = await sessionOn(player, site, on)
    const { draft } = (await player.get(here)).body as { draft: { revision: number } }
    return player.does(`${here}/share`, { revision: draft.revision })
  }

/** A move on the session of a day, whatever it is. */
export const moves =
  (site: Site, on: string, path: string, body: unknown = {}): Does =>
  async (player) =>
    player.does(`${await sessionOn(player, site, on)}/${path}`, body)

const agrees =
  (site: Site, on: string): Does =>
  async (player) => {
    const here = await sessionOn(player, site, on)
    const { version } = (await player.get(here)).body
    return player.does(`${here}/agree`, { version })
  }

const closes = (site: Site, on: string): Does => moves(site, on, "close")

/** What the site says beside one line, known by some of its words. */
export const answersLine =
  (
    site: Site,
    on: string,
    given: { as: "comment" | "agree with comment" | "dispute"; line: string; says: string },
  ): Does =>
  async (player) => {
    const here = await sessionOn(player, site, on)
    const { version, text } = (await player.get(here)).body as {
      version: number
      text: { lines: { id: string; says: string }[] }
    }
    const line = text.lines.find(({ says }) => says.includes(given.line))
    if (!line) throw new Error(`${site}: no line of ${on} holds “${given.line}”`)
    const wrong = given.as === "dispute"
    return player.does(`${here}/change`, {
      version,
      as: given.as,
      lines: [{ line: line.id, says: given.says, wrong }],
    })
  }

/** Something that was to be done is done, and how that can be seen; known by how its words begin. */
export const finishes =
  (site: Site, of: string, evidence: string): Does =>
  async (player) => {
    const { actions } = (await player.get(`/organisations/${site}/actions?state=open`)).body as {
      actions: Open[]
    }
    const found = actions.find(({ text }) => text.startsWith(of))
    if (!found) throw new Error(`${site}: “${of}” is not open`)
    return player.does(`/organisations/${site}/actions/${found.id}/done`, { evidence })
  }
