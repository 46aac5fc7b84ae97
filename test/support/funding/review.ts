import { expect } from "vitest"
import { returns } from "../phase.ts"
import type { Client, Service } from "../service.ts"
import { begun, keyed, newKey } from "../submission.ts"

type Form = Record<string, Record<string, unknown>>

/** What a site says of October to December: £9,000.00 of workers’ time, £1,200.50 of training, and what is left. */
export const december: Form = {
  spending: {
    spending: {
      workers: { spent: 900_000, expected: 8_162_650 },
      training: { spent: 120_050, expected: 100_000 },
    },
  },
  outlook: { award: "whole" },
}

/** A spending update of a site, filled in and sent by its lead. */
export const sentUpdate = async (
  service: Service,
  organisation = "halton",
  { round = returns.december, form = december } = {},
) => {
  const lead = await service.as(`site-lead@${organisation}.example`)
  const one = await begun(lead, organisation, round)
  for (const [section, answers] of Object.entries(form)) {
    const saved = await one.save(lead, section, answers)
    expect(saved.status, await saved.clone().text()).toBe(200)
  }
  const sent = await one.send(lead)
  expect(sent.status, await sent.clone().text()).toBe(200)
  return { one, lead }
}

/** Where the department reads it. */
export const reviewOf = (reference: string, organisation = "halton") => {
  const at = `/funding/phases/NSW2/sites/${organisation}/returns/${reference}`
  const read = async (who: Client) => {
    const answer = await who.api("GET", at)
    return (await answer.json()) as Review
  }
  return {
    at,
    read,
    does: async (who: Client, path: string, body: Record<string, unknown> = {}, key = newKey()) =>
      who.api("POST", `${at}/${path}`, body, keyed(key)),
    /** The same with the revision that stands there. */
    seen: async (who: Client, path: string, body: Record<string, unknown> = {}, key = newKey()) => {
      const { revision } = await read(who)
      return who.api("POST", `${at}/${path}`, { revision, ...body }, keyed(key))
    },
  }
}

export type Review = {
  state: string
  revision: number
  version: number
  sentence: string
  inTheWay?: string
  looked?: { by: string }
  checked?: { by: string }
  accepted?: { by: string; version: number }
  before?: { title: string; spent: Record<string, number> }
  questions: { number: number; state: string; carried?: string; answer?: { text: string }; about?: string }[]
  moves: string[]
}

export const saysIn = async (answer: Response) => ((await answer.json()) as { detail?: string }).detail ?? ""
