import type { Idea } from "../../easy/idea.ts"

export const notSafe: Idea = {
  picture: "danger",
  says: ["Are you not safe? Phone 999 now."],
}
