import { expect } from "vitest"
import type { Put } from "../files.ts"
import type { Client, Service } from "../service.ts"
import { keyed, newKey } from "../submission.ts"

export const december = "nsw2-spending-2017-12-31"

type Listed = {
  open: boolean
  files: {
    id: string
    name: string
    state: string
    words: string
    bytes: number
    sha256: string
    warnings: string[]
    by: string
  }[]
}

/** What people of a site do with the files of one of its returns. */
export const evidenceOf = (service: Service, organisation = "halton", round = december) => {
  const here = `/organisations/${organisation}/evidence/${round}`

  const add = async (who: Client, { name = "Ledger extract", type = "csv" } = {}, key = newKey()) => {
    const answer = await who.api("POST", `${here}/add`, { name, type }, keyed(key))
    expect(answer.status).toBe(201)
    return ((await answer.json()) as { id: string }).id
  }
  const put = async (who: Client, id: string, bytes: Uint8Array | string): Promise<Put> => {
    const slot = await who.api("GET", `${here}/files/${id}/upload`)
    expect(slot.status).toBe(200)
    return service.store.put(await slot.json(), bytes)
  }
  const list = async (who: Client) => (await (await who.api("GET", here)).json()) as Listed
  const only = async (who: Client) => (await list(who)).files[0]

  return {
    here,
    add,
    put,
    list,
    only,
    /** Added, put and looked at: what is known of it then. */
    checked: async (who: Client, bytes: Uint8Array | string, given = {}, verdict?: string) => {
      const id = await add(who, given)
      const one = await put(who, id, bytes)
      await service.scanning.arrive(one)
      await service.scanning.scan(one, verdict)
      return (await list(who)).files.find((each) => each.id === id)
    },
    takeAway: (who: Client, id: string, key = newKey()) =>
      who.api("POST", `${here}/files/${id}/take-away`, {}, keyed(key)),
  }
}
