import type { Inside } from "../../shared/web/coaching/here.ts"
import type { Operation } from "../../shared/web/operation.ts"
import { actionOperations } from "./actions/operations.ts"
import { helpOperations } from "./help/operations.ts"
import { noteOperations } from "./notes/operations.ts"
import { recordOperations } from "./record/operations.ts"
import { sessionOperations } from "./sessions/operations.ts"

export const coachingOperations: Operation<Inside>[] = [
  ...recordOperations,
  ...sessionOperations,
  ...actionOperations,
  ...helpOperations,
  ...noteOperations,
]
