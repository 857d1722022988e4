/**
 * Bounds of what one file may ask of the program. They are far above any real inventory (100,000 items with bodies are about
 * 30 MB), and low enough that one upload cannot take the memory that other people's requests need.
 */
const MEGABYTE = 1024 * 1024

export const MAX_FILE_BYTES = 50 * MEGABYTE
export const MAX_ROWS = 200_000
/** The widest crawl export has about 80 columns; Excel's own limit of 16,384 would let one row be a bomb. */
export const MAX_COLUMNS = 500
/** Rows x columns: 200,000 rows of 40 columns. Every cell costs memory, also the empty ones of a file that is only commas. */
export const MAX_CELLS = 8_000_000
/** One cell may hold a whole body (see `maxBodyLength`) and some more. */
export const MAX_CELL_CHARACTERS = 2_000_000
/** An .xlsx is a zip: 50 MB can unpack to 50 GB. Sheets compress about ten to one. */
export const MAX_UNPACKED_BYTES = 300 * MEGABYTE
/** Items are flat; 100,000 levels are an attack on whoever walks them. */
export const MAX_JSON_DEPTH = 64
/** A parser that is not done by then is stuck in a hostile file. */
export const WORKER_TIMEOUT_MS = 60_000
export const WORKER_HEAP_MB = 1024
/** Bytes handled between two turns of the event loop: a few milliseconds of work. */
export const CHUNK_BYTES = 64 * 1024
