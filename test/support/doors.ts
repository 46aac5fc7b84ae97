import type {
  CoachingRight,
  LearningRight,
  SupportRight,
} from "../../shared/domain/people/coaching-policy.ts"
import type { EvaluationRight, FindingsRight } from "../../shared/domain/people/evaluation-policy.ts"
import type { FundingRight } from "../../shared/domain/people/funding-policy.ts"
import type { PeopleRight, ProgrammeRight, SiteRight } from "../../shared/domain/people/policy.ts"
import type { SelectionRight } from "../../shared/domain/people/selection-policy.ts"
import type { Right } from "../../shared/domain/people/submission-policy.ts"
import { boardDoors } from "./board-doors.ts"
import { actionsDoors } from "./coaching/actions-doors.ts"
import { goingDoors } from "./coaching/going-doors.ts"
import { helpDoors } from "./coaching/help-doors.ts"
import { learningDoors } from "./coaching/learning-doors.ts"
import { planDoors } from "./coaching/plan-doors.ts"
import { printDoors } from "./coaching/print-doors.ts"
import { recordDoors } from "./coaching/record-doors.ts"
import { risksDoors } from "./coaching/risks-doors.ts"
import { sessionsDoors } from "./coaching/sessions-doors.ts"
import { supportDoors } from "./coaching/support-doors.ts"
import { answeringDoors } from "./department/asking.ts"
import { accountDoors, decisionsDoors, departmentDoors } from "./department-doors.ts"
import { evaluationDoors } from "./evaluation/evaluation-doors.ts"
import { findingsDoors } from "./evaluation/findings-doors.ts"
import { evaluationPlanDoors } from "./evaluation/plan-doors.ts"
import { storiesDoors } from "./evaluation/stories-doors.ts"
import { tallyDoors } from "./evaluation/tally-doors.ts"
import { voiceDoors } from "./evaluation/voice-doors.ts"
import { accountsDoors } from "./funding/accounts-doors.ts"
import { certifyingDoors } from "./funding/certifying-doors.ts"
import { evidenceDoors } from "./funding/evidence-doors.ts"
import { moneyDoors } from "./funding/money-doors.ts"
import { payingDoors } from "./funding/paying-doors.ts"
import { reviewingDoors } from "./funding/reviewing-doors.ts"
import { workbookDoors } from "./funding/workbook-doors.ts"
import { phaseDoors } from "./phase-doors.ts"
import { planningDoors } from "./planning-doors.ts"
import type { Service } from "./service.ts"
import { keyed, newKey } from "./submission.ts"

/** What a route is for: everybody, whoever is signed in, or who holds a right inside an organisation or the programme. */
export type Door = {
  for:
    | "everybody"
    | "signed in"
    | Right
    | PeopleRight
    | "enter"
    | SiteRight
    | SelectionRight
    | ProgrammeRight
    | FundingRight
    | CoachingRight
    | SupportRight
    | LearningRight
    | EvaluationRight
    | FindingsRight
  /** A whole and valid body: the fields of a page, or what the API takes. */
  gives?: (revision: number) => Record<string, unknown>
  keyed?: true
}

const inside = "/organisations/:organisation"
const one = `${inside}/submissions/:reference`
const who = `${inside}/people/:person/:grant/end`
const dates = `${inside}/people/:person/:grant/dates`
const team = "/programme/people"

const questions = "/programme/rounds/:round/questions"

const owed = `${inside}/returns/:round`

const everybody: Door = { for: "everybody" }
const calendar: Door = { for: "see calendar" }
const nothing: Door = { for: "report nothing", gives: () => ({ reason: "Nothing was spent." }), keyed: true }
const moreTime: Door = {
  for: "ask for more time",
  gives: () => ({ until: "2018-01-29", reason: "The ledger closes late." }),
  keyed: true,
}
const cover: Door = { for: "answer cover", gives: () => ({ answer: "yes" }), keyed: true }
const reading: Door = { for: "read" }
const note = { note: "We join another bid." }
const seen = (revision: number) => ({ revision })
const publishing: Door = {
  for: "publish answers",
  gives: () => ({ question: "May we start in November?", answer: "Yes." }),
  keyed: true,
}
const closing: Door = {
  for: "publish answers",
  gives: () => ({ reason: "It was asked twice." }),
  keyed: true,
}

const datesPage: Door = {
  for: "change dates",
  gives: () => ({ "until.day": "3", "until.month": "3", "until.year": "2018" }),
  keyed: true,
}
const datesOperation: Door = {
  for: "change dates",
  gives: () => ({ until: "2018-03-03T23:59:59.999Z" }),
  keyed: true,
}
const coach: Door = {
  for: "invite",
  gives: () => ({ name: "New Coach", email: "new.coach@consultant.example", role: "coach" }),
  keyed: true,
}

/** What is prepared and published, and what is decided about what a site asks. */
const isPlanning = (door: string) => door.includes("/programme/phases")
const ofPlanning = (all: Record<string, Door>) =>
  Object.fromEntries(Object.entries(all).filter(([door]) => isPlanning(door)))
const ofProgramme = (all: Record<string, Door>) =>
  Object.fromEntries(Object.entries(all).filter(([door]) => !isPlanning(door)))

/** Every route there is, by function. A route that is not here fails the tests: say who it is for. */
export const doors: Record<
  | "front"
  | "site"
  | "programme"
  | "planning"
  | "department"
  | "decisions"
  | "funding"
  | "paying"
  | "money"
  | "workbook"
  | "evidence"
  | "coaching"
  | "pilot"
  | "support"
  | "learning"
  | "evaluation"
  | "stories"
  | "tally"
  | "findings"
  | "voice"
  | "account"
  | "feed",
  Record<string, Door>
> = {
  front: {
    "GET /health": everybody,
    "GET /": everybody,
    "GET /help": everybody,
    "GET /accessibility": everybody,
    "GET /cookies": everybody,
    "GET /privacy": everybody,
    "GET /rounds/:round": everybody,
    "GET /rounds/:round/questions": everybody,
    "GET /rounds/:round/can-you-apply": everybody,
    "GET /rounds/:round/ask": everybody,
    "POST /rounds/:round/ask": {
      for: "everybody",
      gives: () => ({ question: "May we start in November?", email: "somebody@leeds.gov.uk" }),
    },
    "GET /check-a-receipt": everybody,
    "POST /check-a-receipt": {
      for: "everybody",
      gives: () => ({ reference: "NSW2-HAL-E-7K3PQ4", code: "0".repeat(64) }),
    },
    "GET /sign-in": everybody,
    "POST /sign-in": { for: "everybody", gives: () => ({ email: "somebody@leeds.gov.uk" }) },
    "GET /sign-in/link": everybody,
    "POST /sign-in/link": { for: "everybody", gives: () => ({ token: "none" }) },
    "GET /sign-out": everybody,
    "POST /sign-out": { for: "everybody", gives: () => ({}) },
    "GET /home": { for: "signed in" },
    "GET /home/lead": { for: "signed in" },
    "POST /home/lead": { for: "signed in", gives: () => ({ organisation: "nowhere" }) },
    "GET /home/calendar": { for: "signed in" },
    "POST /home/calendar": { for: "signed in", gives: () => ({}), keyed: true },
    "GET /home/calendar/stop": { for: "signed in" },
    "POST /home/calendar/stop": { for: "signed in", gives: () => ({}), keyed: true },
    [`GET ${inside}/people`]: { for: "see people" },
    [`GET ${inside}/people/invite`]: { for: "invite" },
    [`POST ${inside}/people/invite`]: {
      for: "invite",
      gives: () => ({ name: "New Person", email: "new.person@halton.gov.uk", role: "contributor" }),
      keyed: true,
    },
    [`GET ${who}`]: { for: "end access" },
    [`POST ${who}`]: { for: "end access", gives: () => ({}) },
    [`GET ${inside}/people/changes`]: { for: "see people" },
    [`GET ${dates}`]: { for: "change dates" },
    [`POST ${dates}`]: datesPage,
    [`GET ${team}`]: { for: "see people" },
    [`GET ${team}/of`]: { for: "see people" },
    [`GET ${team}/changes`]: { for: "see people" },
    [`GET ${team}/invite`]: { for: "invite" },
    [`POST ${team}/invite`]: coach,
    [`GET ${team}/:person/:grant/end`]: { for: "end access" },
    [`POST ${team}/:person/:grant/end`]: { for: "end access", gives: () => ({}) },
    [`GET ${team}/:person/:grant/dates`]: { for: "change dates" },
    [`POST ${team}/:person/:grant/dates`]: datesPage,

    "GET /api/rounds": everybody,
    "GET /api/rounds/:round": everybody,
    "POST /api/rounds/:round/can-you-apply": {
      for: "everybody",
      gives: () => ({ organisation: "halton", director: "yes", finance: "yes" }),
    },
    "POST /api/rounds/:round/ask": {
      for: "everybody",
      gives: () => ({ question: "May we start in November?", email: "somebody@leeds.gov.uk" }),
    },
    "POST /api/check-a-receipt": {
      for: "everybody",
      gives: () => ({ reference: "NSW2-HAL-E-7K3PQ4", code: "0".repeat(64) }),
    },
    "POST /api/sign-in": { for: "everybody", gives: () => ({ email: "somebody@leeds.gov.uk" }) },
    "GET /api/me": { for: "signed in" },
    [`GET /api${inside}/people`]: { for: "see people" },
    [`POST /api${inside}/people/invite`]: {
      for: "invite",
      gives: () => ({ name: "New Person", email: "new.person@halton.gov.uk", role: "contributor" }),
      keyed: true,
    },
    [`POST /api${who}`]: { for: "end access", gives: () => ({}) },
    [`GET /api${inside}/people/changes`]: { for: "see people" },
    [`POST /api${dates}`]: datesOperation,
    [`GET /api${team}`]: { for: "see people" },
    [`GET /api${team}/changes`]: { for: "see people" },
    [`POST /api${team}/invite`]: coach,
    [`POST /api${team}/:person/:grant/end`]: { for: "end access", gives: () => ({}) },
    [`POST /api${team}/:person/:grant/dates`]: datesOperation,
  },
  site: {
    "GET /health": everybody,
    [`GET ${inside}`]: { for: "enter" },
    [`GET ${inside}/submissions`]: { for: "enter" },
    [`POST ${inside}/submissions`]: { for: "start", gives: () => ({ round: "nsw-2-2017" }), keyed: true },
    [`GET ${inside}/rounds/:round/start`]: { for: "enter" },
    [`GET ${inside}/typed/:typed`]: { for: "enter" },
    [`GET ${inside}/typed/:typed/discard`]: { for: "enter" },
    [`POST ${inside}/typed/:typed/discard`]: { for: "enter", gives: () => ({}) },
    [`GET ${one}`]: reading,
    [`GET ${one}/sections/:section`]: reading,
    [`POST ${one}/sections/:section`]: {
      for: "save",
      gives: (revision) => ({ revision, amount: "9,000" }),
    },
    [`GET ${one}/check`]: reading,
    [`GET ${one}/print`]: reading,
    [`GET ${one}/history`]: reading,
    [`GET ${one}/letters`]: reading,
    [`GET ${one}/decision`]: reading,
    [`GET ${one}/sign`]: reading,
    [`POST ${one}/sign`]: { for: "sign", gives: seen, keyed: true },
    [`GET ${one}/send`]: reading,
    [`POST ${one}/send`]: { for: "send", gives: seen, keyed: true },
    [`GET ${one}/change`]: reading,
    [`POST ${one}/change`]: { for: "change", gives: seen, keyed: true },
    [`GET ${one}/withdraw`]: reading,
    [`POST ${one}/withdraw`]: { for: "withdraw", gives: () => note, keyed: true },
    [`GET ${one}/ask-to-be-late`]: reading,
    [`POST ${one}/ask-to-be-late`]: { for: "ask to be late", gives: () => note, keyed: true },
    [`GET ${one}/decline`]: reading,
    [`POST ${one}/decline`]: { for: "decline", gives: () => note, keyed: true },
    [`GET ${one}/receipts/:version`]: reading,
    [`GET ${one}/receipts/:version/file`]: reading,
    [`GET ${inside}/returns`]: calendar,
    [`GET ${inside}/returns.csv`]: calendar,
    [`GET ${owed}`]: calendar,
    [`GET ${owed}/nothing`]: { for: "report nothing" },
    [`POST ${owed}/nothing`]: nothing,
    [`GET ${owed}/more-time`]: { for: "ask for more time" },
    [`POST ${owed}/more-time`]: {
      ...moreTime,
      gives: () => ({ "until.day": "29", "until.month": "1", "until.year": "2018", reason: "It is late." }),
    },
    [`GET ${owed}/cover`]: { for: "answer cover" },
    [`POST ${owed}/cover`]: cover,

    [`GET /api${inside}/submissions`]: { for: "enter" },
    [`POST /api${inside}/submissions`]: { for: "start", gives: () => ({ round: "nsw-2-2017" }), keyed: true },
    [`GET /api${one}`]: reading,
    [`POST /api${one}/sections/:section`]: {
      for: "save",
      gives: (revision) => ({ revision, answers: { amount: 900_000 } }),
    },
    [`POST /api${one}/sign`]: { for: "sign", gives: seen, keyed: true },
    [`POST /api${one}/decline`]: { for: "decline", gives: () => note, keyed: true },
    [`POST /api${one}/send`]: { for: "send", gives: seen, keyed: true },
    [`POST /api${one}/change`]: { for: "change", gives: seen, keyed: true },
    [`POST /api${one}/withdraw`]: { for: "withdraw", gives: () => note, keyed: true },
    [`POST /api${one}/ask-to-be-late`]: { for: "ask to be late", gives: () => note, keyed: true },
    [`GET /api${inside}/returns`]: calendar,
    [`GET /api${owed}`]: calendar,
    [`POST /api${owed}/nothing`]: nothing,
    [`POST /api${owed}/more-time`]: moreTime,
    [`POST /api${owed}/cover`]: cover,
    [`GET /api${one}/receipts/:version`]: reading,
    [`GET /api${one}/history`]: reading,
    [`GET /api${one}/letters`]: reading,
    [`GET /api${one}/decision`]: reading,
    ...answeringDoors,
    ...certifyingDoors,
  },
  programme: {
    "GET /health": everybody,
    ...boardDoors,
    [`GET ${questions}`]: { for: "see questions" },
    [`GET ${questions}/:question/publish`]: { for: "see questions" },
    [`POST ${questions}/:question/publish`]: publishing,
    [`GET ${questions}/:question/close`]: { for: "see questions" },
    [`POST ${questions}/:question/close`]: closing,

    [`GET /api${questions}`]: { for: "see questions" },
    [`POST /api${questions}/:question/publish`]: publishing,
    [`POST /api${questions}/:question/close`]: closing,
    ...ofProgramme(phaseDoors),
  },
  planning: {
    "GET /health": everybody,
    ...planningDoors,
    ...ofPlanning(phaseDoors),
  },
  department: {
    "GET /health": everybody,
    ...departmentDoors,
  },
  decisions: {
    "GET /health": everybody,
    ...decisionsDoors,
  },
  funding: { "GET /health": everybody, ...accountsDoors, ...reviewingDoors },
  paying: { "GET /health": everybody, ...payingDoors },
  money: { "GET /health": everybody, ...moneyDoors },
  workbook: { "GET /health": everybody, ...workbookDoors },
  evidence: { "GET /health": everybody, ...evidenceDoors },
  coaching: {
    "GET /health": everybody,
    ...recordDoors,
    ...sessionsDoors,
    ...actionsDoors,
    ...helpDoors,
  },
  pilot: {
    "GET /health": everybody,
    ...planDoors,
    ...goingDoors,
    ...risksDoors,
    ...printDoors,
    ...evaluationPlanDoors,
  },
  support: { "GET /health": everybody, ...supportDoors },
  learning: { "GET /health": everybody, ...learningDoors },
  evaluation: { "GET /health": everybody, ...evaluationDoors },
  stories: { "GET /health": everybody, ...storiesDoors },
  tally: { "GET /health": everybody, ...tallyDoors },
  findings: { "GET /health": everybody, ...findingsDoors },
  voice: { "GET /health": everybody, ...voiceDoors },
  account: {
    "GET /health": everybody,
    ...accountDoors,
  },
  feed: {
    "GET /health": everybody,
    "GET /calendar/:file": everybody,
  },
}

export type App = keyof typeof doors
export const everyDoor = (Object.keys(doors) as App[]).flatMap((app) =>
  Object.entries(doors[app]).map(([door, { for: whom, ...rest }]) => ({ app, door, whom, ...rest })),
)
export type EveryDoor = (typeof everyDoor)[number]

/** Those in which the evaluation of sites is done, and what is found across them. */
export const ofTheEvaluation: readonly string[] = ["evaluation", "stories", "tally", "findings"]

export const ofThePanel: readonly string[] = ["department", "decisions"]

const isOfFunding = (door: string) => / (?:\/api)?\/funding(?:\/|$)/.test(door)

/** Those of the money of every site. */
export const fundingDoorsAll = everyDoor.filter(({ door }) => isOfFunding(door))

/** What of a site is measured stands with its pilot plan. */
const isOfEvaluation = ({ app, door }: { app: string; door: string }) =>
  ofTheEvaluation.includes(app) || door.includes("/organisations/:organisation/evaluation/")

/** Those of coaching, which the programme's people enter too. */
export const coachingDoorsAll = everyDoor.filter(
  ({ app, door }) =>
    ["coaching", "pilot", "support", "learning"].includes(app) &&
    !isOfEvaluation({ app, door }) &&
    !door.endsWith("/health"),
)

/** Those of the evaluation, which the programme's people enter too. */
export const evaluationDoorsAll = everyDoor.filter(
  (one) => isOfEvaluation(one) && !one.door.endsWith("/health"),
)

/** Those that lie inside one organisation. */
export const innerDoors = everyDoor.filter(
  ({ app, door }) =>
    app !== "coaching" &&
    app !== "pilot" &&
    !ofTheEvaluation.includes(app) &&
    app !== "programme" &&
    app !== "planning" &&
    !ofThePanel.includes(app) &&
    !isOfFunding(door) &&
    door.includes("/:organisation"),
)

/** Those of the programme itself. */
export const programmeDoors = everyDoor.filter(
  ({ app, door }) => (app === "programme" || app === "planning") && !door.endsWith("/health"),
)

/** Those of the selection panel. */
export const departmentDoorsAll = everyDoor.filter(
  ({ app, door, whom }) => ofThePanel.includes(app) && whom !== "everybody" && !door.endsWith("/health"),
)

/** Those of the people of the programme itself. */
export const teamDoors = everyDoor.filter(({ door }) => door.includes(team))

/** Those that change something, or try to. */
export const unsafeDoors = everyDoor.filter(({ door }) => door.startsWith("POST "))

/** The routes that an app really answers: middleware stands under every method and is none. */
export const routesOf = ({ apps }: Pick<Service, "apps">, app: App) => [
  ...new Set(
    apps[app].routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`),
  ),
]

export const isApi = ({ door }: Pick<EveryDoor, "door">) => door.includes(" /api/")
export const methodOf = ({ door }: Pick<EveryDoor, "door">) => door.split(" ")[0] ?? ""

/** The address of a door with these things in it. */
export const addressIn = ({ door }: Pick<EveryDoor, "door">, values: Record<string, string>) =>
  (door.split(" ")[1] ?? "").replace(/:(\w+)/g, (_, name: string) => values[name] ?? name)

/** What somebody sends who does everything right: a body of the right type, a key where one is asked for. */
export const sendable = (door: EveryDoor, revision = 1, key = newKey()): RequestInit => {
  if (!door.gives) return { method: methodOf(door) }
  const body = door.gives(revision)
  return isApi(door)
    ? {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json", ...(door.keyed && keyed(key)) },
      }
    : {
        method: "POST",
        body: new URLSearchParams({
          ...(body as Record<string, string>),
          ...(door.keyed && { key }),
        }).toString(),
        headers: { "content-type": "application/x-www-form-urlencoded" },
      }
}

/** An answer without what is new in each: the nonce of its scripts, and the number of the request. */
export const answerOf = async (answer: Response) => {
  const body = await answer.text()
  const headers = Object.fromEntries(answer.headers)
  delete headers["content-security-policy"]
  return {
    status: answer.status,
    headers,
    body: body.replaceAll(/nonce="[^"]*"/g, 'nonce=""').replaceAll(/"requestId":"[^"]*"/g, '"requestId":""'),
  }
}
