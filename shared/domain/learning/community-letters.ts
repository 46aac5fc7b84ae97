import { learningLetterTo } from "../letters/written.ts"
import type { Member } from "../people/member.ts"
import { type CommunitySession, whenWords } from "./community-session.ts"

type To = { members: readonly Member[]; at: Date; path: string }

/** One letter about a session that is planned, moved or will not take place: to leads and coaches, each once. */
export const sessionLetter = (one: CommunitySession, { members, at, path }: To, before?: CommunitySession) =>
  learningLetterTo(
    { id: `session-${one.id}-${one.revision + 1}`, path, ...words(one, before) },
    { members, roles: ["lead", "coach"], at },
  )

const words = (one: CommunitySession, before?: CommunitySession): { subject: string; lines: string[] } => {
  if (one.cancelled)
    return {
      subject: `Will not take place: ${one.title}`,
      lines: [
        `The community of practice session on ${whenWords(one)} will not take place.`,
        one.cancelled.because,
        "Nothing for you to do. What is planned instead is on this page:",
      ],
    }
  const next = [`Where: ${one.place}`, "Pass it on to your team. The agenda is on its page:"]
  return before
    ? {
        subject: `Moved: ${one.title}`,
        lines: [
          `The community of practice session is now on ${whenWords(one)}. It was to be on ${whenWords(before)}.`,
          ...next,
        ],
      }
    : {
        subject: `Community of practice: ${one.title}`,
        lines: [`A community of practice session takes place on ${whenWords(one)}.`, ...next],
      }
}
