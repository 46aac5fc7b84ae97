import type { SignedIn } from "../../shared/web/env.ts"
import type { Operation } from "../../shared/web/operation.ts"
import { askingOperations } from "./asking/operations.ts"
import { linkOperations } from "./links/operations.ts"
import { readingOperations } from "./reading/operations.ts"
import { roundOperations } from "./round/operations.ts"

/** What the selection panel does while it reads. */
export const departmentOperations: Operation<SignedIn>[] = [
  ...roundOperations,
  ...linkOperations,
  ...readingOperations,
  ...askingOperations,
]
