/** Words around simulated time. */
export const time = {
  menu: 'Simulated time',
  pause: 'Pause Simulated Time',
  resume: 'Resume Simulated Time',
  forward: (amount: string) => `Forward ${amount}`,
  back: (amount: string) => `Back ${amount}`,
  speed: 'Speed',
  setDate: 'Set Date and Time...',
  failureTitle: 'Simulated Time',
  failureHeader: 'Simulated time could not be changed.',

  title: 'Set Date and Time',
  date: 'Date and time:',
  noDate: 'Type a date from the year 1980 to 2099, with hours, minutes and seconds.',
  hint: 'The calendar moves, and with it every date that is shown, those of events in the past too. Uptimes, counters and what is under way stay as they are.',
} as const;

/** `10 Seconds`, `1 Minute` for whole seconds below a minute, and whole minutes. */
export function amountOfTime(ms: number): string {
  const seconds = ms / 1000;
  const [count, unit] = seconds < 60 ? [seconds, 'Second'] : [seconds / 60, 'Minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
