import { type FundingLetter, letterTo } from "../letters/written.ts"
import type { Member } from "../people/member.ts"
import type { Evidence } from "./evidence.ts"

/** Where the files of a return are. */
export const evidencePath = (organisation: string, round: string) =>
  `/organisations/${organisation}/evidence/${round}`

/** To whoever added it, that a file had a virus in it: they may have it elsewhere. */
export const virusLetter = (
  one: Evidence,
  { members, at }: { members: readonly Member[]; at: Date },
): FundingLetter[] =>
  letterTo(
    {
      id: `virus-${one.id}`,
      organisation: one.organisation,
      phase: one.phase,
      subject: "A file you added contains a virus",
      lines: [
        `The file “${one.name}”, which you added to a return, contains a virus. It was deleted, and nobody could open it.`,
        "Tell your IT team today: the file on your own machine may do harm. When they have helped you, add a clean copy.",
      ],
      path: evidencePath(one.organisation, one.round),
    },
    { members: members.filter(({ person }) => person === one.by.person), roles: ["lead", "contributor"], at },
  )
