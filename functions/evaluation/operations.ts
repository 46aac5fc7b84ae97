import type { Inside } from "../../shared/web/evaluation/here.ts"
import type { Operation } from "../../shared/web/operation.ts"
import { handingOnOperations } from "./answers/operations.ts"
import { figuresOperations } from "./figures/operations.ts"
import { onePageOperations } from "./one-page/operations.ts"
import { overviewOperations } from "./overview/operations.ts"
import { releasedOperations } from "./released/operations.ts"
import { reviewingOperations } from "./reviewing/operations.ts"

export const evaluationOperations: Operation<Inside>[] = [
  ...handingOnOperations,
  ...figuresOperations,
  ...releasedOperations,
  ...onePageOperations,
  ...overviewOperations,
  ...reviewingOperations,
]
