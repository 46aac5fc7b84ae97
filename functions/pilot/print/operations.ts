import type { Inside } from "../../../shared/web/coaching/here.ts"
import type { Operation } from "../../../shared/web/operation.ts"

export const printOperations: Operation<Inside>[] = []
