import type { Entries } from "../../../shared/form/question.ts"
import type { Section } from "../../../shared/form/section.ts"
import { readOn } from "../../../shared/web/programme/typed.ts"

/** What was given for a form that depends on what stands there, and the revision that was read. */
export type Given = { read: (form: Section) => Record<string, unknown>; seen: number | undefined }

export const onPage = ({ seen = "", ...typed }: Entries): Given => ({
  read: (form) => readOn(form, typed),
  seen: /^\d{1,7}$/.test(seen) ? Number(seen) : -1,
})

export const inBody = ({ revision, ...body }: Record<string, unknown> & { revision?: number }): Given => ({
  read: () => body,
  seen: revision,
})
