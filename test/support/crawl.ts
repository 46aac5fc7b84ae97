import type { Table } from "../../shared/store/table.ts"
import { canonical, type Json } from "../../shared/values/canonical.ts"
import { addressIn, answerOf, everyDoor, methodOf, ofThePanel, sendable } from "./doors.ts"
import { department, round, who } from "./panel.ts"
import { type Client, origin, type Service } from "./service.ts"
import { newKey } from "./submission.ts"

/** While it is on nothing that is written is kept: the same can be asked in every state. */
export const dry = { on: false }
export const dryWhileOn = (table: Table): Table => ({
  ...table,
  metered: (meter) => dryWhileOn(table.metered(meter)),
  write: (actions) => (dry.on ? Promise.resolve({ written: true }) : table.write(actions)),
})

const states = ["scoring", "scored", "to moderate", "to decide", "decided", "told", "to assign", "to check"]
const choices = ["?sort=sent", "?mine=yes", "?flagged=yes", "?q=a", "?region=North+West"].concat(
  states.map((state) => `?${new URLSearchParams({ state })}`),
)

const valuesFor = (reference: string) => ({
  round,
  reference,
  criterion: "c1",
  flag: "flag-0",
  organisation: "halton",
  number: "1",
  phase: "NSW2",
  id: "NSW2",
  person: who.second.person,
})

/** Every address that can be looked at, about each of some expressions of interest. */
export const addresses = (references: string[], apps: string[] = everyDoor.map(({ app }) => app)) => {
  const pairs = (path: string) =>
    references.map((one) => `${path}?reference=${one}&person=${who.second.person}`)
  const own = [
    ...pairs(`${department}/assign/take-off`),
    ...pairs(`/api${department}/assign/take-off`),
    ...pairs(`${department}/linked/lift`),
    ...["", "/api"].flatMap((api) => [
      `${api}${department}/assign/proposal?reader=${who.second.person}&reader=${who.reader.person}`,
      ...choices.map((choice) => `${api}${department}${choice}`),
    ]),
    ...choices.map((choice) => `${department}/list.csv${choice}`),
  ]
  const doors = everyDoor
    .filter((door) => apps.includes(door.app) && methodOf(door) === "GET")
    .filter(({ door }) => !/sign-|health|can-you-apply/.test(door))
    .flatMap((door) =>
      (door.door.includes(":reference") ? references : ["none"]).map((one) =>
        addressIn(door, valuesFor(one)),
      ),
    )
  return [...new Set([...doors, ...own])]
}

/** The table gives members of what it keeps back in any order. */
const inOrder = ({ body, ...answer }: Awaited<ReturnType<typeof answerOf>>) => ({
  ...answer,
  body: answer.headers["content-type"]?.includes("json") ? canonical(JSON.parse(body) as Json) : body,
})

export type Fetched = Record<string, string>

/** An answer without what is new in each: its keys, the number of the request, the id of a flag. */
export const bare = async (answer: Response) =>
  JSON.stringify(inOrder(await answerOf(answer)))
    .replaceAll(/name=\\"key\\" value=\\"[\w-]{22}\\"/g, "KEY")
    .replaceAll(/"x-request-id":"[^"]*"/g, "REQUEST")
    .replaceAll(/\\"flag\\":\\"[\w-]{12}\\"/g, "FLAG")

export const fetched = async (client: Client, paths: string[]): Promise<Fetched> => {
  const found: Fetched = {}
  for (const path of paths) found[`GET ${path}`] = await bare(await client.get(path))
  return found
}

/** What each door of the panel answers to a whole and valid body, and each move of one reader, with nothing kept. */
export const knocked = async (service: Service, client: Client, references: string[]): Promise<Fetched> => {
  const found: Fetched = {}
  dry.on = true
  for (const door of everyDoor.filter(
    (one) => ofThePanel.includes(one.app) && methodOf(one) === "POST" && !one.door.includes("sign-in"),
  ))
    for (const one of door.door.includes(":reference") ? references : [references[0] ?? ""]) {
      const sent = sendable(door, 1, newKey())
      const headers = { origin, cookie: client.cookie ?? "", ...(sent.headers as Record<string, string>) }
      const answer = await service.request(addressIn(door, valuesFor(one)), { ...sent, headers })
      found[`${door.door} ${one}`] = await bare(answer)
    }
  const because = "They meant another council, and somebody else reads it."
  for (const reference of references)
    for (const person of [who.reader.person, who.second.person, "p-other-reader", who.chair.person])
      for (const [path, body] of [
        ["assign", { pairs: [{ reference, person }] }],
        ["assign/take-off", { reference, person, because }],
        ["linked/lift", { reference, person, because }],
      ] as const)
        found[`POST ${path} ${reference} ${person}`] = await bare(
          await client.api("POST", `${department}/${path}`, body, { "idempotency-key": newKey() }),
        )
  dry.on = false
  return found
}

/** Where two states differ for somebody, and how: the first characters of each difference. */
export const differences = (a: Fetched, b: Fetched) =>
  Object.keys(a).flatMap((path) => {
    const [one = "", two = ""] = [a[path], b[path]]
    const place = [...one].findIndex((letter, at) => letter !== two[at])
    const words = (text: string) => text.slice(Math.max(0, place - 20), place + 90)
    return one === two ? [] : [`${path}: ${words(one)} | ${words(two)}`]
  })
