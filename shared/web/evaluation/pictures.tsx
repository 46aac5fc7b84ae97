/** Small drawings of our own, for pages with one idea a line: each goes with words that say the same. */
const drawings = {
  person: "M24 6a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM9 42v-5a15 13 0 0 1 30 0v5z",
  people:
    "M16 9a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM4 41v-4a12 11 0 0 1 24 0v4zM33 9a6 6 0 1 1-1 12M33 27a12 11 0 0 1 11 10v4h-9",
  speech: "M6 8h36v24H21l-9 9v-9H6zM14 17h20M14 24h12",
  ear: "M14 19a10.500 10.500 0 0 1 21 0c0 8-8 8-8 16a6 6 0 0 1-11 3M20 20a4.500 4.500 0 0 1 9 0c0 4-4 4-4 8",
  phone: "M15 5h18a3 3 0 0 1 3 3v32a3 3 0 0 1-3 3H15a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3zM12 34h24M22 39h4M20 9h8",
  letter: "M5 11h38v26H5zM5 12l19 15 19-15",
  stop: "M16 5h16l11 11v16L32 43H16L5 32V16zM14 24h20",
  question: "M24 5a19 19 0 1 1 0 38 19 19 0 0 1 0-38zM18 19a6 6 0 1 1 9 5c-2 1.500-3 2.500-3 5M24 34v1",
  pencil: "M8 40l2-9 22-22 7 7-22 22zM28 13l7 7",
  paper: "M11 5h18l8 8v30H11zM29 5v8h8M17 22h14M17 29h14M17 36h8",
  eye: "M4 24c6-9 13-13 20-13s14 4 20 13c-6 9-13 13-20 13S10 33 4 24zM24 18a6 6 0 1 1 0 12 6 6 0 0 1 0-12z",
  lock: "M10 21h28v22H10zM16 21v-6a8 8 0 0 1 16 0v6M24 30v5",
  calendar: "M6 9h36v33H6zM6 18h36M15 5v8M33 5v8M14 26h4M22 26h4M30 26h4M14 34h4M22 34h4",
  clock: "M24 5a19 19 0 1 1 0 38 19 19 0 0 1 0-38zM24 12v12l8 6",
  tick: "M24 5a19 19 0 1 1 0 38 19 19 0 0 1 0-38zM14 25l7 7 13-15",
  cross: "M24 5a19 19 0 1 1 0 38 19 19 0 0 1 0-38zM16 16l16 16M32 16L16 32",
  heart: "M24 41S6 30 6 18a9 9 0 0 1 18-3 9 9 0 0 1 18 3c0 12-18 23-18 23z",
  change: "M8 17h29l-8-8M40 31H11l8 8",
  book: "M24 11c-5-4-12-4-18-3v30c6-1 13-1 18 3 5-4 12-4 18-3V8c-6-1-13-1-18 3zM24 11v30",
  signpost: "M24 4v40M24 8h13l6 5-6 5H24M24 22H11l-6 5 6 5h13",
  away: "M9 13h30M19 13V7h10v6M13 13l2 29h18l2-29M20 20l1 15M28 20l-1 15",
  danger: "M24 6l20 36H4zM24 19v11M24 35v1",
  yes: "M24 5a19 19 0 1 1 0 38 19 19 0 0 1 0-38zM17 18v2M31 18v2M15 28q9 10 18 0",
  sometimes: "M24 5a19 19 0 1 1 0 38 19 19 0 0 1 0-38zM17 18v2M31 18v2M16 31h16",
  no: "M24 5a19 19 0 1 1 0 38 19 19 0 0 1 0-38zM17 18v2M31 18v2M15 34q9-10 18 0",
} as const
export type Drawing = keyof typeof drawings

export const isDrawing = (name: string): name is Drawing => Object.hasOwn(drawings, name)

/** Whoever hears the page hears the words beside it. */
export const Drawn = ({ name, size = "large" }: { name: Drawing; size?: "large" | "small" }) => (
  <svg
    class={`drawn drawn--${size}`}
    xmlns="http://www.w3.org/2000/svg"
    width="48"
    height="48"
    viewBox="0 0 48 48"
    aria-hidden="true"
    focusable="false"
  >
    <path
      d={drawings[name]}
      fill="none"
      stroke="currentColor"
      stroke-width="3"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
)

/** An empty place, for a picture that people put there themselves. */
export const PictureFrame = ({ children }: { children: string }) => <span class="frame">{children}</span>
