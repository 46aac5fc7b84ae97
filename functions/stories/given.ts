import type { Entries } from "../../shared/form/question.ts"
import type { Section } from "../../shared/form/section.ts"
import { staysIn } from "../../shared/web/programme/doubts.tsx"
import { readOn } from "../../shared/web/programme/typed.ts"

/** What was given for a form that depends on what stands there, with the marks of what was said to stay. */
export type Given = {
  read: (form: Section) => Record<string, unknown>
  stays: readonly string[]
  seen: number | undefined
}

export const onPage = ({ seen = "", ...typed }: Entries): Given => ({
  read: (form) => readOn(form, typed),
  stays: staysIn(typed),
  seen: /^\d{1,7}$/.test(seen) ? Number(seen) : -1,
})

type Body = Record<string, unknown> & { stays?: string[]; revision?: number }

export const inBody = ({ stays = [], revision, ...body }: Body): Given => ({
  read: () => body,
  stays,
  seen: revision,
})
