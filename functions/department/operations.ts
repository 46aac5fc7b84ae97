import type { SignedIn } from "../../shared/web/env.ts"
import type { Operation } from "../../shared/web/operation.ts"
import { announcingOperations } from "./announcing/operations.ts"
import { askingOperations } from "./asking/operations.ts"
import { decidingOperations } from "./deciding/operations.ts"
import { linkOperations } from "./links/operations.ts"
import { readingOperations } from "./reading/operations.ts"
import { roundOperations } from "./round/operations.ts"
import { tellingOperations } from "./telling/operations.ts"

/** Everything that the selection panel can be asked and told. */
export const departmentOperations: Operation<SignedIn>[] = [
  ...roundOperations,
  ...linkOperations,
  ...readingOperations,
  ...decidingOperations,
  ...tellingOperations,
  ...announcingOperations,
  ...askingOperations,
]
