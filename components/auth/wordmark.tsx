/** The name with its sign: three stops on a way, the last one still to be reached. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 font-serif text-xl font-semibold tracking-[-0.011em] text-ink">
      <svg width="26" height="22" viewBox="0 0 26 22" fill="none" aria-hidden="true">
        <path
          d="M3 18C8 18 6 10 11 10s4-6 12-6"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeDasharray="1 3.4"
          strokeLinecap="round"
        />
        <circle cx="3" cy="18" r="2.4" fill="currentColor" />
        <circle cx="11.5" cy="10" r="2.4" fill="currentColor" />
        <circle cx="23" cy="4" r="2.4" fill="var(--gap)" />
      </svg>
      Etappe
    </span>
  )
}
