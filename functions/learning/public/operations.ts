import type { Base } from "../../../shared/web/env.ts"
import type { Operation } from "../../../shared/web/operation.ts"

export const publicLearningOperations: Operation<Base>[] = []
