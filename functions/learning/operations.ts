import type { Operation } from "../../shared/web/operation.ts"
import { communityOperations } from "./community/operations.ts"
import type { Inside } from "./here.ts"
import { offeringOperations } from "./library/offering-operations.ts"
import { libraryOperations } from "./library/operations.ts"
import { patternOperations } from "./patterns/operations.ts"
import { listedOperations } from "./people/operations.ts"

export { publicLearningOperations } from "./public/operations.ts"

export const learningOperations: Operation<Inside>[] = [
  ...libraryOperations,
  ...offeringOperations,
  ...listedOperations,
  ...communityOperations,
  ...patternOperations,
]
