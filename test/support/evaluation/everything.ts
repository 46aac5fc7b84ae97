import { asks } from "../../../infra/local/demonstration/phases.ts"
import { programme } from "../../../infra/local/demonstration/programme.ts"
import { isDated, owedBy, periodsIn } from "../../../shared/domain/calendar/owed.ts"
import { kindOf } from "../../../shared/kinds/index.ts"
import { calendarIn, putPeriod, putPhase } from "../../../shared/store/calendar.ts"
import { putExpected } from "../../../shared/store/expected.ts"
import { tallyTokenFor } from "../../../shared/web/link-token.ts"
import { emails } from "../roles.ts"
import { type Client, origin, type Service } from "../service.ts"
import { keyed, newKey } from "../submission.ts"
import { reportBody } from "./reports-doors.ts"
import { consentBody } from "./stories-doors.ts"

/** Words for each free text: what it is called, in capitals, comes back in them. */
export type Say = (what: string) => string
/** A number for each figure: another one each time that it is asked. */
export type Count = () => number

const plainly: Say = (what) => `Words of ours about ${what.toLowerCase()}`

/** The moment at which everything has been done, and is looked at: December's tally can still be sent. */
export const evaluationDone = "2018-01-12T09:00:00.000Z"

/** What the evaluation asks in phase 2, where the phase was published without it. */
export const publishEvaluation = async ({ table }: Pick<Service, "table">) => {
  const before = await calendarIn(table, programme.id).phase("NSW2")
  if (!before) throw new Error("Phase 2 is published first")
  const { sites, ...phase } = before
  const more = {
    ...phase,
    asks: asks.filter(({ kind, id }) => kindOf(kind).needs === "the evaluation" && id !== "going-on"),
  }
  const periods = periodsIn(more, sites)
  const expected = sites.filter(isDated).flatMap((site) => owedBy(more, site, periods, "2017-10-12"))
  const written = await table.write([
    putPhase(programme.id, { ...phase, asks: [...phase.asks, ...more.asks] }, before),
    ...periods.map((one) => putPeriod(programme.id, one)),
    ...expected.map((one) => putExpected(one)),
  ])
  if (!written.written) throw new Error(`The evaluation was not published: ${written.failed}`)
  return (organisation: string, kind: string): string =>
    expected.find((one) => one.organisation === organisation && one.kind === kind)?.round ?? ""
}
export type RoundOf = Awaited<ReturnType<typeof publishEvaluation>>

/** Somebody of the site, and whoever of the programme has a part in its evaluation, signed in. */
export const evaluationPeople = async (service: Pick<Service, "as">, site = "halton") => {
  const own = (mailbox: string) => service.as(`${mailbox}@${site}.example`)
  return {
    lead: await own("site-lead"),
    contributor: await own("contributor"),
    sponsor: await own("sponsor"),
    governance: await own("governance"),
    evaluator: await service.as(emails.evaluator),
    coach: await service.as(emails.coach),
    coordinator: await service.as(emails.coordinator),
    chair: await service.as(emails.chair),
  }
}
export type EvaluationPeople = Awaited<ReturnType<typeof evaluationPeople>>

/** Does one thing by the API, which has to be taken. */
export const does = async <Given>(
  who: Client,
  path: string,
  body: unknown = {},
  key = newKey(),
): Promise<Given> => {
  const answer = await who.api("POST", path, body, keyed(key))
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Given
}

type Doing = {
  service: Pick<Service, "at" | "world" | "nobody">
  site: string
  people: EvaluationPeople
  say: Say
  count: Count
  roundOf: RoundOf
}
type More = { say?: Say; count?: Count; people?: EvaluationPeople }

let drawn = 0
const counting: Count = () => 5 + (drawn++ % 12)

/** A site whose evaluation has one of everything that a site does: its plan, figures, stories, questions and pages. */
export const evaluationOf = async (
  service: Service,
  roundOf: RoundOf,
  site: string,
  { say = plainly, count = counting, people }: More = {},
) => {
  const doing = {
    service,
    site,
    say,
    count,
    roundOf,
    people: people ?? (await evaluationPeople(service, site)),
  }
  const plan = await planOf(doing)
  const baseline = await baselineOf(doing, plan.own)
  const tally = await talliesOf(doing)
  service.at("2018-01-12T08:00:00.000Z")
  const stories = await storiesOf(doing)
  const wave = await answersOf(doing)
  await onePageOf(doing)
  await openedAgain(doing, plan.at)
  return { site, people: doing.people, plan, baseline, tally, stories, wave }
}
export type SiteEvaluation = Awaited<ReturnType<typeof evaluationOf>>

/** The same with what evaluators make of it: a release, reports, costs; and another site that only begins. */
export const evaluationEverythingAt = async (service: Service, site = "halton", more: More = {}) => {
  const roundOf = await publishEvaluation(service)
  const at = await evaluationOf(service, roundOf, site, more)
  const found = await findingsOf(service, at, more.say)
  const other = await begunAt(service, roundOf)
  service.at(evaluationDone)
  return { ...at, ...found, other }
}
export type EvaluationEverything = Awaited<ReturnType<typeof evaluationEverythingAt>>

const planOf = async ({ service, site, people: { lead, evaluator, coach }, say }: Doing) => {
  service.at("2017-10-20T10:00:00.000Z")
  const at = `/organisations/${site}/evaluation/NSW2/plan`
  const save = async (section: string, answers: Record<string, unknown>) => {
    const { whole } = (await (await lead.api("GET", at)).json()) as { whole: { revision: number } }
    await does(lead, `${at}/sections/${section}`, { revision: whole.revision, answers })
  }
  const boxes = ["inputs", "activities", "mechanisms", "people", "workers", "system", "assumptions"]
  await does(lead, `${at}/begin`)
  await save("theory", Object.fromEntries(boxes.map((one) => [one, say(`THEORY${one.toUpperCase()}`)])))
  await save("group", { admissions: "asked" })
  const { measure: own } = await does<{ measure: string }>(lead, `${at}/measures`, { from: "own" })
  await save(own, {
    name: say("MEASURENAME"),
    question: say("MEASUREQUESTION"),
    definition: say("MEASUREDEFINITION"),
    level: "people",
    unit: "share",
    counts: say("MEASURECOUNTS"),
    outOf: say("MEASUREOUTOF"),
    direction: "more",
    source: say("MEASURESOURCE"),
  })
  await does(lead, `${at}/propose`, { agrees: false })
  await does(evaluator, `${at}/not-yet`, { version: 1, note: say("PLANNOTYET") })
  await save("theory", { inputs: say("THEORYINPUTSNOW") })
  const remark = await does<{ comment: string }>(coach, `${at}/comment`, {
    on: "whole",
    text: say("PLANCOMMENT"),
  })
  await does(lead, `${at}/propose`, { agrees: true })
  await does(evaluator, `${at}/agree`, { version: 2 })
  return { at, own, comment: remark.comment }
}

/** Changes are proposed to what is agreed: the third version waits for both. */
const openedAgain = async ({ people: { lead }, say }: Doing, at: string) => {
  await does(lead, `${at}/open`)
  const { whole } = (await (await lead.api("GET", at)).json()) as { whole: { revision: number } }
  const answers = { inputs: say("THEORYPROPOSED") }
  await does(lead, `${at}/sections/theory`, { revision: whole.revision, answers })
  await does(lead, `${at}/propose`, { agrees: false })
}

const baselineOf = async (doing: Doing, own: string) => {
  const { service, site, people, say, count, roundOf } = doing
  const { lead, evaluator } = people
  service.at("2017-10-23T10:00:00.000Z")
  const at = `/organisations/${site}/submissions`
  const round = roundOf(site, "evaluation-baseline")
  const { reference } = await does<{ reference: string }>(lead, at, { round })
  const here = `${at}/${reference}`
  const revision = async () => ((await (await lead.api("GET", here)).json()) as { revision: number }).revision
  const save = async (section: string, answers: Record<string, unknown>) =>
    does(lead, `${here}/sections/${section}`, { revision: await revision(), answers })
  const is = (value: number) => ({ value: { count: value } })
  const [most, some] = [count(), count()].sort((a, b) => b - a)
  const figures = {
    people: count(),
    admissions: count(),
    formal: count(),
    meeting: count(),
    changed: [3, most],
    own: [some, most],
  }
  await save("beginning", { first: "2017-10-16", asOf: "2017-10-02" })
  await save("people", {
    people: { ...is(figures.people), method: say("FIGUREMETHOD") },
    kept: { value: { notApplicable: say("FIGURENOTAPPLICABLE") } },
    [own]: { value: { numerator: some, denominator: most } },
  })
  await save("workers", {
    "challenges-formal": is(figures.formal),
    "challenges-meeting": is(figures.meeting),
    "protected-days": { value: { amount: 2.5, n: 4 } },
  })
  await save("system", {
    admissions: is(figures.admissions),
    discharges: { value: { notKnown: say("FIGURENOTKNOWN"), knownBy: "2018-04-16" } },
    "challenges-changed": { value: { numerator: 3, denominator: most } },
  })
  await does(lead, `${here}/sign`, { revision: await revision() })
  await does(lead, `${here}/send`, { revision: await revision() })
  const review = `/organisations/${site}/evaluation/NSW2/returns/${reference}`
  const question = { about: "all", text: say("EVALUATORASKS"), answerBy: "2017-10-30" }
  await does(evaluator, `${review}/questions`, question)
  await does(evaluator, `${review}/questions/1/settle`)
  await does(evaluator, `${review}/accept`, { revision: await revision() })
  return { reference, figures, review }
}

const talliesOf = async ({ service, site, people: { lead, contributor }, say, count }: Doing) => {
  const round = (month: string) => `nsw2-tally-${month}-31`
  const number = (value: number) => ({ number: value })
  const row = (what: string, people: number) => ({
    name: say(`${what}ROW`),
    people: number(people),
    kept: number(people),
    started: number(count()),
    stopped: { notKnown: say(`${what}NOTKNOWN`) },
    admissions: number(2),
    discharges: number(0),
    formal: number(count()),
    meeting: number(count()),
    changed: number(1),
    days: 2.5,
  })
  const at = (month: string) => `/organisations/${site}/tally/${round(month)}`
  service.at("2017-11-02T09:00:00.000Z")
  const sent = count()
  await does(contributor, `${at("2017-10")}/send`, { revision: 0, team: [row("TALLY", sent)] })
  service.at("2018-01-04T09:00:00.000Z")
  await does(lead, `${at("2017-12")}/save`, {
    revision: 0,
    team: [{ name: say("DRAFTROW"), people: number(count()) }],
  })
  const link = {
    organisation: site,
    round: round("2017-12"),
    person: `p-${site}-contributor`,
    until: "2018-01-19",
  }
  return { sent, round: round("2017-12"), token: tallyTokenFor(service.world.settings.linkKey, link) }
}

const storiesOf = async ({ site, people: { contributor, governance }, say }: Doing) => {
  const at = `/organisations/${site}/stories/NSW2`
  const add = async (what: string) =>
    (
      await does<{ story: string }>(contributor, `${at}/add`, {
        pseudonym: say(`STORY${what}NAME`),
        band: "18 to 25",
        text: say(`STORY${what}TEXT`),
        quote: say(`STORY${what}QUOTE`),
      })
    ).story
  const ask = (story: string, uses: object, revision: number) =>
    does(contributor, `${at}/${story}/consent`, {
      ...consentBody,
      ...uses,
      support: say("SUPPORT"),
      revision,
    })
  const draft = await add("DRAFT")
  const waiting = await add("WAITING")
  await ask(waiting, { team: true }, 1)
  await does(contributor, `${at}/${waiting}/send`, { revision: 2 })
  const shared = await add("SHARED")
  await ask(shared, { team: true, council: true, reports: true }, 1)
  await does(contributor, `${at}/${shared}/send`, { revision: 2 })
  await does(governance, `${at}/${shared}/check`, { decision: "share", revision: 3 })
  return { draft, waiting, shared }
}

const answersOf = async ({ service, site, people: { evaluator }, say }: Doing) => {
  const at = "/findings/NSW2/answers"
  const asked = { site, group: "people", point: "baseline", title: say("WAVETITLE"), until: "2018-03-31" }
  const { wave } = await does<{ wave: string }>(evaluator, `${at}/ask`, asked)
  const read = await (await evaluator.api("GET", `${at}/waves/${wave}`)).json()
  const secret = (read as { link: string }).link.replace(`${origin}/tell-us/`, "")
  for (const who of ["yes", "yes", "no"])
    await service.nobody.post(`/tell-us/${secret}`, {
      "knows-who": who,
      better: "yes",
      "better-words": say("ANSWERWORDS"),
      key: newKey(),
    })
  const slip = { said: { "knows-who": "sometimes" }, words: { better: say("SLIPWORDS") } }
  await does(evaluator, `${at}/waves/${wave}/paper`, slip)
  return { wave, secret }
}

const onePageOf = async ({ site, people: { lead, governance }, say }: Doing) => {
  const at = `/organisations/${site}/evaluation/NSW2`
  const words = { seen: 0, posts: say("PAGEPOSTS"), adulthood: say("PAGEADULTHOOD"), asks: say("PAGEASKS") }
  await does(lead, `${at}/one-page/words`, words)
  await does(lead, `${at}/one-page/question`, {
    question: say("BOARDQUESTION"),
    asked: say("BOARDNAME"),
    due: "2018-09-29",
  })
  await does(governance, `${at}/released/people/baseline`, { because: say("RELEASEDBECAUSE") })
}

/** What evaluators make of it all: a line of costs, a release, a report that is issued and one that is a draft. */
export const findingsOf = async (
  service: Pick<Service, "at">,
  { site, people: { evaluator }, stories }: SiteEvaluation,
  say = plainly,
) => {
  const releasedAt = "2018-01-12T08:30:00.000Z"
  service.at(releasedAt)
  const { line } = await does<{ line: string }>(evaluator, "/findings/NSW2/costs/lines", {
    change: say("COSTCHANGE"),
    shownBy: say("COSTSHOWNBY"),
    effect: "less",
    count: { low: 1, high: 3 },
    unit: { low: 40_000, high: 62_000 },
    priceYear: 2017,
    source: say("COSTSOURCE"),
    confidence: "medium",
    benefits: "nhs",
    sort: "fiscal",
  })
  const { release } = await does<{ release: number }>(evaluator, "/findings/NSW2/releases/new", {
    title: say("RELEASETITLE"),
    because: say("RELEASEBECAUSE"),
  })
  const reports = "/findings/NSW2/reports"
  const write = async (what: string, told: string[]) =>
    (
      await does<{ report: string }>(evaluator, `${reports}/add`, {
        ...reportBody,
        title: say(`${what}TITLE`),
        summary: say(`${what}SUMMARY`),
        limits: say(`${what}LIMITS`),
        ...(told.length > 0 && { stories: told, release: `${release}~${releasedAt}` }),
      })
    ).report
  const issued = await write("REPORT", [`${site}~${stories.shared}`])
  await does(evaluator, `${reports}/${issued}/issue`, { revision: 1 })
  await does(evaluator, `${reports}/${issued}/easy-read`, { text: say("EASYREAD"), revision: 2 })
  const draft = await write("DRAFTREPORT", [])
  return { line, release, issued, draft }
}

/** Another site: its plan is a draft still, its baseline is sent, with a question of the evaluator's open. */
const begunAt = async (service: Service, roundOf: RoundOf, site = "sheffield") => {
  service.at("2017-11-20T09:00:00.000Z")
  const lead = await service.as(`site-lead@${site}.example`)
  const evaluator = await service.as(emails.evaluator)
  await does(lead, `/organisations/${site}/evaluation/NSW2/plan/begin`)
  const at = `/organisations/${site}/submissions`
  const round = roundOf(site, "evaluation-baseline")
  const { reference } = await does<{ reference: string }>(lead, at, { round })
  await does(lead, `${at}/${reference}/sections/beginning`, {
    revision: 1,
    answers: { none: "Nobody counted before it began." },
  })
  await does(lead, `${at}/${reference}/sign`, { revision: 2 })
  const { revision } = await does<{ revision: number }>(lead, `${at}/${reference}/send`, { revision: 3 })
  const review = `/organisations/${site}/evaluation/NSW2/returns/${reference}`
  const question = { about: "all", text: "Did nobody count?", answerBy: "2017-11-28" }
  await does(evaluator, `${review}/questions`, question)
  return { site, lead, reference, revision: revision + 1 }
}
