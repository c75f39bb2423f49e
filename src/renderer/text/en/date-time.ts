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

// The one calendar of the page: it follows the host's, which is set and not counted.
let offsetMs = 0;

/** What the host's calendar adds to simulated time, milliseconds. */
export function setCalendar(dateOffsetMs: number): void {
  offsetMs = dateOffsetMs;
}

/** `1/31/2026 2:05:09 PM` for simulated milliseconds since the Unix epoch, by the host's calendar. */
export function formatDateTime(ms: number): string {
  // Some ICU versions put a narrow no-break space before AM and PM, others a plain one.
  return format
    .format(ms + offsetMs)
    .replace(',', '')
    .replace(/\s/gu, ' ');
}
