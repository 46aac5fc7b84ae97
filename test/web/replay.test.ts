import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { phaseTwo } from "../../infra/local/demonstration/phase-two.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { addressOf, type Crew, crews } from "../support/crew.ts"
import { type Client, firstMorning, type Service, startService } from "../support/service.ts"
import { begun, filled, keyed, type Moved, newKey } from "../support/submission.ts"
import { digestOf, itemsOf } from "../support/watched.ts"

let service: Service
let another: () => Promise<Crew>
beforeAll(async () => {
  service = await startService()
  another = crews(service)
})
afterAll(() => service.stop())

const hours = 3600_000
const afterTheClose = new Date(new Date(phaseTwo.closes).getTime() + 1).toISOString()

/** A move on its way: who makes it, where, with what, and what somebody does afterwards. */
type Move = {
  role: "lead" | "sponsor"
  at: string
  gives: Record<string, string | number>
  other: Record<string, string | number>
  afterwards: () => Promise<unknown>
}
type Prepares = (crew: Crew) => Promise<Move>

const drafted = async (crew: Crew) => {
  service.at(firstMorning.toISOString())
  const one = await begun(crew.lead, crew.organisation)
  await filled(one, crew.lead)
  return { one, revision: ((await one.read()) as Moved).revision }
}
const signed = async (crew: Crew) => {
  const { one } = await drafted(crew)
  await one.sign(crew.lead)
  await one.sign(crew.sponsor)
  return { one, revision: ((await one.read()) as Moved).revision }
}
const sent = async (crew: Crew) => {
  const { one } = await signed(crew)
  await one.send(crew.lead)
  return { one, revision: ((await one.read()) as Moved).revision }
}
const seen = (revision: number) => ({ gives: { revision }, other: { revision: revision - 1 } })
const noted = { gives: { note: "We join another bid." }, other: { note: "Another reason." } }

const moves: Record<string, Prepares> = {
  begin: async (crew) => {
    service.at(firstMorning.toISOString())
    const { organisation } = crew
    return {
      role: "lead",
      at: `/organisations/${organisation}/submissions`,
      gives: { round: phaseTwo.id },
      other: { round: "nsw-1-2016" },
      afterwards: async () => {
        const list = await crew.lead.api("GET", `/organisations/${organisation}/submissions`)
        const [first] = ((await list.json()) as { submissions: Moved[] }).submissions
        const here = `/organisations/${organisation}/submissions/${first?.reference}`
        return crew.lead.api("POST", `${here}/withdraw`, { note: "Not now." }, keyed())
      },
    }
  },
  sign: async (crew) => {
    const { one, revision } = await drafted(crew)
    return {
      role: "lead",
      at: `${one.here}/sign`,
      ...seen(revision),
      afterwards: () => one.save(crew.lead, "amount", { amount: 800_000 }),
    }
  },
  decline: async (crew) => {
    const { one } = await drafted(crew)
    await one.sign(crew.lead)
    return { role: "sponsor", at: `${one.here}/decline`, ...noted, afterwards: () => one.sign(crew.lead) }
  },
  send: async (crew) => {
    const { one, revision } = await signed(crew)
    return {
      role: "sponsor",
      at: `${one.here}/send`,
      ...seen(revision),
      afterwards: () => one.change(crew.lead),
    }
  },
  change: async (crew) => {
    const { one, revision } = await sent(crew)
    return {
      role: "lead",
      at: `${one.here}/change`,
      ...seen(revision),
      afterwards: async () => {
        await one.sign(crew.lead)
        await one.sign(crew.sponsor)
        return one.send(crew.lead)
      },
    }
  },
  withdraw: async (crew) => {
    const { one } = await sent(crew)
    return {
      role: "sponsor",
      at: `${one.here}/withdraw`,
      ...noted,
      afterwards: () => begun(crew.lead, crew.organisation),
    }
  },
  "ask-to-be-late": async (crew) => {
    const { one } = await drafted(crew)
    service.at(afterTheClose)
    return {
      role: "lead",
      at: `${one.here}/ask-to-be-late`,
      ...noted,
      afterwards: () => one.save(crew.lead, "amount", { amount: 800_000 }),
    }
  },
  invite: async (crew) => {
    service.at(firstMorning.toISOString())
    const email = `invited@${crew.domain}`
    return {
      role: "lead",
      at: `/organisations/${crew.organisation}/people/invite`,
      gives: { name: "Invited Person", email, role: "contributor" },
      other: { name: "Invited Person", email, role: "sponsor" },
      afterwards: async () => {
        const member = (await peopleIn(service.table).membersOf(crew.organisation)).find(
          (one) => one.email === email,
        )
        const at = `/organisations/${crew.organisation}/people/${member?.person}/${member?.grant}/end`
        return crew.lead.post(at, {})
      },
    }
  },
}

const faces = {
  "a page": (who: Client, at: string, body: Record<string, string | number>, key: string) =>
    who.post(at, {
      ...Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)])),
      key,
    }),
  "the API": (who: Client, at: string, body: Record<string, string | number>, key: string) =>
    who.api("POST", at, body, keyed(key)),
}

const told = async (answer: Response) => ({
  status: answer.status,
  location: answer.headers.get("location"),
  body: await answer.text(),
})

/** Every line of history of an organisation, of its records and of its people. */
const eventsOf = async (organisation: string) =>
  (await itemsOf(service, organisation)).filter(({ pk, hash }) => pk.startsWith("LOG#") && hash !== undefined)
    .length

const cells = Object.keys(moves).flatMap((move) =>
  (Object.keys(faces) as (keyof typeof faces)[]).map((face) => ({ move, face })),
)

describe.each(cells)("to $move, by $face", ({ move, face }) => {
  test("with one key is one thing, however often, whenever, and whatever has happened since", async () => {
    const crew = await another()
    const { role, at, gives, other, afterwards } = await (moves[move] as Prepares)(crew)
    const make = faces[face]
    const key = newKey()
    const before = await eventsOf(crew.organisation)

    const together = await Promise.all(Array.from({ length: 5 }, () => make(crew[role], at, gives, key)))
    const first = await told(together[0]?.clone() as Response)
    expect(first.status, first.body).toBeLessThan(400)
    for (const answer of together) expect(await told(answer)).toEqual(first)
    expect(await eventsOf(crew.organisation)).toBe(before + 1)
    const settled = await digestOf(service, crew.organisation)

    for (let time = 0; time < 4; time++)
      expect(await told(await make(crew[role], at, gives, key))).toEqual(first)

    service.later(25 * hours)
    const again = await service.as(addressOf(crew.organisation, role))
    expect(await told(await make(again, at, gives, key))).toEqual(first)
    expect(await digestOf(service, crew.organisation)).toBe(settled)

    Object.assign(crew, { lead: await service.as(addressOf(crew.organisation, "lead")) })
    Object.assign(crew, { sponsor: await service.as(addressOf(crew.organisation, "sponsor")) })
    await afterwards()
    const later = await digestOf(service, crew.organisation)
    expect(later).not.toBe(settled)
    expect(await told(await make(crew[role], at, gives, key))).toEqual(first)
    expect(await digestOf(service, crew.organisation)).toBe(later)

    const another422 = await make(crew[role], at, other, key)
    expect(another422.status, await another422.clone().text()).toBe(422)
    if (face === "the API")
      expect(((await another422.json()) as { type: string }).type).toBe(
        "/problems/key-used-for-something-else",
      )
    expect(await digestOf(service, crew.organisation)).toBe(later)
  })

  test("with the key of somebody else is a thing of one's own", async () => {
    const [mine, theirs] = [await another(), await another()]
    const key = newKey()
    const one = await (moves[move] as Prepares)(mine)
    const answer = await faces[face](mine[one.role], one.at, one.gives, key)
    expect(answer.status, await answer.clone().text()).toBeLessThan(400)
    const two = await (moves[move] as Prepares)(theirs)
    const own = await told(await faces[face](theirs[two.role], two.at, two.gives, key))
    expect(own.status, own.body).toBeLessThan(400)
    expect(`${own.location}${own.body}`).not.toContain(mine.organisation)
  })
})

test("a page and the API are one: what was done on the page is done for a client with its key", async () => {
  const crew = await another()
  const { one, revision } = await signed(crew)
  const key = newKey()
  const page = await crew.lead.post(`${one.here}/send`, { revision: String(revision), key })
  expect([page.status, page.headers.get("location")]).toEqual([303, `${one.here}/receipts/1`])
  const api = await crew.lead.api("POST", `${one.here}/send`, { revision }, keyed(key))
  expect([api.status, api.headers.get("location")]).toEqual([200, `/api${one.here}/receipts/1`])
})

test("two who invite the same person at the same moment give one role", async () => {
  const crew = await another()
  const gives = { name: "Wanted Twice", email: `twice@${crew.domain}`, role: "contributor" }
  const answers = await Promise.all(
    [crew.lead, crew.sponsor].map((who) =>
      who.api("POST", `/organisations/${crew.organisation}/people/invite`, gives, keyed()),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const { status } of answers) expect([200, 409, 422]).toContain(status)
  const members = await peopleIn(service.table).membersOf(crew.organisation)
  expect(members.filter((one) => one.email === gives.email)).toHaveLength(1)
})

test("two leads who end each other's access at the same moment leave one lead", async () => {
  const crew = await another()
  const at = `/organisations/${crew.organisation}/people`
  const email = `second@${crew.domain}`
  await crew.lead.api("POST", `${at}/invite`, { name: "Second Lead", email, role: "lead" }, keyed())
  const leads = async () => {
    const members = await peopleIn(service.table).membersOf(crew.organisation)
    return members.filter(({ role, to }) => role === "lead" && new Date(to) > service.world.now())
  }
  const both = await leads()
  expect(both).toHaveLength(2)
  const second = await service.as(email)
  await Promise.all(
    both.map((one) =>
      (one.email === email ? crew.lead : second).post(`${at}/${one.person}/${one.grant}/end`, {}),
    ),
  )
  expect(await leads()).toHaveLength(1)
})
