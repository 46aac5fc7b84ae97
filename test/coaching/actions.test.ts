import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { programme } from "../../infra/local/demonstration/programme.ts"
import { type Action, newAction } from "../../shared/domain/actions/action.ts"
import { actionsIn, deskOfActions, putAction } from "../../shared/store/actions.ts"
import { calendarIn, putSite } from "../../shared/store/calendar.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

const here = "/organisations/halton/actions"
const timeline = "/organisations/halton/coaching/NSW2/timeline"
const emails = {
  lead: "site-lead@halton.example",
  contributor: "contributor@halton.example",
  sponsor: "sponsor@halton.example",
  certifier: "section-151@halton.example",
  coach: "coach@innovation-unit.example",
  coordinator: "coordinator@innovation-unit.example",
  evaluator: "evaluator@scie.example",
  finance: "finance@doh.example",
  bradford: "site-lead@bradford.example",
  newCoach: "new.coach@scie.example",
}
type Name = keyof typeof emails

let service: Service
const people = {} as Record<Name, Client>

beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-12-06T10:00:00Z")
  const coordinator = await service.as(emails.coordinator)
  const invited = await coordinator.api(
    "POST",
    "/programme/people/invite",
    { name: "New Coach", email: emails.newCoach, role: "coach" },
    keyed(),
  )
  expect(invited.status, await invited.clone().text()).toBeLessThan(300)
  for (const [name, email] of Object.entries(emails)) people[name as Name] = await service.as(email)
})
afterAll(() => service.stop())

const textOf = async (answer: Response) =>
  plain(
    (await answer.text()).replaceAll(/<(script|style|head)[\s\S]*?<\/\1>/g, "").replaceAll(/<[^>]+>/g, " "),
  ).replaceAll(/\s+/g, " ")
const see = async (who: Name, path: string) => textOf(await people[who].get(path))
type Body = { action: string; state: string }
const set = async (who: Name, body: Record<string, unknown> = {}, key = newKey()) =>
  people[who].api(
    "POST",
    here,
    { text: "Write the rota down.", owner: "site", due: "2018-01-09", ...body },
    keyed(key),
  )
const made = async (who: Name, body: Record<string, unknown> = {}) => {
  const answer = await set(who, body)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return ((await answer.json()) as Body).action
}
const does = (who: Name, id: string, way: string, body: Record<string, unknown>, key = newKey()) =>
  people[who].api("POST", `${here}/${id}/${way}`, body, keyed(key))
const one = async (id: string) => (await actionsIn(service.table, "halton").one(id)) as Action
const saysIn = async (answer: Response) => ((await answer.json()) as { detail?: string }).detail

describe("an action set by hand", () => {
  const form = `${here}/set`

  test("says what is wrong beside its cause, keeps what was typed and sets nothing", async () => {
    const page = await (await people.lead.get(form)).text()
    expect(page).toContain("This page is not watched")
    const fields = fieldsIn(page, form)
    const wrong = {
      ...fields,
      text: "word ".repeat(41),
      owner: "coach",
      who: "p-halton-contributor",
      "due.day": "5",
      "due.month": "12",
      "due.year": "2017",
    }
    const answer = await people.lead.post(form, wrong)
    expect(answer.status).toBe(422)
    const says = plain(await answer.text())
    expect(says).toContain("What is to be done must be 40 words or fewer. You have 41, which is 1 too many")
    expect(says).toContain("The day by when it is done must be on or after 6 December 2017")
    expect(says).toContain('value="5"')
    const empty = plain(await (await people.lead.post(form, { key: newKey() })).text())
    for (const words of [
      "Enter what is to be done",
      "Select on whose desk it lies",
      "Enter the day by when it is done",
    ])
      expect(empty).toContain(words)
    const other = await people.lead.post(form, { ...wrong, text: "Write it down.", "due.day": "29" })
    expect(plain(await other.text())).toContain(
      "Select somebody who works for the coach, or anybody of that desk",
    )
    const number = await set("lead", { text: "Ring 943 476 5919 about him." })
    expect(number.status).toBe(422)
    expect(await actionsIn(service.table, "halton").all()).toEqual([])
  })

  test("lies on the desk it was set for, with who and until when, once however often it is sent", async () => {
    const fields = fieldsIn(await (await people.lead.get(form)).text(), form)
    const typed = {
      ...fields,
      text: "Name a deputy (invented).",
      owner: "site",
      who: "p-halton-contributor",
      "due.day": "20",
      "due.month": "12",
      "due.year": "2017",
    }
    for (let times = 2; times > 0; times--) {
      const answer = await people.lead.post(form, typed)
      expect([answer.status, answer.headers.get("location")]).toEqual([303, here])
    }
    const all = await actionsIn(service.table, "halton").open()
    expect(all).toMatchObject([
      {
        text: "Name a deputy (invented).",
        due: "2017-12-20",
        owner: "site",
        phase: "NSW2",
        name: "Halton",
        who: { person: "p-halton-contributor" },
        from: { kind: "by hand" },
        set: { by: { person: "p-halton-site-lead" }, at: "2017-12-06T10:00:00.000Z" },
        revision: 1,
      },
    ])
    expect(await deskOfActions(service.table, "NSW2", "site")).toEqual(all)
  })

  test("is a line of the timeline that says no word of it", async () => {
    for (const who of ["lead", "finance"] as const) {
      const page = await see(who, timeline)
      expect(page).toContain("Action for the site, due 20 December 2017: set")
      expect(page).not.toContain("Name a deputy")
    }
  })

  test("is set by the lead, the coach and coordinators, on any desk; nobody else may", async () => {
    const [first] = await actionsIn(service.table, "halton").open()
    expect(first?.who?.person).toBe("p-halton-contributor")
    for (const [who, owner] of [
      ["coach", "department"],
      ["coordinator", "coach"],
      ["lead", "coordinators"],
    ] as const)
      await made(who, { owner, who: "anybody", text: `For the ${owner} (invented).` })
    for (const who of ["contributor", "sponsor", "certifier", "evaluator", "finance"] as const) {
      expect((await people[who].get(form)).status, who).toBe(403)
      expect((await set(who)).status, who).toBe(403)
    }
    expect(await actionsIn(service.table, "halton").open()).toHaveLength(4)
  })

  test("is found by nobody of another site, and by no coach who is not this site’s", async () => {
    const [first] = await actionsIn(service.table, "halton").open()
    for (const who of ["bradford", "newCoach"] as const)
      for (const path of [here, `${here}.csv`, `${here}/${first?.id}`, form])
        expect((await people[who].get(path)).status, `${who} ${path}`).toBe(404)
    expect((await set("newCoach")).status).toBe(404)
    expect((await people.lead.get(`${here}/2017-12-20-nothing`)).status).toBe(404)
  })
})

test("a coordinator who names no site finds nothing, and sets nothing there", async () => {
  for (const at of [
    "/organisations/nowhere/actions",
    `/organisations/${encodeURIComponent("👩‍👩‍👧")}/actions`,
  ]) {
    for (const path of [at, `${at}.csv`, `${at}/set`])
      expect((await people.coordinator.get(path)).status, path).toBe(404)
    const given = { text: "Write it down.", owner: "site", due: "2018-01-09" }
    expect((await people.coordinator.api("POST", at, given, keyed())).status).toBe(404)
  }
  expect(await actionsIn(service.table, "nowhere").all()).toEqual([])
})

describe("the list", () => {
  beforeAll(() => service.at("2018-01-04T09:00:00Z"))

  test("goes by desk, what is late first and said so, with age, who and where it comes from", async () => {
    await made("lead", { due: "2018-01-05", text: "Ask the panel (invented)." })
    const page = await see("lead", here)
    expect(page).toContain("5 of 5 still to do. One of them is late.")
    expect(page).toMatch(
      /For the site .*Name a deputy.*Ask the panel.*For the coach .*For the coordinators .*For the Department /,
    )
    expect(page).toContain("Late. Was due 20 December 2017, 8 working days ago ; 18 working days old")
    expect(page).toContain(
      "The site: Halton contributor (demonstration). Comes from: Set by Halton site lead (demonstration)",
    )
    expect(page).toContain("Due 5 January 2018, in 1 working day; set today")
    expect(page).toContain("The coach: Coach (demonstration).")
  })

  test("shows one desk or one state alone, from a form that needs no script; what is not understood is all", async () => {
    const late = await see("lead", `${here}?state=late`)
    expect(late).toContain("1 of this choice. One of them is late.")
    expect(late).not.toContain("Ask the panel")
    expect(await see("lead", `${here}?desk=department`)).not.toContain("Name a deputy")
    expect(await see("lead", `${here}?desk=nobody&state=%00`)).toContain("5 of 5 still to do.")
    const api = await people.coach.api("GET", `${here}?desk=site&state=open`)
    const { actions } = (await api.json()) as { actions: { late: boolean; age: number }[] }
    expect(actions.map(({ late, age }) => [late, age])).toEqual([
      [true, 18],
      [false, 0],
    ])
  })

  test("is a file too, of what was chosen", async () => {
    const answer = await people.coordinator.get(`${here}.csv?desk=site`)
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    const rows = (await answer.text()).trim().split("\r\n")
    expect(rows).toHaveLength(3)
    expect(rows[1]).toBe(
      "Name a deputy (invented).,the site,Halton contributor (demonstration),2017-12-20,open,late,18,Set by Halton site lead (demonstration),,NSW2,Halton site lead (demonstration),2017-12-06,",
    )
  })
})

describe("another day", () => {
  let id: string
  beforeAll(async () => {
    service.at("2018-01-04T09:00:00Z")
    id = await made("coach", { text: "Agree the measures (invented).", due: "2018-01-08" })
  })

  test("is given with why by whoever set it, its desk or a coordinator", async () => {
    for (const who of ["sponsor", "certifier", "evaluator", "finance"] as const)
      expect(
        (await does(who, id, "carry", { due: "2018-01-12", was: "2018-01-08", because: "Later." })).status,
        who,
      ).toBe(403)
    const at = `${here}/${id}/carry`
    const page = await (await people.coach.get(at)).text()
    expect(page).toContain("This page is not watched")
    const fields = {
      ...fieldsIn(page, at),
      "due.day": "8",
      "due.month": "1",
      "due.year": "2018",
      because: "",
    }
    const wrong = await people.coach.post(at, fields)
    expect(wrong.status).toBe(422)
    const says = plain(await wrong.text())
    expect(says).toContain("It is due on 8 January 2018 already: enter another day")
    expect(says).toContain("Enter why it is carried on")
    for (let times = 2; times > 0; times--)
      expect(
        (
          await people.coach.post(at, {
            ...fields,
            "due.day": "12",
            because: "CARRYMARK the panel meets late.",
          })
        ).status,
      ).toBe(303)
    expect(await one(id)).toMatchObject({ due: "2018-01-12", revision: 2, carried: [{ due: "2018-01-08" }] })
  })

  test("which two people do not change past each other", async () => {
    const second = await does("lead", id, "carry", {
      due: "2018-01-19",
      was: "2018-01-08",
      because: "Half-term.",
    })
    expect([second.status, await saysIn(second)]).toEqual([
      409,
      "Its day was changed meanwhile: it is 12 January 2018 now. Nothing was changed by you.",
    ])
    expect((await one(id)).due).toBe("2018-01-12")
    const both = await Promise.all(
      (["lead", "coordinator"] as const).map((who) =>
        does(who, id, "carry", {
          due: who === "lead" ? "2018-01-16" : "2018-01-17",
          was: "2018-01-12",
          because: "Moved.",
        }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test("stands on its own page with all that became of it, and from which day it was carried on every list", async () => {
    const page = await see("contributor", `${here}/${id}`)
    expect(page).toMatch(
      /Set by hand.*Carried to 12 January 2018, from 8 January 2018 CARRYMARK the panel meets late\..*Carried to 1[67] January 2018/,
    )
    expect(await see("lead", here)).toMatch(/Carried to 1[67] January 2018, from 12 January 2018\./)
    expect(await see("lead", timeline)).toContain("Action for the site, due 8 January 2018: carried on")
  })
})

describe("done, or dropped", () => {
  test("is said by its desk, once; the same key says the same, and whoever comes second is told", async () => {
    const id = await made("lead", { text: "Book the room (invented)." })
    for (const who of ["sponsor", "coach", "coordinator", "finance"] as const)
      expect((await does(who, id, "done", { evidence: "It is." })).status, who).toBe(403)
    expect((await does("contributor", id, "done", { evidence: "" })).status).toBe(422)
    const key = newKey()
    const first = await does("contributor", id, "done", { evidence: "DONEMARK booked on 4 January." }, key)
    expect(await first.json()).toEqual({ action: id, state: "done" })
    const again = await does("contributor", id, "done", { evidence: "DONEMARK booked on 4 January." }, key)
    expect([again.status, await again.json()]).toEqual([200, { action: id, state: "done" }])
    const second = await does("lead", id, "done", { evidence: "Mine." })
    expect([second.status, await saysIn(second)]).toEqual([
      409,
      "Halton contributor (demonstration) said that it is done, 4 January 2018 at 9am. It stands.",
    ])
    expect((await people.lead.get(`${here}/${id}/done`)).status).toBe(409)
    expect(await see("coach", `${here}/${id}`)).toContain("DONEMARK booked on 4 January.")
  })

  test("two who say so at the same moment are one, and the other is told", async () => {
    const id = await made("lead", { text: "Count the days (invented)." })
    const both = await Promise.all(
      (["lead", "contributor"] as const).map((who) => does(who, id, "done", { evidence: `By ${who}.` })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const over = await actionsIn(service.table, "halton").over()
    expect(over.filter((each) => each.id === id)).toHaveLength(1)
  })

  test("is dropped with a reason by a coordinator, who did not set it; a sponsor may not", async () => {
    const id = await made("lead", { text: "Print the leaflet (invented)." })
    expect((await does("sponsor", id, "drop", { because: "No." })).status).toBe(403)
    const at = `${here}/${id}/drop`
    const page = await (await people.coordinator.get(at)).text()
    expect(page).toContain("This page is not watched")
    const fields = fieldsIn(page, at)
    expect((await people.coordinator.post(at, { ...fields, because: "" })).status).toBe(422)
    expect((await people.coordinator.post(at, { ...fields, because: "DROPMARK it is online." })).status).toBe(
      303,
    )
    expect(await one(id)).toMatchObject({ state: "dropped", dropped: { because: "DROPMARK it is online." } })
    expect(
      (await does("lead", id, "carry", { due: "2018-02-01", was: "2018-01-09", because: "Still." })).status,
    ).toBe(409)
    expect(await see("lead", `${here}?state=over`)).toContain("DROPMARK it is online.")
  })

  test("is said by the Department of what lies on its own desk", async () => {
    const id = await made("coach", { owner: "department", text: "Send the guidance (invented)." })
    expect((await does("lead", id, "done", { evidence: "It came." })).status).toBe(403)
    expect((await does("finance", id, "done", { evidence: "Sent on 4 January." })).status).toBe(200)
    expect(await see("finance", `${here}/${id}`)).toContain("Sent on 4 January.")
  })
})

describe("the Department", () => {
  test("reads what is open, with its age; never why a day was moved, how something was done or why it was dropped", async () => {
    const pages = [
      here,
      `${here}?state=over`,
      `${here}.csv`,
      "/organisations/halton/coaching",
      "/organisations/halton/coaching/NSW2",
      timeline,
    ]
    const all = await actionsIn(service.table, "halton").all()
    const ids = all.map(({ id }) => `${here}/${id}`)
    for (const path of [...pages, ...ids]) {
      const text = await (await people.finance.get(path)).text()
      expect(text, path).not.toMatch(/CARRYMARK|DONEMARK|DROPMARK/)
      const api = await (await people.finance.api("GET", path.replace(".csv", ""))).text()
      expect(api, path).not.toMatch(/CARRYMARK|DONEMARK|DROPMARK/)
    }
    const said = await see("finance", here)
    expect(said).toContain("Agree the measures (invented).")
    expect(said).not.toContain("Book the room")
    const done = all.find(({ text }) => text === "Book the room (invented).")
    expect((await people.finance.get(`${here}/${done?.id}`)).status).toBe(404)
    expect(await see("evaluator", `${here}?state=over`)).toMatch(/DONEMARK.*DROPMARK|DROPMARK.*DONEMARK/)
  })
})

describe("an action about no phase", () => {
  const given = (id: string): Action =>
    newAction(
      {
        id,
        organisation: "halton",
        name: "Halton",
        text: "From before (invented).",
        due: "2018-01-31",
        from: { kind: "by hand" },
        owner: "site",
      },
      { person: "p-halton-site-lead", name: "Lead" },
      new Date("2017-01-05T10:00:00Z"),
    )

  test("is closed, dropped and carried as any other, without a line of a timeline", async () => {
    await service.table.write(["2018-01-31-x", "2018-01-31-y"].flatMap((id) => putAction(given(id))))
    const before = await see("lead", timeline)
    const carry = { due: "2018-02-05", was: "2018-01-31", because: "Half-term." }
    const key = newKey()
    for (let times = 2; times > 0; times--)
      expect((await does("lead", "2018-01-31-x", "carry", carry, key)).status).toBe(200)
    expect((await one("2018-01-31-x")).carried).toMatchObject([{ due: "2018-01-31", because: "Half-term." }])
    expect((await does("lead", "2018-01-31-x", "done", { evidence: "It is." })).status).toBe(200)
    expect((await does("coordinator", "2018-01-31-y", "drop", { because: "It is old." })).status).toBe(200)
    expect(await see("lead", timeline)).toBe(before)
  })
})

describe("the home of the site", () => {
  test("tells what is late and whose, and first what waits for whoever reads it", async () => {
    service.at("2018-01-16T09:00:00Z")
    const page = await see("contributor", "/organisations/halton")
    expect(page).toContain("an action that is late, below")
    expect(page).toContain("Late. Was due 20 December 2017, 16 working days ago")
    expect(page).toContain("The Department owes this.")
    expect(page).toContain("For the department (invented).")
    const sponsor = await see("sponsor", "/organisations/halton")
    expect(sponsor).toContain("Nothing needs you.")
    expect(await see("bradford", "/organisations/bradford")).not.toContain("What is to be done")
  })
})

describe("a site whose coach changes", () => {
  test("keeps its actions, which lie on the coach’s desk: the new coach has them, and the old one finds nothing", async () => {
    const id = await made("coordinator", {
      owner: "coach",
      who: "p-coach",
      text: "Bring the tools (invented).",
      due: "2018-02-01",
    })
    const phase = await calendarIn(service.table, programme.id).phase("NSW2")
    const site = phase?.sites.find(({ organisation }) => organisation === "halton")
    const person = people.newCoach.cookie?.match(/=(.+)\./)?.[1] ?? ""
    if (!site) throw new Error("Halton is not in phase 2")
    await service.table.write([
      putSite(programme.id, { ...site, coach: { person, name: "New Coach" } }, site),
    ])
    for (const path of [here, `${here}/${id}`, "/organisations/halton/coaching"])
      expect((await people.coach.get(path)).status, path).toBe(404)
    expect((await does("coach", id, "done", { evidence: "I did." })).status).toBe(404)
    expect(await see("newCoach", here)).toContain("The coach: New Coach.")
    expect(await deskOfActions(service.table, "NSW2", "coach")).toContainEqual(await one(id))
    expect((await does("newCoach", id, "done", { evidence: "Brought on 16 January." })).status).toBe(200)
  })

  test("and one whose pilot is over still reads its record, with what is open on its desks", async () => {
    service.at("2018-10-08T09:00:00Z")
    expect(await see("lead", here)).toContain("Agree the measures (invented).")
    expect(await see("coordinator", "/programme/sites/halton?phase=NSW2")).toContain(
      "Agree the measures (invented).",
    )
    expect((await people.lead.get(`${here}.csv`)).status).toBe(200)
  })
})
