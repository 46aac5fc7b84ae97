import type { Entries } from "../../shared/form/question.ts"
import type { Section } from "../../shared/form/section.ts"
import { staysIn } from "../../shared/web/programme/doubts.tsx"
import { readOn } from "../../shared/web/programme/typed.ts"

/** What was given for a form that depends on what stands there, and the marks of what was said to stay. */
export type Given = { read: (form: Section) => Record<string, unknown>; stays: readonly string[] }

export const onPage = (typed: Entries): Given => ({
  read: (form) => readOn(form, typed),
  stays: staysIn(typed),
})

export const inBody = ({ stays = [], ...body }: Record<string, unknown> & { stays?: string[] }): Given => ({
  read: () => body,
  stays,
})
