import type { Operation } from "../../shared/web/operation.ts"
import { answerOperations } from "./answers/operations.ts"
import { costOperations } from "./costs/operations.ts"
import { deskOperations } from "./desk/operations.ts"
import type { Inside } from "./here.ts"
import { measuresOperations } from "./measures/operations.ts"
import { releasesOperations } from "./releases/operations.ts"

import { reportOperations } from "./reports/operations.ts"
import { sharedStoryOperations } from "./stories/operations.ts"

export const findingsOperations: Operation<Inside>[] = [
  ...answerOperations,
  ...sharedStoryOperations,
  ...reportOperations,
  ...measuresOperations,
  ...releasesOperations,
  ...deskOperations,
  ...costOperations,
]
