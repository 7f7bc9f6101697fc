/** How the bubble over a mark looks, in both themes. */
export const TOOLTIP = {
  isAnimationActive: false,
  formatter: (count: unknown) => Number(count).toLocaleString('en-GB'),
  separator: ': ',
  // As they are stacked, not by name.
  itemSorter: () => 0,
  cursor: { fill: 'var(--sunk)' },
  contentStyle: {
    background: 'var(--panel)',
    border: '1px solid var(--line)',
    borderRadius: 6,
    boxShadow: 'var(--overlay-shadow)',
    fontSize: 12,
    padding: '6px 10px',
  },
  labelStyle: { color: 'var(--ink)', fontWeight: 600 },
  itemStyle: { padding: 0 },
} as const
