import { Refused } from "../../shared/domain/refused.ts"

/** Thrown where a file or a map cannot be used at all: nothing was written. A line for each reason. */
export const unusable = (...lines: string[]) => new Refused("not understood", { says: lines.join("\n") })
