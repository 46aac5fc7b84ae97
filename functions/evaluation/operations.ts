import type { Inside } from "../../shared/web/evaluation/here.ts"
import type { Operation } from "../../shared/web/operation.ts"
import { overviewOperations } from "./overview/operations.ts"
import { reviewingOperations } from "./reviewing/operations.ts"

export const evaluationOperations: Operation<Inside>[] = [...overviewOperations, ...reviewingOperations]
