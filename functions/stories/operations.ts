import type { Inside } from "../../shared/web/evaluation/here.ts"
import type { Operation } from "../../shared/web/operation.ts"

export const storiesOperations: Operation<Inside>[] = []
