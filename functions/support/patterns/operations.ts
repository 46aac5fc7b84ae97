import type { SignedIn } from "../../../shared/web/env.ts"
import type { Operation } from "../../../shared/web/operation.ts"

export const patternOperations: Operation<SignedIn>[] = []
