import type { SignedIn } from "../../shared/web/env.ts"
import type { Operation } from "../../shared/web/operation.ts"
import { accountOperations } from "./accounts/operations.ts"
import { reviewingOperations } from "./reviewing/operations.ts"

/** The money of every site. */
export const fundingOperations: Operation<SignedIn>[] = [...accountOperations, ...reviewingOperations]
