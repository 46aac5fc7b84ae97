import type { Inside } from "../../shared/web/coaching/here.ts"
import type { Operation } from "../../shared/web/operation.ts"
import { goingOperations } from "./going/operations.ts"
import { planOperations } from "./plan/operations.ts"
import { printOperations } from "./print/operations.ts"
import { riskOperations } from "./risks/operations.ts"

export const pilotOperations: Operation<Inside>[] = [
  ...planOperations,
  ...goingOperations,
  ...riskOperations,
  ...printOperations,
]
