import type { Client } from "../service.ts"
import { keyed, newKey } from "../submission.ts"
import { consentBody } from "./stories-doors.ts"

export const storiesOfHalton = "/organisations/halton/stories/NSW2"

/** Words that stand nowhere else, so that they are known wherever they come out. */
export const told = {
  pseudonym: "MARKERPETER",
  band: "18 to 25",
  text: "MARKERTEXT I used to wait for whoever was on duty and now I ring one person who knows me.",
  quote: "MARKERQUOTE She listens to me.",
}

export const call = async (who: Client, path: string, body: unknown, key = newKey()) => {
  const answer = await who.api("POST", path, body, keyed(key))
  const given = (await answer.json()) as Record<string, unknown>
  return { status: answer.status, given, says: JSON.stringify(given) }
}

export const read = async <Body = Record<string, unknown>>(who: Client, path: string): Promise<Body> =>
  (await (await who.api("GET", path)).json()) as Body

type People = { writer: Client; officer: Client }
type Story = { revision: number; state: string; version: number; says: string }

const revisionOf = async (who: Client, at: string) => (await read<Story>(who, at)).revision

/** Every use with yes but those that are named. */
export const agreeing = (uses: Partial<Record<string, boolean>>) => ({ ...consentBody, ...uses })

/** A story written, its person asked, given to the officer. */
export const given = async (
  { writer }: Pick<People, "writer">,
  consent: Record<string, unknown> = consentBody,
  words: Record<string, unknown> = told,
) => {
  const added = await call(writer, `${storiesOfHalton}/add`, words)
  if (added.status !== 201) throw new Error(added.says)
  const at = `${storiesOfHalton}/${added.given.story}`
  const asked = await call(writer, `${at}/consent`, { ...consent, revision: await revisionOf(writer, at) })
  if (asked.status !== 200) throw new Error(asked.says)
  const sent = await call(writer, `${at}/send`, { revision: await revisionOf(writer, at) })
  if (sent.status !== 200) throw new Error(sent.says)
  return at
}

/** The same, checked by an officer who wrote nothing of it. */
export const shared = async (people: People, consent?: Record<string, unknown>, more = {}) => {
  const at = await given(people, consent)
  const revision = await revisionOf(people.officer, at)
  const checked = await call(people.officer, `${at}/check`, { decision: "share", ...more, revision })
  if (checked.status !== 200) throw new Error(checked.says)
  return at
}
