import { apiOf } from "../../shared/web/operation.ts"
import { inside, siteOperations } from "./operations.ts"

export const siteApi = () => apiOf(siteOperations, inside)
