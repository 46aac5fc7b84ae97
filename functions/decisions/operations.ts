import type { SignedIn } from "../../shared/web/env.ts"
import type { Operation } from "../../shared/web/operation.ts"
import { announcingOperations } from "./announcing/operations.ts"
import { decidingOperations } from "./deciding/operations.ts"
import { tellingOperations } from "./telling/operations.ts"

/** What becomes of a round once it is read. */
export const decisionsOperations: Operation<SignedIn>[] = [
  ...decidingOperations,
  ...tellingOperations,
  ...announcingOperations,
]
