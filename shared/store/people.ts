import * as z from "zod"
import type { Actor } from "../domain/people/actor.ts"
import { type Grant, grant as grantSchema, isLive } from "../domain/people/grant.ts"
import type { PeopleLetter } from "../domain/people/letter.ts"
import { type Member, member } from "../domain/people/member.ts"
import { programmeItself } from "../domain/people/organisation.ts"
import { type AccessDraft, accessLogIn } from "./access-log.ts"
import { keys } from "./keys.ts"
import { done, type MoveKey } from "./moves.ts"
import type { Action, Table } from "./table.ts"

export const person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  jobTitle: z.string().optional(),
  /** Since when letters to the address come back. */
  bounced: z.iso.datetime().optional(),
})
export type Person = z.infer<typeof person>

/** `secret` is a hash; times are machine time, in milliseconds. `by` is how it was begun, where not by a link. */
const session = z.object({
  secret: z.string(),
  started: z.number(),
  seen: z.number(),
  expires: z.number(),
  by: z.literal("the department").optional(),
})
export type Session = z.infer<typeof session>

export type Known = { person: Person; grants: Grant[]; sessions: Session[] }

/** People, what they may do, and where they are signed in. Reached by the door and by sign-in. */
export const peopleIn = (table: Table) => {
  /** Everything the door needs of a person, in one query. */
  const known = async (id: string): Promise<Known | undefined> => {
    const { items } = await table.query({ pk: keys.person(id).pk, strong: true })
    const found = items.find(({ sk }) => sk === keys.person(id).sk)
    if (!found) return undefined
    return {
      person: person.parse(found),
      grants: items.filter(({ sk }) => sk.startsWith("GRANT#")).map((item) => grantSchema.parse(item)),
      sessions: items.filter(({ sk }) => sk.startsWith("SESSION#")).map((item) => session.parse(item)),
    }
  }

  const idOf = async (email: string): Promise<string | undefined> => {
    const item = await table.get(keys.mail(email.toLowerCase()), { strong: true })
    return item && String(item.person)
  }

  /** A person and their address, once: two at the same moment come to one. */
  const add = (one: Person): Action[] => [
    { put: { ...keys.person(one.id), ...one }, when: "new" },
    { put: { ...keys.mail(one.email.toLowerCase()), person: one.id }, when: "new" },
  ]

  /** A grant of the programme itself has a place among the programme's own people. */
  const granting = (one: Person, given: Grant): Action[] => [
    { put: { ...keys.grant(one.id, given.id), ...given } },
    {
      put: {
        ...keys.member(placeOf(given), one.id, given.id),
        person: one.id,
        grant: given.id,
        name: one.name,
        email: one.email,
        role: given.role,
        from: given.from,
        to: given.to,
        bounced: one.bounced,
      },
    },
  ]

  const membersOf = async (organisation: string): Promise<Member[]> => {
    const { items } = await table.query({ pk: keys.leader(organisation).pk, begins: "MEMBER#", strong: true })
    return items.map((item) => member.parse(item))
  }

  /** The next line of an organisation's chain of who was given or lost access. */
  const chained = async (organisation: string, draft: AccessDraft): Promise<Action[]> =>
    (await accessLogIn(table).next(organisation))(draft)

  return {
    known,
    chained,
    moved: async (organisation: string, person: string, key: string) => {
      const item = await table.get(keys.peopleMove(organisation, person, key), { strong: true })
      return item && done.parse(item)
    },
    keyed: (organisation: string, person: string, { key, fingerprint, expires }: MoveKey): Action => ({
      put: { ...keys.peopleMove(organisation, person, key), fingerprint, result: null, expires },
      when: "new",
    }),
    letter: (organisation: string, one: PeopleLetter): Action => ({
      put: { ...keys.peopleLetter(organisation, one.id), ...one },
      when: "new",
    }),
    idOf,
    add,
    granting,
    membersOf,
    /** Sets the moment a grant ends: where that is now, the next click with it finds nothing. */
    ending: (person: string, given: Pick<Grant, "id" | "organisation">, at: string): Action[] => [
      { set: { ...keys.grant(person, given.id), to: at }, when: "there" },
      { set: { ...keys.member(placeOf(given), person, given.id), to: at }, when: "there" },
    ],
    leaderOf: async (organisation: string): Promise<string | undefined> => {
      const item = await table.get(keys.leader(organisation), { strong: true })
      return item && String(item.person)
    },
    /** The first lead of an organisation, or the next after one whose access has ended; nobody else at the same moment. */
    takingLead: (organisation: string, person: string, before?: string): Action => ({
      put: { ...keys.leader(organisation), person },
      when: before === undefined ? "new" : { is: { person: before } },
    }),
    signIn: (id: string, one: Session): Action => ({ put: { ...keys.session(id, one.secret), ...one } }),
    signOut: (id: string, secret: string): Action => ({ remove: keys.session(id, secret) }),
    seen: (id: string, secret: string, at: number): Action => ({
      set: { ...keys.session(id, secret), seen: at },
      when: "there",
    }),
    write: (actions: Action[]) => table.write(actions),
  }
}

const placeOf = ({ organisation }: Pick<Grant, "organisation">) => organisation ?? programmeItself

export type People = ReturnType<typeof peopleIn>

/** The actor a person is now: only grants that count at this moment. */
export const actorFrom = ({ person: { id, name, email }, grants }: Known, at: Date): Actor => ({
  id,
  name,
  email,
  grants: grants.filter((one) => isLive(one, at)),
})
