import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { begunIn } from "../../shared/domain/calendar/begun-in.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { brokenAt } from "../../shared/domain/submissions/event.ts"
import { standsOf } from "../../shared/domain/submissions/stands.ts"
import { putExpected } from "../../shared/store/expected.ts"
import { keys } from "../../shared/store/keys.ts"
import { limits, limitsIn } from "../../shared/store/limits.ts"
import { addressHash, linksIn } from "../../shared/store/links.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { proofsIn } from "../../shared/store/proofs.ts"
import { sentTo } from "../../shared/store/sent-to.ts"
import { submissionsOf } from "../../shared/store/submissions.ts"
import type { Action } from "../../shared/store/table.ts"
import {
  begun,
  confirmed,
  halton,
  later,
  lead,
  monday,
  shortRound,
  someone,
  someoneAt,
  sponsor,
  stepOf,
} from "../domain/given.ts"
import { type Place, startPlace } from "./place.ts"

let place: Place
beforeAll(async () => {
  place = await startPlace()
})
afterAll(() => place.stop())

let drawn = 0
const alphabet = "234679CDFGHJKLMNPQRTVWXYZ"
/** References of one length, each its own. */
const newReference = () => {
  const one = drawn++
  const ending = [625, 25, 1].map((place) => alphabet[Math.floor(one / place) % 25]).join("")
  return `NSW2-HAL-E-222${ending}`
}
const key = (fingerprint = "f", name = `key-${drawn++}`): MoveKey => ({
  key: name,
  fingerprint,
  expires: 2_000_000_000,
})
const here = (actor = lead) => submissionsOf("halton", actor, place.table)
const refusalFrom = async (asked: Promise<unknown>) => {
  const error = await asked.then(
    () => undefined,
    (error: unknown) => error,
  )
  return error instanceof Refused ? error.refusal : error
}

/** The first change of a submission that was just begun. */
const firstOf = (one: ReturnType<typeof begun>) => {
  const { head } = one.whole
  const [event] = one.events
  if (!event) throw new Error("It has a beginning")
  return { head, event }
}

/** The calendar's own record of it, as beginning one makes it. */
const expecting = ({ whole }: ReturnType<typeof begun>): Action => {
  const asked = { ...shortRound, id: whole.head.round }
  const action = putExpected(begunIn(asked, halton, standsOf(whole.head), "2017-08-14"))
  return "put" in action ? { put: action.put } : action
}

/** One that is kept: each move goes to the table as well. */
const kept = async (round = `round-${drawn++}`) => {
  const reference = newReference()
  const one = begun({ reference, round: { ...shortRound, id: round } })
  expect(await here().begin(firstOf(one), expecting(one), key(), null)).toBe("saved")
  return {
    reference,
    round,
    one,
    save: async (change: ReturnType<typeof one.takes>, moveKey?: MoveKey, result = null) =>
      here().save(change, "HAL", moveKey, result),
  }
}

describe("one organisation's submissions", () => {
  test("what was saved is read back whole: head, sections and history", async () => {
    const { one, reference, save } = await kept()
    for (const whyHere of ["First.", "Second.", "Third."])
      expect(await save(one.saves("proposal", { whyHere }))).toBe("saved")
    const whole = await here().whole(reference)
    expect(whole.sections).toEqual(one.whole.sections)
    expect(whole.head).toMatchObject({ reference, revision: 4, events: one.whole.head.events })
    const history = await here().history(reference)
    expect(history.map(({ number }) => number)).toEqual([4, 3, 2, 1])
  })

  test("a section whose name begins as another's reference does is not another's", async () => {
    const first = await kept()
    const second = await kept()
    await first.save(first.one.saves("proposal", { whyHere: "Mine." }))
    expect((await here().whole(second.reference)).sections).toEqual({})
    for (const cut of [first.reference.slice(0, -1), "", "NSW2"])
      expect(await refusalFrom(here().whole(cut))).toBe("not found")
  })

  test("of two changes taken from one revision the second is told, and nothing of it is kept", async () => {
    const { one, reference, save } = await kept()
    const before = one.whole
    const first = one.saves("proposal", { whyHere: "First." })
    one.whole = before
    const second = one.saves("delivery", { freeTime: "Second." })
    expect(await save(first)).toBe("saved")
    expect(await save(second)).toBe("changed meanwhile")
    const whole = await here().whole(reference)
    expect(Object.keys(whole.sections)).toEqual(["proposal"])
    expect(await here().history(reference)).toHaveLength(2)
  })

  test("history is by number, also where two moves were made at one instant, and past nine", async () => {
    const { one, reference, save } = await kept()
    for (let at = 1; at <= 11; at++) await save(one.saves("proposal", { whyHere: `Word ${at}.` }))
    const history = await here().history(reference)
    expect(history.map(({ number }) => number)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect(new Set(history.map(({ at }) => at)).size).toBe(1)
  })

  test("history is a hundred lines at a time, each line once, its reasons with it", async () => {
    const { one, reference, save } = await kept()
    for (let at = 1; at <= 120; at++) await save(one.saves("proposal", { whyHere: `Word ${at}.` }))
    await save(one.takes({ move: "withdraw", note: "We join another bid." }, lead))
    const newest = await here().history(reference)
    const earlier = await here().history(reference, newest.at(-1)?.number)
    expect([newest.length, newest[0]?.note]).toEqual([100, "We join another bid."])
    const numbers = [...newest, ...earlier].map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: 122 }, (_, at) => 122 - at))
    expect(await here().history(reference, 1)).toEqual([])
  })

  test("a reason is read beside its line; when it has gone the line stands, and the chain with it", async () => {
    const { one, reference, save } = await kept()
    await save(one.takes({ move: "withdraw", note: "We join another bid." }, sponsor))
    const [newest] = await here().history(reference)
    expect(newest).toMatchObject({ move: "withdraw", note: "We join another bid." })
    await place.table.write([{ remove: keys.contents("halton", reference, 2) }])
    const after = await here().history(reference)
    expect(after[0]?.note).toBeUndefined()
    expect(after).toHaveLength(2)
    const events = after.map(({ note: _, ...one }) => one).toReversed()
    expect(brokenAt(events, one.whole.head.events)).toBeUndefined()
  })

  test("saving what did not change writes nothing", async () => {
    const { one, save } = await kept()
    await save(one.saves("proposal", { whyHere: "First." }))
    place.costs()
    expect(await save(one.saves("proposal", { whyHere: "First." }))).toBe("saved")
    expect(place.costs()).toEqual([])
  })
})

describe("one live submission of a round", () => {
  const starting = async (round: string) => {
    const one = begun({ reference: newReference(), round: { ...shortRound, id: round } })
    return here().begin(firstOf(one), expecting(one), key(), null)
  }

  test("of 20 begun at the same moment, one is, and everybody can find which", async () => {
    const round = "lock"
    const answers = await Promise.all(Array.from({ length: 20 }, () => starting(round)))
    expect(answers.filter((one) => one === "saved")).toHaveLength(1)
    expect(answers.filter((one) => one === "changed meanwhile")).toHaveLength(19)
    const live = await here().live(round)
    expect((await here().whole(live ?? "")).head.round).toBe(round)
  })

  test("withdrawn, it gives up its place", async () => {
    const { one, round, save } = await kept()
    expect(await here().live(round)).toBeDefined()
    await save(one.takes(stepOf("withdraw", 0), lead))
    expect(await here().live(round)).toBeUndefined()
    expect(await starting(round)).toBe("saved")
  })
})

describe("a key of a move", () => {
  test("used again gives what it gave the first time, and writes nothing", async () => {
    const { one, reference, save } = await kept()
    const change = one.saves("proposal", { whyHere: "First." })
    const once = key("a body")
    expect(await save(change, once)).toBe("saved")
    expect(await save(change, once)).toEqual({ done: { fingerprint: "a body", result: null } })
    expect(await here().history(reference)).toHaveLength(2)
    expect(await here().replay(once.key)).toMatchObject({ fingerprint: "a body" })
  })

  test("is one person's at one organisation: another's is another", async () => {
    const { one, save } = await kept()
    const once = key()
    await save(one.saves("proposal", { whyHere: "First." }), once)
    expect(await here(sponsor).replay(once.key)).toBeUndefined()
    expect(await submissionsOf("shropshire", lead, place.table).replay(once.key)).toBeUndefined()
  })
})

describe("what is another organisation's", () => {
  test.each([
    ["bound to their own", "shropshire", someoneAt("shropshire", "lead")],
    ["bound to ours, without a role in it", "halton", someoneAt("shropshire", "lead")],
    ["bound to ours, as somebody of the programme", "halton", someone("coordinator")],
  ])("is not found by somebody %s", async (_, organisation, actor) => {
    const { one, reference, round, save } = await kept()
    await save(one.saves("proposal", { whyHere: "Ours." }))
    const theirs = submissionsOf(organisation, actor, place.table)
    expect(await refusalFrom(theirs.whole(reference))).toBe("not found")
    expect(await refusalFrom(theirs.sent(reference, 1))).toBe("not found")
    expect((await theirs.list()).items).toEqual([])
    const history = await theirs.history(reference).catch((error: Refused) => error.refusal)
    expect(["not found", []]).toContainEqual(history)
    if (organisation !== "halton") expect(await theirs.live(round)).toBeUndefined()
  })
})

describe("a version that was sent", () => {
  const sending = async () => {
    const reference = newReference()
    const one = confirmed({ reference })
    await place.table.write([
      { put: { ...keys.submission("halton", reference), ...one.whole.head } },
      expecting(one),
    ])
    const change = one.sends()
    expect(await here().save(change, "HAL")).toBe("saved")
    return { reference, one, sent: change.sent }
  }

  test("comes back with its exact bytes, for its own people and for the receipt", async () => {
    const { reference, sent } = await sending()
    expect(await here().sent(reference, 1)).toEqual(sent)
    expect(await sentTo(place.table, { organisation: "halton", reference, version: 1 })).toEqual(sent)
    expect(await refusalFrom(here().sent(reference, 2))).toBe("not found")
    for (const stranger of [someoneAt("shropshire", "lead"), someone("coordinator"), someone()])
      expect(await refusalFrom(here(stranger).sent(reference, 1))).toBe("not found")
  })

  test("leaves a proof of each version, that says nothing of what it says", async () => {
    const { reference, one, sent } = await sending()
    await here().save(one.takes(stepOf("change", one.whole.head.revision), lead), "HAL")
    await here().save(one.sends(lead, later(monday, 1_000)), "HAL")
    const proofs = await proofsIn(place.table).all(reference, 10)
    expect(proofs.map(({ version }) => version)).toEqual([1, 2])
    expect(proofs[0]).toEqual({ hash: sent?.hash, at: sent?.at, organisation: "halton", version: 1 })
    expect(await proofsIn(place.table).all("NSW2-HAL-E-999999", 10)).toEqual([])
  })

  test("is never written over: the same number again is refused whole", async () => {
    const { reference, one } = await sending()
    const first = await here().sent(reference, 1)
    one.whole = { ...one.whole, head: { ...one.whole.head, state: "waiting", version: 0 } }
    expect(await here().save(one.sends(), "HAL")).toBe("changed meanwhile")
    expect(await here().sent(reference, 1)).toEqual(first)
  })
})

describe("the list", () => {
  const listing = async (organisation: string, count: number) => {
    const { head } = begun().whole
    for (let at = 0; at < count; at++) {
      const reference = newReference()
      const opened = `${later(monday, at * 1_000).toISOString()}#${reference}`
      await place.table.write([
        { put: { ...keys.submission(organisation, reference), ...head, organisation, reference, opened } },
      ])
    }
    return submissionsOf(organisation, someoneAt(organisation, "lead"), place.table)
  }

  test("is newest first, a page at a time, each once", async () => {
    const listed = await listing("leeds", 25)
    const first = await listed.list()
    const second = await listed.list(first.next)
    const third = await listed.list(second.next)
    const all = [first, second, third].flatMap(({ items }) => items.map(({ opened }) => opened))
    expect(all).toHaveLength(25)
    expect(all).toEqual(all.toSorted().toReversed())
    expect(new Set(all).size).toBe(25)
    expect(third.next).toBeUndefined()
  })

  test("one record that cannot be read is named, and does not take the others with it", async () => {
    const listed = await listing("hull", 3)
    const reference = newReference()
    await place.table.write([
      {
        put: {
          ...keys.submission("hull", reference),
          opened: `2017-08-20T00:00:00.000Z#${reference}`,
          state: "nonsense",
        },
      },
    ])
    const { items, unreadable } = await listed.list()
    expect(items).toHaveLength(3)
    expect(unreadable).toEqual([reference])
  })

  test.each(["", "x", "2017", "#", "2017-08-14T08:00:00.000Z#", "\ud800", "a".repeat(5_000)])(
    "a page that begins at %j, which no list ever said, is not understood",
    async (after) => expect(await refusalFrom(here().list(after))).toBe("not understood"),
  )
})

describe("a sign-in link", () => {
  const email = "site-lead@halton.example"
  const link = (id: string, more: object = {}) => ({ id, email, until: 1_000_000, known: true, ...more })

  test("works once: of 20 at the same moment, one gets in", async () => {
    const links = linksIn(place.table)
    await links.ask(link("a"))
    const hash = addressHash(email)
    expect(await links.find(hash)).toMatchObject({ id: "a", email })
    const used = await Promise.all(Array.from({ length: 20 }, () => links.use(hash, "a")))
    expect(used.filter(Boolean)).toHaveLength(1)
    expect(await links.find(hash)).toBeUndefined()
  })

  test("a newer one takes the place of the one before", async () => {
    const links = linksIn(place.table)
    await links.ask(link("old"))
    await links.ask(link("new"))
    const hash = addressHash(` ${email.toUpperCase()} `)
    expect(await links.use(hash, "old")).toBe(false)
    expect(await links.use(hash, "new")).toBe(true)
  })

  test("no letter goes where nobody may sign in", async () => {
    await linksIn(place.table).ask(link("none", { known: false, email: "nobody@halton.example" }))
    const item = await place.table.get(keys.link(addressHash("nobody@halton.example")), { strong: true })
    expect(item).not.toHaveProperty("letter")
  })
})

describe("a limit", () => {
  const what = "sign-in by address" as const
  const { most, seconds } = limits[what]

  test("lets exactly so many through, of many at the same moment, and says when to come back", async () => {
    const now = new Date(seconds * 1_000 * 1_900_000)
    const { spend } = limitsIn(place.table, () => now)
    const tries = await Promise.all(
      Array.from({ length: most + 20 }, () => refusalFrom(spend(what, "one@halton.example"))),
    )
    expect(tries.filter((one) => one === undefined)).toHaveLength(most)
    expect(tries.filter((one) => one === "too many tries")).toHaveLength(20)
    const error = await spend(what, "one@halton.example").catch((error: Refused) => error)
    expect(error).toMatchObject({ details: { retryAfterSeconds: seconds } })
    expect(await refusalFrom(spend(what, "two@halton.example"))).toBeUndefined()
  })

  test("begins again with the next window, and keeps no address", async () => {
    let now = new Date(seconds * 1_000 * 1_900_001)
    const { spend } = limitsIn(place.table, () => now)
    for (let at = 0; at < most; at++) await spend(what, "three@halton.example")
    expect(await refusalFrom(spend(what, "three@halton.example"))).toBe("too many tries")
    now = later(now, seconds * 1_000)
    expect(await refusalFrom(spend(what, "three@halton.example"))).toBeUndefined()
  })
})

describe("people", () => {
  const people = () => peopleIn(place.table)
  const person = (id: string) => ({ id, name: `Somebody ${id}`, email: `${id}@Halton.example` })
  const grant = { ...(lead.grants[0] as (typeof lead.grants)[0]) }

  test("are one to an address: of 10 added at the same moment, one is", async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        people().write(people().add({ ...person(`many-${at}`), email: "same@halton.example" })),
      ),
    )
    expect(answers.filter(({ written }) => written)).toHaveLength(1)
    const id = await people().idOf("SAME@halton.example")
    expect((await people().known(id ?? ""))?.person.email).toBe("same@halton.example")
  })

  test("are known with their grants and sessions in one query, and nobody else's", async () => {
    const session = { secret: "hash", started: 1, seen: 1, expires: 2_000_000_000 }
    await people().write([
      ...people().add(person("known")),
      ...people().granting(person("known"), grant),
      people().signIn("known", session),
    ])
    place.costs()
    const known = await people().known("known")
    expect(place.costs().map(({ operation }) => operation)).toEqual(["query"])
    expect(known).toEqual({ person: person("known"), grants: [grant], sessions: [session] })
    expect(await people().known("unknown")).toBeUndefined()
  })

  test("who has left is gone at once, from the organisation's list and from their own", async () => {
    const one = person("leaving")
    await people().write([...people().add(one), ...people().granting(one, grant)])
    const at = later(monday, 5).toISOString()
    await people().write(people().ending(one.id, grant, at))
    expect((await people().known(one.id))?.grants[0]?.to).toBe(at)
    expect((await people().membersOf("halton")).find(({ person }) => person === one.id)?.to).toBe(at)
    expect((await people().write(people().ending("nobody", grant, at))).written).toBe(false)
  })

  test("signing out ends one session, and no other", async () => {
    const session = (secret: string) => ({ secret, started: 1, seen: 1, expires: 2_000_000_000 })
    await people().write([
      ...people().add(person("out")),
      people().signIn("out", session("a")),
      people().signIn("out", session("b")),
    ])
    await people().write([people().signOut("out", "a")])
    expect((await people().known("out"))?.sessions.map(({ secret }) => secret)).toEqual(["b"])
    expect((await people().write([people().seen("out", "a", 5)])).written).toBe(false)
  })

  test("of ten who take the lead at the same moment, one does", async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => people().write([people().takingLead("goole", `p-${at}`)])),
    )
    expect(answers.filter(({ written }) => written)).toHaveLength(1)
  })

  test("every change of access is one line of a chain, whoever else makes one meanwhile", async () => {
    const by = { person: "p", name: "P", role: "lead", grant: "g" }
    const adding = async (): Promise<void> => {
      const { written } = await people().write(
        await people().chained("derby", { at: monday.toISOString(), move: "invite", by }),
      )
      if (!written) await adding()
    }
    await Promise.all(Array.from({ length: 8 }, adding))
    const { items } = await place.table.query({ pk: keys.event("derby", "people", 0).pk, strong: true })
    expect(items.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    const chain = await place.table.get(keys.chain("derby"), { strong: true })
    const events = items.map(({ pk: _, sk: __, ...event }) => event)
    expect(brokenAt(events as never, chain as never)).toBeUndefined()
  })
})
