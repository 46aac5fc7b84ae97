import { standsOf } from "../submissions/stands.ts"
import type { Shelved } from "../submissions/submission.ts"
import type { Expected } from "./expected.ts"
import type { Occasion } from "./occasion.ts"
import type { Window } from "./window.ts"

/** What is owed, or was begun in a round: until when, and where it stands. */
export type Matter = Pick<
  Expected,
  | "title"
  | "kind"
  | "owed"
  | "rule"
  | "opens"
  | "by"
  | "locks"
  | "signs"
  | "notNeeded"
  | "stands"
  | "cover"
  | "panelAsks"
> &
  Pick<Window, "afterClose">

/** A submission of a round, which nobody is owed, beside what is owed. */
export const matterOf = (one: Shelved, { title, window }: Occasion): Matter => ({
  title,
  kind: one.kind,
  owed: false,
  ...window,
  signs: [],
  stands: standsOf(one),
})
