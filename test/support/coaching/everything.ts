import { newAction } from "../../../shared/domain/actions/action.ts"
import { actionsIn, putAction } from "../../../shared/store/actions.ts"
import { plansIn } from "../../../shared/store/plans.ts"
import type { Client, Service } from "../service.ts"
import { keyed } from "../submission.ts"
import { askForRatings } from "./going.ts"
import { coachingOf, coachOf, written } from "./sessions.ts"

/** Words for each free text: what it is called, in capitals, comes back in them. */
export type Say = (what: string) => string

const plainly: Say = (what) => `Words of ours about ${what.toLowerCase()}.`

/** The moment at which everything has been done, and is looked at. */
export const everythingDone = "2018-01-16T09:00:00.000Z"

/** Somebody of the site, of the coordinating side and of the department, signed in. */
export const coachingPeople = async (service: Service, site = "halton", coach?: Client) => ({
  lead: await service.as(`site-lead@${site}.example`),
  contributor: await service.as(`contributor@${site}.example`),
  sponsor: await service.as(`sponsor@${site}.example`),
  coach: coach ?? (await coachOf(service)),
  coordinator: await service.as("coordinator@innovation-unit.example"),
  chair: await service.as("chair@doh.example"),
})
export type CoachingPeople = Awaited<ReturnType<typeof coachingPeople>>

/** Does one thing by the API, which has to be taken. */
const does = async <Given>(who: Client, path: string, body: unknown = {}, key?: string): Promise<Given> => {
  const answer = await who.api("POST", path, body, keyed(key))
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Given
}

type Doing = { service: Service; site: string; people: CoachingPeople; say: Say }

/**
 * A site whose coaching has one of everything: sessions in each state, a plan that is agreed and proposed anew, actions from
 * every source, months, ratings, risks, help, and ideas that wait, are shared and are left. Phase 2 has to be published.
 */
export const everythingAt = async (
  service: Service,
  site = "halton",
  { say = plainly, coach }: { say?: Say; coach?: Client } = {},
) => {
  const people = await coachingPeople(service, site, coach)
  const doing = { service, site, people, say }
  service.at("2017-12-06T16:00:00.000Z")
  await askForRatings(people.coordinator, "Both sides want to see them.")
  const sessions = await sessionsOf(doing)
  const plan = await planOf(doing)
  const actions = await actionsOf(doing)
  service.at("2018-01-08T10:00:00.000Z")
  await monthsOf(doing)
  const risks = await risksOf(doing)
  await does(people.coach, `/organisations/${site}/coaching/NSW2/notes`, { text: say("NOTE") })
  const help = await helpOf(doing)
  const learning = await learningOf(doing)
  const draft = await draftAt(service)
  service.at(everythingDone)
  return { draft, site, people, sessions, plan, actions, risks, help, ...learning }
}
export type Everything = Awaited<ReturnType<typeof everythingAt>>

const sessionsOf = async ({ service, site, people: { coach, lead, contributor }, say }: Doing) => {
  const at = coachingOf(site, coach)
  const ok = async (answer: Promise<Response>) => {
    const one = await answer
    if (one.status >= 300) throw new Error(await one.text())
  }
  const text = (what: string, more: Record<string, unknown> = {}) =>
    written({ who: say(`${what}WHO`), talked: say(`${what}TALKED`), ...more })
  const more = (what: string, learning: unknown[] = []) => ({
    topics: ["model"],
    aim: say(`${what}AIM`),
    heard: say(`${what}HEARD`),
    tested: say(`${what}TESTED`),
    measures: say(`${what}MEASURES`),
    ...(learning.length > 0 && { learning }),
  })
  const shared = async (what: string, answers: Record<string, unknown> = {}, learning: unknown[] = []) => {
    const session = await at.begin(text(what, answers))
    await ok(at.write(session, { revision: 1, more: more(what, learning) }))
    await ok(at.share(session, 2))
    return session
  }

  const planned = (await at.plan({ kind: "visit", on: "2018-02-06", place: say("PLACE") })).session
  const gone = (await at.plan({ kind: "call", on: "2018-02-13" })).session
  await does(coach, `${at.one(gone)}/cancel`, { because: say("CANCELLED") })
  const action = (what: string, owner: string) => ({ text: say(what), owner, due: "2018-01-31" })
  const waiting = await shared("SHARED", {
    actions: [action("ACTIONSITE", "site"), action("ACTIONCOACH", "coach")],
  })
  const comment = (what: string) => [{ line: "all", says: say(what), wrong: false }]
  await ok(at.change(contributor, waiting, { as: "comment", lines: comment("COMMENT") }))
  const disputed = await shared("DISPUTED", { on: "2017-12-05" })
  const wrong = [{ line: "talked.0", says: say("DISPUTE"), wrong: true }]
  await ok(at.change(lead, disputed, { as: "dispute", lines: wrong }))
  const agreed = await shared("AGREED", { on: "2017-12-04" }, [
    { idea: say("LEARNEDATSITE"), level: "site" },
    { idea: say("LEARNEDBYCOORDINATORS"), level: "coordinators" },
    { idea: say("LEARNEDAGREED"), level: "community", tag: "team" },
  ])
  await ok(at.change(lead, agreed, { as: "agree with comment", lines: comment("AGREEDCOMMENT") }))
  await ok(at.addendum(coach, agreed, say("ADDENDUM")))
  const closed = await shared("CLOSED", { on: "2017-12-01" })
  await ok(at.agree(lead, closed))
  await ok(at.close(closed))
  service.at("2018-01-16T08:00:00.000Z")
  const held = await at.begin(
    text("DRAFT", {
      on: "2018-01-15",
      next: "2018-02-20",
      actions: [{ ...action("DRAFTACTION", "site"), due: "2018-02-28" }],
    }),
  )
  await ok(at.write(held, { revision: 1, more: more("DRAFT") }))
  service.at("2017-12-06T17:00:00.000Z")
  return { planned, gone, waiting, disputed, agreed, closed, held }
}

const planOf = async ({ service, site, people: { lead, coordinator, coach }, say }: Doing) => {
  const at = `/organisations/${site}/coaching/NSW2/plan`
  const save = async (section: string, answers: Record<string, unknown>) => {
    const plan = await plansIn(service.table).plan({ organisation: site, phase: "NSW2" })
    await does(lead, `${at}/sections/${section}`, { revision: plan?.revision ?? 0, answers })
  }
  const milestone = (what: string, by: string) => ({ what: say(what), by, who: say(`${what}WHO`) })
  await does(lead, `${at}/begin`)
  await save("core", {
    model: say("PLANMODEL"),
    changes: say("PLANCHANGES"),
    stops: say("PLANSTOPS"),
    people: { number: 17 },
    team: [{ role: say("PLANROLE"), number: 4 }],
    milestones: [milestone("PLANFIRST", "2018-01-31"), milestone("PLANSECOND", "2018-02-28")],
  })
  await save("more", { partners: say("PLANPARTNERS"), risks: [{ risk: say("PLANRISK") }] })
  const { comment: dealt } = await does<{ comment: string }>(coach, `${at}/comment`, {
    on: "whole",
    text: say("PLANDEALT"),
  })
  await does(lead, `${at}/comments/${dealt}/dealt`)
  await does(lead, `${at}/propose`)
  await does(coordinator, `${at}/not-yet`, { version: 1, note: say("PLANNOTYET") })
  await save("core", { stops: say("PLANSTOPSNOW") })
  await does(lead, `${at}/propose`)
  await does(lead, `${at}/agree`, { version: 2 })
  await does(coordinator, `${at}/agree`, { version: 2 })
  const read = await (await lead.api("GET", at)).json()
  const [first = "", second = ""] = (
    read as { whole: { milestones: { id: string }[] } }
  ).whole.milestones.map(({ id }) => id)
  await does(lead, `${at}/milestones/${first}/done`, { on: "2017-12-06", says: say("PLANDONE") })
  await does(lead, `${at}/milestones/${second}/moved`, { to: "2018-03-15", because: say("PLANMOVED") })
  await does(lead, `${at}/open`)
  await save("core", { model: say("PLANDRAFT") })
  const { comment } = await does<{ comment: string }>(coach, `${at}/comment`, {
    on: "whole",
    text: say("PLANCOMMENT"),
  })
  await does(lead, `${at}/propose`)
  return { version: 3, agreed: 2, milestone: second, comment }
}

/** Another site whose plan is a draft still. */
const draftAt = async (service: Service, site = "sheffield") => {
  const lead = await service.as(`site-lead@${site}.example`)
  const found = await plansIn(service.table).plan({ organisation: site, phase: "NSW2" })
  if (!found) await does(lead, `/organisations/${site}/coaching/NSW2/plan/begin`)
  return { site, lead, revision: 1 }
}

const actionsOf = async ({ service, site, people: { lead, coordinator, coach }, say }: Doing) => {
  const at = `/organisations/${site}/actions`
  const set = async (what: string, owner: string, who = coordinator) =>
    (await does<{ action: string }>(who, at, { text: say(what), owner, due: "2018-01-31" })).action
  const open = await set("ACTIONOPEN", "site", lead)
  const done = await set("ACTIONDONE", "site")
  await does(lead, `${at}/${done}/done`, { evidence: say("EVIDENCE") })
  const dropped = await set("ACTIONDROPPED", "coach")
  await does(coach, `${at}/${dropped}/drop`, { because: say("DROPPED") })
  const carried = await set("ACTIONCARRIED", "coordinators")
  await does(coordinator, `${at}/${carried}/carry`, {
    because: say("CARRIED"),
    was: "2018-01-31",
    due: "2018-02-28",
  })
  const department = await set("ACTIONDEPARTMENT", "department")
  const by = { person: `p-${site}-site-lead`, name: "Site lead" }
  const about = { organisation: site, phase: "NSW2", name: site, owner: "site" as const, due: "2018-01-26" }
  const others = [
    {
      ...about,
      id: "2018-01-26-condition",
      text: say("ACTIONCONDITION"),
      from: { kind: "condition" as const, reference: "NSW2-HAL-E-7K3PQ4" },
    },
    {
      ...about,
      id: "2018-01-26-question",
      text: say("ACTIONQUESTION"),
      from: { kind: "question" as const, reference: "NSW2-HAL-F-7K3PQ4", number: 1, title: "Question 1" },
    },
    {
      ...about,
      id: "2018-01-26-cover",
      text: say("ACTIONCOVER"),
      from: { kind: "cover" as const, round: "nsw2-spending-2017-12-31", title: "Spending update" },
    },
  ]
  await service.table.write(
    others.flatMap((one) => putAction(newAction(one, by, new Date("2017-12-06T17:00:00.000Z")))),
  )
  const [fromSession] = (await actionsIn(service.table, site).open()).filter(
    ({ from, owner }) => from.kind === "session" && owner === "site",
  )
  return { open, done, dropped, carried, department, fromSession: fromSession?.id ?? "" }
}

const monthsOf = async ({ site, people: { lead, coach }, say }: Doing) => {
  const at = `/organisations/${site}/coaching/NSW2/going/2017-12`
  const says = (who: string) => ({ says: "needs-attention", stuck: ["backfill"], line: say(`LINE${who}`) })
  await does(lead, `${at}/site`, says("SITE"))
  await does(coach, `${at}/coach`, says("COACH"))
  await does(coach, `${at}/ratings`, {
    delivery: "red",
    deliveryBecause: say("RATINGREASON"),
    deliveryAction: "new",
    deliveryText: say("ACTIONRATING"),
    deliveryOwner: "site",
    deliveryDue: "2018-01-31",
    people: "green",
    spend: "amber",
  })
  await does(lead, `${at}/ratings/answer`, { comment: say("RATINGANSWER") })
}

const risksOf = async ({ site, people: { lead }, say }: Doing) => {
  const at = `/organisations/${site}/coaching/NSW2/risks`
  const facts = (what: string, likelihood: number) => ({
    title: say(`${what}TITLE`),
    category: "backfill",
    before: { likelihood: 5, impact: 5 },
    after: { likelihood, impact: 4 },
    doing: say(`${what}DOING`),
    owner: { side: "site", who: say(`${what}OWNER`) },
    proximity: "month",
    next: "2018-02-28",
  })
  const add = async (what: string, likelihood: number, more: Record<string, unknown> = {}) =>
    (await does<{ risk: string }>(lead, `${at}/add`, { ...facts(what, likelihood), ...more })).risk
  const low = await add("RISKLOW", 2, {
    action: { text: say("ACTIONRISK"), owner: "site", due: "2018-02-28" },
  })
  const high = await add("RISKWASHIGH", 5)
  const { revision } = (await (await lead.api("GET", `${at}/${high}`)).json()) as { revision: number }
  await does(lead, `${at}/${high}/look`, { ...facts("RISKHIGH", 4), revision })
  const over = await add("RISKOVER", 5)
  await does(lead, `${at}/${over}/close`, { because: say("RISKCLOSED") })
  return { low, high, over }
}

const helpOf = async ({ site, people: { lead, coach, chair }, say }: Doing) => {
  const at = `/organisations/${site}/coaching/NSW2/help`
  const ask = async (what: string, who = lead) =>
    (await does<{ number: number }>(who, `${at}/ask`, { what: "backfill", asks: say(what) })).number
  const answered = await ask("HELPANSWEREDASKS")
  await does(chair, `${at}/${answered}/ask-back`, { asks: say("HELPBACK") })
  await does(lead, `${at}/${answered}/say-more`, { says: say("HELPSAID") })
  await does(chair, `${at}/${answered}/answer`, { says: say("HELPANSWER") })
  const open = await ask("HELPOPEN")
  const back = await ask("HELPBACKASKS", coach)
  await does(chair, `${at}/${back}/ask-back`, { asks: say("HELPASKEDBACK") })
  const withdrawn = await ask("HELPWITHDRAWNASKS")
  await does(lead, `${at}/${withdrawn}/withdraw`, { because: say("HELPWITHDRAWN") })
  return { answered, open, back, withdrawn }
}

const learningOf = async ({ service, people: { lead, contributor, coordinator }, say }: Doing) => {
  const share = async (what: string, wanted: "community" | "public", who = lead) =>
    (
      await does<{ offer: string }>(who, "/learning/share", {
        text: say(what),
        tags: ["team"],
        wanted,
        nobody: true,
      })
    ).offer
  const decide = (offer: string, body: Record<string, unknown>) =>
    does<{ idea: string }>(coordinator, `/learning/waiting/${offer}`, body)
  const { idea } = await decide(await share("LEARNEDSHARED", "community"), { decision: "community" })
  await decide(await share("LEARNEDPUBLIC", "public", contributor), { decision: "public" })
  await decide(await share("LEARNEDLEFT", "community"), { decision: "leave", because: say("LEFT") })
  const taken = await share("LEARNEDTAKENBACK", "community")
  await does(lead, `/learning/yours/${taken}/take-back`)
  const offer = await share("LEARNEDWAITING", "community")
  await does(contributor, "/learning/good-news", {
    text: say("GOODNEWSWAITING"),
    wanted: "community",
    nobody: true,
  })
  const meet = async (on: string) =>
    (
      await does<{ session: string }>(coordinator, "/learning/sessions/plan", {
        title: "What we stop doing",
        on,
        from: "2pm",
        to: "15:30",
        place: "Room 4, Skipton House",
        agenda: "What each of us has stopped doing.",
      })
    ).session
  const past = await meet("2018-01-10")
  const toCome = await meet("2018-01-25")
  service.at("2018-01-10T17:00:00.000Z")
  await does(coordinator, `/learning/sessions/${past}/write-up`, {
    came: { leads: 6 },
    actions: [{ text: "Write the list of what we stop.", owner: "coordinators", due: "2018-02-28" }],
  })
  return { offer, idea, community: { past, toCome } }
}
