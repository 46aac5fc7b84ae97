import { setTimeout as pause } from "node:timers/promises"
import { hashOfRow, type Taken } from "../../shared/domain/coaching/import/taken.ts"
import { sessionTitle } from "../../shared/domain/coaching/session.ts"
import { headWith } from "../../shared/domain/coaching/session-head.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { coachingIn } from "../../shared/store/coaching.ts"
import { putDraft, putSession, putSource } from "../../shared/store/sessions.ts"
import type { Table } from "../../shared/store/table.ts"
import { takenOverFrom } from "../../shared/store/taken-over.ts"
import { londonDate } from "../../shared/values/london.ts"
import { draftOf, type Report, sessionOf, sourceOf } from "./report.ts"

/** As many sessions of one site as may wait to be shared: where coaching stands is read with every page. */
export const mostWaiting = 200

export type Became =
  | { became: "taken over" }
  | { became: "already there"; taken: Taken }
  | { refused: string }

/** One report, as a draft of its coach: the session, its text, the row that it came from, where coaching stands and the line of the timeline, in one write. */
export const takeOver = async (table: Table, programme: string, report: Report): Promise<Became> => {
  const { source, row, head, by, at, name } = report
  const rows = takenOverFrom(table, programme, source)
  const session = sessionOf(report)
  const { id, organisation, phase } = session
  const marker: Taken = {
    source,
    row: head.id,
    organisation,
    phase,
    session: id,
    hash: hashOfRow(row),
    at: at.toISOString(),
  }
  const taking = async (): Promise<Became> =>
    coachingIn(table).change({ organisation, phase, name }, { by, at }, async (before) => {
      if (await rows.one(head.id)) throw new Refused("not possible now")
      if (before.waits.length >= mostWaiting) throw new Refused("too large")
      return {
        move: "import session",
        about: { kind: "session", id, title: sessionTitle(session) },
        head: headWith(before, [session], londonDate(at)),
        actions: [
          putSession(session),
          putDraft(draftOf(report), undefined),
          putSource(sourceOf(report)),
          rows.put(marker),
        ],
        result: { became: "taken over" },
      }
    })
  return patiently(taking, async () => {
    const taken = await rows.one(head.id)
    return taken && { became: "already there", taken }
  })
}

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
