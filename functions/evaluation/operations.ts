import type { Inside } from "../../shared/web/evaluation/here.ts"
import type { Operation } from "../../shared/web/operation.ts"
import { onePageOperations } from "./one-page/operations.ts"

export const evaluationOperations: Operation<Inside>[] = [...onePageOperations]
