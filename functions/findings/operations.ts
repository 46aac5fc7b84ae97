import type { Operation } from "../../shared/web/operation.ts"
import type { Inside } from "./here.ts"
import { measuresOperations } from "./measures/operations.ts"
import { releasesOperations } from "./releases/operations.ts"

export const findingsOperations: Operation<Inside>[] = [...measuresOperations, ...releasesOperations]
