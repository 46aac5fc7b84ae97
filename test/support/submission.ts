import { expect } from "vitest"
import { newKey, shortForm } from "./answers.ts"
import type { Client, Service } from "./service.ts"

export { newKey, shortForm }

export const round = "nsw-2-2017"

export const keyed = (key = newKey()) => ({ "idempotency-key": key })

export type Moved = { reference: string; state: string; revision: number; version: number }

const moved = async (answer: Response): Promise<Moved> => {
  const body = await answer.json()
  expect(answer.status, JSON.stringify(body)).toBeLessThan(300)
  return body as Moved
}

/** A submission that somebody has begun, with the moves on it as sentences. */
export const begun = async (lead: Client, organisation = "halton", forRound = round) => {
  const at = `/organisations/${organisation}/submissions`
  const { reference } = await moved(await lead.api("POST", at, { round: forRound }, keyed()))
  const here = `${at}/${reference}`
  const revision = async (who: Client) => ((await (await who.api("GET", here)).json()) as Moved).revision
  return {
    reference,
    here,
    read: async (who: Client = lead) => (await who.api("GET", here)).json(),
    save: async (
      who: Client,
      section: string,
      answers: Record<string, unknown>,
      more: Record<string, unknown> = {},
    ) => who.api("POST", `${here}/sections/${section}`, { revision: await revision(who), answers, ...more }),
    sign: async (who: Client, key = newKey()) =>
      who.api("POST", `${here}/sign`, { revision: await revision(who) }, keyed(key)),
    send: async (who: Client, key = newKey()) =>
      who.api("POST", `${here}/send`, { revision: await revision(who) }, keyed(key)),
    change: async (who: Client, key = newKey()) =>
      who.api("POST", `${here}/change`, { revision: await revision(who) }, keyed(key)),
    withdraw: async (who: Client, note = "We join another bid.", key = newKey()) =>
      who.api("POST", `${here}/withdraw`, { note }, keyed(key)),
  }
}

export type Begun = Awaited<ReturnType<typeof begun>>

export const filled = async (
  one: Begun,
  lead: Client,
  form: Record<string, Record<string, unknown>> = shortForm,
) => {
  for (const [section, answers] of Object.entries(form)) await moved(await one.save(lead, section, answers))
}

/** Begun, filled in, confirmed by lead and sponsor: it could be sent now. */
export const ready = async (service: Service, organisation = "halton") => {
  const lead = await service.as(`site-lead@${organisation}.example`)
  const sponsor = await service.as(`sponsor@${organisation}.example`)
  const one = await begun(lead, organisation)
  await filled(one, lead)
  await moved(await one.sign(lead))
  await moved(await one.sign(sponsor))
  return { one, lead, sponsor }
}

export const sent = async (service: Service, organisation = "halton") => {
  const made = await ready(service, organisation)
  await moved(await made.one.send(made.lead))
  return made
}
