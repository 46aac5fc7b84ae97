import type { Operation } from "../../shared/web/operation.ts"
import { costOperations } from "./costs/operations.ts"
import { deskOperations } from "./desk/operations.ts"
import type { Inside } from "./here.ts"

export const findingsOperations: Operation<Inside>[] = [...deskOperations, ...costOperations]
