import { type Story, storyName } from "../../shared/domain/evaluation/stories/story.ts"
import { type EvaluationLetter, evaluationLetterTo } from "../../shared/domain/letters/written.ts"
import { isLive } from "../../shared/domain/people/grant.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import { programmeItself } from "../../shared/domain/people/organisation.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { findingsAt, storyAt } from "../../shared/web/evaluation/addresses.ts"
import type { C } from "../../shared/web/evaluation/here.ts"

export type Told = "sent" | "shared" | "kept" | "withdrawn"

/** To whom it goes: officers who may check it, whoever wrote it with the lead, or both sides of a withdrawal. */
const concerns: Record<Told, (one: Story, member: Member) => boolean> = {
  sent: ({ writers }, { person, role }) =>
    role === "governance" && writers.every((each) => each.person !== person),
  shared: (one, member) => isTheirs(one, member),
  kept: (one, member) => isTheirs(one, member),
  withdrawn: (one, member) => (member.role === "governance" && wasWithOfficer(one)) || isTheirs(one, member),
}

const isTheirs = ({ writers }: Story, { person, role }: Member) =>
  role === "lead" || writers.some((each) => each.person === person)

const wasWithOfficer = ({ version, sent }: Story) => version > 1 || sent !== undefined

const words: Record<Told, (one: Story) => { subject: string; lines: string[] }> = {
  sent: (one) => ({
    subject: "A story waits for your check",
    lines: [
      `${storyName(one)} of ${one.name} is with you.`,
      "Nobody else can read it until you answer. Nothing of it stands in this letter.",
    ],
  }),
  shared: (one) => ({
    subject: "A story was checked",
    lines: [`${storyName(one)} of ${one.name} was checked. Those whom its person agreed to can read it now.`],
  }),
  kept: (one) => ({
    subject: "A story is not to be read by others",
    lines: [
      `${storyName(one)} of ${one.name} was checked. It is not to be read by others; its page says why.`,
    ],
  }),
  withdrawn: (one) => ({
    subject: "A story was withdrawn",
    lines: [
      `${storyName(one)} of ${one.name} was withdrawn. Its words are gone from every page here.`,
      "If you printed or saved it, destroy your copy.",
    ],
  }),
}

/** Tells those concerned, and not whoever did it. No letter holds a word of a story. */
export const storyLetters = async (c: C, told: Told, one: Story): Promise<EvaluationLetter[]> => {
  const { actor, world } = c.var
  const people = peopleIn(world.table)
  const at = world.now()
  const members = (await people.membersOf(one.organisation)).filter(
    (member) => isLive(member, at) && member.person !== actor.id && concerns[told](one, member),
  )
  const roles = [...new Set(members.map(({ role }) => role))]
  const about = {
    organisation: one.organisation,
    phase: one.phase,
    id: `${one.phase}#story-${one.id}-${one.version}-${told}-${one.revision}`,
  }
  const path = storyAt(one.organisation, one.phase, one.id)
  const held = told === "withdrawn" && one.reports.length > 0
  return [
    ...evaluationLetterTo({ ...about, path, ...words[told](one) }, { members, roles, at }),
    ...(held
      ? evaluationLetterTo(
          {
            ...about,
            id: `${about.id}-reports`,
            path: `${findingsAt}/${one.phase}/reports`,
            subject: "A story in a report was withdrawn",
            lines: [
              `A story of ${one.name} was withdrawn. It is gone from the reports that held it, and they say so.`,
              "If you gave out a printed copy, tell whoever has it.",
            ],
          },
          { members: await people.membersOf(programmeItself), roles: ["evaluator", "coordinator"], at },
        )
      : []),
  ]
}
