import { afterAll, beforeAll, expect, test } from "vitest"
import type { Reach } from "../../infra/constructs/reach.ts"
import { reaches } from "../../infra/constructs/web-functions.ts"
import { functionFor } from "../../infra/local/route.ts"
import { all, calls, type Does, type Kept, type Move } from "../../infra/local/story/acts.ts"
import { closesHalton, halton } from "../../infra/local/story/halton.ts"
import { awardOf, finance, takesUp } from "../../infra/local/story/money-acts.ts"
import { december, lead, move, pence, sponsor, statement } from "../../infra/local/story/returns.ts"
import { decider } from "../../infra/local/story/selection-acts.ts"
import type { Player } from "../../infra/local/story/stage.ts"
import { addressIn, everyDoor } from "../support/doors.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { covers, noting, unusedOf } from "../support/reaching.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"

const { asked, now, noted } = noting()

let service: Service
const kept: Kept = new Map()

beforeAll(async () => {
  service = await startService({ around: noted })
  await publishPhaseTwo(service, "2017-09-20")
})
afterAll(() => service.stop())

const calling = async (one: Client, method: string, path: string, body?: unknown) => {
  now.by = functionFor(path.split("?")[0] ?? "")
  const answer = await one.api(method, path, body, method === "POST" ? keyed() : {})
  const given = await answer.json()
  now.by = "a test"
  return { status: answer.status, body: given as Record<string, unknown> }
}

/** Somebody who does what people of the story do, through this service. */
const playerFor = async (email: string): Promise<Player> => {
  const one = await service.as(email)
  return {
    get: (path) => calling(one, "GET", path),
    does: async (path, body = {}) => {
      const { status, body: given } = await calling(one, "POST", path, body)
      if (status < 300) return given
      throw new Error(`${email} ${path}: ${status} ${JSON.stringify(given)}`)
    },
    fills: async (path) => {
      throw new Error(`Nothing of the money is sent by a link: ${path}`)
    },
    letter: (words) => {
      throw new Error(`Nothing of the money is done by a letter: ${words}`)
    },
  }
}

const plays = async (moves: Move[]) => {
  for (const { at, who, does, keeps } of moves.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    service.at(at.toISOString())
    const given = await does(await playerFor(who), kept)
    if (keeps && given) kept.set(keeps, given)
  }
}

const sampled: Does = async (player) => {
  await player.does("/funding/phases/NSW2/sample", { rate: 10, seed: "a test" })
  const { samples } = (await player.get("/funding/phases/NSW2/sample")).body as {
    samples: { chosen: { organisation: "halton"; round: string }[] }[]
  }
  for (const { organisation, round } of samples.flatMap(({ chosen }) => chosen))
    await player.does(`${awardOf(organisation)}/checks/${round}`, { result: "right", because: "It agrees." })
  return undefined
}

/** What goes otherwise than at Halton: an offer made anew, declined; an award changed, a site that is stopped or leaves. */
const otherwise: Move[] = [
  ...(["sheffield", "shropshire", "bradford"] as const).map((site) =>
    move(
      "2017-09-21",
      "12:00",
      finance,
      calls(`${awardOf(site)}/offer`, {
        form: "light",
        because: "As it was decided.",
        amount: pence(20_000),
        answerBy: "2017-10-06",
      }),
    ),
  ),
  move(
    "2017-09-22",
    "12:00",
    sponsor("bradford"),
    calls("/organisations/bradford/money/NSW2/offer/decline", { because: "We cannot begin in October." }),
  ),
  ...takesUp("sheffield", ["2017-09-25", "2017-09-28", "2017-10-05"]),
  ...takesUp("shropshire", ["2017-09-25", "2017-09-28", "2017-10-05"]),
  move(
    "2017-11-02",
    "12:00",
    decider,
    calls(`${awardOf("sheffield")}/vary`, { because: "One post more.", amount: pence(24_000) }),
  ),
  move(
    "2017-11-03",
    "12:00",
    lead("sheffield"),
    calls("/organisations/sheffield/money/NSW2/leave", {
      on: "2018-02-28",
      because: "The team is needed elsewhere.",
      told: "By their own worker, in December.",
      heavy: 3,
    }),
  ),
  move(
    "2018-01-31",
    "15:00",
    decider,
    all(
      calls(`${awardOf("shropshire")}/mid-phase`, { decision: "stop", because: "Nobody is in post." }),
      calls(`${awardOf("shropshire")}/leave`, { on: "2018-02-28", because: "Nobody is in post." }),
    ),
  ),
]

/** Used at the door, and in bringing a phase to what it asks: each has a test of its own. */
const elsewhere = ["PERSON#*", "DeleteItem of SITE#*", "DeleteItem of DESK#*"]

const within = (reach: Reach[], name: string) => {
  const reached = asked.filter((each) => each.by === name)
  const beyond = reached.filter((each) => !reach.some((one) => covers(one, each)))
  const unused = unusedOf(reach, reached).filter((one) => !elsewhere.some((each) => one.endsWith(each)))
  return {
    beyond: [...new Set(beyond.map((each) => `${each.action} of ${each.partition} ${each.index ?? ""}`))],
    unused,
  }
}

test("whoever pays and whoever is paid reach what they ask for, and are let nothing besides", async () => {
  await plays([...halton, ...otherwise, move("2018-06-12", "10:00", finance, sampled), ...closesHalton])
  const values = {
    organisation: "halton",
    phase: "NSW2",
    number: "1",
    version: "1",
    round: december,
    task: "people",
    file: "none",
    reference: String(kept.get(`halton: ${statement}`)?.reference),
  }
  for (const email of [finance, "site-lead@halton.example"]) {
    const one = await service.as(email)
    for (const { app, door } of everyDoor)
      if (["funding", "paying", "money"].includes(app) && door.startsWith("GET ")) {
        const path = addressIn({ door }, values)
        now.by = functionFor(path)
        await (await one.get(path)).text()
        now.by = "a test"
      }
  }
  for (const name of ["funding", "paying", "money"] as const)
    expect({ [name]: within(reaches[name], name) }).toEqual({ [name]: { beyond: [], unused: [] } })
}, 60_000)
