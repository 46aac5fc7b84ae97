import type { Base } from "../../shared/web/env.ts"
import type { Operation } from "../../shared/web/operation.ts"
import { publicReportOperations } from "./reports/operations.ts"

/** What everybody may read of it, as data. */
export const voiceOperations: Operation<Base>[] = [...publicReportOperations]
