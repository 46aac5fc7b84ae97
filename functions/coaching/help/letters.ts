import { coachesOf } from "../../../shared/domain/coaching/assigned.ts"
import { clockOf, type Help, helpTitle } from "../../../shared/domain/coaching/help.ts"
import { replyBy } from "../../../shared/domain/coaching/help-clock.ts"
import { type CoachingLetter, coachingLetterTo } from "../../../shared/domain/letters/written.ts"
import { coachingPolicy } from "../../../shared/domain/people/coaching-policy.ts"
import { programmeItself } from "../../../shared/domain/people/organisation.ts"
import type { Role } from "../../../shared/domain/people/role.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { dayMomentWords } from "../../../shared/values/london.ts"
import { helpOneAt } from "../../../shared/web/coaching/addresses.ts"
import type { C } from "../../../shared/web/coaching/here.ts"
import type { HelpStepName } from "./steps.ts"

const department = Object.keys(coachingPolicy["answer help"]) as Role[]

type Written = { subject: string; lines: string[] }

/** Tells those concerned: the department of what it is asked, the site and its coach of what it says. */
export const helpLetters = async (c: C, one: Help, move: HelpStepName | "ask"): Promise<CoachingLetter[]> => {
  const { actor, world } = c.var
  const people = peopleIn(world.table)
  const toDepartment = move === "ask" || move === "say-more" || move === "withdraw"
  const [site, programme] = await Promise.all([
    toDepartment ? [] : people.membersOf(one.organisation),
    people.membersOf(programmeItself),
  ])
  const coaches = coachesOf(c.var.phases, one.organisation, one.phase)
  const concerned = programme.filter(({ person, role }) =>
    toDepartment
      ? department.includes(role)
      : (role === "coach" && coaches.includes(person)) || person === one.asked.by.person,
  )
  const members = [...site.filter(({ role }) => role === "lead"), ...concerned]
  return coachingLetterTo(
    {
      id: `${one.phase}#help-${one.id}-${move}-${one.backs.length}`,
      organisation: one.organisation,
      phase: one.phase,
      path: helpOneAt(one.organisation, one.phase, one.number),
      ...written[move](one, world.now()),
    },
    {
      members: members.filter(({ person }) => person !== actor.id),
      roles: [...new Set(members.map(({ role }) => role))],
      at: world.now(),
    },
  )
}

const until = (one: Help, at: Date) => dayMomentWords(replyBy(clockOf(one), at))

/** What is asked and answered stays behind the sign-in: a letter says that it is there, and by when. */
const written: Record<HelpStepName | "ask", (one: Help, at: Date) => Written> = {
  ask: (one, at) => ({
    subject: `${one.name} asks the Department for help`,
    lines: [
      `${one.name} asks the Department for help. ${helpTitle(one)}.`,
      `The site was told that it hears by ${until(one, at)}.`,
    ],
  }),
  "say-more": (one, at) => ({
    subject: `${one.name} has said more`,
    lines: [
      `${one.name} has said what the Department asked. ${helpTitle(one)}.`,
      `The clock goes on: it is to be answered by ${until(one, at)}.`,
    ],
  }),
  withdraw: (one) => ({
    subject: `${one.name} no longer needs help with this`,
    lines: [`${one.asked.by.name} took it back. ${helpTitle(one)}.`, "Nothing is to be done about it."],
  }),
  answer: (one) => ({
    subject: "The Department has answered",
    lines: [`The Department has answered what was asked for ${one.name}. ${helpTitle(one)}.`],
  }),
  "ask-back": (one) => ({
    subject: "The Department asks something back",
    lines: [
      `The Department asks something back about ${one.name}. ${helpTitle(one)}.`,
      "Its clock stands still until you have said more.",
    ],
  }),
}
