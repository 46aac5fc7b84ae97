import { type Recipient, recipientsOf } from "../../shared/domain/notices/addressed.ts"
import { type Chase, dueChases, type ToldChases } from "../../shared/domain/notices/chases.ts"
import { type Role, roles } from "../../shared/domain/people/role.ts"
import { toldOfChase } from "../../shared/store/notices.ts"
import type { Action } from "../../shared/store/table.ts"
import type { PlainDate } from "../../shared/values/london.ts"
import type { Matter, People, Planned, Today } from "./matter.ts"

type Of = {
  organisation: string
  name: string
  phase?: string
  /** Under which record what was told is kept. */
  record: string
  check: Action
}

type About = Of & {
  chases: Chase[]
  told: ToldChases
  today: Today
  /** As it stands with this told; where it waits nothing more is, and it comes again tomorrow. */
  put: (told: ToldChases, day: PlainDate) => Action
  again: () => Promise<Matter | undefined>
}

/** What is no return, as the morning looks at it: an action, or the coaching of a site. */
export const chased = (one: About): Matter => {
  const { organisation, record, told, today, put, again } = one
  const due = dueChases(one.chases, told, today.day)
  return {
    order: `${organisation} ${record}`,
    plan: async (people) => ({ sends: await chasing(due, one, people, today), superseded: 0 }),
    advanced: (day, waits) =>
      put(waits ? told : { ...told, ...Object.fromEntries(due.map(({ mark }) => [mark, day])) }, day),
    again,
  }
}

/** Each that is due, to each person who is told of it. */
export const chasing = async (
  due: readonly Chase[],
  { organisation, name, phase, record, check }: Of,
  people: People,
  today: Today,
): Promise<Planned["sends"]> => {
  const sends: Planned["sends"] = []
  for (const chase of due)
    for (const to of await toldOf(chase, { organisation, phase, people, today }))
      sends.push({
        to,
        telling: {
          told: toldOfChase({ organisation, record }, chase, to),
          check,
          chase: {
            chase: chase.chase,
            organisation,
            organisationName: name,
            title: chase.title,
            says: chase.says(today.day),
            path: chase.path,
            role: to.role,
          },
        },
      })
  return sends
}

type Asked = { organisation: string; phase?: string; people: People; today: Today }

/** Who is told of it: whoever is named, where they are still there; else everybody of its roles, a coach where assigned. */
const toldOf = async (chase: Chase, { organisation, phase, people, today }: Asked): Promise<Recipient[]> => {
  const [site, programme] = await Promise.all([people.at(organisation), people.at("programme")])
  const all = recipientsOf([...site, ...programme], today.now)
  const named = all.filter(({ person }) => person === chase.person).slice(0, 1)
  if (named.length > 0) return named
  const coach = phase === undefined ? undefined : people.coachOf(organisation, phase)
  const isTold = ({ role, person }: Recipient) =>
    chase.tells.includes(role) && (role !== "coach" || person === coach)
  const found = all.filter(isTold)
  return found.length > 0 || !isAtSite(chase.tells) ? onceEach(found) : onceEach(all.filter(isCoordinator))
}

const isAtSite = (tells: readonly Role[]) => tells.some((role) => roles[role].at === "organisation")
const isCoordinator = ({ role }: Recipient) => role === "coordinator"
const onceEach = (all: Recipient[]) =>
  all.filter(({ person }, at) => all.findIndex((one) => one.person === person) === at)
