import type { Operation } from "../../shared/web/operation.ts"
import { answerOperations } from "./answers/operations.ts"
import type { Inside } from "./here.ts"

export const findingsOperations: Operation<Inside>[] = [...answerOperations]
