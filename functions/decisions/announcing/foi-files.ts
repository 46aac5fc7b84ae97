import type { Round } from "../../../shared/domain/calendar/round.ts"
import type { Criterion } from "../../../shared/domain/selection/criterion.ts"
import type { Decision } from "../../../shared/domain/selection/decision.ts"
import { decisions as decisionWords } from "../../../shared/domain/selection/decision-word.ts"
import {
  type Masking,
  masking,
  memberLetters,
  namedIn,
  readerLetters,
} from "../../../shared/domain/selection/foi.ts"
import type { Moderation } from "../../../shared/domain/selection/moderation.ts"
import { faces, type PanelNote, type PanelView } from "../../../shared/domain/selection/notes.ts"
import type { Reading } from "../../../shared/domain/selection/reading.ts"
import type { SentSheet } from "../../../shared/domain/selection/sheet.ts"
import type { Sent } from "../../../shared/domain/submissions/sent.ts"
import { dateWords, stampWords } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import { csvOf } from "../../../shared/web/csv.ts"
import { expressionFile } from "./foi-expression.ts"
import { readmeOf } from "./foi-readme.ts"

export type Expression = { reading: Reading; sent: Sent }

type Given = {
  round: Pick<Round, "id" | "title">
  expressions: Expression[]
  criteria: Criterion[]
  /** Of the whole round: what belongs to no expression of interest of this part is left out. */
  sheets: SentSheet[]
  decisions: Decision[]
  notes: PanelNote[]
  views: PanelView[]
  moderations: Moderation[]
  team: { name: string; email: string }[]
  panel: { name: string }[]
  linked: Pick<Reading, "reference" | "name">[]
  today: Masking["today"]
  made: { at: Date; part: number; parts: number }
}

type Mask = (text: string) => string

/** The files of a part of the round, by name. Nobody is named in any of them. */
export const filesOf = (given: Given): Record<string, string> => {
  const { expressions, team, panel, linked, today } = given
  const mask = masking({
    people: [...team, ...panel, ...expressions.flatMap(({ sent }) => namedIn(sent))],
    linked: linked.flatMap(({ reference, name }) => [reference, name]),
    today,
  })
  return {
    "README.txt": readmeOf({ ...given, count: expressions.length }),
    ...Object.fromEntries(
      expressions.map((one) => [`expressions/${one.reading.reference}.html`, expressionFile(one.sent, mask)]),
    ),
    "scores.csv": scoresFile(given, mask),
    "moderation.csv": moderationFile(given, mask),
    "decisions.csv": decisionsFile(given, mask),
    "notes.csv": notesFile(given, mask),
    "views.csv": viewsFile(given, mask),
  }
}

/** What is about the expressions of interest of this part, each with whose it is. */
const about = <One extends { reference: string }>({ expressions }: Given, all: One[]) =>
  expressions.flatMap(({ reading }) =>
    all.filter(({ reference }) => reference === reading.reference).map((one) => ({ one, reading })),
  )

const at = (instant: string) => stampWords(new Date(instant))

const scoresFile = (given: Given, mask: Mask) => {
  const letters = readerLetters(given.sheets)
  return csvOf([
    ["Reference", "Applicant", "Criterion", "Weight", "Reader", "Sheet", "Sent", "Score", "Why"],
    ...about(given, given.sheets).flatMap(({ one, reading }) =>
      given.criteria.flatMap(({ id, criterion, weight }) => {
        const scored = one.scores[id]
        if (!scored) return []
        return [
          [
            one.reference,
            reading.name,
            criterion,
            String(weight),
            letters.get(one.person) ?? "",
            String(one.version),
            at(one.at),
            String(scored.score),
            mask(scored.because),
          ],
        ]
      }),
    ),
  ])
}

const moderationFile = (given: Given, mask: Mask) =>
  csvOf([
    ["Reference", "Applicant", "Criterion", "Score settled", "Why", "By", "When"],
    ...about(given, given.moderations).flatMap(({ one, reading }) => {
      const row = (criterion: string, score: string, because: string) => [
        one.reference,
        reading.name,
        criterion,
        score,
        mask(because),
        "Chair of the selection panel",
        at(one.at),
      ]
      return [
        ...given.criteria
          .filter(({ id }) => one.points[id] !== undefined)
          .map(({ id, criterion }) => row(criterion, String(one.points[id]), one.reasons[id] ?? "")),
        ...(one.because ? [row("The pass line", "", one.because)] : []),
      ]
    }),
  ])

const decisionsFile = (given: Given, mask: Mask) =>
  csvOf([
    [
      ...[
        "Reference",
        "Applicant",
        "Version",
        "Decision",
        "Amount",
        "Place in reserve",
        "Reason",
        "Conditions",
      ],
      ...["How views were used", "Why with a 0", "Why more than asked", "Why anew", "By", "When"],
    ],
    ...about(given, given.decisions).map(({ one, reading }) => [
      one.reference,
      reading.name,
      String(one.version),
      decisionWords[one.decision],
      one.amount === undefined ? "" : pounds(one.amount),
      one.place === undefined ? "" : String(one.place),
      mask(one.reason),
      one.conditions.map(({ text, due }) => `${mask(text)} By ${dateWords(due)}.`).join("\n"),
      mask(one.viewsUsed ?? ""),
      mask(one.zeroBecause ?? ""),
      mask(one.overBecause ?? ""),
      mask(one.anewBecause ?? ""),
      "Decision-maker",
      at(one.at),
    ]),
  ])

const notesFile = (given: Given, mask: Mask) => {
  const letters = readerLetters(given.sheets)
  return csvOf([
    ["Reference", "Applicant", "Note", "When", "By", "Words"],
    ...about(given, given.notes).map(({ one, reading }) => [
      one.reference,
      reading.name,
      String(one.number),
      at(one.at),
      letters.get(one.by.person) ?? "Selection panel",
      mask(one.text),
    ]),
  ])
}

const viewsFile = (given: Given, mask: Mask) => {
  const letters = memberLetters(given.views)
  return csvOf([
    ["Reference", "Applicant", "Member with lived experience", "When", "View", "Words"],
    ...about(given, given.views).map(({ one, reading }) => [
      one.reference,
      reading.name,
      letters.get(one.by.person) ?? "",
      at(one.at),
      faces[one.face],
      mask(one.words),
    ]),
  ])
}
