import { type Idea, idea as ideaSchema } from "../domain/learning/idea.ts"
import { keys } from "./keys.ts"
import type { Action } from "./table.ts"

/** An idea that waits for a coordinator: put once, in the same write as what it comes from. */
export const offerIdea = (programme: string, one: Idea): Action => ({
  put: { ...keys.learning(programme, "waiting", one.id), ...ideaSchema.parse(one) },
  when: "new",
})
