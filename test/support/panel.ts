import { programme } from "../../infra/local/demonstration/programme.ts"
import type { Reading } from "../../shared/domain/selection/reading.ts"
import type { SentSheet } from "../../shared/domain/selection/sheet.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import { panelIn } from "../../shared/store/panel.ts"
import type { Service } from "./service.ts"
import { sent } from "./submission.ts"

export const round = "nsw-2-2017"
export const department = `/department/rounds/${round}`

/** Monday 28 August 2017 is a bank holiday: the panel begins on the Tuesday. */
export const afterClose = "2017-08-29T09:00:00.000Z"

export const applicants = ["halton", "bradford", "shropshire"] as const
export type Applicant = (typeof applicants)[number]

const people = {
  chair: "chair@doh.example",
  reader: "reader@doh.example",
  second: "second-reader@doh.example",
  decider: "decision-maker@doh.example",
  adviser: "adviser@lived-experience.example",
  coordinator: "coordinator@innovation-unit.example",
}

/** Everybody of the panel, signed in. */
export const panelPeople = async (service: Service) => ({
  chair: await service.as(people.chair),
  reader: await service.as(people.reader),
  second: await service.as(people.second),
  decider: await service.as(people.decider),
  adviser: await service.as(people.adviser),
  coordinator: await service.as(people.coordinator),
})
export type PanelPeople = Awaited<ReturnType<typeof panelPeople>>

export const who = {
  chair: { person: "p-chair", name: "Chair of the selection panel (demonstration)" },
  reader: { person: "p-reader", name: "Reader (demonstration)" },
  second: { person: "p-second-reader", name: "Second reader (demonstration)" },
  decider: { person: "p-decision-maker", name: "Decision-maker (demonstration)" },
  adviser: { person: "p-adviser", name: "Panel member with lived experience (demonstration)" },
  coordinator: { person: "p-coordinator", name: "Programme coordinator (demonstration)" },
}

export const because =
  "The need is clear and the figures are dated. The plan says who covers the other work of each social worker, and what happens when the money ends, which few others do."

const said = (one: { person: string; name: string }) => ({ ...one, link: "none" as const, at: afterClose })

/** Nobody of the panel has a link with it. */
export const nobodyLinked = [who.chair, who.reader, who.second, who.decider, who.adviser].map(said)

/** Three applicants' expressions of interest, sent; it is the Tuesday after the close. */
export const threeSent = async (service: Service): Promise<Record<Applicant, string>> => {
  const references: Record<string, string> = {}
  for (const one of applicants) references[one] = (await sent(service, one)).one.reference
  service.at(afterClose)
  return references as Record<Applicant, string>
}

/**
 * The round opened for reading, as the panel's own move leaves it, with what is given besides of each reading: written
 * straight to the table, for tests of what comes later.
 */
export const openedRound = async (
  service: Service,
  given: Partial<Record<Applicant, Partial<Reading>>> = {},
): Promise<Record<Applicant, string>> => {
  const references = await threeSent(service)
  const store = panelIn(service.table, round)
  const stands = await expectedIn(service.table).inRound(round)
  await service.table.write([
    store.putHead({
      round,
      opening: { at: afterClose, by: who.chair, taken: applicants.length, done: true },
      revision: 0,
    }),
    ...applicants.map((organisation) => {
      const found = stands.find((one) => one.organisation === organisation)
      return store.put({
        round,
        reference: references[organisation],
        organisation,
        name: found?.name ?? organisation,
        kind: "council",
        region: organisation === "shropshire" ? "West Midlands" : "North West",
        version: 1,
        sentAt: found?.stands?.sentAt ?? afterClose,
        amount: 5_000_000,
        people: 20,
        groups: ["learning-disability"],
        found: [],
        readers: [],
        said: [],
        scorers: [],
        compared: false,
        views: [],
        flags: [],
        notes: 0,
        questions: { asked: 0, open: 0 },
        revision: 0,
        ...given[organisation],
      })
    }),
  ])
  return references
}

/** The answer "yes" to whether they can apply, as the chair gave it. */
export const canApply: Partial<Reading> = {
  apply: { answer: "yes", caveats: [], by: who.chair, at: afterClose },
}

/** Two readers who have sent these scores, one number a criterion, first the reader's, then the second reader's. */
export const scoredBy = (first: number[], second: number[]): Partial<Reading> => ({
  ...canApply,
  said: nobodyLinked,
  readers: [
    { ...who.reader, sent: { at: afterClose, version: 1, points: pointsOf(first) } },
    { ...who.second, sent: { at: afterClose, version: 1, points: pointsOf(second) } },
  ],
  scorers: [who.reader.person, who.second.person],
  compared: true,
})

export const pointsOf = (scores: number[]) =>
  Object.fromEntries(scores.map((score, at) => [`c${at + 1}`, score]))

/** The sheets behind such scores, as they were sent. */
export const sheetsOf = async (service: Service, reference: string, reading: Partial<Reading>) => {
  const store = panelIn(service.table, round)
  const sheets = (reading.readers ?? []).flatMap(({ person, name, sent }): SentSheet[] =>
    sent
      ? [
          {
            reference,
            person,
            name,
            version: sent.version,
            at: sent.at,
            scores: Object.fromEntries(
              Object.entries(sent.points).map(([id, score]) => [id, { score, because }]),
            ),
          },
        ]
      : [],
  )
  if (sheets.length > 0) await service.table.write(sheets.map(store.addSent))
}

export const programmeId = programme.id
