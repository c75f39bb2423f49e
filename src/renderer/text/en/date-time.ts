/** Dates as Windows prints them in English (United States). */

// The simulated host has no time zone of its own; UTC keeps every picture the same everywhere.
const format = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
});

/** `1/31/2026 2:05:09 PM` for milliseconds since the Unix epoch. */
export function formatDateTime(ms: number): string {
  // Some ICU versions put a narrow no-break space before AM and PM, others a plain one.
  return format.format(ms).replace(',', '').replace(/\s/gu, ' ');
}
