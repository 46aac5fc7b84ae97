export type Size = "s" | "m" | "l" | "xl"
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6
