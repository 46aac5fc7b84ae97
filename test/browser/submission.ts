import { expect } from "vitest"
import type { Client } from "../support/service.ts"
import { begun, keyed, shortForm } from "../support/submission.ts"

type Answers = Record<string, unknown>

const well = async (answer: Response) => {
  expect(answer.status, await answer.clone().text()).toBeLessThan(300)
  return answer.json()
}

/** A submission that has been begun, by its address, to be brought on without its pages. */
export const submissionAt = (here: string) => {
  const revision = async (who: Client) => {
    const read = (await well(await who.api("GET", here))) as { revision: number }
    return { revision: read.revision }
  }
  const move = async (who: Client, path: string) =>
    well(await who.api("POST", `${here}/${path}`, await revision(who), keyed()))
  const save = async (who: Client, section: string, answers: Answers) =>
    well(await who.api("POST", `${here}/sections/${section}`, { ...(await revision(who)), answers }))
  return {
    here,
    save,
    fill: async (who: Client, form: Record<string, Answers> = shortForm) => {
      for (const [section, answers] of Object.entries(form)) await save(who, section, answers)
    },
    sign: (who: Client) => move(who, "sign"),
    send: (who: Client) => move(who, "send"),
    change: (who: Client) => move(who, "change"),
  }
}

/** Begins one in a round. */
export const beginIn = async (lead: Client, organisation: string, round: string) =>
  submissionAt((await begun(lead, organisation, round)).here)
