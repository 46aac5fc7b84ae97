import { setTimeout as pause } from "node:timers/promises"
import { hashOfRow, type Taken } from "../../shared/domain/coaching/import/taken.ts"
import { type SessionText, sessionTitle } from "../../shared/domain/coaching/session.ts"
import { sessionKinds } from "../../shared/domain/coaching/session-kinds.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { coachingIn, putShared } from "../../shared/store/coaching.ts"
import { keys } from "../../shared/store/keys.ts"
import type { Action, Table } from "../../shared/store/table.ts"
import { takenOverFrom } from "../../shared/store/taken-over.ts"
import { draftOf, type Report, sessionOf } from "./report.ts"

/** As many sessions of one site as may wait to be shared: where coaching stands is read with every page. */
export const mostWaiting = 200

export type Became =
  | { became: "taken over" }
  | { became: "already there"; taken: Taken }
  | { refused: string }

/** One report, as a draft of its coach: the session, its text, where coaching stands and the line of the timeline, in one write. */
export const takeOver = async (table: Table, programme: string, report: Report): Promise<Became> => {
  const { source, row, head, by, at, name } = report
  const rows = takenOverFrom(table, programme, source)
  const session = sessionOf(report)
  const { id, organisation, phase, on, time, kind } = session
  const title = sessionTitle(session)
  const marker: Taken = {
    source,
    row: head.id,
    organisation,
    phase,
    session: id,
    hash: hashOfRow(row),
    at: at.toISOString(),
  }
  const listed = { session: id, title, on, ...(time !== undefined && { time }) }
  const taking = async (): Promise<Became> =>
    coachingIn(table).change({ organisation, phase, name }, { by, at }, async ({ waits, last }) => {
      if (await rows.one(head.id)) throw new Refused("not possible now")
      if (waits.length >= mostWaiting) throw new Refused("too large")
      const waiting = {
        ...listed,
        state: "held" as const,
        since: at.toISOString(),
        agreement: sessionKinds[kind].agreement,
      }
      return {
        move: "import session",
        about: { kind: "session", id, title },
        head: {
          waits: [...waits, waiting].sort((a, b) => a.on.localeCompare(b.on)),
          last: last && last.on > on ? last : listed,
        },
        actions: [putShared("SESSION", session), putDraft(draftOf(report)), rows.put(marker)],
        result: { became: "taken over" },
      }
    })
  return patiently(taking, async () => {
    const taken = await rows.one(head.id)
    return taken && { became: "already there", taken }
  })
}

const putDraft = (one: SessionText): Action => ({
  put: { ...keys.ofCoaches(one.organisation, "DRAFT", one.phase, one.id), ...one },
  when: "new",
})

export const fullWords = `${mostWaiting} sessions of its site wait to be shared already: share some, then run this again`

/** Tries again while others write about the same site; what was taken over meanwhile by another run stands. */
const patiently = async (
  taking: () => Promise<Became>,
  there: () => Promise<Became | undefined>,
  tries = 8,
): Promise<Became> => {
  try {
    return await taking()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const before = await there()
    if (before) return before
    if (error.refusal === "too large") return { refused: fullWords }
    if (error.refusal !== "busy") throw error
    if (tries === 1)
      return { refused: "others were writing about its site at the same moment: run this again" }
    await pause(50 * (9 - tries))
    return patiently(taking, there, tries - 1)
  }
}
