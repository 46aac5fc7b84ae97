import type { Addendum, Remark } from "../../../shared/domain/coaching/remark.ts"
import type { Line, Session, SessionText } from "../../../shared/domain/coaching/session.ts"
import { learnedIn } from "../../../shared/domain/coaching/session-answering.ts"
import type { Source } from "../../../shared/domain/coaching/source.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { type C, viewHere, wholeHere } from "../../../shared/web/coaching/here.ts"
import { linesIn, seesDrafts, sessionHere, storeHere } from "./here.ts"

/** A session with everything that was shared of it: as many requests, however many sessions there are. */
export type Whole = {
  session: Session
  text?: SessionText
  remarks: Remark[]
  addenda: Addendum[]
  /** Only for whoever may read what is not shared yet: what is written, and what it was taken over from. */
  draft?: SessionText
  source?: Source
  /** What lay under a version that something was said about. */
  texts: (version: number) => readonly Line[]
}

export const wholeSession = async (c: C): Promise<Whole> => {
  wholeHere(c)
  const session = await sessionHere(c)
  const { id, version } = session
  const store = storeHere(c)
  const isTheirs = seesDrafts(c)
  const [text, remarks, addenda, draft, source] = await Promise.all([
    version > 0 ? store.text(id, version) : undefined,
    version > 0 ? store.remarks(id) : [],
    version > 0 ? store.addenda(id) : [],
    isTheirs ? store.draft(id) : undefined,
    isTheirs && session.imported ? store.source(id) : undefined,
  ])
  const earlier = [...new Set(remarks.map((one) => one.version))].filter((one) => one !== version)
  const before = await Promise.all(earlier.map((one) => store.text(id, one)))
  const lines = new Map([text, ...before].flatMap((one) => (one ? [[one.id, linesIn(one)] as const] : [])))
  const texts = (of: number) => lines.get(`${id}#${of}`) ?? []
  return { session, text, remarks, addenda, texts, ...(draft && { draft }), ...(source && { source }) }
}

/** What the department reads of a session: learning only once the site agreed to it. */
export type Summary = { session: Session; learning: string[] }

export const summarySession = async (c: C): Promise<Summary> => {
  viewHere(c)
  const session = await sessionHere(c)
  const text = isAgreed(session) ? await storeHere(c).text(session.id, session.version) : undefined
  return { session, learning: learningOf(session, text) }
}

/** Agreed by the site, or closed where there was nothing to agree to. */
const isAgreed = ({ answered, closed, answerBy }: Session) =>
  (answered !== undefined && answered.as !== "disputed") || (closed !== undefined && answerBy === undefined)

export const learningOf = (session: Session, text: SessionText | undefined): string[] =>
  text && isAgreed(session) ? learnedIn(text).flatMap(({ idea }) => (idea ? [idea] : [])) : []

/** A version as it was shared, with what was said about that one. */
export const versionHere = async (c: C) => {
  wholeHere(c)
  const session = await sessionHere(c)
  const given = c.req.param("version") ?? ""
  const store = storeHere(c)
  const text = /^[1-9]\d{0,3}$/.test(given) ? await store.text(session.id, Number(given)) : undefined
  if (!text) throw new Refused("not found")
  const remarks = (await store.remarks(session.id)).filter(({ version }) => version === Number(given))
  return { session, version: Number(given), text, remarks }
}
