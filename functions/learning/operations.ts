import type { SignedIn } from "../../shared/web/env.ts"
import type { Operation } from "../../shared/web/operation.ts"
import { communityOperations } from "./community/operations.ts"
import { libraryOperations } from "./library/operations.ts"
import { listedOperations } from "./people/operations.ts"

export { publicLearningOperations } from "./public/operations.ts"

export const learningOperations: Operation<SignedIn>[] = [
  ...libraryOperations,
  ...listedOperations,
  ...communityOperations,
]
