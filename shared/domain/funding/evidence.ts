import * as z from "zod"
import { Refused } from "../refused.ts"

/** How far a file has come, in the words of its page. Nobody can open one before it was found to be clean. */
export const evidenceStates = {
  waiting: "Not uploaded yet",
  checking: "We are checking your file",
  clean: "Checked",
  infected: "The file contains a virus, and was deleted",
  unreadable: "The file could not be checked, and was deleted",
  removed: "Taken away",
} as const
export type EvidenceState = keyof typeof evidenceStates

/** What a file may be: what a browser says of it, and how its name ends. */
export const evidenceTypes = {
  pdf: { words: "PDF", media: "application/pdf" },
  csv: { words: "CSV", media: "text/csv" },
  xlsx: {
    words: "Excel workbook (XLSX)",
    media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
} as const
export type EvidenceType = keyof typeof evidenceTypes
export const evidenceTypeNames = Object.keys(evidenceTypes) as [EvidenceType, ...EvidenceType[]]

/** 10 MB, as people are told. */
export const largestFile = 10 * 1024 * 1024

/** Of one return. A file that was deleted or taken away counts no more. */
export const mostFiles = 10

const who = z.object({ person: z.string(), name: z.string() })
type Who = z.infer<typeof who>

/** A file that shows what was spent: what is known of it, apart from the file itself. */
export const evidence = z.object({
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  /** The return it belongs to. */
  round: z.string(),
  /** What it is, in the words of whoever added it: how their own machine calls it is not kept. */
  name: z.string(),
  type: z.enum(evidenceTypeNames),
  bytes: z.int(),
  sha256: z.string(),
  state: z.enum(Object.keys(evidenceStates) as [EvidenceState, ...EvidenceState[]]),
  /** What to look at before it is sent: an author's name in it, for one. */
  warnings: z.array(z.string()).default([]),
  /** Why it could not be checked. */
  because: z.string().optional(),
  by: who,
  at: z.iso.datetime(),
  /** When it was found to be clean, or was deleted. */
  checkedAt: z.iso.datetime().optional(),
  removed: z.object({ by: who, at: z.iso.datetime() }).optional(),
  revision: z.int(),
})
export type Evidence = z.infer<typeof evidence>

/** What looking at a file came to. */
export type Found =
  | { is: "clean"; bytes: number; sha256: string; warnings: string[] }
  | { is: "infected" }
  | { is: "unreadable"; because: string }

/** What may become of a file in each state. What is not written here changes nothing. */
const mayBecome: Record<EvidenceState, readonly EvidenceState[]> = {
  waiting: ["checking", "clean", "infected", "unreadable", "removed"],
  checking: ["clean", "infected", "unreadable", "removed"],
  clean: ["removed"],
  infected: ["removed"],
  unreadable: ["removed"],
  removed: [],
}

const counted: readonly EvidenceState[] = ["waiting", "checking", "clean"]

/** Whether it takes one of the places of its return. */
export const counts = ({ state }: Pick<Evidence, "state">) => counted.includes(state)

type Adding = Pick<Evidence, "id" | "organisation" | "phase" | "round" | "name" | "type" | "by">

/** A place for one file more of a return, beside those that are there. */
export const added = (one: Adding, beside: readonly Evidence[], at: Date): Evidence => {
  const there = beside.filter((each) => each.round === one.round && counts(each))
  if (there.length >= mostFiles)
    throw new Refused("not possible now", {
      says: `This return has ${mostFiles} files already. Take one away before you add another.`,
    })
  return {
    ...one,
    bytes: 0,
    sha256: "",
    state: "waiting",
    warnings: [],
    at: at.toISOString(),
    revision: 1,
  }
}

/** It lies in the store, and nobody has looked at it. Nothing where that is known, or is past. */
export const arrived = (one: Evidence): Evidence | undefined =>
  mayBecome[one.state].includes("checking") ? next(one, { state: "checking" }) : undefined

/** What was found in it, by whichever word of it comes first. Nothing where something is known already, or it was taken away. */
export const lookedAt = (one: Evidence, found: Found, at: Date): Evidence | undefined => {
  if (!mayBecome[one.state].includes(found.is)) return undefined
  const { is: state, ...known } = found
  return next(one, { ...known, state, checkedAt: at.toISOString() })
}

/** Taken away by somebody; nothing where it was before. What was part of what was sent stays. */
export const takenAway = (
  one: Evidence,
  by: Who,
  at: Date,
  sentAt: string | undefined,
): Evidence | undefined => {
  if (wasSent(one, sentAt))
    throw new Refused("not possible now", {
      says: "This file was part of what was sent, and stays with it. Add another beside it.",
    })
  return mayBecome[one.state].includes("removed")
    ? next(one, { state: "removed", removed: { by, at: at.toISOString() } })
    : undefined
}

/** Whether it was part of what was sent last: only what had been checked by then is. */
export const wasSent = ({ state, checkedAt }: Evidence, sentAt: string | undefined) =>
  state === "clean" && sentAt !== undefined && checkedAt !== undefined && checkedAt <= sentAt

const next = (one: Evidence, change: Partial<Evidence>): Evidence => ({
  ...one,
  ...change,
  revision: one.revision + 1,
})
