import type { SignedIn } from "../../shared/web/env.ts"
import type { Operation } from "../../shared/web/operation.ts"
import { clockOperations } from "./clocks/operations.ts"
import { deskOperations } from "./desk/operations.ts"
import { highlightOperations } from "./highlights/operations.ts"
import { patternOperations } from "./patterns/operations.ts"

export const supportOperations: Operation<SignedIn>[] = [
  ...deskOperations,
  ...patternOperations,
  ...clockOperations,
  ...highlightOperations,
]
