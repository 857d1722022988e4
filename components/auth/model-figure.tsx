interface Props {
  letters: readonly { key: string; letter: string; hue: number }[]
  /** The last phase leads back to the first. */
  loop: boolean
}

const step = 34
const radius = 10
const top = 22

/** A journey model as a line of stops. The words beside it say the same. */
export function ModelFigure({ letters, loop }: Props) {
  const width = step * (letters.length - 1) + 2 * radius + 4
  const x = (index: number) => radius + 2 + index * step
  const last = x(letters.length - 1)
  return (
    <svg
      width={width}
      height={top + radius + 3}
      viewBox={`0 0 ${width} ${top + radius + 3}`}
      aria-hidden="true"
      className="max-w-full"
    >
      <path d={`M${x(0)} ${top}H${last}`} className="stroke-control" strokeWidth="1.5" />
      {loop ? (
        <>
          <path
            d={`M${last} ${top - radius}C${last - 4} 2 ${x(0) + 4} 2 ${x(0)} ${top - radius - 2}`}
            fill="none"
            className="stroke-control"
            strokeWidth="1.2"
            strokeDasharray="1 3.2"
            strokeLinecap="round"
          />
          <path d={`m${x(0) - 3} ${top - radius - 5} 3 3.5 3.6-2.6`} fill="none" className="stroke-control" strokeWidth="1.2" />
        </>
      ) : null}
      {letters.map(({ key, letter, hue }, index) => (
        <g key={key}>
          <circle
            cx={x(index)}
            cy={top}
            r={radius}
            className="stroke-ink-2"
            strokeWidth="1.5"
            style={{ fill: `color-mix(in oklch, var(--sheet), oklch(0.72 0.13 ${hue}) 38%)` }}
          />
          <text x={x(index)} y={top + 3.6} textAnchor="middle" className="fill-ink text-2xs font-semibold">
            {letter}
          </text>
        </g>
      ))}
    </svg>
  )
}
