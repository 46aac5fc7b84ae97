import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  type PeopleRight,
  type ProgrammeRight,
  peoplePolicy,
  programmePolicy,
} from "../../shared/domain/people/policy.ts"
import { organisationRoles, type Role, roleNames } from "../../shared/domain/people/role.ts"
import {
  type App,
  addressIn,
  answerOf,
  doors,
  type EveryDoor,
  everyDoor,
  innerDoors,
  isApi,
  programmeDoors,
  routesOf,
  sendable,
  teamDoors,
} from "../support/doors.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey, sent } from "../support/submission.ts"
import { type Call, digestOf, watched, written } from "../support/watched.ts"

const calls: Call[] = []
let service: Service
let strangers: Record<string, Client>
/** Everything real of Halton's that an address may name. */
let halton: Record<string, string>
const nonsense = {
  organisation: "nowhere",
  reference: "NSW2-HAL-E-222222",
  person: "p-nobody",
  grant: "g-nothing",
  round: "no-round",
  section: "no-section",
  version: "7",
  typed: "nothing",
}

const inBradford = {
  lead: "site-lead",
  contributor: "contributor",
  sponsor: "sponsor",
  certifier: "section-151",
  governance: "governance",
}
const inProgramme = {
  coach: "coach@innovation-unit.example",
  coordinator: "coordinator@innovation-unit.example",
  evaluator: "evaluator@scie.example",
  reader: "reader@doh.example",
  adviser: "adviser@lived-experience.example",
  chair: "chair@doh.example",
  "decision-maker": "decision-maker@doh.example",
  finance: "finance@doh.example",
  administrator: "administrator@doh.example",
}
const strangerNames = [
  ...Object.keys(inBradford).map((role) => `Bradford's ${role}`),
  ...Object.keys(inProgramme).map((role) => `the programme's ${role}`),
]

beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  const { one } = await sent(service, "halton")
  await sent(service, "bradford")
  halton = {
    organisation: "halton",
    reference: one.reference,
    person: "p-halton-contributor",
    grant: "g-halton-contributor",
    round: "nsw-2-2017",
    section: "amount",
    version: "1",
    typed: await typedTooLate(one.here),
  }
  strangers = {}
  for (const [role, mailbox] of Object.entries(inBradford))
    strangers[`Bradford's ${role}`] = await service.as(`${mailbox}@bradford.example`)
  for (const [role, email] of Object.entries(inProgramme))
    strangers[`the programme's ${role}`] = await service.as(email)
})
afterAll(() => service.stop())

/** Something that Halton's lead typed into a session that had ended. */
const typedTooLate = async (here: string) => {
  const before = await service.as("site-lead@halton.example")
  service.later(13 * 3600_000)
  const answer = await before.post(`${here}/sections/amount`, { revision: "1", amount: "9" })
  return decodeURIComponent(answer.headers.get("location") ?? "").split("/typed/")[1] ?? ""
}

/** Whoever finds nothing at a door: a role of the programme may see the people of every organisation. */
const strangersAt = ({ whom }: Pick<EveryDoor, "whom">) => {
  const admitted: readonly Role[] = whom in peoplePolicy ? peoplePolicy[whom as PeopleRight] : []
  return strangerNames.filter((name) => !admitted.some((role) => name === `the programme's ${role}`))
}

const knock = (who: Client, path: string, init: RequestInit) =>
  service.request(path, {
    ...init,
    headers: { origin: "http://127.0.0.1:3000", ...(who.cookie && { cookie: who.cookie }), ...init.headers },
  })

test("the strangers are every role there is", () => {
  expect([...Object.keys(inBradford), ...Object.keys(inProgramme)].sort()).toEqual([...roleNames].sort())
  expect(Object.keys(inBradford).sort()).toEqual([...organisationRoles].sort())
})

test.each(Object.keys(doors) as App[])(
  "every route of %s has its place in the table of doors, and every place its route",
  (app) => {
    expect(routesOf(service, app).sort()).toEqual(Object.keys(doors[app]).sort())
  },
)

describe.each(innerDoors)("$door", (door) => {
  test("sends whoever is not signed in to sign in, and reads nothing", async () => {
    calls.length = 0
    const answer = await knock(service.nobody, addressIn(door, halton), sendable(door))
    if (isApi(door)) {
      expect(answer.status).toBe(401)
      expect(answer.headers.get("content-type")).toBe("application/problem+json")
      expect(((await answer.json()) as { type: string }).type).toBe("/problems/not-signed-in")
    } else {
      expect(answer.status).toBe(303)
      expect(answer.headers.get("location")).toMatch(/^\/sign-in\?next=/)
    }
    expect(calls).toEqual([])
  })

  test.each(strangersAt(door))(
    "is not found by %s, who cannot tell it from what does not exist",
    async (name) => {
      const who = strangers[name] as Client
      const key = newKey()
      calls.length = 0
      const given = await answerOf(await knock(who, addressIn(door, halton), sendable(door, 1, key)))
      const person = who.cookie?.match(/=(.+)\./)?.[1]
      expect(calls).toEqual([{ asks: "query", at: [`PERSON#${person}`] }])
      const nowhere = await answerOf(
        await knock(who, addressIn(door, { ...halton, organisation: "nowhere" }), sendable(door, 1, key)),
      )
      expect(given.status).toBe(404)
      expect(given).toEqual(nowhere)
      expect(written(calls)).toEqual([])
    },
  )
})

/** Whoever may see a thing and not change it is told so; whoever may not see it finds nothing. */
const seenWith = ({ whom }: Pick<EveryDoor, "whom">): ProgrammeRight => {
  if (whom === "publish answers") return "see questions"
  if (whom === "change organisations") return "see organisations"
  return whom.startsWith("see ") ? (whom as ProgrammeRight) : "see programme"
}

describe.each(programmeDoors)("$door", (door) => {
  const inRound = { round: "nsw-2-2017", question: "2017-08-14T08:00:00.000Z.abcdefgh" }
  const admitted: readonly Role[] = programmePolicy[seenWith(door)]
  const shutOut = strangerNames.filter((name) => !admitted.some((role) => name === `the programme's ${role}`))

  test("sends whoever is not signed in to sign in, and reads nothing", async () => {
    calls.length = 0
    const answer = await knock(service.nobody, addressIn(door, inRound), sendable(door))
    expect(answer.status).toBe(isApi(door) ? 401 : 303)
    expect(calls).toEqual([])
  })

  test.each(shutOut)("is not found by %s, who cannot tell it from what does not exist", async (name) => {
    const who = strangers[name] as Client
    const api = isApi(door) ? "/api" : ""
    calls.length = 0
    const given = await answerOf(await knock(who, addressIn(door, inRound), sendable(door)))
    expect(calls.map(({ asks }) => asks)).toEqual(["query"])
    expect(given).toEqual(await answerOf(await knock(who, `${api}/nothing-here`, sendable(door))))
    expect(given.status).toBe(404)
  })
})

describe.each(teamDoors)("$door", (door) => {
  const one = { person: "p-coach", grant: "g-coach" }

  test("sends whoever is not signed in to sign in, and reads nothing", async () => {
    calls.length = 0
    const answer = await knock(service.nobody, addressIn(door, one), sendable(door))
    expect(answer.status).toBe(isApi(door) ? 401 : 303)
    expect(calls).toEqual([])
  })

  test.each(strangersAt(door))(
    "is not found by %s, who cannot tell it from what does not exist",
    async (name) => {
      const who = strangers[name] as Client
      calls.length = 0
      const given = await answerOf(await knock(who, addressIn(door, one), sendable(door)))
      expect(calls.map(({ asks }) => asks)).toEqual(["query"])
      const nowhere = `${isApi(door) ? "/api" : ""}/nothing-here`
      expect(given).toEqual(await answerOf(await knock(who, nowhere, sendable(door))))
      expect(given.status).toBe(404)
    },
  )
})

describe("somebody with an ended session is a stranger to", () => {
  test.each(innerDoors)("$door", async (door) => {
    const before = await service.as("site-lead@halton.example")
    await knock(before, "/sign-out", { method: "POST" })
    calls.length = 0
    const answer = await knock(before, addressIn(door, halton), sendable(door))
    expect([401, 303]).toContain(answer.status)
    expect(new Set(calls.map(({ asks, at }) => [asks, ...at].join(" ")))).toEqual(
      new Set(["query PERSON#p-halton-site-lead"]),
    )
  })
})

describe("what is Halton's, in Bradford's addresses", () => {
  const swapped = innerDoors.filter(({ door }) => /:(reference|person|typed)/.test(door))

  test.each(swapped)("is nonsense to Bradford's lead: $door", async (door) => {
    const before = await digests()
    const who = strangers["Bradford's lead"] as Client
    const key = newKey()
    calls.length = 0
    const given = await answerOf(
      await knock(who, addressIn(door, { ...halton, organisation: "bradford" }), sendable(door, 1, key)),
    )
    const none = await answerOf(
      await knock(
        who,
        addressIn(door, { ...halton, ...nonsense, organisation: "bradford" }),
        sendable(door, 1, key),
      ),
    )
    expect(given.status).toBe(404)
    expect(given).toEqual(none)
    expect(calls.flatMap(({ at }) => at).filter((at) => /#halton\b/.test(at.split(" ")[0] ?? ""))).toEqual([])
    expect(await digests()).toEqual(before)
  })

  test("does not come out of a list by where it begins", async () => {
    const lead = strangers["Bradford's lead"] as Client
    const after = encodeURIComponent(`2017-08-14T08:00:00.000Z#${halton.reference}`)
    for (const path of [
      `/organisations/bradford/submissions?after=${after}`,
      `/api/organisations/bradford/submissions?after=${after}`,
    ]) {
      const body = await (await lead.get(path)).text()
      expect(body).not.toContain("HAL")
      expect(body).not.toContain("Halton")
    }
  })

  test("is not reached by a body that names another organisation", async () => {
    const lead = strangers["Bradford's lead"] as Client
    const before = await digestOf(service, "halton")
    const named = { organisation: "halton", round: "nsw-2-2017" }
    expect((await lead.api("POST", "/organisations/bradford/submissions", named, keyed())).status).toBe(422)
    const page = await lead.post("/organisations/bradford/submissions", { ...named, key: newKey() })
    expect(page.status).toBe(409)
    expect(await digestOf(service, "halton")).toBe(before)
  })

  test("cannot be led by somebody at another council's address", async () => {
    const lead = strangers["Bradford's lead"] as Client
    const before = await digests()
    const [real, none] = [
      await answerOf(await lead.post("/home/lead", { organisation: "halton" })),
      await answerOf(await lead.post("/home/lead", { organisation: "nowhere" })),
    ]
    expect(real.status).toBe(404)
    expect(real).toEqual(none)
    expect(await digests()).toEqual(before)
  })

  const digests = async () => [await digestOf(service, "halton"), await digestOf(service, "bradford")]
})

describe("whoever is signed in", () => {
  test.each(everyDoor.filter(({ whom }) => whom === "signed in"))("alone comes in at $door", async (door) => {
    calls.length = 0
    const answer = await knock(service.nobody, addressIn(door, halton), sendable(door))
    expect(answer.status).toBe(isApi(door) ? 401 : 303)
    expect(calls).toEqual([])
  })
})

describe("everybody", () => {
  const asked = everyDoor.filter(({ app, whom }) => whom === "everybody" && app === "front")
  test.each(asked)("comes in at $door without signing in", async (door) => {
    const answer = await knock(service.nobody, addressIn(door, halton), sendable(door))
    expect([401, 403, 404, 500]).not.toContain(answer.status)
    expect(answer.headers.get("location") ?? "").not.toMatch(/^\/sign-in/)
  })
})
