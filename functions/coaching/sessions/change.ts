import type { Session } from "../../../shared/domain/coaching/session.ts"
import { sessionTitle } from "../../../shared/domain/coaching/session.ts"
import { headWith } from "../../../shared/domain/coaching/session-head.ts"
import type { SessionWords } from "../../../shared/domain/coaching/session-letters.ts"
import { type SessionMove, sessionMoves } from "../../../shared/domain/coaching/session-life.ts"
import { type CoachingLetter, coachingLetterTo } from "../../../shared/domain/letters/written.ts"
import { programmeItself } from "../../../shared/domain/people/organisation.ts"
import type { Role } from "../../../shared/domain/people/role.ts"
import type { Decided } from "../../../shared/store/coaching.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { putSession } from "../../../shared/store/sessions.ts"
import type { Action } from "../../../shared/store/table.ts"
import { sessionAt } from "../../../shared/web/coaching/addresses.ts"
import { type C, changeHere, coachedHere, placeHere, siteHere } from "../../../shared/web/coaching/here.ts"
import { sessionHere, todayHere } from "./here.ts"

/** What a move on a session gives: where it stands then. */
export type Moved = { session: string; state: Session["state"]; version: number }

type Head = Parameters<Parameters<typeof changeHere>[2]>[0]

export type Change = {
  after: Session
  /** Sessions that begin with it. */
  also?: Session[]
  actions?: Action[]
  letters?: CoachingLetter[]
  note?: string
}

const decided = (c: C, head: Head, move: SessionMove, change: Change, before?: Session): Decided<Moved> => {
  const { after, also = [], actions = [], letters, note } = change
  return {
    move: before || move !== "replan" ? sessionMoves[move].line : "plan session",
    about: { kind: "session", id: after.id, title: sessionTitle(after) },
    ...(note !== undefined && { note }),
    head: headWith(head, [after, ...also], todayHere(c)),
    actions: [putSession(after, before), ...also.map((one) => putSession(one)), ...actions],
    letters,
    result: { session: after.id, state: after.state, version: after.version },
  }
}

/** A move on the session of the address. `decide` is asked again after a clash, and loads what it needs itself. */
export const moveSession = (
  c: C,
  move: SessionMove,
  key: MoveKey | undefined,
  decide: (before: Session, head: Head) => Promise<Change>,
): Promise<Moved> =>
  changeHere<Moved>(c, { right: sessionMoves[move].right, key }, async (head) => {
    const before = await sessionHere(c)
    return decided(c, head, move, await decide(before, head), before)
  })

/** A session that begins: planned, or written up without ever having been planned. */
export const beginSession = (
  c: C,
  move: "replan" | "write",
  key: MoveKey,
  decide: () => Promise<Change>,
): Promise<Moved> =>
  changeHere<Moved>(c, { right: sessionMoves[move].right, key }, async (head) =>
    decided(c, head, move, await decide()),
  )

const readers: Role[] = ["lead", "contributor"]

/** Writes to the site or to its coaches, but not to whoever does it. Who they are is read once, before anything moves. */
export const writingHere = async (c: C) => {
  const { actor, world } = c.var
  const { organisation, phase, name } = placeHere(c)
  const people = peopleIn(world.table)
  const [site, programme] = await Promise.all([
    people.membersOf(siteHere(c)),
    people.membersOf(programmeItself),
  ])
  const { coaches } = coachedHere(c)
  const written =
    (members: typeof site, roles: readonly Role[], to: string) =>
    ({ id, revision }: Pick<Session, "id" | "revision">, { subject, lines }: SessionWords) =>
      coachingLetterTo(
        {
          id: `${phase}#${id}#${revision + 1}#${to}`,
          organisation,
          phase,
          subject,
          lines,
          path: sessionAt(organisation, phase, id),
        },
        { members: members.filter(({ person }) => person !== actor.id), roles, at: world.now() },
      )
  return {
    name,
    toSite: written(site, readers, "site"),
    toCoach: written(
      programme.filter(({ person }) => coaches.includes(person)),
      ["coach"],
      "coach",
    ),
  }
}
