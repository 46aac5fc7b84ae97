import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { calendarIn, putPhase } from "../../shared/store/calendar.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { keys } from "../../shared/store/keys.ts"
import { panelIn } from "../../shared/store/panel.ts"
import { roundsIn } from "../../shared/store/rounds.ts"
import type { Table } from "../../shared/store/table.ts"
import { toldDecisionOf } from "../../shared/store/told.ts"
import {
  applicants,
  department,
  openedRound,
  type PanelPeople,
  panelPeople,
  programmeId,
  round,
  who,
} from "../support/panel.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"
import { condition, decidedAs, gaps, strengths, wroteOf } from "../support/told.ts"
import { type Call, watched } from "../support/watched.ts"

/** What happens to the next writes: each is counted, and one of them is the last thing the machine does. */
let stops: { after: number; taken: boolean } | undefined
const stopping = (table: Table): Table => ({
  ...table,
  metered: (meter) => stopping(table.metered(meter)),
  write: async (actions) => {
    if (!stops) return table.write(actions)
    if (stops.after < 0) throw new Error("The machine stopped")
    if (stops.after-- > 0) return table.write(actions)
    if (stops.taken) await table.write(actions)
    throw new Error("The machine stopped")
  },
})

const calls: Call[] = []
let service: Service
let people: PanelPeople
let references: Record<(typeof applicants)[number], string>
const at = `${department}/telling`
const given = {
  halton: { decision: "with conditions", amount: 4_500_000, conditions: [condition] },
  bradford: { decision: "unsuccessful" },
  shropshire: { decision: "reserve", place: 1 },
} as const

beforeEach(async () => {
  stops = undefined
  service = await startService({ around: (table) => stopping(watched(calls)(table)) })
  references = await openedRound(service, {
    halton: decidedAs({ ...given.halton, conditions: [condition] }),
    bradford: decidedAs(given.bradford),
    shropshire: decidedAs(given.shropshire),
  })
  for (const one of applicants)
    await service.table.write(
      wroteOf(service, references[one], { ...given[one], conditions: one === "halton" ? [condition] : [] }),
    )
  people = await panelPeople(service)
  await service.deliver()
  service.mails.length = 0
  service.at("2017-09-14T09:00:00.000Z")
})
afterEach(() => service.stop())

const ok = async (answer: Response | Promise<Response>) => {
  const given = await answer
  const body = await given.json()
  expect(given.status, JSON.stringify(body)).toBe(200)
  return body as Record<string, never>
}
const seal = (who: Client = people.chair, key = newKey()) => who.api("POST", `${at}/seal`, {}, keyed(key))
const tell = (who: Client = people.decider, key = newKey()) => who.api("POST", `${at}/tell`, {}, keyed(key))
const telling = (who: Client = people.chair) => ok(who.api("GET", at))
const store = () => panelIn(service.table, round)
const changed = async (reference: string, change: object) => {
  const before = await store().reading(reference)
  if (!before) throw new Error("It is read")
  await service.table.write([store().put({ ...before, ...change }, before)])
}
const decisionPage = async (organisation: string, role = "site-lead") => {
  const who = await service.as(`${role}@${organisation}.example`)
  const reference = references[organisation as "halton"]
  return who.get(`/organisations/${organisation}/submissions/${reference}/decision`)
}
const letterKey = (organisation: string, version = 1) =>
  keys.siteLetter(organisation, `${references[organisation as "halton"]}#decision-${version}`)

describe("before it is told", () => {
  test("the page lists every letter, and the chair reads each as its applicant will", async () => {
    const page = await (await people.chair.get(at)).text()
    expect(page).toContain("Nobody is told yet. Letters: 3 to be sealed.")
    expect(page).toContain("Seal the letters")
    const preview = await (await people.chair.get(`${at}/letters/${references.halton}`)).text()
    for (const words of [condition.text, ...strengths, ...gaps, "£45,000", "In confidence until"])
      expect(preview).toContain(words)
    expect(preview).not.toContain("which stays with the panel")
    const { email } = await ok(people.chair.api("GET", `${at}/letters/${references.bradford}`))
    expect(email).toContain("Unsuccessful")
  })

  test("nothing can be sealed while a decision or its feedback is missing, and nothing told before all is sealed", async () => {
    await changed(references.bradford, { decided: undefined })
    const answer = await seal()
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain("Every expression of interest needs a decision")
    expect(await (await people.chair.get(at)).text()).toContain("1 not decided, 2 to be sealed")
    expect((await tell()).status).toBe(409)
    expect(await service.table.get(keys.roundTold(round))).toBeUndefined()
  })

  test("sealing tells nobody: what lies in the table cannot be read, and no applicant finds anything", async () => {
    expect(await ok(seal())).toEqual({ sealed: 3, of: 3 })
    const item = await service.table.get(keys.sealed("halton", references.halton))
    expect(JSON.stringify(item)).not.toMatch(/success|condition|Cover/i)
    const about = { organisation: "halton", reference: references.halton, round }
    expect(await toldDecisionOf(service.table, about)).toBeUndefined()
    for (const one of applicants) expect((await decisionPage(one)).status).toBe(404)
    expect(await service.deliver()).toEqual([])
    expect(await telling()).toMatchObject({
      ready: true,
      says: "All 3 letters are sealed. Nobody is told yet.",
    })
  })

  test("what is decided anew has to be sealed anew before anybody is told", async () => {
    await ok(seal())
    await service.table.write(
      wroteOf(service, references.bradford, { decision: "successful", amount: 100, version: 2 }),
    )
    const decided = decidedAs({ decision: "successful", amount: 100, version: 2 }).decided
    await changed(references.bradford, { decided })
    expect((await telling()).says).toContain("1 changed since sealed, 2 sealed")
    expect((await tell()).status).toBe(409)
    expect(await ok(seal())).toEqual({ sealed: 3, of: 3 })
    await ok(tell())
    expect(await (await decisionPage("bradford")).text()).toContain("Successful")
  })

  test("the same key seals once, and a second press on what is sealed says so", async () => {
    const key = newKey()
    const first = await ok(seal(people.chair, key))
    expect(await ok(seal(people.chair, key))).toEqual(first)
    expect((await seal()).status).toBe(409)
    const lines = await store().changes.history("panel")
    expect(lines.map(({ move }) => move)).toEqual(["seal"])
  })

  test("whoever has a link with one finds neither its line nor its letter, and acts on the whole round", async () => {
    const said = (await store().reading(references.halton))?.said ?? []
    await changed(references.halton, {
      said: said.map((one) => (one.person === who.chair.person ? { ...one, link: "family" } : one)),
    })
    const page = await (await people.chair.get(at)).text()
    expect(page).not.toContain(references.halton)
    expect(page).not.toContain("Halton")
    expect(page).toContain("This acts on the whole round")
    expect(page).toContain("Letters: 2 to be sealed")
    expect((await people.chair.get(`${at}/letters/${references.halton}`)).status).toBe(404)
    const { letters } = await telling()
    expect(JSON.stringify(letters)).not.toContain(references.halton)
    expect(await ok(seal())).toEqual({ sealed: 2, of: 2 })
    expect((await telling()).says).toContain("All 2 letters are sealed")
  })

  test("whoever has not said yet sees a name and is asked first", async () => {
    await changed(references.halton, { said: [] })
    expect(await (await people.chair.get(at)).text()).toContain("Say first whether you have a link with it")
    const preview = await people.chair.get(`${at}/letters/${references.halton}`)
    expect([preview.status, preview.headers.get("location")]).toEqual([
      303,
      `${department}/expressions/${references.halton}/links`,
    ])
    expect((await people.chair.api("GET", `${at}/letters/${references.halton}`)).status).toBe(409)
  })

  test("whoever still owes scores is shown nothing that follows from others’", async () => {
    const before = await store().reading(references.halton)
    await changed(references.halton, { readers: [...(before?.readers ?? []), who.chair] })
    for (const path of ["", "/tell", `/letters/${references.bradford}`]) {
      const answer = await people.chair.get(`${at}${path}`)
      expect(answer.status).toBe(409)
      expect(await answer.text()).not.toMatch(/sealed|Unsuccessful/)
    }
  })

  test("an applicant’s home asks for nothing of it, and the page of what they sent for one thing: is it told?", async () => {
    const lead = await service.as("site-lead@halton.example")
    const askedOn = async (path: string) => {
      calls.length = 0
      expect((await lead.get(path)).status).toBe(200)
      return calls.flatMap(({ at }) => at).filter((at) => /^(SEALED|PANEL|ROUND#.* TOLD)/.test(at))
    }
    expect(await askedOn("/organisations/halton")).toEqual([])
    expect(await askedOn("/organisations/halton/submissions")).toEqual([])
    const here = `/organisations/halton/submissions/${references.halton}`
    expect(await askedOn(here)).toEqual([`ROUND#${round} TOLD`])
    service.at("2017-08-24T09:00:00.000Z")
    expect(await askedOn(here)).toEqual([])
  })

  test.each(["reader", "second", "adviser", "coordinator"] as const)("%s tells nobody", async (role) => {
    expect((await seal(people[role])).status).toBe(403)
    expect((await tell(people[role])).status).toBe(403)
    expect((await people[role].get(at)).status).toBe(403)
  })
})

describe("told", () => {
  test("opens every applicant’s page in one write, and sends one letter to each who may read it whole", async () => {
    await ok(seal())
    const confirm = await (await people.decider.get(`${at}/tell`)).text()
    expect(confirm).toContain("Tell all applicants now")
    expect(await ok(tell())).toEqual({ told: "2017-09-14T09:00:00.000Z", by: who.decider.name })
    const page = await (await decisionPage("halton")).text()
    for (const words of ["Successful, with conditions", "£45,000", condition.text, "31 October 2017"])
      expect(page).toContain(words)
    for (const words of [
      ...strengths,
      ...gaps,
      "In confidence until the Department announces.",
      "look again",
    ])
      expect(page).toContain(words)
    expect(page).toContain("and DECIDED: successful, with conditions, 12 September 2017. Reference")
    expect(await (await decisionPage("shropshire")).text()).toContain("Reserve, number 1 on the list")
    const mails = await service.deliver({ again: true })
    const to = mails.map((mail) => mail.to).sort()
    expect(new Set(to).size).toBe(to.length)
    expect(to.filter((one) => one.endsWith("@halton.example"))).toEqual([
      "contributor@halton.example",
      "site-lead@halton.example",
      "sponsor@halton.example",
    ])
    const mail = mails.find((one) => one.to === "site-lead@halton.example")
    expect(mail?.subject).toContain(`The decision about ${references.halton}`)
    const { email } = await ok(people.chair.api("GET", `${at}/letters/${references.halton}`))
    const name = "Halton site lead (demonstration)"
    expect(`${mail?.subject}\n\n${mail?.text}`).toBe(`${email}`.replace("(their name)", name))
    expect(mail?.text).toContain(strengths[0])
    expect((await telling()).says).toContain("Letters: 3 of 3 put.")
  })

  test("the page says exactly what was read over and sealed", async () => {
    const { letter } = await ok(people.chair.api("GET", `${at}/letters/${references.halton}`))
    await ok(seal())
    await ok(tell())
    const lead = await service.as("site-lead@halton.example")
    const here = `/organisations/halton/submissions/${references.halton}`
    const { announced, ...read } = await ok(lead.api("GET", `${here}/decision`))
    expect(read).toEqual(letter)
    expect(announced).toBe(false)
  })

  test("whoever sees only the money reads the decision, the amount and the conditions", async () => {
    await ok(seal())
    await ok(tell())
    const page = await (await decisionPage("halton", "section-151")).text()
    for (const words of ["Successful, with conditions", "£45,000", condition.text])
      expect(page).toContain(words)
    for (const words of [...strengths, ...gaps, "out of 4"]) expect(page).not.toContain(words)
    const certifier = await service.as("section-151@halton.example")
    const here = `/organisations/halton/submissions/${references.halton}/decision`
    const body = await ok(certifier.api("GET", here))
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(["scores"]))
    expect(body).not.toHaveProperty("strengths")
    expect(body).toHaveProperty("conditions")
  })

  test("home, list, submission, letters and API say it too, and nothing of it can be changed any more", async () => {
    await ok(seal())
    await ok(tell())
    await service.deliver()
    const lead = await service.as("site-lead@bradford.example")
    const here = `/organisations/bradford/submissions/${references.bradford}`
    for (const path of [
      "/organisations/bradford",
      "/organisations/bradford/submissions",
      here,
      `${here}/print`,
    ])
      expect(await (await lead.get(path)).text(), path).toContain(
        "and DECIDED: unsuccessful, 12 September 2017.",
      )
    expect(await (await lead.get("/organisations/bradford")).text()).toContain("Read the decision")
    const one = await ok(lead.api("GET", here))
    expect(one.sentence).toContain("SENT, and DECIDED: unsuccessful")
    expect(one.moves).toEqual([])
    const letters = await (await lead.get(`${here}/letters`)).text()
    expect(letters).toContain("Told what was decided")
    const change = await lead.api("POST", `${here}/change`, { revision: 1 }, keyed())
    expect(change.status).toBe(409)
  })

  test("nobody outside sees anything of it: no public page, feed or other council", async () => {
    const fetched = async () =>
      Promise.all(
        ["/", `/rounds/${round}`, "/api/rounds", `/api/rounds/${round}`].map(async (path) =>
          (await (await service.nobody.get(path)).text()).replaceAll(/nonce="[^"]*"/g, ""),
        ),
      )
    const before = await fetched()
    await ok(seal())
    await ok(tell())
    expect(await fetched()).toEqual(before)
    const leeds = await service.as("site-lead@leeds.example").catch(() => undefined)
    const stranger = leeds ?? (await service.as("site-lead@bradford.example"))
    const path = `/organisations/halton/submissions/${references.halton}/decision`
    expect((await stranger.get(path)).status).toBe(404)
  })

  test("once the phase is announced, nothing says any more that it is in confidence", async () => {
    await ok(seal())
    await ok(tell())
    await publishPhaseTwo(service)
    const phase = await calendarIn(service.table, programmeId).phase("NSW2")
    if (!phase) throw new Error("There is phase 2")
    const { sites: _, ...before } = phase
    const announced = "2017-10-12T08:00:00.000Z"
    await service.table.write([putPhase(programmeId, { ...before, announced }, before)])
    service.at("2017-10-12T07:59:59.000Z")
    expect(await (await decisionPage("halton")).text()).toContain("In confidence until")
    service.at(announced)
    expect(await (await decisionPage("halton")).text()).not.toContain("In confidence until")
  })

  test("two people tell at once: one does, and the other is shown it", async () => {
    await ok(seal())
    const [first, second] = await Promise.all([tell(people.decider), tell(people.chair)])
    expect(await ok(first)).toEqual(await ok(second))
    const lines = await store().changes.history("panel")
    expect(lines.map(({ move }) => move)).toEqual(["tell", "seal"])
    for (const one of applicants) expect(await service.table.get(letterKey(one))).toBeDefined()
    const mails = await service.deliver({ again: true })
    expect(new Set(mails.map(({ to }) => to)).size).toBe(mails.length)
  })

  test("telling again, with the same key or another, tells nobody anything twice", async () => {
    await ok(seal())
    const key = newKey()
    const told = await ok(tell(people.decider, key))
    await service.deliver()
    const many = service.mails.length
    service.at("2017-09-15T09:00:00.000Z")
    expect(await ok(tell(people.decider, key))).toEqual(told)
    expect(await ok(tell(people.chair))).toEqual(told)
    await service.deliver()
    expect(service.mails).toHaveLength(many)
  })

  test("what is decided anew afterwards is read as soon as it is sealed, with a letter of its own", async () => {
    await ok(seal())
    await ok(tell())
    await service.table.write(
      wroteOf(service, references.shropshire, { decision: "successful", amount: 100, version: 2 }),
    )
    const { decided } = decidedAs({ decision: "successful", amount: 100, version: 2 })
    await changed(references.shropshire, { decided, sealed: undefined })
    expect(await (await decisionPage("shropshire")).text()).toContain("Reserve")
    await ok(seal())
    expect(await (await decisionPage("shropshire")).text()).toContain("Successful")
    await service.morning()
    expect(await service.table.get(letterKey("shropshire", 2))).toBeDefined()
    expect((await telling()).says).toContain("Letters: 3 of 3 put.")
  })

  test("is not possible while the round is open", async () => {
    await ok(seal())
    service.at("2017-08-25T09:00:00.000Z")
    expect((await tell()).status).toBe(409)
  })

  test("a coordinator who writes the round anew afterwards does not untell it", async () => {
    await ok(seal())
    await ok(tell())
    const directory = directoryIn(service.table)
    const before = await directory.round(round)
    if (!before) throw new Error("There is such a round")
    await service.table.write(roundsIn(service.table, programmeId).changing(before))
    const lead = await service.as("site-lead@halton.example")
    expect(await (await lead.get("/organisations/halton")).text()).toContain("and DECIDED: successful")
    const { published } = await roundsIn(service.table, programmeId).all()
    expect(published).toEqual(await directory.rounds(programmeId))
  })
})

describe("broken off", () => {
  /** Whether each applicant’s page is open: never some of them. */
  const opened = async () => {
    const all = await Promise.all(applicants.map(async (one) => (await decisionPage(one)).status))
    expect(new Set(all).size).toBe(1)
    return all[0] === 200
  }

  test.each([false, true])(
    "after any write of telling, nobody is half told (the write was taken: %s)",
    async (taken) => {
      await ok(seal())
      let wasOpen = false
      for (let after = 0; ; after++) {
        stops = { after, taken }
        const answer = await tell()
        stops = undefined
        const open = await opened()
        expect(wasOpen && !open).toBe(false)
        wasOpen = open
        if (answer.status === 200) break
        expect(after).toBeLessThan(12)
      }
      expect(wasOpen).toBe(true)
      const mails = await service.deliver({ again: true })
      for (const one of applicants) {
        expect(await service.table.get(letterKey(one))).toBeDefined()
        const lead = mails.filter(({ to }) => to === `site-lead@${one}.example`)
        expect(lead.length).toBeLessThanOrEqual(1)
        if (!taken) expect(lead).toHaveLength(1)
      }
      expect(await service.deliver()).toHaveLength(mails.length)
    },
  )

  test("after any write of sealing, pressing again seals the rest", async () => {
    for (let after = 0; ; after++) {
      stops = { after, taken: true }
      const answer = await seal()
      stops = undefined
      expect(await opened()).toBe(false)
      if (answer.status === 200 || (await telling()).ready) break
      expect(after).toBeLessThan(12)
    }
    await ok(tell())
    expect(await opened()).toBe(true)
  })

  test("the next morning puts the letters that did not go", async () => {
    await ok(seal())
    stops = { after: 1, taken: true }
    expect((await tell()).status).toBe(500)
    stops = undefined
    expect(await opened()).toBe(true)
    service.at("2017-09-15T07:00:00.000Z")
    await service.morning()
    for (const one of applicants) expect(await service.table.get(letterKey(one))).toBeDefined()
    expect((await telling()).says).toContain("Letters: 3 of 3 put.")
    const before = await store().all()
    await service.morning()
    expect(await store().all()).toEqual(before)
  })
})
