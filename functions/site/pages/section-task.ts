import type { SectionProgress } from "../../../shared/domain/submissions/progress.ts"
import { isOpenFor } from "../../../shared/domain/submissions/reviewing.ts"
import { stampWords } from "../../../shared/values/london.ts"
import type { Task } from "../../../shared/web/govuk/task-list.tsx"
import type { OnDesk } from "../desk.ts"

const words = {
  "not started": { tag: "Not started", colour: "blue" as const },
  "in progress": { tag: "In progress", colour: "blue" as const },
  answered: { text: "Answered" },
}

type About = Pick<OnDesk, "head"> & { here: string; may: boolean }

/** A section to write in; one that nobody asked to change is said to stand, and is no link. */
export const sectionTask = (one: SectionProgress, { here, head, may }: About): Task => {
  const unsent = head.state === "draft" || head.state === "waiting"
  if (unsent && !isOpenFor(head, one))
    return { title: one.title, status: { text: head.version > 0 ? "As you sent it" : "As it was" } }
  const changed = head.back && one.savedAt !== undefined && one.savedAt > head.back.at
  return {
    title: one.title,
    href: may ? `${here}/sections/${one.id}` : `${here}/check#${one.id}`,
    hint: one.savedAt
      ? `${changed ? "Changed" : "Last saved"} by ${one.savedBy}, ${stampWords(new Date(one.savedAt))}`
      : `About ${one.minutes} minutes`,
    status:
      head.back && unsent && !changed ? { tag: "To be changed", colour: "yellow" } : words[one.progress],
  }
}
