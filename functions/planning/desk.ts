export type { C } from "../../shared/web/programme/here.ts"
