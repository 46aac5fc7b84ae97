import type { Drawing } from "../../../shared/web/evaluation/pictures.tsx"

/**
 * One idea of a page, a short sentence a line, with its picture; or with a place for a picture of one's own. After it may
 * come lines to write on, boxes to tick, or a link.
 */
export type Idea = {
  picture: Drawing | { frame: string }
  says: string[]
  write?: number
  tick?: string[]
  link?: { href: string; text: string }
}

/** A page that is easy to read, and prints on one side of A4. A part to cut off has a line above it. */
export type EasyPage = { title: string; parts: { heading?: string; cut?: true; ideas: Idea[] }[] }
