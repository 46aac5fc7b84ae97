import { type Addendum, addendum, type Remark, remark } from "../domain/coaching/remark.ts"
import { type Session, type SessionText, session, sessionText } from "../domain/coaching/session.ts"
import { textId } from "../domain/coaching/session-sharing.ts"
import { type Source, source } from "../domain/coaching/source.ts"
import { type Place, putShared } from "./coaching.ts"
import { everyItem } from "./every.ts"
import { keys, type SharedRecord } from "./keys.ts"
import type { Action, Table } from "./table.ts"

/** As many sessions as one page of a list has. */
export const pageOfSessions = 25

/** The coaching sessions of one site in one phase, with what was written of them. */
export const sessionsIn = (table: Table, { organisation, phase }: Omit<Place, "name">) => {
  const at = (what: SharedRecord, id: string) => keys.shared(organisation, what, phase, id)
  const under = (what: SharedRecord, id = "") => {
    const { pk, sk } = at(what, id)
    return everyItem(table, { pk, begins: sk, strong: true })
  }

  return {
    one: async (id: string): Promise<Session | undefined> => {
      const item = await table.get(at("SESSION", id), { strong: true })
      return item && session.parse(item)
    },

    /** One page, the day that was planned last first: one query, whatever lies behind it. */
    page: async (before?: string): Promise<{ sessions: Session[]; earlier?: string }> => {
      const { pk, sk } = at("SESSION", "")
      const { items, next } = await table.query({
        pk,
        begins: sk,
        newestFirst: true,
        limit: pageOfSessions,
        strong: true,
        after: before === undefined ? undefined : at("SESSION", before),
      })
      const sessions = items.map((item) => session.parse(item))
      const last = sessions.at(-1)
      return { sessions, ...(next && last && { earlier: last.id }) }
    },

    all: async (): Promise<Session[]> => (await under("SESSION")).map((item) => session.parse(item)),
    texts: async (): Promise<SessionText[]> => (await under("TEXT")).map((item) => sessionText.parse(item)),

    /** What the site read as one version. */
    text: async (id: string, version: number): Promise<SessionText | undefined> => {
      const item = await table.get(at("TEXT", textId({ id }, version)), { strong: true })
      return item && sessionText.parse(item)
    },

    remarks: async (id: string): Promise<Remark[]> =>
      (await under("REMARK", `${id}#`)).map((item) => remark.parse(item)),

    addenda: async (id: string): Promise<Addendum[]> =>
      (await under("ADDENDUM", `${id}#`)).map((item) => addendum.parse(item)),

    /** What is written and not shared: of the coaches' alone. */
    draft: async (id: string): Promise<SessionText | undefined> => {
      const item = await table.get(keys.ofCoaches(organisation, "DRAFT", phase, id), { strong: true })
      return item && sessionText.parse(item)
    },

    /** What it was taken over from: of the coaches' alone. */
    source: async (id: string): Promise<Source | undefined> => {
      const item = await table.get(keys.ofCoaches(organisation, "SOURCE", phase, id), { strong: true })
      return item && source.parse(item)
    },
  }
}

export const putSession = (after: Session, before?: Session): Action =>
  putShared("SESSION", session.parse(after), before)

/** Put once: a version never changes. */
export const putText = (one: SessionText): Action => putShared("TEXT", sessionText.parse(one))
export const putRemark = (one: Remark): Action => putShared("REMARK", remark.parse(one))
export const putAddendum = (one: Addendum): Action => putShared("ADDENDUM", addendum.parse(one))

/** A draft that is there has a revision of 1 at least. */
export const putDraft = (after: SessionText, before: SessionText | undefined): Action => ({
  put: {
    ...keys.ofCoaches(after.organisation, "DRAFT", after.phase, after.id),
    ...sessionText.parse(after),
    revision: (before?.revision ?? 0) + 1,
  },
  when: before ? { is: { revision: before.revision } } : "new",
})

/** Put once, as the session is taken over. */
export const putSource = (one: Source): Action => ({
  put: { ...keys.ofCoaches(one.organisation, "SOURCE", one.phase, one.id), ...source.parse(one) },
  when: "new",
})

type Of = Pick<SessionText, "organisation" | "phase" | "id">

/** Taken away as it was read; or, with no revision, whether it is there or not. */
export const removeDraft = ({ organisation, phase, id }: Of, revision?: number): Action => ({
  remove: keys.ofCoaches(organisation, "DRAFT", phase, id),
  ...(revision !== undefined && { when: { is: { revision } } }),
})

/** Ids that order by when they were made: the session's revision turns with each move. */
export const ofSession = ({ id, revision }: Pick<Session, "id" | "revision">) =>
  `${id}#${String(revision + 1).padStart(6, "0")}`
